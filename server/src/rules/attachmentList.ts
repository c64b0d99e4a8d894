import { attachmentCitationsIn } from "../model/attachmentCitations.ts";
import { type Attachment, attachmentsOf } from "../model/attachments.ts";
import { comparableName, endingOf } from "../model/fileName.ts";
import { memo } from "../model/memo.ts";
import { sectionsOf } from "../model/sections.ts";
import type { Item, Section } from "../syntax/nodes.ts";
import { slice, type Span } from "../text/span.ts";
import { editDistance } from "../text/spelling.ts";
import { type ItemEdit, withEntry, withoutEntry } from "../edits/attachmentEdits.ts";
import { paragraphsOf } from "./heeds.ts";
import { type ChunkEdit, type Fix, fixFor, itemRule } from "./rule.ts";

type State =
  /** The attachment stands above in the same list. */
  | { readonly problem: "twice"; readonly entry: Attachment; readonly first: Attachment }
  /** The same attachment with another name in the first list, or with another number. */
  | { readonly problem: "name"; readonly entry: Attachment; readonly first: Attachment }
  | { readonly problem: "number"; readonly entry: Attachment; readonly first: Attachment }
  /** The first list does not have it. */
  | { readonly problem: "more"; readonly entry: Attachment }
  /** The later list, whose heading this is, does not have it. */
  | { readonly problem: "fewer"; readonly lacking: readonly Attachment[]; readonly list: number };

export const attachmentList = itemRule<State>({
  id: "attachment-list",
  severity: "warning",
  heeds: paragraphsOf("bilag"),
  *detect({ item }) {
    const lists = listsOf(item);
    for (const list of lists) {
      const seen = new Map<string, Attachment>();
      for (const entry of list.entries) {
        const key = comparableName(entry.name);
        const first = seen.get(key);
        if (!first) seen.set(key, entry);
        else if (key !== "")
          yield { span: entry.span, related: first.span, state: { problem: "twice", entry, first } };
      }
    }
    const first = lists[0];
    if (!first || first.entries.length === 0) return;
    for (const later of lists.slice(1)) {
      // An empty list is another rule's finding.
      if (later.entries.length > 0) yield* differences(first, later, item.heading.number);
    }
  },
  message: {
    da: (state) => {
      switch (state.problem) {
        case "twice":
          return `»${state.entry.name}« står to gange i listen. Læseren leder efter forskellen: slet det ene.`;
        case "name":
          return `Bilaget hedder »${state.entry.name}« her, men »${state.first.name}« i punktets første liste. Er det samme bilag, skal det hedde det samme: ret det ene navn.`;
        case "number":
          return `»${state.entry.name}« har nummer ${state.entry.number ?? ""} her, men ${state.first.number ?? ""} i punktets første liste. Henvisninger rammer forkert: ret det ene nummer.`;
        case "more":
          return `»${state.entry.name}« står ikke i punktets første liste over bilag. Læseren kan ikke se, hvad der gælder: lad de to lister være ens.`;
        case "fewer":
          return `Listen mangler ${namedInDanish(state.lacking)}, som står i punktets første liste over bilag. Læseren kan ikke se, hvad der gælder: lad de to lister være ens.`;
      }
    },
    en: (state) => {
      switch (state.problem) {
        case "twice":
          return `“${state.entry.name}” stands twice in the list: delete one of them.`;
        case "name":
          return `The attachment is called “${state.entry.name}” here, but “${state.first.name}” in the item's first list. Correct one of the names.`;
        case "number":
          return `“${state.entry.name}” has the number ${state.entry.number ?? ""} here, but ${state.first.number ?? ""} in the item's first list. Correct one of the numbers.`;
        case "more":
          return `“${state.entry.name}” is not in the item's first list of attachments. Let the two lists be alike.`;
        case "fewer":
          return `The list lacks ${namedInEnglish(state.lacking)}, which the item's first list of attachments has. Let the two be alike.`;
      }
    },
  },
  relatedMessage: {
    da: ({ problem }) =>
      problem === "twice" ? "Her står bilaget første gang" : "Punktets første liste over bilag",
    en: ({ problem }) =>
      problem === "twice" ? "The attachment stands here first" : "The item's first list of attachments",
  },
  fixes: [
    fixFor<State, "twice">("twice", {
      title: {
        da: ({ entry }) => `Slet »${entry.name}« her`,
        en: ({ entry }) => `Delete “${entry.name}” here`,
      },
      edits: inItem((item, { entry, first }) =>
        isCited(item, entry, first) ? null : withoutEntry(item, entry),
      ),
    }),
    fixFor<State, "name">("name", {
      title: {
        da: ({ entry, first }) => `Skriv »${nameLike(first, entry)}« her`,
        en: ({ entry, first }) => `Write “${nameLike(first, entry)}” here`,
      },
      edits: inItem((item, { entry, first }) => renamed(item, entry, nameLike(first, entry))),
    }),
    fixFor<State, "name">("name", {
      title: {
        da: ({ entry, first }) => `Skriv »${nameLike(entry, first)}« i den første liste`,
        en: ({ entry, first }) => `Write “${nameLike(entry, first)}” in the first list`,
      },
      edits: inItem((item, { entry, first }) => renamed(item, first, nameLike(entry, first))),
    }),
    fixFor<State, "number">("number", {
      title: {
        da: ({ first }) => `Ret nummeret til ${first.number ?? ""}`,
        en: ({ first }) => `Change the number to ${first.number ?? ""}`,
      },
      edits: inItem((_, { entry, first }) =>
        entry.numberSpan && first.number ? [{ span: entry.numberSpan, newText: first.number }] : null,
      ),
    }),
    fixFor<State, "more">("more", {
      title: {
        da: ({ entry }) => `Føj »${entry.name}« til den første liste`,
        en: ({ entry }) => `Add “${entry.name}” to the first list`,
      },
      edits: inItem((item, { entry }) => withEntry(item, 0, slice(item.text, entry.span))),
    }),
    fixFor<State, "more">("more", {
      title: {
        da: ({ entry }) => `Slet »${entry.name}« her`,
        en: ({ entry }) => `Delete “${entry.name}” here`,
      },
      edits: inItem((item, { entry }) => withoutEntry(item, entry)),
    }),
    fixFor<State, "fewer">("fewer", {
      title: {
        da: ({ lacking }) => `Føj ${namedInDanish(lacking)} til listen`,
        en: ({ lacking }) => `Add ${namedInEnglish(lacking)} to the list`,
      },
      edits: inItem((item, { lacking, list }) => {
        const added = lacking.flatMap((entry) => withEntry(item, list, slice(item.text, entry.span)) ?? []);
        const [first] = added;
        if (!first || added.length < lacking.length) return null;
        return [{ span: first.span, newText: added.map(({ newText }) => newText).join("") }];
      }),
    }),
  ],
});

/** The edits of a fix, found in the item that the finding lies in. */
function inItem<Problem extends State>(
  edits: (item: Item, state: Problem) => readonly ItemEdit[] | null,
): Fix<Problem>["edits"] {
  return ({ chunk, state }, { document }): readonly ChunkEdit[] | null => {
    const item = document.chunks[chunk];
    if (item?.kind !== "item") return null;
    return edits(item, state)?.map((edit) => ({ chunk, ...edit })) ?? null;
  };
}

/** The text sends the reader to this one by its number, and not by the other's. */
function isCited(item: Item, { number }: Attachment, other: Attachment): boolean {
  if (number === null || number === other.number) return false;
  return attachmentCitationsIn(item).some((citation) => citation.number === number);
}

/** The words of one entry with the ending of the other: only one of the lists may give files. */
function nameLike(model: Attachment, entry: Attachment): string {
  const words = model.name.slice(0, model.name.length - endingOf(model.name).length);
  return words + endingOf(entry.name);
}

function renamed(item: Item, { name, nameSpan }: Attachment, newText: string): ItemEdit[] | null {
  return slice(item.text, nameSpan) === name ? [{ span: nameSpan, newText }] : null;
}

interface AttachmentList {
  readonly section: Section;
  readonly entries: readonly Attachment[];
}

const listsOf: (item: Item) => readonly AttachmentList[] = memo((item) => {
  const lists = sectionsOf(item, "bilag").map((section) => ({ section, entries: new Array<Attachment>() }));
  for (const attachment of attachmentsOf(item)) lists[attachment.list]?.entries.push(attachment);
  return lists;
});

/** Pairs the entries of two lists by name, then by number; what is left has no twin. */
function* differences(
  first: AttachmentList,
  later: AttachmentList,
  own: number | null,
): Generator<{ span: Span; related: Span; state: State }> {
  const byName = new Map<string, Attachment>();
  // What stands twice in a list is reported there; here it is one.
  for (const entry of first.entries) {
    const key = comparableName(entry.name);
    if (!byName.has(key)) byName.set(key, entry);
  }
  const entries = [...byName.values()];
  const byNumber = new Map(first.entries.flatMap((entry) => (entry.number ? [[entry.number, entry]] : [])));
  const paired = new Set<Attachment>();
  const seen = new Set<string>();
  const heading = first.section.heading.wordsSpan;
  const unpaired: Attachment[] = [];
  for (const entry of later.entries) {
    const key = comparableName(entry.name);
    if (seen.has(key)) continue;
    seen.add(key);
    const same = byName.get(key);
    if (!same) {
      unpaired.push(entry);
      continue;
    }
    paired.add(same);
    const namesake = entry.number === null ? undefined : byNumber.get(entry.number);
    if (namesake && comparableName(namesake.name) === key) continue;
    if (entry.numberSpan && same.number !== entry.number && isOwn(entry, own) && isOwn(same, own)) {
      const related = same.numberSpan ?? same.span;
      yield { span: entry.numberSpan, related, state: { problem: "number", entry, first: same } };
    }
  }
  const free = entries.filter((entry) => !paired.has(entry));
  for (const entry of unpaired) {
    const byItsNumber = entry.number === null ? undefined : byNumber.get(entry.number);
    const twin =
      byItsNumber && free.includes(byItsNumber)
        ? byItsNumber
        : free.slice(0, 50).find((each) => !paired.has(each) && areAlike(each.name, entry.name));
    if (twin && !paired.has(twin)) {
      paired.add(twin);
      yield { span: entry.nameSpan, related: twin.nameSpan, state: { problem: "name", entry, first: twin } };
    } else {
      yield { span: entry.span, related: heading, state: { problem: "more", entry } };
    }
  }
  const lacking = entries.filter((entry) => !paired.has(entry));
  if (lacking.length > 0) {
    const list = later.entries[0]?.list ?? 0;
    yield {
      span: later.section.heading.wordsSpan,
      related: lacking[0]?.span ?? heading,
      state: { problem: "fewer", lacking, list },
    };
  }
}

/** Another item's number is a finding of its own. */
function isOwn({ number }: Attachment, own: number | null): boolean {
  return number !== null && Number(number.split(".")[0]) === own;
}

/** One name goes on where the other ends, or they differ by a letter or two: the same attachment in two versions. */
function areAlike(a: string, b: string): boolean {
  const [short = "", long = ""] = [comparableName(a), comparableName(b)].sort((x, y) => x.length - y.length);
  return short.length >= 5 && (long.startsWith(`${short} `) || editDistance(short, long, 2) <= 2);
}

function namedInDanish(attachments: readonly Attachment[]): string {
  return listed(
    attachments.map(({ name }) => `»${name}«`),
    "og",
  );
}

function namedInEnglish(attachments: readonly Attachment[]): string {
  return listed(
    attachments.map(({ name }) => `“${name}”`),
    "and",
  );
}

/** `a, b og c` */
function listed(names: readonly string[], and: string): string {
  const before = names.slice(0, -1).join(", ");
  return [before, names.slice(-1).join("")].filter((part) => part !== "").join(` ${and} `);
}
