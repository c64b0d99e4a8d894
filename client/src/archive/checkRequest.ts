/** What the check of all documents is asked for and told with: of the client's library, which is loaded after the extension. */
export { WorkDoneProgress, WorkspaceDiagnosticRequest } from "vscode-languageclient";
