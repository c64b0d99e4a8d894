import * as vscode from "vscode";
import { ok } from "./expect.ts";
import { closeAll, eventually, extension, fileUri, show } from "./workspace.ts";

const minutes = `REFERAT Havneudvalget d. 11-03-2026

Mødedato Onsdag d. 11. marts 2026 kl. 13:00-14:00

Punkt 1: Drøftelse af ny mole

Molen er gammel.

Bilag

Bilag 1.1: Kort over molen.pdf
`;

/** A PDF of one page with a line of text. Its table of places is found anew by whoever reads it. */
const pdf = `%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>
endobj
4 0 obj
<</Length 45>>
stream
BT /F1 12 Tf 72 700 Td (Ejer 010203-1234) Tj ET
endstream
endobj
5 0 obj
<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>
endobj
trailer
<</Size 6/Root 1 0 R>>
%%EOF
`;

interface Readiness extends vscode.TreeDataProvider<unknown> {
  readonly onDidChangeTreeData: vscode.Event<void>;
  getChildren(node?: unknown): unknown[];
  getTreeItem(node: unknown): vscode.TreeItem;
}

describe("attachments of what is sent out", () => {
  const files: readonly [string, string][] = [
    ["udsendelse/moede.referat", minutes],
    ["udsendelse/Kort over molen.pdf", pdf],
  ];

  before(async () => {
    for (const [name, content] of files)
      await vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(content));
  });
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri("udsendelse"), { recursive: true });
  });

  it("are read where this host runs, and the view names the number's page", async () => {
    await show("udsendelse/moede.referat");
    const { readiness } = (
      (await extension().activate()) as { readonly publishing: { readonly readiness: Readiness } }
    ).publishing;
    await vscode.commands.executeCommand("referat.klarTilUdsendelse");
    const labels = (): string[] =>
      readiness
        .getChildren()
        .flatMap((group) => readiness.getChildren(group))
        .map((node) => {
          const { label } = readiness.getTreeItem(node);
          return typeof label === "string" ? label : "";
        });
    const said = await eventually(
      readiness.onDidChangeTreeData,
      () => labels().find((label) => label.includes("»Kort over molen.pdf«")),
      "the number in the PDF",
    );
    ok(said.includes("010203-xxxx (side 1)"), said);
    await vscode.commands.executeCommand("referat.udsendelse.luk");
  });
});
