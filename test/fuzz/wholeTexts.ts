import type { Growing } from "./hostile.ts";

/**
 * Whole documents that grow: with everything that can be written in them, and a number in what can differ, so that nothing is
 * the same twice. What compares one kind of thing with another, or with all of its own, shows here.
 */

/** What a case says, in its sections. */
function caseOf(n: number): string {
  const file = `Plan ${n} for havnen.pdf`;
  return `26/${1000 + n}

Resumé
Hal ${n} i Nordhavn (HN${n}) skal renoveres, jf. punkt ${n} og ${n + 1}, bilag ${n}.1 og [1].

Sagsfremstilling
Anna ${nameOf(n)} orienterede om Kulturudvalget i Havneby (KUH) og om (KU${n}) på mødet den 4. juni 2025, jf. punkt 3, og Bo ${nameOf(n + 1)}s
brev af 7.april 2026 "om 'hal ${n}'" (se https://havneby.dk/hal/${n} eller hal${n}@havneby.dk, tlf. 12 34 56 78), [her](#) og [planen](${file}).
Havneby Udvalg for Kultur drøftede sagen den ${1 + (n % 28)}. maj 2025. Sagen blev udsat, og Kulturudvalget godkendte planen d. 4. juni 2025.

Baggrund ${n}
- Første punkt ${n}[${n}]
  - under det, 23/${1000 + n}
1. Først
3. Så
\tPost ${n}\tKroner\t${n}
\tDrift\t1.000
| a ${n} | b |
| --- | --- |
| <b>c</b> | TODO |

<!-- referat-disable-next-line weekday: af en grund -->
Tirsdag d. 4. marts 2026, ${file}, ${file}; 010203-1${100 + (n % 900)}.

og
<!-- en kommentar ${n} -->

Indstilling
Direktionen indstiller, at Kulturudvalget:
1. Godkender plan ${n}
2. Drøfter Anna ${nameOf(n)}s forslag
3. Tager orienteringen til efterretning

Beslutning i Kulturudvalget i Havneby den 04-03-2026
1. Godkendt.
Ad 2. Drøftet. Det blev aftalt, at Anna ${nameOf(n)} undersøger hal ${n} inden 1. maj 2026.

Afstemning
For stemte: Anna ${nameOf(n)}, Bo ${nameOf(n + 1)}. Imod stemte: Dan Friis.

Opfølgning
- Anna ${nameOf(n)}: skriver om hal ${n} (senest 1. april 2026)

Bilag
Bilag ${n}.1: ${file}
Bilag ${n}.2 - Kort ${n}.pdf

Fraværende Dan ${nameOf(n)}

[${n}] En note om hal ${n}.
`;
}

const caseLength = caseOf(100).length + 40;

function nameOf(n: number): string {
  return `H${[...String(n)].map((digit) => "abcdefghij"[Number(digit)] ?? "").join("")}sen`;
}

function numbers(length: number, each: number): number[] {
  return Array.from({ length: Math.max(1, Math.ceil(length / each)) }, (_, index) => index + 1);
}

const head = `REFERAT Kulturudvalget i Havneby d. 04-03-2026

Mødedato Tirsdag d. 4. marts 2026 kl. 13:00-15:00

Mødested Rådhuset

`;

function headOf(all: readonly number[], title: (n: number) => string): string {
  const people = all.map((n) => `Anna ${nameOf(n)}, A, Bo ${nameOf(n)}, Havneby Kommune (Fravær)`).join(", ");
  const contents = all.map((n) => `${title(n)}.....\t${n}\n`).join("");
  return `${head}Mødedeltagere ${people}\n\nIndholdsfortegnelse\n\n${contents}\n`;
}

const kinds = ["Orientering om", "Drøftelsessag:", "Lukket punkt:", "Beslutningssag:", ""];

function titleOf(n: number): string {
  return `${kinds[n % kinds.length] ?? ""} Hal ${n} i Havneby, kl. ${10 + (n % 8)}.${10 + (n % 40)}-${10 + (n % 8)}.55`.trim();
}

export const wholeTexts: readonly Growing[] = [
  {
    name: "whole: items with all that there is, each in the contents",
    text(length: number): string {
      const all = numbers(length, caseLength + 150);
      return headOf(all, titleOf) + all.map((n) => `Punkt ${n}: ${titleOf(n)}\n${caseOf(n)}\n`).join("");
    },
  },
  {
    name: "whole: one item with all that there is",
    text: (length) => `${head}Punkt 1: Alt\n\n${numbers(length, caseLength).map(caseOf).join("\n")}`,
  },
  {
    name: "whole: one number for all items",
    text(length: number): string {
      const all = numbers(length, 90);
      const item = (n: number): string =>
        `Punkt 1: Sag ${n % 7}, kl. 13.05-13.30\n\nSe punkt 1 og bilag 1.1.\n\nBilag\n1.1: a.pdf\n`;
      return headOf(all, (n) => `Sag ${n % 7}`) + all.map(item).join("\n");
    },
  },
  {
    name: "whole: small items, and a pause between them",
    text: (length) =>
      headOf(numbers(length, 120), (n) => `Sag ${n}`) +
      numbers(length, 120)
        .map((n) => `Punkt ${n}: Sag ${n} (13.05-13.30)\n\nPAUSE (13.30-13.35)\n`)
        .join("\n"),
  },
  {
    name: "whole: names that differ by a letter",
    text: (length) =>
      `${head}Punkt 1: Alt\n\n${numbers(length, 60)
        .map((n) => `Anna Marie ${nameOf(n)} og Anne-Marie ${nameOf(n + 1)} sagde noget.`)
        .join("\n")}`,
  },
  {
    name: "whole: attachments, each cited and named",
    text(length: number): string {
      const all = numbers(length, 110);
      const listed = all.map((n) => `Bilag 1.${n}: Plan ${n} for havnen.pdf`).join("\n");
      const cited = all.map((n) => `Jf. bilag 1.${n} og Plan ${n} for havnen.pdf.`).join("\n");
      return `${head}Punkt 1: Alt\n\nBilag\n${listed}\n\nSagsfremstilling\n${cited}\n\nBilag\n${listed}\n`;
    },
  },
  {
    name: "whole: footnotes, each with its text",
    text(length: number): string {
      const all = numbers(length, 60);
      return `${head}Punkt 1: Alt\n\n${all.map((n) => `Ord om hal[${n}] her.`).join("\n")}\n\n${all.map((n) => `[${n}] En note om den.`).join("\n")}\n`;
    },
  },
  {
    name: "whole: recommendations, each answered",
    text(length: number): string {
      const all = numbers(length, 60);
      return `${head}Punkt 1: Alt\n\nIndstilling\nDet indstilles, at udvalget:\n${all.map((n) => `${n}. Godkender plan ${n}`).join("\n")}\n\nBeslutning\n${all.map((n) => `Ad ${n}) Godkendt.`).join("\n")}\n`;
    },
  },
  {
    name: "whole: silencings, each with what it silences",
    text: (length) =>
      `${head}Punkt 1: Alt\n\n${numbers(length, 120)
        .map(
          (n) =>
            `<!-- referat-disable-next-line weekday, date-form: ${n} -->\nTirsdag d. 5. marts 2026 og 7.april ${n}.`,
        )
        .join("\n\n")}`,
  },
  {
    name: "whole: quotes and brackets, each in the other",
    text: (length) =>
      `${head}Punkt 1: Alt\n\n${'Ord (om »det ”med "tal [og '.repeat(Math.ceil(length / 27))}`,
  },
];
