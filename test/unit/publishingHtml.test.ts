import assert from "node:assert/strict";
import { defaultProfile } from "../../server/src/model/profile.ts";
import { html } from "../../server/src/publishing/html.ts";
import { render, type RenderOptions } from "../../server/src/publishing/render.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { deadAnchors, headingLevels } from "../support/htmlPage.ts";

function page(text: string, options: RenderOptions = {}): string {
  return html(render(ReferatDocument.parse(text), "referat", defaultProfile, options));
}

const hostile = `REFERAT </style><script>alert(1)</script> "Udvalg" & \\ d. 04-03-2026

Mødested <img src=x onerror=alert(1)>

Punkt 1: </script><b>fed</b>

Her er <b>tags</b>, [et "link"](https://a.example/"onmouseover="x) og [to](https://a.example/?a=1&b=<c>).

| <i>A</i> | B |
|---|---|
| 1 | <!-- væk --> |

Bilag

Bilag 1.1: <svg onload=alert(1)>.pdf
`;

describe("the web page", () => {
  it("is one file in Danish, with its landmarks and nothing that runs or comes from elsewhere", () => {
    const text = page("REFERAT Kulturudvalget d. 04-03-2026\n\nPunkt 1: Velkomst\n\nTekst.\n");
    for (const part of [
      '<html lang="da">',
      '<a class="skip" href="#indhold">',
      "<header>",
      "<nav ",
      '<main id="indhold"',
      "<title>Referat: Kulturudvalget, 4. marts 2026</title>",
      "default-src 'none'",
      '<li><a href="#punkt-1">Velkomst</a></li>',
    ])
      assert.ok(text.includes(part), part);
    assert.doesNotMatch(text, /<link|<img|<iframe|@import|url\(|\son\w+=|src=/i);
    assert.equal(text.match(/<script/g)?.length, 1);
  });

  it("escapes whatever the document holds", () => {
    const text = page(hostile, { state: "kladde" });
    assert.equal(text.match(/<script/g)?.length, 1);
    assert.equal(text.match(/<\/script/g)?.length, 1);
    assert.equal(text.match(/<\/style/g)?.length, 1);
    assert.doesNotMatch(text, /<(?:img|b|i|svg|c)\b/);
    assert.doesNotMatch(text, /="[^"]*"onmouseover/);
    assert.match(text, /&lt;img src=x onerror=alert\(1\)&gt;/);
  });

  it("writes addresses of the web, of mail and of files beside it, and no others", () => {
    const text = page(
      "Punkt 1: A\n\n[a](javascript:alert(1)) [b](JAVASCRIPT:x) [c](data:x) [d](file:///x) [e](//x.example) [f](../x) [g](https://x.example) [h](mailto:a@x.example) [i](k/l.pdf) vbscript:x\n",
    );
    const addresses = [...text.matchAll(/href="([^"#][^"]*)"/g)].map(([, address]) => address);
    assert.deepEqual(addresses, ["https://x.example", "mailto:a@x.example", "k/l.pdf"]);
  });

  it("gives headings in order, wherever a subheading stands", () => {
    const text = page(
      "REFERAT U d. 04-03-2026\n\nPunkt 1: A\n\nBaggrund\n\nTekst.\n\nSagsfremstilling\n\nProces\n\nTekst.\n\nPAUSE (10.00-10.15)\n\nPunkt 2: B\n",
    );
    const levels = headingLevels(text);
    assert.deepEqual(levels, [1, 2, 2, 3, 3, 4, 2, 2]);
    assert.deepEqual(headingLevels(page("")), [1]);
  });

  it("marks the headers of tables, and lets wide ones scroll", () => {
    const text = page("Punkt 1: A\n\n| Navn | Tal |\n|---|---|\n| x | 1 |\n");
    assert.match(
      text,
      /<thead>\n<tr><th scope="col">Navn<\/th><th scope="col" class="number">Tal<\/th><\/tr>/,
    );
    assert.match(text, /<tr><th scope="row">x<\/th><td class="number">1<\/td><\/tr>/);
    const wide = page(`Punkt 1: A\n\n${"a\t".repeat(199)}b\n`);
    assert.match(
      wide,
      /<div class="scroll" role="group" aria-label="Tabel 1, kan rulles vandret" tabindex="0">/,
    );
    assert.equal(wide.match(/<td>/g)?.length, 200);
  });

  it("ties notes to their marks, both ways, and leads nowhere else", () => {
    const text = page("Punkt 1: A\n\nOrd[1] og ord[1], men [9].\n\n[1] Noten.\n");
    assert.match(
      text,
      /<a id="punkt-1-note-1-fra-1" href="#punkt-1-note-1" role="doc-noteref" aria-label="Note 1">1<\/a>/,
    );
    assert.match(text, /href="#punkt-1-note-1-fra-2" role="doc-backlink"/);
    assert.deepEqual(deadAnchors(text), []);
  });

  it("shows the numbers of a list as they are written", () => {
    const text = page("Punkt 1: A\n\n3. c\n4. d\n7. g\n\nTekst\n\na) x\nb) y\n");
    assert.match(text, /<ol start="3">\n<li>c<\/li>\n<li>d<\/li>\n<li value="7">g<\/li>/);
    assert.match(text, /<ol class="letters">/);
  });

  it("shows an entry of the contents that was cut short in full", () => {
    const text = page(
      "Indholdsfortegnelse\n\nNy svømmehal ved hav\t2\nEvt.....\t3\n\nPunkt 1: Ny svømmehal ved havnen i Strandby\n\nPunkt 2: Evt.\n",
    );
    assert.match(text, /<li><a href="#punkt-1">Ny svømmehal ved havnen i Strandby<\/a><\/li>/);
  });

  it("tells programs of the meeting", () => {
    const text = page(
      "REFERAT Udvalget </script> d. 04-07-2026\n\nMødedato Lørdag d. 4. juli 2026 kl. 22:00-01:00\n\nMødested Salen\n",
    );
    const data: unknown = JSON.parse(
      /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(text)?.[1] ?? "",
    );
    assert.deepEqual(data, {
      "@context": "https://schema.org",
      "@type": "Event",
      "name": "Referat: Udvalget </script>, 4. juli 2026",
      "startDate": "2026-07-04T22:00:00+02:00",
      "endDate": "2026-07-05T01:00:00+02:00",
      "eventStatus": "https://schema.org/EventScheduled",
      "location": { "@type": "Place", "name": "Salen", "address": "Salen" },
      "organizer": { "@type": "Organization", "name": "Udvalget </script>" },
      "inLanguage": "da",
    });
  });

  it("says how far the document has come, and which items are closed", () => {
    assert.match(
      page("", { state: "til godkendelse" }),
      /<p class="state state-til-godkendelse">Til godkendelse<\/p>/,
    );
    const text = page("Punkt 1: Lukket punkt: Hemmeligt\n\nIntet.\n", { public: true });
    assert.match(
      text,
      /<section class="item closed">\n<p class="neutral">Lukket punkt\. [^<]+<\/p>\n<\/section>/,
    );
    assert.doesNotMatch(text, /Hemmeligt|Intet/);
  });

  it("says of a closed item that it is one, below its title where titles are shown, and alone where not", () => {
    const text = "REFERAT Udvalget d. 04-03-2026\n\nPunkt 1: Lukket punkt: Salg\n\nKøber er X.\n\nPunkt 2: A\n\nTekst.\n";
    const shown = (closedItems: "title" | "hidden"): string => {
      const profile = { ...defaultProfile, publish: { ...defaultProfile.publish, closedItems } };
      return html(render(ReferatDocument.parse(text), "referat", profile, { public: true }));
    };
    assert.match(shown("title"), /<section id="punkt-1" class="item closed">\n<h2><span class="label">Punkt 1<\/span> [^<]*Salg<\/h2>\n<p class="neutral">/);
    assert.match(shown("hidden"), /<section class="item closed">\n<p class="neutral">[^<]+<\/p>\n<\/section>/);
    for (const closedItems of ["title", "hidden"] as const) assert.doesNotMatch(shown(closedItems), /Køber/);
    assert.doesNotMatch(shown("hidden"), /Salg/);
  }); // prettier-ignore

  it("gives the same page each time", () => {
    assert.equal(page(hostile), page(hostile));
  });
});
