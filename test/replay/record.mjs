// Stands between an editor and the server, and writes down what the editor says:
// node test/replay/record.mjs FILE FOLDER, in the place of `referat lsp --stdio`. See README.md.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

const { recorder } = createRequire(import.meta.url)("./recorder.cjs");
const [file, folder] = process.argv.slice(2);
const record = recorder(file, folder);

const cli = path.resolve(import.meta.dirname, "../../dist/cli.js");
const server = spawn(process.execPath, [cli, "lsp", "--stdio"], { stdio: ["pipe", "inherit", "inherit"] });
server.on("exit", (status) => process.exit(status ?? 1));

let unread = Buffer.alloc(0);
process.stdin.on("data", (data) => {
  server.stdin.write(data);
  unread = Buffer.concat([unread, data]);
  for (;;) {
    const headEnd = unread.indexOf("\r\n\r\n");
    const length = Number(
      /Content-Length: (\d+)/i.exec(unread.toString("ascii", 0, Math.max(0, headEnd)))?.[1],
    );
    if (headEnd === -1 || unread.length < headEnd + 4 + length) return;
    record(JSON.parse(unread.toString("utf8", headEnd + 4, headEnd + 4 + length)));
    unread = unread.subarray(headEnd + 4 + length);
  }
});
process.stdin.on("end", () => server.stdin.end());
