import * as vscode from "vscode";
import { equal, ok } from "./expect.ts";
import { platform } from "./platform.ts";
import { closeAll, extension, findings, ruleOf, show } from "./workspace.ts";

interface Tree {
  getChildren(node?: unknown): Promise<unknown[]>;
  getTreeItem(node: unknown): vscode.TreeItem;
}

interface Exports {
  readonly archive: { readonly decisions: Tree };
}

const patience = 15_000;

/** VS Code Server alone asks of each folder whether it is trusted: the other hosts trust all of them. */
const restricted = platform.node && vscode.env.uiKind === vscode.UIKind.Web;

/** What the folder's own .vscode/settings.json says of a text that begins with a title line. */
const included = "arkiv/*.txt";

/** The names that stand first in the view Beslutninger. */
async function bodiesOf(decisions: Tree): Promise<string[]> {
  return (await decisions.getChildren()).map((node) => {
    const { label } = decisions.getTreeItem(node);
    return typeof label === "string" ? label : "";
  });
}

describe(`a folder that is ${restricted ? "not " : ""}trusted`, () => {
  afterEach(closeAll);

  it("is what this host has", () => {
    equal(vscode.workspace.isTrusted, !restricted);
  });

  it("has its documents checked", async () => {
    const { document } = await show("fejl.referat");
    const found = await findings(document, (all) => all.length > 3, "findings in fejl.referat");
    ok(
      found.some((finding) => ruleOf(finding) === "section-name"),
      found.map(ruleOf).join(),
    );
  });

  it(`${restricted ? "cannot say" : "says"} which other files are read`, async () => {
    const include = vscode.workspace.getConfiguration("referat.archive").get("include");
    equal(include, restricted ? [] : [included]);
    const { decisions } = ((await extension().activate()) as Exports).archive;
    const wanted = ["Vandrådet i Engby", ...(restricted ? [] : ["Hegnsudvalget i Engby"])];
    let bodies: readonly string[] = [];
    const isRead = (): boolean => wanted.every((body) => bodies.includes(body));
    for (const late = Date.now() + patience; !isRead() && Date.now() < late;) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      bodies = await bodiesOf(decisions);
    }
    ok(isRead(), bodies.join());
    equal(bodies.includes("Hegnsudvalget i Engby"), !restricted, bodies.join());
  });

  if (restricted)
    it("has no git: its versions are not asked for", () => {
      equal(vscode.extensions.getExtension("vscode.git")?.id, undefined);
    });
});
