// What the editors are given to mend, and what it must be then. Invented, as all fixtures are.

/** Two letters of two bytes and two signs of two UTF-16 units stand before what is to be underlined. */
export const before = `REFERAT Kulturudvalget i Sandby d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00

Mødedeltagere Karen Høst, A, Bent Kjær, V

Punkt 1: Ny svømmehal ved Strandvejen

Sagsfremstilling

Søen – ½ km 😀🏊 – besøges tirsdag d. 4. marts 2026, siger Karen Høst.

INDSTILING

Forvaltningen indstiller, at udvalget:

1. Godkender planen${"  "}



Beslutning

Godkendt. Karen Høst deltog ikke.
`;

/** After the fix of the weekday, the formatting, and Karen Høst's new name. The misspelt heading is nobody's business yet. */
export const after = before
  .replace("tirsdag", "onsdag")
  .replace("planen  \n\n\n\n", "planen\n\n")
  .replaceAll("Karen Høst", "Karen Holm");
