/** Invented documents of the protocol tests. */

/** Minutes without a mistake in what the first rules know: head, contents, items of several kinds, a comment. */
export const minutes = `REFERAT Kulturudvalget i Sandby - Politisk niveau d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00-15:00

Mødested Mødelokale 2, Rådhuset, Sandby

Mødedeltagere Karen Høst, A, Bent Kjær, V, Åse Lund, Sandby Kommune (Fravær)

Indholdsfortegnelse

Velkomst og godkendelse af dagsorden (13.00-13.10).....\t2
Ny svømmehal ved Strandvejen (13.10-13.40).....\t3
PAUSE (13.40-13.50).....\t5
Lukket punkt: Køb af grund (13.50-14.20).....\t6

Punkt 1: Velkomst og godkendelse af dagsorden (13.00-13.10)

Beslutning i Kulturudvalget den 04-03-2026

Dagsordenen blev godkendt.

Fraværende Åse Lund

Punkt 2: Ny svømmehal ved Strandvejen (13.10-13.40)

Sagsfremstilling

Baggrund

Hallen er fra 1974.[1] Taget er utæt, og Karen Høst har bedt om en plan, jf. punkt 1.
Planen følger [her](bilag/skitse%20æ.pdf) og på https://www.sandby.dk/hal, og spørgsmål går til hal@sandby.dk.

Tidsplan

- Udbud i efteråret 2026
- Byggestart i 2027

Del\t2026\t2027
Tag\t1,5\t6,0

[1] Tilstandsvurderingen er fra november 2025.

Indstilling

Forvaltningen indstiller, at udvalget:

1. Godkender planen
2. Tager økonomien til efterretning

Beslutning i Kulturudvalget den 04-03-2026

1. Godkendt.
2. Taget til efterretning.

<!-- Åse skriver
til naboerne -->

PAUSE (13.40-13.50)

Punkt 3: Lukket punkt: Køb af grund (13.50-14.20)

Sagsfremstilling

Grunden ligger ved havnen. Kommunen ejer naboens jord, men ikke vejen.

Indstilling

Forvaltningen indstiller, at udvalget:

1. Godkender købet

Beslutning i Kulturudvalget den 04-03-2026

Godkendt, jf. punkt 2.
`;

/** Minutes with mistakes whose fixes are safe: a weekday, two headings. */
export const mistaken = `REFERAT Kulturudvalget i Sandby d. 04-03-2026

Mødedato Tirsdag d. 4. marts 2026 kl. 13:00

Punkt 1: Ny svømmehal ved Strandvejen

RESUMÈ

Hallen er fra 1974.

INDSTILING

Forvaltningen indstiller, at udvalget:

1. Godkender planen

BESLUTNING

Godkendt.
`;

/** What `mistaken` is after all safe fixes. */
export const mended = mistaken
  .replace("Tirsdag", "Onsdag")
  .replace("RESUMÈ", "RESUMÉ")
  .replace("INDSTILING", "INDSTILLING");

/** An item with letters of one, two, three and four bytes before a wrong weekday, a link and a name. */
export function manyBytes(lineEnd: string): string {
  return [
    "REFERAT Kulturudvalget i Sandby d. 04-03-2026",
    "",
    "Mødedato Onsdag d. 4. marts 2026 kl. 13:00",
    "",
    "Mødedeltagere Karen Høst, A",
    "",
    "Punkt 1: Nyt fra øen 😀 (30 min)",
    "",
    "Søen – ½ km 😀🏊 – besøges tirsdag d. 4. marts 2026, siger Karen Høst, jf. [kørslen](https://x.dk/å) 😀.",
    "",
  ].join(lineEnd);
}
