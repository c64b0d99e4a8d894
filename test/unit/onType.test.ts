import assert from "node:assert/strict";
import { withEdits } from "../../server/src/features/formatting.ts";
import { onTypeOf } from "../../server/src/features/onType.ts";
import { defaultProfile, type Profile } from "../../server/src/model/profile.ts";
import { slotStyleForm } from "../../server/src/model/slotStyle.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { Checker } from "../../server/src/rules/check.ts";

/** Presses Enter at `|`; the editor itself writes `itself` behind the line end. The caret comes out where text does. */
function entered(marked: string, itself = "", profile: Profile = defaultProfile): string {
  const at = marked.indexOf("|");
  assert.notEqual(at, -1);
  const lineEnd = marked.includes("\r\n") ? "\r\n" : "\n";
  const text = marked.slice(0, at) + lineEnd + itself + marked.slice(at + 1);
  const offset = at + lineEnd.length + itself.length;
  return withEdits(text, onTypeOf(ReferatDocument.parse(text), offset, "\n", profile));
}

const head = "REFERAT Kulturudvalget i Havneby d. 04-03-2026\n\nPunkt 1: Ny svømmehal\n\nIndstilling\n\n";

/** The same under a heading. */
function enteredInItem(marked: string, itself = ""): string {
  const text = entered(head + marked, itself);
  assert.ok(text.startsWith(head));
  return text.slice(head.length);
}

describe("on type", () => {
  describe("Enter in a list", () => {
    it("continues every kind of mark", () => {
      for (const [mark, next] of [
        ["- ", "- "],
        ["– ", "– "],
        ["• ", "• "],
        ["* ", "* "],
        ["▪\t", "▪\t"],
        ["1. ", "2. "],
        ["9. ", "10. "],
        ["09. ", "10. "],
        ["07) ", "08) "],
        ["1) ", "2) "],
        ["1.\t", "2.\t"],
        ["1.", "2. "],
        ["a) ", "b) "],
        ["æ)  ", "ø)  "],
        ["  - ", "  - "],
        ["\t3. ", "\t4. "],
      ]) {
        assert.equal(enteredInItem(`${mark}Godkender|\n`), `${mark}Godkender\n${next}\n`);
      }
    });

    it("does not double what the editor has written itself", () => {
      assert.equal(enteredInItem("- Godkender|\n", "- "), "- Godkender\n- \n");
      assert.equal(enteredInItem("-\tGodkender|\n", "-\t"), "-\tGodkender\n-\t\n");
      assert.equal(enteredInItem("  1. Godkender|\n", "  "), "  1. Godkender\n  2. \n");
    });

    it("divides an entry in two", () => {
      assert.equal(enteredInItem("1. Godkender |planen\n2. Drøfter\n"), "1. Godkender \n2. planen\n3. Drøfter\n");
      assert.equal(enteredInItem("1. Tager\n2. |Drøfter\n"), "1. Tager\n2. \n3. Drøfter\n");
    }); // prettier-ignore

    it("counts on in the rest of that list, and only there", () => {
      assert.equal(
        enteredInItem("1. A|\n2. B\n   1. X\n   2. Y\n3. C\n   hvis\n\n4. D\n\nBeslutning\n\n1. E\n2. F\n"),
        "1. A\n2. \n3. B\n   1. X\n   2. Y\n4. C\n   hvis\n\n5. D\n\nBeslutning\n\n1. E\n2. F\n",
      );
      assert.equal(enteredInItem("a) A\nb) B|\nc) C\n"), "a) A\nb) B\nc) \nd) C\n");
      assert.equal(enteredInItem("1. A\n   1. X|\n   2. Y\n2. B\n"), "1. A\n   1. X\n   2. \n   3. Y\n2. B\n");
      // A gap that is to be filled, a list that begins again, a list below other text.
      for (const rest of ["3. C\n4. D\n", "\n1. C\n2. D\n", "\nDesuden:\n\n2. C\n", "- B\n", "2) B\n"])
        assert.equal(enteredInItem(`1. A|\n${rest}`), `1. A\n2. \n${rest}`);
    }); // prettier-ignore

    it("ends the list where an entry has no words, and counts back", () => {
      assert.equal(enteredInItem("- A\n- |\n"), "- A\n\n\n");
      assert.equal(enteredInItem("1. A\n2. |\n3. B\n4. C\n"), "1. A\n\n\n2. B\n3. C\n");
      assert.equal(enteredInItem("1. A\n\n2.|\n"), "1. A\n\n\n\n");
      assert.equal(enteredInItem("a) A\nb) |\nc) B\n"), "a) A\n\n\nb) B\n");
      for (const line of ["-", "5.", "1. ", "a) "])
        assert.equal(enteredInItem(`Ja.\n${line}|\n`), `Ja.\n${line}\n\n`);
    });

    it("ends a nested list in the one around it", () => {
      assert.equal(enteredInItem("- A\n  - |\n", "  "), "- A\n- \n");
      assert.equal(enteredInItem("1. A\n   - X\n   - |\n2. B\n", "   "), "1. A\n   - X\n2. \n3. B\n");
      assert.equal(enteredInItem("1. A\n   1. X\n   2. |\n   3. Y\n2. B\n"), "1. A\n   1. X\n2. \n   2. Y\n3. B\n");
      assert.equal(enteredInItem("- A\n  - B\n    - |\n"), "- A\n  - B\n  - \n");
    }); // prettier-ignore

    it("writes nothing where that is not certain", () => {
      for (const before of [
        "Ja.|\n",
        "5. februar 2024 vedtog rådet planen|\n",
        "3.kvartal|\n",
        "-5 grader|\n",
        "*Kursiv* tekst|\n",
        "|- A\n",
        "- A\n|- B\n",
        "- A\nog mere|\n",
        "- A|\n  som fortsætter\n",
        "- A|\nsom fortsætter\n",
        "999. A|\n",
        "å) A|\n",
        "| - | A |\n",
        "1.\tA\tB|\n",
        "<!--\n- A|\n-->\n",
        "- A <!-- x|\n-->\n",
        "<!-- ikke lukket\n\n- A|\n",
      ]) {
        const at = before.includes("|\n") ? before.lastIndexOf("|") : before.indexOf("|");
        const text = `${head}${before.slice(0, at)}\n${before.slice(at + 1)}`;
        const edits = onTypeOf(ReferatDocument.parse(text), head.length + at + 1, "\n");
        assert.deepEqual(edits, [], before);
      }
      assert.equal(entered("REFERAT A d. 04-03-2026\n\nMødedeltagere\n1. Anna|\n"), "REFERAT A d. 04-03-2026\n\nMødedeltagere\n1. Anna\n\n");
      assert.equal(entered("Indholdsfortegnelse\n\n1. A.....3|\n\nPunkt 1: A\n"), "Indholdsfortegnelse\n\n1. A.....3\n\n\nPunkt 1: A\n");
    }); // prettier-ignore

    it("answers Enter alone", () => {
      const text = `${head}1. A\n`;
      for (const typed of [" ", ".", ")", ""])
        assert.deepEqual(onTypeOf(ReferatDocument.parse(`${text}\n`), text.length, typed), []);
    });

    it("does so at every kind of line end", () => {
      const text = `${head}1. A|\n2. B\n`;
      assert.equal(
        entered(text.replaceAll("\n", "\r\n")),
        entered(text).replaceAll("\n", "\r\n"),
      );
    }); // prettier-ignore
  });

  describe("Enter at the edges of lists", () => {
    it("finds the list around a nested one over blank lines, and not over other text", () => {
      assert.equal(enteredInItem("- A\n\n  - X\n\n  - |\n", "  "), "- A\n\n  - X\n\n- \n");
      assert.equal(enteredInItem("- A\n\nTekst.\n\n  - X\n  - |\n", "  "), "- A\n\nTekst.\n\n  - X\n\n\n");
    });

    it("writes the blank that the mark around it goes without", () => {
      assert.equal(enteredInItem("1.Godkender\n   - X\n   - |\n", "   "), "1.Godkender\n   - X\n2. \n");
    });

    it("counts no further than there are marks", () => {
      assert.equal(enteredInItem("998. A|\n"), "998. A\n999. \n");
      for (const text of ["999. A|\n", "å) A|\n"]) assert.equal(enteredInItem(text), text.replace("|", "\n"));
      // What follows stays as it is where it cannot be counted on.
      assert.equal(enteredInItem("997. A|\n998. B\n999. C\n"), "997. A\n998. \n999. B\n999. C\n");
    });
  });

  describe("Enter behind the time of a heading", () => {
    const agenda = (first: string, second: string): string =>
      `DAGSORDEN Kulturudvalget i Havneby d. 04-03-2026\n\nMødedato Onsdag d. 4. marts 2026 kl. 13:00\n\nPunkt 1: Velkomst${first}\n\nPunkt 2: Ny hal${second}|\n`;

    it("writes it in the style of the document's others", () => {
      for (const [first, typed, right] of [
        [" (13.00-13.05)", " 13.05-13.30", " (13.05-13.30)"],
        [" (13.00-13.05)", " 13.05-14", " (13.05-14.00)"],
        [" (13.00-13.05)", " kl 13.05-13.30", " (13.05-13.30)"],
        [" (13.00-13.05)", " 13.05 til 13.30", " (13.05-13.30)"],
        [" (13.00-13.05)", " kl. 13.05 til kl. 13.30", " (13.05-13.30)"],
        [" (5 min)", " 25 min", " (25 min)"],
        [" (5 min)", ", 25 min.", " (25 min)"],
        [" (5 min)", " (25 minutter)", " (25 min)"],
        [" (5 min.)", " 25min", " (25 min.)"],
        [" (5 minutter)", " (25 min)", " (25 minutter)"],
        [" (13.00-13.05)", ", kl. 13.05 – 13.30", " (13.05-13.30)"],
        [" (13.00-13.05)", " (1305-1330)", " (13.05-13.30)"],
        [" (13.00-13.05)", " (13.05-13.30", " (13.05-13.30)"],
        [" (13.00-13.05)", " kl. 14-15", " (14.00-15.00)"],
        [" (13.00-13.05)", " kl. 1305-1330", " (13.05-13.30)"],
        [" (13.00-13.05)", " - 13.05-13.30", " (13.05-13.30)"],
        [", kl. 13:00-13:05", " (13.05-13.30)", ", kl. 13:05-13:30"],
        [", kl. 9:00-9:15", " (09.15-10)", ", kl. 9:15-10:00"],
        [" (kl. 13.00 – 13.05)", " 13.05-13.30", " (kl. 13.05 – 13.30)"],
      ]) {
        const text = entered(agenda(first ?? "", typed ?? ""));
        assert.equal(text, agenda(first ?? "", right ?? "").replace("|", "\n"), `${first} ${typed}`);
        const findings = new Checker().check(ReferatDocument.parse(text), { fileKind: "dagsorden" });
        assert.deepEqual(findings.filter(({ rule }) => rule.id === "slot-form"), []);
      }
    }); // prettier-ignore

    it("leaves what is in style, and what may be no time", () => {
      for (const [first, typed] of [
        [" (13.00-13.05)", " (13.05-13.30)"],
        [" (13.00-13.05)", " (2025-2027)"],
        [" (13.00-13.05)", " 2025-2027"],
        [" (13.00-13.05)", " 13-14"],
        [" (13.00-13.05)", " (13-14)"],
        [" (13.00-13.05)", " 01.10-12.10"],
        [" (13.00-13.05)", " 13.30-13.05"],
        [" (13.00-13.05)", " 13.05-13.75"],
        [" (13.00-13.05)", " 19.05-19.30"],
        [" (13.00-13.05)", ", kl. 13.05"],
        [" (13.00-13.05)", " (30 min)"],
        [" (13.00-13.05)", " 130-145"],
        [" (13.00-13.05)", ""],
        ["", " 13.05-13.30"],
        [" (5 min)", " - indlæg på 25 min"],
        [" (5 min)", " om højst 25 min"],
        [" (5 min)", " uden tid"],
        [" (5 min)", " (25 min)"],
      ]) {
        const text = agenda(first ?? "", typed ?? "");
        assert.equal(entered(text), text.replace("|", "\n"), `${first} ${typed}`);
      }
      // Enter in the middle of a title, and on the line below.
      for (const text of [
        "Punkt 1: A (13.00-13.05)\n\nPunkt 2: B| kl 13.05-13.30\n",
        "Punkt 1: A (13.00-13.05)\n\nPunkt 2: B kl 13.05-13.30\n|\n",
      ])
        assert.equal(entered(text), text.replace("|", "\n"));
      // What has no title but its time, and a pause, which is no pause with anything else behind it.
      for (const text of [
        "Punkt 1: A (13.00-13.05)\n\nPunkt 2: kl. 13.05-13.30|\n",
        "Punkt 1: A (13.00-13.05)\n\nPunkt 2: kl 1305-1330|\n",
        "Punkt 1: A (5 min)\n\nPunkt 2: 25 min|\n",
        "Punkt 1: A (5 min)\n\nPAUSE (10 minutter)|\n",
      ])
        assert.equal(entered(text), text.replace("|", "\n"));
    });

    it("follows the profile where there is one", () => {
      const style = slotStyleForm(", kl. tt:mm-tt:mm");
      const profile: Profile = { ...defaultProfile, slots: { use: "required", style } };
      assert.equal(entered("Punkt 1: A 13-13.30|\n", "", profile), "Punkt 1: A 13-13.30\n\n", "nothing says that this is a time");
      assert.equal(entered("Punkt 1: A kl 13-13.30|\n", "", profile), "Punkt 1: A, kl. 13:00-13:30\n\n");
      const none: Profile = { ...defaultProfile, slots: { use: "none", style } };
      assert.equal(entered("Punkt 1: A kl 13-13.30|\n", "", none), "Punkt 1: A kl 13-13.30\n\n");
    }); // prettier-ignore
  });
});
