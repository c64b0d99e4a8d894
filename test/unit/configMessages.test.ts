import assert from "node:assert/strict";
import { Config } from "../../server/src/config/config.ts";
import { defaultLayout } from "../../server/src/model/pageLayout.ts";

/** What is wrong in a referat.json: the words that are meant, and what is said of them. */
function problems(text: string): string[] {
  return Config.read(text).problems.map(
    ({ span, message }) => `${text.slice(span.start, span.end)}: ${message.da} / ${message.en}`,
  );
}

const profile = (settings: string): string => `{ "profiles": [{ "name": "A", ${settings} }] }`;

describe("referat.json", () => {
  for (const [text, ...expected] of [
    ["", ],
    ["[]", "[: Filen skal være indstillinger i { }. / The file must be settings in { }."],
    ["  7", "7: Filen skal være indstillinger i { }. / The file must be settings in { }."],
    [`{ "rules": { "slot-gab": "off" } }`, `"slot-gab": Der er ingen regel, der hedder »slot-gab«. Mente du »slot-gap«? / There is no rule “slot-gab”. Did you mean “slot-gap”?`],
    [`{ "rules": { "helt-andet": "off" } }`, `"helt-andet": Der er ingen regel, der hedder »helt-andet«. Se reglerne i dokumentationen. / There is no rule “helt-andet”.`],
    [`{ "rules": { "slot-gap": "høj" } }`, `"høj": Her skal stå en af: error, warning, info, hint, off. / This must be one of: error, warning, info, hint, off.`],
    [`{ "rules": [] }`, `[: Her skal stå indstillinger i { }. / This must be settings in { }.`],
    [`{ "andet": 1 }`, `"andet": »andet« er ikke en indstilling her. Slet den, eller ret navnet. / “andet” is no setting here. Delete it, or correct the name.`],
    [`{ "profiles": 3 }`, `3: Her skal stå en liste i [ ]. / This must be a list in [ ].`],
    [`{ "profiles": [{ "match": [] }] }`, "[: Her må ikke være tomt. / This must not be empty."],
    [profile(`"match": [4]`), `4: Her skal stå en tekst i anførselstegn. / This must be a text in quotation marks.`],
    [profile(`"publish": { "itemPerPage": 1 }`), `1: Her skal stå true eller false. / This must be true or false.`],
    [profile(`"publish": { "margins": { "top": "x" } }`), `"x": Her skal stå et tal. / This must be a number.`],
    [profile(`"publish": { "margins": { "top": 1000 } }`), `1000: Tallet skal være højst 60. / The number must be at most 60.`],
    [profile(`"publish": { "margins": { "top": -1 } }`), `-1: Tallet skal være mindst 10. / The number must be at least 10.`],
    [profile(`"publish": { "accent": "blå" }`), `"blå": Skriv farven som »#0b4f6c«. / Write the colour as “#0b4f6c”.`],
    [profile(`"publish": { "logo": "../logo.svg" }`), `"../logo.svg": Skriv stien til en fil i mappen med referat.json eller under den, fx »billeder/logo.svg«. / Write the path to a file in the folder of referat.json or below it, for instance “billeder/logo.svg”.`],
    [profile(`"publish": { "fontFiles": ["/a.ttf"] }`), `"/a.ttf": Skriv stien til en fil i mappen med referat.json eller under den, fx »billeder/logo.svg«. / Write the path to a file in the folder of referat.json or below it, for instance “billeder/logo.svg”.`],
    [profile(`"slots": { "style": "klokken" }`), `"klokken": Tidens form kan ikke læses. Skriv den fx »(tt.mm-tt.mm)« eller », kl. tt.mm-tt.mm«. / The form of the time cannot be read. Write for instance “(tt.mm-tt.mm)” or “, kl. tt.mm-tt.mm”.`],
    [profile(`"decisionHeading": "Beslutning {sted}"`), `"Beslutning {sted}": »{sted}« kan ikke sættes ind. Skriv {organ} og {dato}, hvor organet og datoen skal stå. / “{sted}” cannot be filled in. Write {organ} and {dato} where the body and the date belong.`],
    [profile(`"sections": { "order": ["bilagg"] }`), `"bilagg": Der er intet afsnit, der hedder »bilagg«. Mente du »bilag«? / There is no section “bilagg”. Did you mean “bilag”?`],
    [profile(`"sections": { "order": ["sundhedspleje"] }`), `"sundhedspleje": Der er intet afsnit, der hedder »sundhedspleje«. Tilføj det under »extra«, eller slet det her. / There is no section “sundhedspleje”. Add it under “extra”, or delete it here.`],
    [profile(`"people": [{ "affiliation": "A" }]`), `{: Her mangler »name«. / “name” is missing here.`],
    [profile(`"people": [{ "name": "" }]`), `"": Her må ikke være tomt. / This must not be empty.`],
    [profile(`"publish": { "address": "ftp://a" }`), `"ftp://a": Skriv adressen som »https://www.havneby.example/moeder«. / Write the address as “https://www.havneby.example/moeder”.`],
    [`{ "rules": { "slot-gap" "off" } }`, `"off": Her mangler et kolon. / The file cannot be read here (ColonExpected).`],
    [`{ "rules": {} `, `: Her mangler en }. / The file cannot be read here (CloseBraceExpected).`],
  ] as const) {
    it(JSON.stringify(text), () => assert.deepEqual(problems(text), expected));
  } // prettier-ignore

  it("has what is left where something is wrong, and the defaults for what is not said", () => {
    const config = Config.read(
      profile(
        `"publish": { "address": "https://eksempel.dk/moeder/", "accent": "blå", "margins": { "left": 30 } }, "people": [{ "name": "Anna Holm" }], "nix": 1`,
      ),
    );
    const { publish, people } = config.settingsFor(null).profile;
    assert.equal(publish.address, "https://eksempel.dk/moeder");
    assert.equal(publish.closedItems, "hidden");
    assert.equal(publish.layout.accent, defaultLayout.accent);
    assert.deepEqual(publish.layout.margins, { ...defaultLayout.margins, left: 30 });
    assert.deepEqual(people, [{ name: "Anna Holm", affiliation: null }]);
  });
});
