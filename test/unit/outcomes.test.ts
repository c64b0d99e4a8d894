import assert from "node:assert/strict";
import fc from "fast-check";
import { type Outcome, outcomes } from "../../server/src/model/outcomePhrases.ts";
import { readOutcomes } from "../../server/src/model/outcomes.ts";

/** The outcomes of a text, each once. */
function outcomesOf(text: string): Outcome[] {
  return [...new Set(readOutcomes(text).map(({ outcome }) => outcome))];
}

/** Each row of the table of outcomes, in the passive and with a subject. */
const rows: Readonly<Record<Outcome, readonly string[]>> = {
  approved: [
    "Godkendt.", "Godkendt", "GODKENDT", "Blev godkendt.", "Dagsordenen blev godkendt.", "Referatet er godkendt.", "Udvalget godkendte indstillingen.",
    "KU godkendte planen.", "Godkendt med bemærkning.", "Godkendt med den ændring, at punkt 3 udgår.", "Indstillingen tiltrådt.", "Indstillingen blev tiltrådt.",
    "Indstillingen vedtaget.", "Indstillingen blev vedtaget.", "Udvalget tiltrådte indstillingen.", "Rådet vedtog forslaget.",
    "Det blev besluttet, at hallen åbner i maj.", "Udvalget besluttede at åbne hallen i maj.", "Planen godkendes.", "Indstillingen tiltrædes.",
    "Referatet godkendtes uden bemærkninger.", "Ad 1) Godkendt", "- Godkendt.", "1. Godkendt.", "Ad 2: Godkendt", "Indstillingen godkendt.",
    "Godkendt med bemærkninger", "Godkendt enstemmigt.", "Godkendt punkt 1 og 2.", "Godkendte indstillingen", "Udvalget godkendte ansøgningen.",
    "Udvalget godkendte ansøgninger for 2 mio. kr.", "FSN godkendte udkast til dagsorden.", "Fagligt rådgivende niveau godkendte honorering.",
    "Teknisk Udvalg roste arbejdet og godkendte planer for havnen.", "Herefter godkendte udvalget planen.", "De godkendte den nye plan.",
    "Blev enstemmigt godkendt.", "Her blev det godkendt, at planen sendes ud.", "Indstillingen godkendt uden ændringer.",
    "Udvalget tilsluttede sig indstillingen.", "Rådet tilslutter sig forslaget.", "Indstillingen følges.", "Indstillingen blev fulgt.", "Udvalget fulgte indstillingen.",
    "Udvalget følger forvaltningens indstilling.", "Ansøgningen imødekommes.", "Ansøgningen blev imødekommet.", "Imødekommet.", "Udvalget imødekom ansøgningen.",
    "Der bevilges 50.000 kr. til legepladsen.", "Udvalget bevilgede 50.000 kr. til legepladsen.", "Der blev bevilget 50.000 kr.", "50.000 kr. blev bevilget til legepladsen.", "Bevilget.",
  ],
  recommended: [
    "Indstilles til godkendelse i Byrådet.", "Indstilles til godkendelse i Økonomiudvalget", "Anbefales til godkendelse i Direktionen.",
    "Sagen anbefales til godkendelse i Byrådet.", "Udvalget besluttede at indstille til Byrådet, at planen godkendes.",
    "Udvalget besluttede at anbefale planen til Byrådet.", "Planen blev indstillet til godkendelse i Byrådet.",
  ],
  noted: [
    "Taget til efterretning.", "Taget til orientering.", "Sagen blev taget til efterretning.", "Orienteringen blev taget til efterretning.",
    "Udvalget tog orienteringen til efterretning.", "FSN tog status til efterretning.", "Orienteringen tages til efterretning.",
    "Til efterretning.", "Udvalget tog med tak gennemgangen til orientering.",
  ],
  discussed: [
    "Drøftet.", "Sagen blev drøftet.", "Udvalget drøftede sagen.", "Forslagene blev drøftet i grupper.", "Drøftet", "Budgettet drøftedes.",
    "Udvalget drøftede indsatsen for udsatte børn og unge.", "Indsatsen for socialt udsatte blev drøftet.", "Drøftet grundigt.", "Udvalget drøftede emner til næste møde.",
    "Udvalget drøftede de godkendte ansøgninger.", "Udvalget drøftede de 12 afviste ansøgninger.", "Rådet drøftede kommunens godkendte budget.", "Udvalget drøftede antallet af godkendte ansøgninger.",
    "Udvalget drøftede den af Byrådet godkendte plan.", "Udvalget drøftede et forslag om afviste og godkendte ansøgninger.",
  ],
  agreed: [
    "Det blev aftalt, at sekretariatet indkalder til et møde.", "Aftalt, at formanden skriver til rådet.", "Udvalget aftalte at mødes igen i maj.",
    "Der blev aftalt et nyt møde.",
  ],
  postponed: [
    "Udsat.", "Sagen udsættes.", "Punktet udsættes til næste møde.", "Sagen blev udsat.", "Udvalget udsatte sagen.", "Afventer næste møde.",
    "Punktet blev udskudt til april.", "Udskydes.", "Sagen blev udsat til mødet den 4. juni 2026.",
  ],
  referred: [
    "Sagen oversendes til Teknisk Udvalg.", "Oversendes til Byrådet.", "Blev sendt videre til Direktionen.", "Sendes til Økonomiudvalget.",
    "Sagen blev henvist til Teknisk Udvalg.", "Sendes videre til behandling i Byrådet.", "Udvalget oversendte sagen til Byrådet.",
    "Udvalget henviste sagen til Teknisk Udvalg.", "Henvist til Teknisk Udvalg.", "Forslaget henvises til Økonomiudvalget.",
  ],
  rejected: [
    "Ikke godkendt.", "Forslaget blev ikke godkendt.", "Forkastet.", "Forslaget blev forkastet.", "Forslaget blev nedstemt.", "Afvist.",
    "Udvalget afviste forslaget.", "Ansøgningen blev afvist.", "Udvalget godkendte ikke forslaget.", "Indstillingen følges ikke.", "Indstillingen blev ikke fulgt.",
  ],
  dropped: [
    "Udgår.", "Punktet udgår.", "Sagen blev trukket tilbage.", "Trukket tilbage.", "Punktet udgik.", "Punktet bortfalder.", "Sagen bortfaldt.",
    "Punktet blev taget af dagsordenen.", "Sagen tages af dagsordenen.", "Udvalget tog punktet af dagsordenen.", "Taget af dagsordenen.", "Punkt 3 udgår.", "Punktet udgår af dagsordenen.",
  ],
  nothing: [
    "Ikke noget til eventuelt.", "Der var ingen, der havde noget til punktet.", "Der var ikke noget til eventuelt.", "Intet.", "Ingen bemærkninger.",
    "Der var intet til eventuelt.", "Ikke noget",
  ],
}; // prettier-ignore

/** What tells, foresees, wishes or denies, and so decides nothing. */
const silent = [
  "Planen forventes godkendt i januar.", "Planen skal godkendes af Byrådet.", "Budgettet kan godkendes i maj.", "Sagen vil blive drøftet i juni.",
  "Planen bør vedtages inden sommer.", "Sekretariatet kan sende den videre til Byrådet.", "Planen ventes vedtaget i efteråret.",
  "Formanden fortalte om de møder, hvor de samme emner bliver drøftede.", "Der henvises til bilaget.", "Regnskabet, som blev godkendt i 2024, er offentligt.",
  "Formanden orienterede om planen, der blev vedtaget i 2024.", "Hallen er i brug.", "Medlemmerne takkede for oplægget.", "", " ", ".", "-",
  "Der blev henvist til tallene fra sidste år.", "Det er vigtigt, at sagen drøftes.", "Udvalget ønskede mere viden om den vedtagne plan.",
  "Planen er endnu ikke klar til at blive godkendt.", "Når planen er godkendt, sendes den ud.", "Hvis sagen udsættes, bliver det dyrere.",
  "Godkendelse af planen sker i Byrådet.", "Drøftelsen var god.", "Beslutningen ligger hos Byrådet.", "Udvalgets aftaler gælder.",
  "Antallet af afviste ansøgninger stiger.", "Antal godkendte ansøgninger: 12", "Et godkendt budget er vigtigt.", "Godkendte ansøgninger fremgår af bilaget.", "Godkendt budget for 2026: 12 mio. kr.",
  "Bussen udgår fra Rådhuset.", "Bussen udgår kl. 8 fra Rådhuset.", "Lægerne henviste patienter til Region Nord.", "Patienterne blev henvist til Region Nord.", "Borgere sendes til Region Nord.",
  "Projektet holder sig inden for en aftalt ramme.", "Mødet holdes inden for aftalt tid.", "Byen er udsat for oversvømmelse.", "Et socialt udsat område skal løftes.", "Mange afviste ansøgninger bliver sendt igen.",
  "Region Nords godkendte budget er højere.", "Indkomne og godkendte ansøgninger fremgår af listen.", "Antal sendte breve til Region Nord: 12", "Antal oversendte sager til kommunen: 4",
  "Planen imødekommer behovet.", "Behovet er imødekommet i planen.", "Udviklingen følges af sekretariatet.", "Indsatsen blev fulgt af forskere.", "De bevilgede midler er brugt.", "Puljen (De aftalte midler) er brugt.", "Regionen har bevilget midler til hjemmehjælp.",
  "Udvalget kunne tilslutte sig indstillingen.", "Fem medlemmer stemte for, to stemte imod.", "Kommunerne tog hensyn til de unge.", "Udvalget tog ikke orienteringen til efterretning.",
  "Formanden spurgte, om sagen var afvist.", "Udsatte borgere fylder mere.".replace("Udsatte", "Mange udsatte"),
]; // prettier-ignore

/** Several outcomes, or one that looks like another. */
const mixed: readonly (readonly [string, readonly Outcome[]])[] = [
  ["Drøftet og taget til efterretning.", ["discussed", "noted"]],
  ["Sagen blev drøftet og godkendt.", ["discussed", "approved"]],
  ["Udvalget drøftede sagen, og orienteringen blev taget til efterretning.", ["discussed", "noted"]],
  ["Ad 1) Godkendt. Ad 2) Udsat til næste møde.", ["approved", "postponed"]],
  ["1. Godkendt\n2. Taget til efterretning\n3. Drøftet", ["approved", "noted", "discussed"]],
  ["Godkendt. Det blev aftalt, at formanden skriver til rådet.", ["approved", "agreed"]],
  ["Udvalget besluttede at indstille til Byrådet, at planen godkendes.", ["recommended"]],
  ["Forslaget blev ikke godkendt, men drøftet.", ["rejected", "discussed"]],
  ["Sagen udsættes, da bilagene mangler.", ["postponed"]],
  ["Godkendt, idet udvalget tidligere har drøftet sagen.", ["approved"]],
  ["Godkendt med den ændring, at punkt 3 udgår.", ["approved"]],
  ["Det blev aftalt, at planen godkendes på næste møde.", ["agreed"]],
  ["Sagen oversendes til Byrådet, hvor den skal godkendes.", ["referred"]],
];

describe("outcomes", () => {
  it("are all tried", () => assert.deepEqual(Object.keys(rows), [...outcomes]));

  for (const outcome of outcomes) {
    describe(outcome, () => {
      for (const text of rows[outcome])
        it(`is said by »${text}«`, () => assert.deepEqual(outcomesOf(text), [outcome]));
    });
  }

  describe("none", () => {
    for (const text of silent) it(`is said by »${text}«`, () => assert.deepEqual(outcomesOf(text), []));
  });

  describe("several", () => {
    for (const [text, expected] of mixed) {
      it(`are read from »${text}«`, () =>
        assert.deepEqual([...outcomesOf(text)].sort(), [...expected].sort()));
    }
  });

  it("are the same whatever ends the lines", () => {
    for (const end of ["\n", "\r\n", "\r", "\n\n"]) {
      assert.deepEqual(outcomesOf(`Drøftet.${end}Godkendt.${end}`), ["discussed", "approved"]);
    }
  });

  it("add up, sentence by sentence", () => {
    const sentences = fc.array(
      fc.constantFrom(...Object.values(rows).flat(), ...silent.filter((text) => /\w/.test(text))),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(sentences, fc.constantFrom("\n", "\r\n"), (all, end) => {
        const expected = new Set(all.flatMap((text) => outcomesOf(text)));
        assert.deepEqual(new Set(outcomesOf(all.join(end))), expected);
      }),
    );
  });

  it("are read from a line of any length", () => {
    const units = ["godkendt ", "Godkendt. ", "godkendte ansøgninger ", ".", ". ", " ", ", ", "at godkendt, ", "a", "besluttede, at ", "sendes til a", "og godkendte "]; // prettier-ignore
    for (const unit of units) {
      const text = unit.repeat(20_000);
      for (const { start, end } of readOutcomes(text)) assert.ok(end > start && end <= text.length);
    }
    assert.equal(readOutcomes("Godkendt. ".repeat(20_000)).length, 20_000);
    assert.equal(readOutcomes("Udvalget drøftede sagen og ".repeat(20_000)).length, 20_000);
  });

  it("stand at their words, in order and apart", () => {
    const words = fc.constantFrom(
      "godkendt", "Godkendt", "drøftet", "taget", "til", "efterretning", "ikke", "skal", ",", ".", " ", "\n", "at", "hvor", "udsat", "Udvalget", "besluttede", "at indstille",
      "Byrådet", "sendes", "videre", "KU", "Ad 1)", "- ", "1. ", "der", "intet", "blev", ":", "d. 4.", "(", "aftalt",
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (parts) => {
        const text = parts.join(" ");
        let end = 0;
        for (const mention of readOutcomes(text)) {
          assert.ok(mention.start >= end && mention.end > mention.start && mention.end <= text.length);
          assert.match(text.slice(mention.start, mention.end), /^\S.*\S$/s);
          end = mention.end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
