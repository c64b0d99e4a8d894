import * as vscode from "vscode";
import { equal, ok } from "./expect.ts";
import { ask, closeAll, fileUri, rangeOf, show } from "./workspace.ts";

/** The semantic tokens of a document: the text of each with its type. */
async function tokens(
  document: vscode.TextDocument,
): Promise<readonly (readonly [string, string | undefined])[]> {
  const { executeCommand } = vscode.commands;
  const legend = await executeCommand<vscode.SemanticTokensLegend>(
    "vscode.provideDocumentSemanticTokensLegend",
    document.uri,
  );
  const { data } = await executeCommand<vscode.SemanticTokens>(
    "vscode.provideDocumentSemanticTokens",
    document.uri,
  );
  const found: [string, string | undefined][] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.subarray(at, at + 4);
    character = lines > 0 ? characters : character + characters;
    line += lines;
    found.push([document.lineAt(line).text.slice(character, character + length), legend.tokenTypes[type]]);
  }
  return found;
}

describe("meaning", () => {
  let document: vscode.TextDocument;

  before(async () => {
    ({ document } = await show("boligudvalget.referat"));
  });
  after(closeAll);

  it("colours what no regular expression knows: a time, a person, an outcome", async () => {
    const all = await tokens(document);
    for (const text of ["Jens Thorup", "13.05-13.35", "Godkendt"]) {
      ok(
        all.some(([token]) => token.includes(text)),
        `no token is ${text}, among ${all.map(([token]) => token).join(" | ")}`,
      );
    }
    ok(
      all.every(([token, type]) => token.length > 0 && type !== undefined),
      "a token is empty or of no type",
    );
  });

  it("links words to the file beside the document that they name", async () => {
    const links = await ask<vscode.DocumentLink>("vscode.executeLinkProvider", document.uri);
    const link = links.find(({ range }) => range.isEqual(rangeOf(document, "et tidligere referat")));
    equal(
      link?.target?.toString(),
      fileUri("notat.txt").toString(),
      `the links are ${JSON.stringify(links)}`,
    );
  });

  it("highlights a person wherever she is named", async () => {
    const person = rangeOf(document, "Mette Brink");
    const marks = await ask<vscode.DocumentHighlight>(
      "vscode.executeDocumentHighlights",
      document.uri,
      person.start,
    );
    ok(
      marks.some(({ range }) => range.contains(person)),
      `the highlights are ${JSON.stringify(marks)}`,
    );
  });
});
