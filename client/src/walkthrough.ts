import { commands, window } from "vscode";
import { itemKeys } from "./meeting/items.ts";
import type { Meeting } from "./meeting/protocol.ts";

/**
 * Has the walkthrough »Skriv dit første referat« tick a step off. What she only asked for and gave up is not done, and what
 * she did in another way than the step says is: so a step waits for one of these, not for its command.
 */
export function stepDone(step: "agenda" | "item" | "order" | "minutes"): void {
  void commands.executeCommand("setContext", `referat.done.${step}`, true);
}

/** Looks at what a meeting was and is: is there another item, do they stand in another order? */
export function noticeSteps(before: Meeting, after: Meeting): void {
  const [old, now] = [itemKeys(before), itemKeys(after)];
  if (now.length > old.length) stepDone("item");
  if (old.join("\n") !== now.join("\n") && [...old].sort().join("\n") === [...now].sort().join("\n"))
    stepDone("order");
}

/** Milliseconds. */
const unrest = 500;

/**
 * The walkthrough takes the focus back a quarter of a second after the Enter that began a command there was let go of: a
 * question that was asked sooner would look as if it listened, and hear nothing.
 */
export async function walkthroughAtRest(): Promise<void> {
  const tab = window.tabGroups.activeTabGroup.activeTab;
  // A walkthrough is a tab of no kind that extensions are told of.
  if (tab && tab.input === undefined) await new Promise((resolve) => setTimeout(resolve, unrest));
}
