import { createConnection } from "vscode-languageserver/node";
import { serve } from "../protocol/server.ts";
import { soundReader } from "../protocol/soundReader.ts";
import { nodePlatform } from "./nodePlatform.ts";
import { FrameReader, FrameWriter } from "./frameStreams.ts";

/** Serves the client on standard input and output, until it says `exit` or goes away. */
export function serveStdio(): void {
  const { stdin, stdout } = process;
  serve(createConnection(soundReader(new FrameReader(stdin)), new FrameWriter(stdout)), {
    ...nodePlatform,
    // Behind all that is still to be written.
    exit: (status) => stdout.write("", () => process.exit(status)),
  });
}
