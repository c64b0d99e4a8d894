import { Paragraph, TextRun } from "docx";
import { escaped } from "../html/escape.ts";
import type { InlineWriter } from "./inline.ts";
import type { NoteId, Notes } from "./notes.ts";

/** The notes of a document, by Word's number for each. */
export function footnotes(
  notes: Notes,
  writer: InlineWriter,
): Record<string, { readonly children: readonly Paragraph[] }> {
  return Object.fromEntries(
    notes.all().map((each) => [each.id, { children: [noteParagraph(each, writer)] }]),
  );
}

function noteParagraph({ note }: NoteId, writer: InlineWriter): Paragraph {
  return new Paragraph({
    style: "FootnoteText",
    children: [new TextRun(" "), ...writer.noteChildren(note.content)],
  });
}

/** The part with the notes: those that Word's count would call otherwise bear the mark that is written. */
export function withOwnMarks(xml: string, notes: Notes): string {
  const marks = new Map(
    notes.all().flatMap(({ id, note, counts }) => (counts ? [] : [[String(id), note.number]])),
  );
  return xml.replace(
    /(<w:footnote w:id="(\d+)">.*?)<w:footnoteRef\/>/gs,
    (whole, before: string, id: string) => {
      const mark = marks.get(id);
      return mark === undefined ? whole : `${before}<w:t>${escaped(mark)}</w:t>`;
    },
  );
}
