import { type FileChild, Paragraph, Tab, TextRun } from "docx";
import { aroundContents } from "../aroundContents.ts";
import type { FieldBlock, HeadBlock, ListedPerson, RenderDocument } from "../renderModel.ts";
import { kindNames } from "../title.ts";
import { words } from "../words.ts";
import type { Bookmarks } from "./bookmarks.ts";
import { contentsParts, plainEntries } from "./contents.ts";
import { changeForm, type Child, type InlineWriter } from "./inline.ts";
import { runs } from "./runs.ts";

/** What stands before the items: the title, the fields, the contents. */
export function headParts(
  document: RenderDocument,
  writer: InlineWriter,
  bookmarks: Bookmarks,
): (Paragraph | FileChild)[] {
  const { head } = document;
  const { before, contents, behind } = aroundContents(head);
  const title = head.some(({ type }) => type === "title")
    ? []
    : [new Paragraph({ style: "Title", children: [new TextRun(kindNames[document.kind])] })];
  return [
    ...title,
    ...before.flatMap((block) => headBlock(block, writer)),
    ...changesLine(document),
    ...contentsParts(contents, document, bookmarks),
    ...behind.flatMap((block) => headBlock(block, writer)),
  ];
}

/** What the marks stand for. */
function changesLine({ changes, public: isPublic }: RenderDocument): Paragraph[] {
  if (changes === null) return [];
  const marks = [
    ...runs(words.inserted, changeForm("inserted")),
    ...(isPublic ? [] : [...runs(", "), ...runs(words.deleted, changeForm("deleted"))]),
  ];
  return [
    new Paragraph({ style: "Aendring", children: [...runs(`${words.changes(changes.since)}: `), ...marks] }),
  ];
}

function headBlock(block: HeadBlock, writer: InlineWriter): Paragraph[] {
  switch (block.type) {
    case "title":
      return titleParts(block);
    case "field":
      return fieldParts(block, writer);
    case "contents":
      return [
        ...(block.heading === ""
          ? []
          : [new Paragraph({ style: "TOCHeading", children: runs(block.heading) })]),
        ...plainEntries(block, () => true),
      ];
    case "paragraph":
      return [new Paragraph({ children: writer.children(block.content) })];
  }
}

function titleParts({ kind, body, rest }: Extract<HeadBlock, { type: "title" }>): Paragraph[] {
  const line = (style: string, text: string): Paragraph => new Paragraph({ style, children: runs(text) });
  return [
    ...(body === "" ? [line("Title", kind)] : [line("Dokumentart", kind), line("Title", body)]),
    ...(rest === "" ? [] : [line("Subtitle", rest)]),
  ];
}

function fieldParts({ label, value, persons }: FieldBlock, writer: InlineWriter): Paragraph[] {
  const named = (style: string, children: readonly Child[]): Paragraph =>
    new Paragraph({
      style,
      children: [...runs(label, { style: "Feltnavn" }), new TextRun({ children: [new Tab()] }), ...children],
    });
  if (!persons) return [named("Moedeoplysning", writer.children(value))];
  const [first, ...others] = persons;
  return [
    named("Deltager", first ? person(first) : []),
    ...others.map(
      (each) =>
        new Paragraph({
          style: "Deltager",
          children: [new TextRun({ children: [new Tab()] }), ...person(each)],
        }),
    ),
  ];
}

function person({ name, affiliation, absence }: ListedPerson): TextRun[] {
  const from = affiliation === null ? "" : `, ${affiliation}`;
  return runs(`${name}${from}${absence === null ? "" : ` (${absence})`}`);
}
