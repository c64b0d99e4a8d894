import { createConnection, IPCMessageReader, IPCMessageWriter } from "vscode-languageserver/node";
import { serve } from "../protocol/server.ts";
import { soundReader } from "../protocol/soundReader.ts";
import { nodePlatform } from "./nodePlatform.ts";

/** The library's reader does not hear that the channel is closed, and the server would outlive its client. */
class IpcReader extends IPCMessageReader {
  constructor() {
    super(process);
    process.once("disconnect", () => this.fireClose());
  }
}

/** The command line serves editors with the same bundle. */
export { serveStdio } from "./stdio.ts";

// Started by the desktop client, over Node IPC.
if (require.main === module) {
  serve(createConnection(soundReader(new IpcReader()), new IPCMessageWriter(process)), {
    ...nodePlatform,
    exit: (status) => process.exit(status),
  });
}
