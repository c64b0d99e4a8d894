import { CodeActionKind } from "vscode";
import type { Middleware } from "vscode-languageclient";

/** Milliseconds that VS Code waits for what it asks before it saves a file. */
const patience = 5_000;

/** A server that does not answer keeps nothing from being saved: it is saved as it is. */
export const patient: Middleware = {
  provideDocumentFormattingEdits: (document, options, token, next) => inTime(next(document, options, token)),
  provideDocumentRangeFormattingEdits: (document, range, options, token, next) =>
    inTime(next(document, range, options, token)),
  provideOnTypeFormattingEdits: (document, position, sign, options, token, next) =>
    inTime(next(document, position, sign, options, token)),
  // Only actions of the whole document are asked for before a save. Who asks for a quick fix is not to hear that there is none.
  provideCodeActions: (document, range, context, token, next) => {
    const actions = next(document, range, context, token);
    return context.only && CodeActionKind.Source.contains(context.only) ? inTime(actions) : actions;
  },
};

/** Nothing, where it takes longer. */
async function inTime<Answer>(answer: Answer | Thenable<Answer>): Promise<Answer | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
