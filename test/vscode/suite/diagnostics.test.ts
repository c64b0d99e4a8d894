import * as vscode from "vscode";
import { equal, ok, present } from "./expect.ts";
import { ask, closeAll, findings, rangeOf, replace, ruleOf, show } from "./workspace.ts";

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

  it("say what is wrong in Danish, and lead to the rule's page", async () => {
    const { message, code } = finding("slot-form");
    ok(message.includes("»kl. 13.05-13.30«"), `the message is ${message}`);
    ok(typeof code === "object", `the code is ${JSON.stringify(code)}, without a page`);
    const page = await vscode.workspace.openTextDocument(code.target);
    ok(page.getText().includes("slot-form"), `${code.target.toString()} is not the rule's page`);
  });

  it("go away with an edit that mends them, and come back when it is undone", async () => {
    const slots = (all: readonly vscode.Diagnostic[]): number =>
      all.filter((one) => ruleOf(one) === "slot-form").length;
    await replace(document, rangeOf(document, "kl.13.05-13.30"), "kl. 13.05-13.30");
    await findings(document, (all) => slots(all) === 1, "one finding of slot-form less");
    await vscode.commands.executeCommand("undo");
    await findings(document, (all) => slots(all) === 2, "the finding to come back");
  });

  it("offer a quick fix, which mends them", async () => {
    const range = rangeOf(document, "kl.13.05-13.30");
    const actions = await ask<vscode.CodeAction>(
      "vscode.executeCodeActionProvider",
      document.uri,
      range,
      "quickfix",
    );
    const fix = present(
      actions.find(({ title, edit }) => edit && title.includes("»kl. 13.05-13.30«")),
      `quick fix among ${actions.map(({ title }) => title).join()}`,
    );
    await vscode.workspace.applyEdit(present(fix.edit, "edit of the quick fix"));
    equal(document.lineAt(range.start.line).text, "Punkt 2: Nye regler for ventelisten, kl. 13.05-13.30");
    await vscode.commands.executeCommand("undo");
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
