import { defaultProfile } from "../../server/src/model/profile.ts";
import { withChanges } from "../../server/src/publishing/changes/changes.ts";
import { html } from "../../server/src/publishing/html.ts";
import { oparlText } from "../../server/src/publishing/oparl.ts";
import { render } from "../../server/src/publishing/render.ts";
import type { RenderDocument } from "../../server/src/publishing/renderModel.ts";
import { typst } from "../../server/src/publishing/typst.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { picturesOfOddDocuments } from "../support/oddDocuments.ts";

/** The source of the pages behind the template, and the body of the web page, an element a line. */
function written(document: RenderDocument): string[] {
  const source = typst(document);
  const page = html(document);
  return [
    ...source.slice(source.lastIndexOf("#show: pages")).split("\n"),
    "",
    ...page.slice(page.indexOf("<body")).split("\n"),
  ];
}

/** What its readers get of a document: all of it, what everybody sees, and what has changed since every third line was another. */
function picture(document: ReferatDocument, name: string): string[] {
  const kind = name.endsWith(".dagsorden") ? "dagsorden" : "referat";
  const lines = document.getText().split("\n");
  const earlier = lines.flatMap((line, index) => (index % 6 === 5 ? [] : index % 3 === 2 ? [line.slice(0, -4)] : [line]));
  const whole = render(document, kind, defaultProfile, { files: ["kort.pdf", "Plan.pdf"] });
  const before = render(ReferatDocument.parse(earlier.join("\n")), kind, defaultProfile);
  return [
    ...written(whole),
    "",
    "=== for everybody",
    ...written(render(document, kind, defaultProfile, { public: true })),
    "",
    "=== since an earlier version",
    ...written(withChanges(whole, before, "siden i går")),
    "",
    "=== OParl",
    oparlText(whole),
  ];
} // prettier-ignore

describe("what readers get of odd documents", () => {
  picturesOfOddDocuments("pages", picture);
});
