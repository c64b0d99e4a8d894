import { type Attachment, attachmentsOf } from "../model/attachments.ts";
import { comparableName } from "../model/fileName.ts";
import { defaultProfile, type Profile } from "../model/profile.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Item } from "../syntax/nodes.ts";
import { append } from "../text/many.ts";
import { applyEdits } from "./applyEdits.ts";
import { nextNumber, withEntry } from "./attachmentEdits.ts";
import type { ChunkEdit } from "./chunkEdit.ts";
import { newSection } from "./insertSection.ts";
import { type EditResult, refused } from "./result.ts";

/**
 * Lists files under the item's Bilag, behind those that are there: numbered where the others are, in a section of their own
 * where there is none. A file that is listed already is not listed again.
 */
export function addAttachments(
  document: ReferatDocument,
  index: number,
  names: readonly string[],
  profile: Profile = defaultProfile,
): EditResult {
  const item = document.items[index];
  if (!item) return refused({ why: "noItem" });
  const listed = new Set(attachmentsOf(item).map(({ name }) => comparableName(name)));
  const fresh = names.filter((name) => !listed.has(comparableName(name)));
  const chunk = document.firstItemIndex + index;
  const edits: ChunkEdit[] = [];
  let after = document;
  for (const name of fresh) {
    const now = after.items[index];
    const edit = now && entryEdit(after, now, chunk, name, profile);
    if (!edit) return refused({ why: "comment" });
    after = applyEdits(after, edit);
    append(edits, edit);
  }
  return { edits: atOnePlace(edits), left: [], caret: null };
}

function entryEdit(
  document: ReferatDocument,
  item: Item,
  chunk: number,
  name: string,
  profile: Profile,
): ChunkEdit[] | null {
  const last = attachmentsOf(item).at(-1);
  if (!last) {
    const model = document.items
      .flatMap((other) => attachmentsOf(other).map((entry) => ({ other, entry })))
      .at(-1);
    const lead = model ? leadLike(model.other, model.entry, item) : leadLike(null, null, item);
    // The line that the section ends with is there already, where it goes to the item's end.
    return (
      newSection("bilag", chunk, document, [lead + name], profile)?.map((edit) =>
        /^[\r\n]/.test(item.text.slice(edit.span.end))
          ? { ...edit, newText: edit.newText.replace(/(?:\r\n|\r|\n)$/, "") }
          : edit,
      ) ?? null
    );
  }
  const edits = withEntry(item, last.list, leadLike(item, last, item) + name);
  return edits?.map((edit) => ({ chunk, ...edit })) ?? null;
}

/** What stands before the name: as before the model's, with the item's next number; nothing where the model has none. */
function leadLike(owner: Item | null, model: Attachment | null, item: Item): string {
  const number = nextNumber(item);
  if (number === null) return "";
  if (!owner || !model) return `Bilag ${number}: `;
  if (!model.numberSpan) return "";
  return (
    owner.text.slice(model.span.start, model.numberSpan.start) +
    number +
    owner.text.slice(model.numberSpan.end, model.nameSpan.start)
  );
}

/** Each entry was put right behind the one before it: in the document as it is, all of them go to the place of the first. */
function atOnePlace(edits: readonly ChunkEdit[]): ChunkEdit[] {
  const [first] = edits;
  if (!first) return [];
  // A section of its own ends its line; what follows stands in front of that line end.
  const end = /(?<![\r\n])[\r\n]+$/.exec(first.newText)?.[0] ?? "";
  const head = first.newText.slice(0, first.newText.length - end.length);
  return [
    {
      ...first,
      newText:
        head +
        edits
          .slice(1)
          .map(({ newText }) => newText)
          .join("") +
        end,
    },
  ];
}
