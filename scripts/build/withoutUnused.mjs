// Parts of Microsoft's library that it loads, and that nobody here calls: what looks for packages that npm has installed, with a shell;
// its own keeping of documents, which ours stands in for; and notebooks.

const instead = [
  [/vscode-languageserver[\\/]lib[\\/](?:node[\\/]files|common[\\/]textDocuments)\.js$/, ""],
  [/vscode-languageserver-protocol[\\/]lib[\\/]common[\\/]protocol\.notebook\.js$/, ""],
  // It adds to the connection what notebooks are synchronized with.
  [
    /vscode-languageserver[\\/]lib[\\/]common[\\/]notebook\.js$/,
    "exports.NotebookSyncFeature = (base) => base;",
  ],
];

/** For esbuild. */
export const withoutUnused = {
  name: "without-unused",
  setup({ onLoad }) {
    for (const [filter, contents] of instead) onLoad({ filter }, () => ({ contents, loader: "js" }));
  },
};
