import * as vscode from "vscode";
import { equal } from "./expect.ts";
import { closeAll, extension, fileUri, findings } from "./workspace.ts";

describe("activation", () => {
  after(closeAll);

  it("waits for a document of the language", async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri("almindelig.txt")));
    equal(extension().isActive, false, "a plain text activated the extension");
  });

  it("comes with the first document of the language", async () => {
    const document = await vscode.workspace.openTextDocument(fileUri("fejl.referat"));
    await vscode.window.showTextDocument(document);
    await findings(document, (found) => found.length > 0, "findings in fejl.referat");
    equal(extension().isActive, true);
  });
});
