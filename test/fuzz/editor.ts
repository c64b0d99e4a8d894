import type { TextDocumentContentChangeEvent, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { type EditPlan, tied } from "../property/generators.ts";
import { type Encoding, offsetAt, positionAt } from "../protocol/text.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import type { LspClient } from "../support/lspClient.ts";
import type { Shown } from "./answers.ts";

/** A change in UTF-16 units, and what undoes it. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One document in an editor: its text, and what can be undone. What is done to it, the server is told. */
export class EditorDocument {
  version = 1;
  private undoable: Change[][] = [];
  private redoable: Change[][] = [];

  constructor(
    private readonly client: LspClient,
    readonly uri: string,
    public text: string,
    private readonly encoding: Encoding,
  ) {
    this.open();
  }

  get shown(): Shown {
    return { uri: this.uri, text: this.text, version: this.version };
  }

  open(): void {
    this.client.open(this.uri, this.text, this.version, this.uri.endsWith(".json") ? "jsonc" : "referat");
  }

  close(): void {
    this.client.close(this.uri);
  }

  /** The plans, one behind the other, as one change of the client. */
  edit(plans: readonly EditPlan[]): void {
    const changes = plans.map((plan) => () => {
      const change = tied(plan, ReferatDocument.parse(this.text));
      return "whole" in change
        ? { start: 0, end: this.text.length, text: change.whole, isWhole: true }
        : change;
    });
    this.redoable = [];
    this.apply(changes, this.undoable);
  }

  replace(change: Change): void {
    this.redoable = [];
    this.apply([() => change], this.undoable);
  }

  /** The edits of a server: all of them mean the text before. */
  applyEdits(edits: readonly TextEdit[]): void {
    const spans = edits
      .map(({ range, newText }) => ({
        start: offsetAt(this.text, range.start, this.encoding),
        end: offsetAt(this.text, range.end, this.encoding),
        text: newText,
      }))
      .sort((a, b) => b.start - a.start || b.end - a.end);
    for (const [index, { start, end }] of spans.entries()) {
      const before = spans[index + 1];
      if (end < start || (before && before.end > start))
        throw new Error(`Edits overlap: ${JSON.stringify(edits)}`);
    }
    if (spans.length === 0) return;
    this.redoable = [];
    this.apply(
      spans.map((span) => () => span),
      this.undoable,
    );
  }

  /** Goes back, or forth again; each in a change of its own, or all at once. */
  undo(count: number, together: boolean, forth: boolean): void {
    const [from, to] = forth ? [this.redoable, this.undoable] : [this.undoable, this.redoable];
    const steps = from.splice(Math.max(0, from.length - count)).reverse();
    const changes = steps.map((step) => [...step].reverse().map((change) => () => change));
    if (together) this.apply(changes.flat(), to);
    else for (const change of changes) this.apply(change, to);
  }

  private apply(changes: readonly (() => Change & { readonly isWhole?: boolean })[], undo: Change[][]): void {
    const inverse: Change[] = [];
    const told: TextDocumentContentChangeEvent[] = [];
    for (const next of changes) {
      const { isWhole = false, ...asked } = next();
      const start = this.soundOffset(asked.start);
      const end = Math.max(start, this.soundOffset(asked.end));
      const range = {
        start: positionAt(this.text, start, this.encoding),
        end: positionAt(this.text, end, this.encoding),
      };
      inverse.push({ start, end: start + asked.text.length, text: this.text.slice(start, end) });
      told.push(isWhole ? { text: asked.text } : { range, text: asked.text });
      this.text = this.text.slice(0, start) + asked.text + this.text.slice(end);
    }
    if (told.length === 0) return;
    undo.push(inverse);
    this.client.change(this.uri, ++this.version, ...told);
  }

  /** No position lies between the halves of CRLF; and between those of a sign none in UTF-8. */
  private soundOffset(offset: number): number {
    const around = this.text.slice(offset - 1, offset + 1);
    const isHalf =
      around === "\r\n" || (this.encoding === "utf-8" && /^[\ud800-\udbff][\udc00-\udfff]$/.test(around));
    return isHalf && offset > 0 ? offset - 1 : offset;
  }
}

/** The edits of a workspace edit, by document; what makes files is none. */
export function editsIn(edit: WorkspaceEdit | null | undefined): Map<string, TextEdit[]> {
  const found = new Map<string, TextEdit[]>(Object.entries(edit?.changes ?? {}));
  for (const change of edit?.documentChanges ?? [])
    if ("edits" in change) found.set(change.textDocument.uri, change.edits as TextEdit[]);
  return found;
}
