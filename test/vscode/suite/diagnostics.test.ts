import * as vscode from "vscode";
import { equal, ok, present } from "./expect.ts";
import { closeAll, findings, rangeOf, replace, ruleOf, show } from "./workspace.ts";

describe("findings", () => {
  let document: vscode.TextDocument;
  let found: readonly vscode.Diagnostic[];

  before(async () => {
    ({ document } = await show("fejl.referat"));
    found = await findings(document, (all) => all.length > 0, "findings in fejl.referat");
  });
  after(closeAll);

  const finding = (rule: string): vscode.Diagnostic =>
    present(
      found.find((one) => ruleOf(one) === rule),
      `finding of ${rule} among ${found.map(ruleOf).join()}`,
    );

  for (const [rule, text, severity] of [
    ["slot-form", "kl.13.05-13.30", vscode.DiagnosticSeverity.Warning],
    ["section-name", "INDSTILING", vscode.DiagnosticSeverity.Warning],
  ] as const) {
    it(`underline exactly ${text} (${rule})`, () => {
      const { range, source, severity: is } = finding(rule);
      equal(range, rangeOf(document, text));
      equal([source, is], ["referat", severity]);
    });
  }

  it("underline a pause that took a number (numbered-pause)", () => {
    const { range, severity } = finding("numbered-pause");
    equal(range.start.line, rangeOf(document, "Punkt 4: PAUSE").start.line);
    equal(severity, vscode.DiagnosticSeverity.Error);
  });

  it("are these and no others: a misspelt heading is not missing, a pause is no duplicate number", () => {
    const told = found.map((one) => `${document.getText(one.range)}: ${ruleOf(one)}`).sort();
    equal(told, [
      "(kl. 14.20-14.30): slot-form",
      "INDSTILING: section-name",
      `${document.getText(finding("numbered-pause").range)}: numbered-pause`,
      "kl.13.05-13.30: slot-form",
    ]);
  });

  it("say what is wrong in Danish, and link to the rule's page", () => {
    const { message, code } = finding("slot-form");
    ok(/[æøå]|kl\. |tid/i.test(message), `the message is ${message}`);
    ok(
      typeof code === "object" && code.target.path.includes("slot-form"),
      `the code is ${JSON.stringify(code)}`,
    );
  });

  it("go away with an edit that mends them, and come back when it is undone", async () => {
    const hasSlotForm = (all: readonly vscode.Diagnostic[]): boolean =>
      all.some((one) => ruleOf(one) === "slot-form");
    await replace(document, rangeOf(document, "kl.13.05-13.30"), "kl. 13.05-13.30");
    await findings(document, (all) => !hasSlotForm(all), "a document without slot-form");
    await vscode.commands.executeCommand("undo");
    await findings(document, hasSlotForm, "slot-form after undo");
  });

  it("are none in a correct document, also after an edit", async () => {
    const { document: correct } = await show("boligudvalget.referat");
    await replace(correct, rangeOf(correct, "Onsdag d. 11."), "Torsdag d. 11.");
    const wrong = await findings(correct, (all) => all.length > 0, "a finding of weekday");
    equal(wrong.map(ruleOf), ["weekday"]);
    await replace(correct, rangeOf(correct, "Torsdag d. 11."), "Onsdag d. 11.");
    await findings(correct, (all) => all.length === 0, "a document without findings");
  });
});
