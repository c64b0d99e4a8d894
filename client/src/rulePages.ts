import { type Disposable, Uri, workspace } from "vscode";

/** `referat-regel:/regler/slot-form.md`: the pages of the rules lie in the extension, so that they open without a network. */
export const rulePageScheme = "referat-regel";

export function registerRulePages(extensionUri: Uri): Disposable {
  return workspace.registerTextDocumentContentProvider(rulePageScheme, {
    async provideTextDocumentContent({ path }) {
      const name = /^\/regler\/([a-z-]+\.md)$/.exec(path)?.[1];
      if (name === undefined) return null;
      const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, "docs", "regler", name));
      return new TextDecoder().decode(bytes);
    },
  });
}
