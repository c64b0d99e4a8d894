import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  InsertTextFormat,
  InsertTextMode,
  type MarkupContent,
  MarkupKind,
} from "vscode-languageserver";
import type { CalendarDate } from "../calendar/date.ts";
import { completionsAt } from "../features/completion/completion.ts";
import {
  type Completion,
  type EntryKind,
  plainTextOf,
  previewOf,
  type Template,
} from "../features/completion/entries.ts";
import { defaultProfile } from "../model/profile.ts";
import { folded } from "../text/spelling.ts";
import type { OpenDocument } from "./documents.ts";
import { escapedWords, fenced } from "./markdown.ts";
import type { Session } from "./session.ts";
import { isText, recordIn } from "./unknown.ts";

/** Longer lists are asked for again as the word grows, and so is that of one letter: the next can begin an inner word. */
const most = 200;

/** LSP knows kinds of a program's parts only: these give each kind of entry an icon of its own. */
const itemKinds: Readonly<Record<EntryKind, CompletionItemKind>> = {
  item: CompletionItemKind.Module,
  pause: CompletionItemKind.Unit,
  section: CompletionItemKind.Class,
  field: CompletionItemKind.Field,
  contents: CompletionItemKind.Interface,
  person: CompletionItemKind.Variable,
  party: CompletionItemKind.Enum,
  phrase: CompletionItemKind.Text,
  date: CompletionItemKind.Value,
  time: CompletionItemKind.Value,
  attachment: CompletionItemKind.Property,
  file: CompletionItemKind.File,
  reference: CompletionItemKind.Reference,
  command: CompletionItemKind.Keyword,
  rule: CompletionItemKind.Function,
};

/** What can be written, as a client takes it. It remembers the last list, so that its entries can be told more of. */
export class Completions {
  private last: { readonly list: number; readonly entries: readonly Completion[] } = { list: 0, entries: [] };

  constructor(
    private readonly session: Session,
    private readonly today: () => CalendarDate = localDate,
  ) {}

  answer(params: CompletionParams, document: OpenDocument): CompletionList | null {
    const { session } = this;
    const { syntax } = document;
    const options = session.checkOptions(document);
    const entries = completionsAt(
      syntax,
      session.positions.offset(syntax, params.position),
      {
        fileKind: options.fileKind ?? "referat",
        profile: options.profile ?? defaultProfile,
        filesBeside: options.filesBeside ?? null,
        around: options.around ?? null,
        today: this.today(),
        found: () =>
          session.findings(document).map(({ rule, chunk, span }) => ({
            rule: rule.id,
            offset: syntax.offsetOf(chunk) + span.start,
          })),
      },
      triggerOf(params),
    ).slice(0, most);
    if (entries.length === 0) return null;
    this.last = { list: this.last.list + 1, entries };
    return {
      isIncomplete: entries.length === most || entries.some(({ span }) => span.end - span.start === 1),
      items: entries.map((entry, index) => this.item(entry, index, document)),
    };
  }

  /** The entry with what it is for; as it came where it is of an older list, which nobody shows any more. */
  resolve(item: CompletionItem): CompletionItem {
    const { list, index } = recordIn(item.data);
    const entry = list === this.last.list ? this.last.entries[Number(index)] : undefined;
    return entry?.label === item.label ? { ...item, documentation: this.documentation(entry) } : item;
  }

  private item(entry: Completion, index: number, { syntax }: OpenDocument): CompletionItem {
    const { completion: support } = this.session.support;
    const { label, kind, detail, text, span, filter } = entry;
    const stops = text.some((part) => typeof part !== "string");
    return {
      label,
      kind: itemKinds[kind],
      ...(detail ? (support.labelDetails ? { labelDetails: { description: detail } } : { detail }) : {}),
      sortText: String(index).padStart(4, "0"),
      filterText: filterTextOf(filter === "" ? label : filter),
      insertTextFormat: support.snippets && stops ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      ...(support.asItIs ? { insertTextMode: InsertTextMode.asIs } : {}),
      textEdit: {
        range: this.session.positions.range(syntax, span),
        newText: support.snippets && stops ? snippetOf(text) : plainTextOf(text),
      },
      ...(support.resolves
        ? { data: { list: this.last.list, index } }
        : { documentation: this.documentation(entry) }),
    };
  }

  /** What the entry is for; of one with several lines, how they look. */
  private documentation({ words, text }: Completion): MarkupContent | string {
    const said = words[this.session.language];
    const preview = previewOf(text);
    const lines = /[\r\n]/.test(preview) ? preview.trimEnd() : "";
    if (!this.session.support.completion.markdown) return lines === "" ? said : `${said}\n\n${lines}`;
    const value = lines === "" ? escapedWords(said) : `${escapedWords(said)}\n\n${fenced(lines)}`;
    return { kind: MarkupKind.Markdown, value };
  }
}

/** A client compares letter by letter: *RESUME* finds *Resumé* where it stands without its accents too. */
function filterTextOf(text: string): string {
  const plain = folded(text);
  return plain === text.toLowerCase() ? text : `${text} ${plain}`;
}

/** The sign that asked; null where somebody did. */
function triggerOf({ context }: CompletionParams): string | null {
  const { triggerKind, triggerCharacter } = recordIn(context);
  return triggerKind === CompletionTriggerKind.TriggerCharacter && isText(triggerCharacter)
    ? triggerCharacter
    : null;
}

/** The template as a snippet; the caret goes from place to place, and at last behind it all. */
function snippetOf(template: Template): string {
  let count = 0;
  const parts = template.map((part) => {
    if (typeof part === "string") return escaped(part);
    count++;
    return part.words === "" ? `\${${count}}` : `\${${count}:${escaped(part.words)}}`;
  });
  return parts.join("");
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** The day where the server runs: that of the writer's calendar, near enough. */
function localDate(): CalendarDate {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
