import assert from "node:assert/strict";
import type { TextEdit } from "vscode-languageserver";
import { endAll, errorCodes, ResponseFailure } from "../support/lspClient.ts";
import { documentUri, fullCapabilities, running, type StdioClient } from "./clients.ts";
import { manyBytes, minutes } from "./documents.ts";
import { edited, linesOf, positionAt } from "./text.ts";

const uri = documentUri();
const textDocument = { uri };
/** What an editor sends that is set to nothing. */
const bareOptions = { tabSize: 4, insertSpaces: true };

const untidy = minutes
  .replace("Sandby\n\n", "Sandby  \n\n\n")
  .replace("PAUSE (13.40-13.50)\n\n", "PAUSE (13.40-13.50)\n")
  .replace("- Udbud", " - Udbud")
  .replace("- Byggestart", " - Byggestart");

describe("protocol: formatting", () => {
  let full: StdioClient;
  let bare: StdioClient;
  before(async () => {
    [full, bare] = await Promise.all([running(fullCapabilities), running()]);
  });
  afterEach(() => {
    full.close(uri);
    bare.close(uri);
  });
  after(endAll);

  /** Opens a document and asks for edits of it, and gives the text with them. */
  async function answered(
    client: StdioClient,
    method: string,
    text: string,
    params: object,
    encoding: "utf-16" | "utf-8" = "utf-16",
  ): Promise<string> {
    client.open(uri, text);
    const answer = (await client.send(`textDocument/${method}`, { textDocument, options: bareOptions, ...params })) as
      | TextEdit[]
      | null;
    client.close(uri);
    assert.ok(answer);
    return edited(text, answer, encoding);
  } // prettier-ignore

  it("is announced to every client, and answers none but Enter", () => {
    for (const client of [full, bare]) {
      const { capabilities } = client.initialized;
      assert.equal(capabilities.documentFormattingProvider, true);
      assert.equal(capabilities.documentRangeFormattingProvider, true);
      assert.deepEqual(capabilities.documentOnTypeFormattingProvider, { firstTriggerCharacter: "\n" });
    }
  });

  it("makes a document regular, whatever ends its lines, and has no edit for one that is", async () => {
    for (const client of [full, bare]) {
      for (const lineEnd of ["\n", "\r\n", "\r"]) {
        const [before, after] = [untidy, minutes].map((text) => text.replaceAll("\n", lineEnd));
        assert.equal(await answered(client, "formatting", before ?? "", {}), after);
      }
      client.open(uri, minutes);
      assert.deepEqual(await client.send("textDocument/formatting", { textDocument, options: bareOptions }), []);
      client.close(uri);
    }
  }); // prettier-ignore

  it("honours what the editor says of line ends and blanks at the end", async () => {
    for (const [text, options, expected] of [
      ["Ja \n\nNej", { insertFinalNewline: true }, "Ja\n\nNej\n"],
      ["Ja \r\n\r\nNej", { insertFinalNewline: true }, "Ja\r\n\r\nNej\r\n"],
      ["Ja \n\nNej", {}, "Ja\n\nNej"],
      ["Ja\n\n\n", { trimFinalNewlines: true }, "Ja\n"],
      ["Ja\n\n\n", { trimFinalNewlines: false }, "Ja\n\n\n"],
      ["Ja  \n\n\n\nNej", { trimTrailingWhitespace: false }, "Ja  \n\nNej"],
      ["Ja  \n", { trimTrailingWhitespace: "nej", insertFinalNewline: null }, "Ja\n"],
    ] as const) {
      const after = await answered(bare, "formatting", text, { options: { ...bareOptions, ...options } });
      assert.equal(after, expected, JSON.stringify([text, options]));
    }
    assert.equal(await answered(bare, "formatting", "Ja \n", { options: undefined }), "Ja\n");
  });

  it("of a range touches the lines of the range", async () => {
    const line = linesOf(untidy).indexOf(" - Udbud i efteråret 2026");
    const range = { start: { line, character: 3 }, end: { line: line + 2, character: 0 } };
    assert.equal(
      await answered(bare, "rangeFormatting", untidy, { range }),
      untidy.replace(" - Udbud", "- Udbud").replace(" - Byggestart", "- Byggestart"),
    );
    const beyond = { start: { line: 10_000, character: 0 }, end: { line: 10_001, character: 0 } };
    assert.equal(await answered(bare, "rangeFormatting", untidy, { range: beyond }), untidy);
    const whole = { start: { line: 0, character: 0 }, end: positionAt(untidy, untidy.length) };
    assert.equal(await answered(bare, "rangeFormatting", untidy, { range: whole }), minutes);
  });

  it("counts as the client counts", async () => {
    const client = await running({ general: { positionEncodings: ["utf-8"] } });
    const text = manyBytes("\r\n").replace("😀.\r\n", "😀.  \r\n").replace("(30 min)", "(30 min) ");
    assert.equal(await answered(client, "formatting", text, {}, "utf-8"), manyBytes("\r\n"));
    const list = manyBytes("\n") + "\n1. Æblet på øen 😀\n2. Båden\n";
    const place = positionAt(list, list.indexOf("\n2. Båden"), "utf-8");
    const typed = list.replace("\n2. Båden", "\n\n2. Båden");
    const position = { line: place.line + 1, character: 0 };
    assert.equal(
      await answered(client, "onTypeFormatting", typed, { position, ch: "\n" }, "utf-8"),
      list.replace("\n2. Båden", "\n2. \n3. Båden"),
    );
    await client.stop();
  });

  it("on Enter continues a list, ends it, and completes a time", async () => {
    for (const client of [full, bare]) {
      const enter = async (behind: string): Promise<string> => {
        const at = minutes.indexOf(behind) + behind.length;
        const text = `${minutes.slice(0, at)}\n${minutes.slice(at)}`;
        const position = positionAt(text, at + 1);
        const after = await answered(client, "onTypeFormatting", text, { position, ch: "\n" });
        return after.slice(0, after.length - (minutes.length - at)).slice(minutes.lastIndexOf("\n", at - 1) + 1);
      };
      assert.equal(await enter("1. Godkender planen"), "1. Godkender planen\n2. ");
      assert.equal(await enter("- Byggestart i 2027"), "- Byggestart i 2027\n- ");
      assert.equal(await enter("Hallen er fra 1974.[1] Taget er utæt"), "Hallen er fra 1974.[1] Taget er utæt\n");
      assert.equal(await enter("PAUSE (13.40-13.50)\n\nPunkt 3: Lukket punkt: Køb af grund (13.50-14.20)"), "Punkt 3: Lukket punkt: Køb af grund (13.50-14.20)\n");
    }
    const typed = "Punkt 1: A (13.00-13.30)\n\nPunkt 2: B kl 13.30-14\n\n";
    assert.equal(
      await answered(bare, "onTypeFormatting", typed, { position: { line: 3, character: 0 }, ch: "\n" }),
      typed.replace(" kl 13.30-14", " (13.30-14.00)"),
    );
  }); // prettier-ignore

  it("answers nothing for what is not open, and an error for what cannot be read", async () => {
    const options = bareOptions;
    assert.equal(await bare.send("textDocument/formatting", { textDocument, options }), null);
    const config = documentUri("referat.json");
    bare.open(config, '{ "profiles": [] }  \n\n\n', 1, "jsonc");
    assert.equal(
      await bare.send("textDocument/formatting", { textDocument: { uri: config }, options }),
      null,
    );
    bare.close(config);
    for (const [method, params] of [
      ["formatting", { options }],
      ["rangeFormatting", { textDocument, options }],
      ["rangeFormatting", { textDocument, options, range: { start: 1, end: 2 } }],
      ["onTypeFormatting", { textDocument, options, position: { line: 0, character: 0 } }],
      ["onTypeFormatting", { textDocument, options, ch: "\n" }],
    ] as const) {
      await assert.rejects(bare.send(`textDocument/${method}`, params), (error) => {
        return error instanceof ResponseFailure && error.code === errorCodes.invalidParams;
      });
    }
  });
});
