import assert from "node:assert/strict";
import fc from "fast-check";
import { classifyTitle, type ItemKind, itemKinds } from "../../server/src/model/itemKind.ts";

const rows: Readonly<Record<ItemKind, readonly string[]>> = {
  standing: [
    "Velkomst", "Velkomst og præsentation", "Velkomst ved formanden", "VELKOMST", "Godkendelse af dagsorden", "Godkendelse af dagsordenen",
    "GODKENDELSE AF DAGSORDEN", "Godkendelse af dagsorden og referat", "Godkendelse af referat", "Godkendelse af referat fra mødet d. 4. februar 2026",
    "Godkendelse af referatet", "Eventuelt", "Eventuelt/nyt fra medlemmerne", "Eventuelt - herunder næste møde", "eventuelt", "EVENTUELT",
    "Evt.", "Evt. nyt fra formanden", "evt.", "Evt", "Meddelelser", "Meddelelser fra formanden", "Næste møde", "Næste møde d. 4. juni 2026",
    "Underskriftsark",
    // Misspelt by a letter.
    "Eventuel", "Eventualt", "Evnetuelt", "Eventueltt", "Velkoms", "Velkomts", "Medelelser", "Meddelelsr", "Godkendelse af dagsordn", "Godkendelse af dagsroden",
    "Godkendelse af refarat", "Godkendlese af referat", "Underskriftark", "Næste mode",
    // Broken off.
    "Eventu", "Meddel", "Godkendelse af dags", "Godkendelse af re", "Godken", "Underskri", "Næste m",
  ],
  pause: ["PAUSE", "Pause", "pause", "Frokost", "FROKOST", "Kaffepause", "Kaffepause ", "PAUSE.", "Pause:", "Pause –"],
  written: [
    "Skriftlig orientering: Regnskab", "Til skriftlig orientering: Regnskab", "SKRIFTLIG ORIENTERING: Regnskab", "Skriftlig orientering : Regnskab",
  ],
  orientation: [
    "Orientering", "Orientering om havnen", "Orientering fra formanden", "Orienteringssag: Ny svømmehal", "Orienteringspunkt: Ny svømmehal",
    "Til orientering: Regnskab", "ORIENTERINGSSAG: Regnskab", "orientering: Regnskab", "Orientering - status på byggeriet",
  ],
  discussion: [
    "Drøftelse", "Drøftelse af budget", "Drøftelsessag: Budget", "Drøftelsespunkt: Budget", "Temadrøftelse", "Temadrøftelse om trivsel", "Drøftelse: Budget",
    "DRØFTELSESSAG: Budget",
  ],
  decision: [
    "Beslutningssag: Salg af skolen", "Beslutningspunkt: Salg af skolen", "Beslutning om salg", "BESLUTNINGSSAG: Salg", "beslutning om salg af skolen",
  ],
  case: [
    "Ny svømmehal", "", "Budget 2027", "Frokostordning i børnehaver", "Frokost i daginstitutionerne", "Pauserum til personalet", "Pausekultur", "Evaluering af havnefesten",
    "Evaluering", "Event på havnen", "Events i sommeren 2026", "Eventudvalgets regnskab", "Evtuel", "Velkomstpakker til nye borgere", "Velkomstcenter", "Meddelelsesbog i skolerne",
    "Orienteringsløb i skoven", "Orienteringsmøde om lokalplan", "Orienteringen om havnen", "Drøftelserne om budget", "Drøftelsesoplæg", "Beslutningstræ for sager",
    "Beslutningen om salg", "Beslutningsstøtte", "Beslutning", "Godkendelse af budget", "Godkendelse af plan for dagsordener", "Næste års budget",
    "Mødeplan", "Næste skridt", "Skriftlig orientering af borgerne", "Skriftlige orienteringer", "Til drøftelse i udvalget", "En orientering om havnen",
    "Underskrift af kontrakt", "Referat fra mødet", "Temamøde om drøftelse", "Temadrøftelserne", "Eve", "God", "Vel", "Kaffe", "Om pause",
  ],
}; // prettier-ignore

describe("item kinds", () => {
  it("are all tried", () => assert.deepEqual(Object.keys(rows), [...itemKinds]));

  for (const kind of itemKinds) {
    describe(kind, () => {
      for (const title of rows[kind]) {
        it(`is »${title}«`, () => assert.deepEqual(classifyTitle(title), { kind, closed: false }));
      }
      for (const title of rows[kind].filter((each) => /^\p{L}/u.test(each))) {
        it(`is »${title}«, closed, whatever the mark`, () => {
          for (const marked of [
            `Lukket punkt: ${title}`,
            `Lukket sag: ${title}`,
            `LUKKET PUNKT: ${title}`,
            `LUKKET: ${title}`,
            `LUKKET ${title}`,
            `LUKKET - ${title}`,
            `${title} (lukket)`,
            `${title} (LUKKET)`,
            `${title} LUKKET`,
            `${title} - LUKKET`,
          ]) {
            assert.deepEqual(classifyTitle(marked), { kind, closed: true }, marked);
          }
        });
      }
    });
  }

  describe("a closed item", () => {
    it("is also one with its mark behind its type", () => {
      assert.deepEqual(classifyTitle("Beslutningssag: Lukket punkt: Salg"), { kind: "decision", closed: true });
      assert.deepEqual(classifyTitle("Orienteringssag: Salg (lukket)"), { kind: "orientation", closed: true });
    });

    for (const title of [
      "Lukkede sager i arkivet", "Lukket land: en udstilling", "Lukketider på havnen", "Vejen er lukket", "Lukning af skolen", "Ulukkede sager", "Den lukkede kreds",
      "BLUKKET", "LUKKETIDER på biblioteket", "LUKKETHED", "Skolen (lukket i 2024)", "Lukketid (lukketid)",
    ]) {
      it(`is not »${title}«`, () => assert.equal(classifyTitle(title).closed, false));
    }
  }); // prettier-ignore

  it("know one letter too many, too few, changed or swapped in a long standing title", () => {
    const letters = "abdefgiklmnoprstuvæøå";
    const opening = fc.constantFrom("eventuelt", "meddelelser", "velkomst", "underskriftsark", "godkendelse af referat");
    fc.assert(
      fc.property(opening, fc.nat(), fc.nat(), fc.constantFrom("drop", "add", "change", "swap"), (title, place, pick, slip) => {
        // The first letter and blanks stay: another word is another title.
        const at = 1 + (place % (title.length - 2));
        const letter = letters[pick % letters.length] ?? "x";
        if (title[at] === " " || title[at + 1] === " " || title[at - 1] === " ") return;
        const misspelt =
          slip === "drop" ? title.slice(0, at) + title.slice(at + 1)
          : slip === "add" ? title.slice(0, at) + letter + title.slice(at)
          : slip === "change" ? title.slice(0, at) + letter + title.slice(at + 1)
          : title.slice(0, at) + (title[at + 1] ?? "") + (title[at] ?? "") + title.slice(at + 2);
        assert.equal(classifyTitle(misspelt).kind, "standing", misspelt);
      }),
      { numRuns: 500 },
    );
  }); // prettier-ignore

  it("do not depend on case, outside of the mark LUKKET", () => {
    for (const kind of itemKinds) {
      for (const title of rows[kind]) {
        assert.equal(classifyTitle(title.toLowerCase()).kind, kind, title);
        assert.equal(classifyTitle(title.toUpperCase()).kind, kind, title);
      }
    }
  });
});
