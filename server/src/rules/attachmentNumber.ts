import { attachmentCitationsIn } from "../model/attachmentCitations.ts";
import { type Attachment, attachmentsOf } from "../model/attachments.ts";
import { comparableName, endingOf } from "../model/fileName.ts";
import { itemsThat } from "../model/inChunks.ts";
import { majorityOf } from "../model/majority.ts";
import { memo } from "../model/memo.ts";
import type { Item } from "../syntax/nodes.ts";
import type { Span } from "../text/span.ts";
import { leadOf, nextNumber } from "../edits/attachmentEdits.ts";
import { attachments } from "./reads.ts";
import { paragraphsOf } from "./heeds.ts";
import { type ChunkEdit, documentRule, fixFor } from "./rule.ts";

type State =
  | { readonly problem: "other"; readonly number: string; readonly item: number; readonly right: string }
  /** Without a number in a numbered list; the text to put in front, null where that cannot be told. */
  | { readonly problem: "unnumbered"; readonly name: string; readonly lead: string | null }
  | { readonly problem: "numbered"; readonly name: string; readonly number: string };

export const attachmentNumber = documentRule<State>({
  id: "attachment-number",
  severity: "warning",
  ...attachments,
  heeds: paragraphsOf("bilag"),
  *detect({ document, items, chunkOf }) {
    const doubtful = doubtfulItems(document);
    if (doubtful.length === 0) return;
    const { countedAnew, style } = styleOf(items);
    const bearers = new Map<number, number>();
    for (const { heading } of items) {
      if (heading.number !== null) bearers.set(heading.number, (bearers.get(heading.number) ?? 0) + 1);
    }
    for (const index of doubtful) {
      const item = items[index];
      const own = item?.heading.number ?? null;
      // Where two items bear one number, the attachments need not be the ones that are wrong.
      if (!item || own === null || (bearers.get(own) ?? 0) > 1) continue;
      const chunk = chunkOf(index);
      for (const list of listsOf(item)) {
        // One list is one cause: a number that should not be there is not also a wrong one.
        const odd = mixed(item, list, style);
        const wrong = countedAnew || odd.numbered.length > 0 ? [] : wrongNumbers(item, list);
        const found = wrong.length > 0 ? wrong : [...odd.numbered, ...odd.unnumbered];
        for (const { span, state } of found) yield { chunk, span, state };
      }
    }
  },
  message: {
    da: (state) => {
      switch (state.problem) {
        case "other":
          return `Bilaget har nummer ${state.number}, men hører til punkt ${state.item}. Læseren finder bilag på punktets nummer: skriv ${state.right}.`;
        case "unnumbered":
          return `»${state.name}« har intet nummer, men det har listens andre bilag. Giv det et nummer, så teksten kan henvise til det.`;
        case "numbered":
          return `${state.name === "" ? "Et bilag" : `»${state.name}«`} har nummer ${state.number}, men listens andre bilag har ingen numre. Giv dem alle et nummer, eller slet dette.`;
      }
    },
    en: (state) => {
      switch (state.problem) {
        case "other":
          return `The attachment has the number ${state.number}, but belongs to item ${state.item}: write ${state.right}.`;
        case "unnumbered":
          return `“${state.name}” has no number, though the others of the list have. Give it one, so that the text can cite it.`;
        case "numbered":
          return `${state.name === "" ? "An attachment" : `“${state.name}”`} has the number ${state.number}, though the others of the list have none. Number them all, or delete this one.`;
      }
    },
  },
  fixes: [
    fixFor<State, "other">("other", {
      title: {
        da: ({ right }) => `Ret nummeret til ${right}`,
        en: ({ right }) => `Change the number to ${right}`,
      },
      edits({ chunk, span, state }, { document, items }) {
        const item = document.chunks[chunk];
        if (item?.kind !== "item") return null;
        return [{ chunk, span, newText: state.right }, ...citations(item, chunk, state, items)];
      },
    }),
    fixFor<State, "unnumbered">("unnumbered", {
      title: {
        da: ({ lead, name }) => `Skriv »${lead ?? ""}${name}«`,
        en: ({ lead, name }) => `Write “${lead ?? ""}${name}”`,
      },
      edits: ({ chunk, span: { start }, state: { lead } }) =>
        lead === null ? null : [{ chunk, span: { start, end: start }, newText: lead }],
    }),
    fixFor<State, "numbered">("numbered", {
      title: {
        da: ({ number }) => `Slet nummeret ${number}`,
        en: ({ number }) => `Delete the number ${number}`,
      },
      edits({ chunk, span }, { document }) {
        const item = document.chunks[chunk];
        if (item?.kind !== "item") return null;
        const entry = attachmentsOf(item).find(({ numberSpan }) => numberSpan?.start === span.start);
        if (!entry || entry.nameSpan.start === entry.nameSpan.end) return null;
        // `Bilag 1 Oversigt.pdf` may be what the file is called.
        if (endingOf(entry.name) !== "" && !/[.:_]/.test(leadOf(item, entry))) return null;
        return [{ chunk, span: { start: entry.span.start, end: entry.nameSpan.start }, newText: "" }];
      },
    }),
  ],
});

const listsOf: (item: Item) => readonly (readonly Attachment[])[] = memo((item) => {
  const lists = new Map<number, Attachment[]>();
  for (const attachment of attachmentsOf(item)) {
    const list = lists.get(attachment.list);
    if (list) list.push(attachment);
    else lists.set(attachment.list, [attachment]);
  }
  return [...lists.values()];
});

const numbersOf: (item: Item) => ReadonlySet<string | null> = memo(
  (item) => new Set(attachmentsOf(item).map(({ number }) => number)),
);

/** The numbers that the item's lists give the attachments, by their names. */
const numbersByName: (item: Item) => ReadonlyMap<string, string> = memo((item) => {
  const numbers = new Map<string, string>();
  for (const { name, number } of attachmentsOf(item)) {
    const key = comparableName(name);
    if (number !== null && !numbers.has(key)) numbers.set(key, number);
  }
  return numbers;
});

const nextNumberOf: (item: Item) => string | null = memo(nextNumber);

/** The items with a list that is mixed, or that holds a number that does not begin with the item's: most are neither. */
const doubtfulItems = itemsThat((item) =>
  listsOf(item).some((list) => {
    const bearing = list.filter(({ number }) => number !== null);
    return (bearing.length > 0 && bearing.length < list.length) || wrongNumbers(item, list).length > 0;
  }),
);

interface NumberStyle {
  /** `Bilag 1`, `Bilag 2` under every item: a style of its own, that the number of the item has no part in. */
  readonly countedAnew: boolean;
  /** Whether the lists that are not mixed have numbers, or have none; null where neither prevails. */
  readonly style: boolean | null;
}

function styleOf(items: readonly Item[]): NumberStyle {
  let [plain, dotted, withNumbers, withoutNumbers] = [0, 0, 0, 0];
  for (const item of items) {
    for (const list of listsOf(item)) {
      let bearing = 0;
      for (const { number } of list) {
        if (number === null) continue;
        bearing++;
        if (number.includes(".")) dotted++;
        else plain++;
      }
      if (bearing === 0) withoutNumbers++;
      else if (bearing === list.length) withNumbers++;
    }
  }
  return {
    countedAnew: plain > 1 && plain > dotted,
    style: withNumbers === withoutNumbers ? null : withNumbers > withoutNumbers,
  };
}

function wrongNumbers(item: Item, list: readonly Attachment[]): { span: Span; state: State }[] {
  const own = item.heading.number;
  if (own === null) return [];
  const rightNumber = numberGiver(own, item);
  return list.flatMap(({ number, numberSpan }) => {
    if (number === null || numberSpan === null || Number(number.split(".")[0]) === own) return [];
    const right = rightNumber(number);
    return [{ span: numberSpan, state: { problem: "other", number, item: own, right } as const }];
  });
}

/**
 * Gives the wrong numbers of a list the same place in the item's own row (2.2 under item 3 is 3.2), or the next free one:
 * no two get the same.
 */
function numberGiver(own: number, item: Item): (wrong: string) => string {
  const given = new Set<string>();
  const isTaken = (number: string): boolean => given.has(number) || numbersOf(item).has(number);
  let next = Number(nextNumberOf(item)?.split(".")[1] ?? 1);
  return (wrong) => {
    const [, ...rest] = wrong.split(".");
    let right = [own, ...(rest.length > 0 ? rest : [wrong])].join(".");
    while (isTaken(right)) right = `${own}.${next++}`;
    given.add(right);
    return right;
  };
}

interface Located {
  readonly span: Span;
  readonly state: State;
}

/** What is odd in a list of numbered and unnumbered attachments. */
function mixed(
  item: Item,
  list: readonly Attachment[],
  style: boolean | null,
): { numbered: Located[]; unnumbered: Located[] } {
  const without = list.filter(({ number }) => number === null);
  const bearing = list.filter(({ number }) => number !== null);
  const model = bearing[0];
  if (without.length === 0 || !model) return { numbered: [], unnumbered: [] };
  // The document's style decides, then the list's; of equally many those that come later are at odds.
  const numbers = style ?? majorityOf(list.map(({ number }) => number !== null)) ?? list[0]?.number !== null;
  if (!numbers) {
    const numbered = bearing.flatMap(({ name, number, numberSpan }): Located[] =>
      number !== null && numberSpan
        ? [{ span: numberSpan, state: { problem: "numbered", name, number } }]
        : [],
    );
    return { numbered, unnumbered: [] };
  }
  const number = model.number ?? "";
  const next = nextNumberOf(item);
  const taken = new Set(bearing.map((each) => each.number));
  const unnumbered = without.map(({ name, span }, index): Located => {
    const elsewhere = numbersByName(item).get(comparableName(name));
    // Only one attachment can take the next number; the others are found again.
    const free = index === 0 && number.includes(".") ? next : null;
    const right = elsewhere !== undefined && !taken.has(elsewhere) ? elsewhere : free;
    const lead = right === null ? null : leadOf(item, model).replace(number, right);
    return { span, state: { problem: "unnumbered", name, lead } };
  });
  return { numbered: [], unnumbered };
}

/** The item's own citations of a number that no other attachment bears go with it. */
function citations(
  item: Item,
  chunk: number,
  state: Extract<State, { problem: "other" }>,
  items: readonly Item[],
): ChunkEdit[] {
  if (!state.number.includes(".")) return [];
  const bearers = items.flatMap((each) =>
    attachmentsOf(each).filter(({ number }) => number === state.number),
  );
  if (bearers.length > 1) return [];
  return attachmentCitationsIn(item)
    .filter(({ number }) => number === state.number)
    .map(({ span }) => ({ chunk, span, newText: state.right }));
}
