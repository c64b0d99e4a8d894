import type { ReferatDocument } from "../../server/src/syntax/document.ts";
import type { Span } from "../../server/src/text/span.ts";

/** The offset of the bar in words that stand once in the text: `punkt |2, jf.` */
export function caretIn(text: string, marked: string): number {
  const bar = marked.indexOf("|");
  const words = marked.slice(0, bar) + marked.slice(bar + 1);
  const at = text.indexOf(words);
  if (bar === -1 || at === -1 || text.includes(words, at + 1))
    throw new Error(`Not once in the text: ${marked}`);
  return at + bar;
}

/** `line 12: words`, with lines counted from 1. */
export function shownAt(document: ReferatDocument, { start, end }: Span): string {
  return `${document.positionAt(start).line + 1}: ${document.getText({ start, end })}`;
}

/** An invented document that names everything several times. */
export const council = `REFERAT Kulturudvalget i Havneby - Politisk niveau d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00-15:00

Mødedeltagere Anna Holm, A, Bent Krogh, V, Citha Lund, Havneby Kommune (Fravær), Anna Holm Jensen, C

Referent Ida Krog

Indholdsfortegnelse

Godkendelse af dagsorden (13.00-13.05).....	2
Ny svømmehal (13.05-13.35).....	3
PAUSE (13.35-13.45).....	5
Cykelstier ved ha	6

Punkt 1: Godkendelse af dagsorden (13.00-13.05)

Beslutning i Kulturudvalget i Havneby - Politisk niveau den 04-03-2026

Dagsordenen blev godkendt.

Punkt 2: Ny svømmehal (13.05-13.35)
Sagsnr. 26/0117

Sagsfremstilling

Hallen er fra 1974.[1] Anna Holm har bedt om en plan, jf. punkt 3. Den ligger i bilag 2.1, og taget ses i Tag.pdf.
Anna Holms forslag blev støttet af Anna Holm Jensen. Ida Krog skriver. Karin Bentzen fortalte om lovens § 7, punkt 1.

[1] Tilstandsvurderingen er fra november 2025.

Indstilling

Det indstilles, at kulturudvalget i Havneby – Politisk niveau:

1. Godkender planen
2. Tager økonomien til efterretning
3. Drøfter farven

Beslutning i Kulturudvalget i Havneby - Politisk niveau den 04-03-2026

1. Godkendt.
2. Taget til efterretning.
3. Drøftet. Karin Bentzens oplæg sendes ud senest 17. maj 2026.

Bilag

Bilag 2.1: Projektplan.pdf
Bilag 2.2: Tag.pdf

Fraværende Bent Krogh

PAUSE (13.35-13.45)

Punkt 3: Cykelstier ved havnen (13.45-14.30)

Sagsfremstilling

Sagen 26/0117 og bilag 2.1 til sagen er kendt, jf. punkt 2.

Beslutning i Kulturudvalget i Havneby - Politisk niveau den 04-03-2026

Udsat.
`;
