// The peer: remark-lint with its recommended rules, served as unified-language-server's manual says.

import remarkLint from "remark-lint";
import remarkPresetLintRecommended from "remark-preset-lint-recommended";
import { createUnifiedLanguageServer } from "unified-language-server";

createUnifiedLanguageServer({
  configurationSection: "remark",
  ignoreName: ".remarkignore",
  packageField: "remarkConfig",
  pluginPrefix: "remark",
  plugins: [remarkLint, remarkPresetLintRecommended],
  processorName: "remark",
  processorSpecifier: "remark",
  rcName: ".remarkrc",
});
