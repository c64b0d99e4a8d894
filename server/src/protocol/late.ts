/**
 * What answers a request that no editor sends before somebody does something: it is loaded together with the first of them, so
 * that the first findings wait for none of it. What reads and writes documents for their readers is in `publishing/late.ts`.
 */

export { formattingOf } from "../features/formatting.ts";
export { onTypeOf } from "../features/onType.ts";
export { caseAt } from "./archive/caseAt.ts";
export { codeActionsFor } from "./codeActions.ts";
export { executeCommand } from "./commands.ts";
export { Completions } from "./completion.ts";
export { hoverOf } from "./hover.ts";
export { definitionOf, highlightsOf, linkedEditingOf, referencesOf } from "./navigation.ts";
export { prepareRenameOf, renameOf } from "./rename.ts";
export { selectionsOf } from "./selection.ts";
export { workspaceSymbolsOf } from "./workspaceSymbols.ts";
export { workspaceReport } from "./workspaceDiagnostics.ts";
