import {
  Disposable,
  type InputBox,
  InputBoxValidationSeverity,
  type QuickInputButton,
  QuickInputButtons,
  type QuickPick,
  type QuickPickItem,
  window,
} from "vscode";
import { walkthroughAtRest } from "../walkthrough.ts";

/** A question of a row of questions, which she answers in words. */
export interface Step {
  readonly question: string;
  /** How an answer is written. */
  readonly prompt?: string;
  readonly placeholder?: string;
  /** What is filled in beforehand. */
  readonly value: string;
  /** Answers to choose from; others can be written. `other` is what such an answer is called. */
  readonly choices?: { readonly items: readonly QuickPickItem[]; readonly other: string };
  /** What is to be said of an answer: why it will not do, or how it is understood. */
  readonly check?: (text: string) => { readonly message: string; readonly wrong: boolean } | null;
}

/**
 * Asks the questions one after the other; each is made from the answers before it. Back goes back, with the answers kept.
 * Gives the trimmed answers, or null where she leaves: then nothing has happened.
 */
export async function askInSteps(
  title: string,
  total: number,
  step: (index: number, answers: readonly string[]) => Promise<Step>,
): Promise<string[] | null> {
  await walkthroughAtRest();
  const answers: string[] = [];
  let index = 0;
  while (index < total) {
    const question = await step(index, answers);
    const value = answers[index] ?? question.value;
    const answer = await ask(title, index, total, { ...question, value });
    if (answer === null) return null;
    if (answer === back) {
      index--;
      continue;
    }
    // Another answer than before makes other suggestions for those that follow.
    if (answers[index] !== undefined && answers[index] !== answer) answers.length = index;
    answers[index++] = answer;
  }
  return answers;
}

const back = Symbol("back");

function ask(title: string, index: number, total: number, step: Step): Promise<string | typeof back | null> {
  const input = step.choices ? choice(step, step.choices) : line(step);
  // In the title: what is said of the answer takes the prompt's place.
  input.title = `${title}: ${step.question}`;
  if (total > 1) [input.step, input.totalSteps] = [index + 1, total];
  input.ignoreFocusOut = true;
  if (index > 0) input.buttons = [QuickInputButtons.Back];
  return new Promise((resolve) => {
    const listeners: Disposable[] = [];
    const end = (answer: string | typeof back | null): void => {
      resolve(answer);
      Disposable.from(...listeners, input).dispose();
    };
    listeners.push(
      input.onDidAccept(() => {
        const text = answerOf(input).trim();
        if (!step.check?.(text)?.wrong) end(text);
      }),
      input.onDidTriggerButton((button: QuickInputButton) => button === QuickInputButtons.Back && end(back)),
      input.onDidHide(() => end(null)),
    );
    input.show();
  });
}

function line({ prompt, placeholder, value, check }: Step): InputBox {
  const input = window.createInputBox();
  input.prompt = prompt;
  input.placeholder = placeholder;
  input.value = value;
  const say = (text: string): void => {
    const note = check?.(text.trim());
    input.validationMessage = note
      ? {
          message: note.message,
          severity: note.wrong ? InputBoxValidationSeverity.Error : InputBoxValidationSeverity.Info,
        }
      : undefined;
  };
  // What is filled in, or not yet written, is not wrong before she has touched it.
  if (value !== "") say(value);
  input.onDidChangeValue(say);
  return input;
}

function choice({ placeholder, value }: Step, { items, other }: NonNullable<Step["choices"]>) {
  const pick: QuickPick<QuickPickItem> = window.createQuickPick();
  const list = (text: string): void => {
    const known = text === "" || items.some(({ label }) => label === text);
    pick.items = known ? items : [...items, { label: text, description: other, alwaysShow: true }];
  };
  pick.placeholder = placeholder;
  list(value);
  pick.activeItems = pick.items.filter(({ label }) => label === value);
  pick.onDidChangeValue((text) => list(text.trim()));
  return pick;
}

function answerOf(input: InputBox | QuickPick<QuickPickItem>): string {
  return "selectedItems" in input ? (input.selectedItems[0]?.label ?? input.value) : input.value;
}
