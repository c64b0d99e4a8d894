import assert from "node:assert/strict";
import {
  type ClientCapabilities,
  type CodeAction,
  type Command,
  LSPErrorCodes,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { endAll, errorCodes, LspClient, ResponseFailure } from "../support/lspClient.ts";
import { documentUri, fullCapabilities, literalActions, running, underlined } from "./clients.ts";
import { mended, mistaken } from "./documents.ts";
import { edited, type Encoding, offsetAt, rangeOf } from "./text.ts";

const uri = documentUri();
const textDocument = { uri };
const fixAll = "source.fixAll.referat";

function whole(text: string, encoding: Encoding = "utf-16"): Range {
  const lines = text.split(/\r\n|\n|\r/);
  const last = lines.at(-1) ?? "";
  const character = encoding === "utf-16" ? last.length : Buffer.byteLength(last);
  return { start: { line: 0, character: 0 }, end: { line: lines.length - 1, character } };
}

async function actionsFor(client: LspClient, range: Range, only?: string[]): Promise<CodeAction[]> {
  const context = { diagnostics: [], ...(only ? { only } : {}) };
  const actions = await client.request("textDocument/codeAction", { textDocument, range, context });
  return (actions ?? []).map((action): CodeAction => {
    if (!isLiteral(action)) throw new Error(`A bare command: ${action.title}`);
    return action;
  });
}

function isLiteral(action: CodeAction | Command): action is CodeAction {
  return typeof action.command !== "string";
}

/** Without the ways to silence a finding: those that mend it. */
function mending(actions: readonly CodeAction[]): CodeAction[] {
  return actions.filter((action) => !JSON.stringify(action).includes("referat-disable"));
}

function editsIn(edit: WorkspaceEdit | undefined): TextEdit[] {
  return edit?.changes?.[uri] ?? [];
}

describe("protocol: code actions", () => {
  afterEach(endAll);

  describe("quick fixes", () => {
    it("mend what they are for, and nothing else", async () => {
      const client = await running(literalActions);
      client.open(uri, mistaken);
      for (const [wrong, right] of [
        ["Tirsdag", "Onsdag"],
        ["RESUMÈ", "RESUMÉ"],
        ["INDSTILING", "INDSTILLING"],
      ] as const) {
        const { start } = rangeOf(mistaken, wrong);
        // Then come those for all findings of the rule, and those that silence it.
        const [action] = await actionsFor(client, { start, end: start }, ["quickfix"]);
        assert.equal(action?.kind, "quickfix");
        assert.ok(action.title.includes(right));
        assert.deepEqual(
          underlined(mistaken, action.diagnostics ?? [], String(action.diagnostics?.[0]?.code)),
          [wrong],
        );
        assert.equal(edited(mistaken, editsIn(action.edit)), mistaken.replace(wrong, right));
      }
    });

    it("leave the finding gone when they are made", async () => {
      const text = `REFERAT Kulturudvalget i Sandby d. 04-03-2026

Mødedato Tirsdag d. 4. marts 2026 kl. 13:00

Mødested Rådhuset

Mødedeltagere Karen Høst, A, Bent Kjær, V

Punkt 1: Skolevej (13.00-13.30)

Indstilling

Forvaltningen indstiller, at udvalget:

1. Godkender planen
3. Tager økonomien til efterretning

Punkt 2: Ny hal (kl. 13:30 - 14.00)

INDSTILING

1. Godkender planen

Punkt 3: Frokost (14.10-14.40)

Punkt 4: Cykelsti (14.40-15.00)

Punkt 6: Eventuelt (15.00-15.05)
`;
      const client = await running(literalActions);
      const before = await client.openPushed(uri, text);
      const actions = await actionsFor(client, whole(text), ["quickfix"]);
      // One for all findings of a rule has none of its own.
      const single = actions.filter(({ diagnostics }) => diagnostics?.length === 1);
      const rules = new Set(mending(single).map(({ diagnostics }) => String(diagnostics?.[0]?.code)));
      for (const rule of [
        "weekday",
        "slot-form",
        "section-name",
        "missing-decision",
        "item-number",
        "numbered-pause",
        "list-number",
      ]) {
        assert.ok(rules.has(rule), `a fix for ${rule} among ${[...rules].join()}`);
      }
      let version = 1;
      for (const { title, diagnostics, edit } of single) {
        const rule = String(diagnostics?.[0]?.code);
        client.change(uri, ++version, { text: edited(text, editsIn(edit)) });
        const after = (await client.pushed(uri, version)).diagnostics;
        const count = (all: typeof before): number => all.filter(({ code }) => code === rule).length;
        assert.ok(count(after) < count(before), `${rule}: ${title}`);
      }
    });

    it("mend all findings of a rule together", async () => {
      const client = await running(literalActions);
      client.open(uri, mistaken);
      const actions = await actionsFor(client, rangeOf(mistaken, "RESUMÈ"), ["quickfix"]);
      const expected = mended.replace("Onsdag", "Tirsdag");
      const results = mending(actions).map(({ edit }) => edited(mistaken, editsIn(edit)));
      assert.deepEqual(results, [mistaken.replace("RESUMÈ", "RESUMÉ"), expected]);
    });

    it("silence a finding with a comment that itself is none", async () => {
      const client = await running(literalActions);
      for (const lineEnd of ["\n", "\r\n", "\r"]) {
        const text = mistaken.replaceAll("\n", lineEnd);
        const before = await client.openPushed(uri, text);
        const range = rangeOf(text, "INDSTILING");
        const silencing = (await actionsFor(client, range, ["quickfix"])).filter(
          (action) => mending([action]).length === 0,
        );
        assert.equal(silencing.length, 1);
        const now = edited(text, editsIn(silencing[0]?.edit));
        assert.match(now, /<!-- referat-disable-next-line section-name: /);
        client.change(uri, 2, { text: now });
        const after = (await client.pushed(uri, 2)).diagnostics;
        assert.deepEqual(underlined(now, after, "section-name"), ["RESUMÈ"]);
        assert.equal(after.length, before.length - 1);
        client.close(uri);
      }
    });

    it("are offered where the finding lies only", async () => {
      const client = await running(literalActions);
      client.open(uri, mistaken);
      const { start } = rangeOf(mistaken, "Hallen er fra");
      assert.deepEqual(await actionsFor(client, { start, end: start }, ["quickfix"]), []);
    });

    it("are preferred for clients that know of it", async () => {
      const knowing = await running(fullCapabilities);
      const plain = await running(literalActions);
      for (const client of [knowing, plain]) {
        client.open(uri, mistaken);
        const [action] = await actionsFor(client, rangeOf(mistaken, "Tirsdag"), ["quickfix"]);
        assert.equal(action?.isPreferred, client === knowing ? true : undefined);
      }
    });

    it("name the version that they are for where that is understood", async () => {
      const client = await running(fullCapabilities);
      client.open(uri, mistaken, 7);
      const [action] = await actionsFor(client, rangeOf(mistaken, "Tirsdag"), ["quickfix"]);
      assert.equal(action?.edit?.changes, undefined);
      const [change, ...more] = action?.edit?.documentChanges ?? [];
      assert.deepEqual(more, []);
      assert.ok(change && "edits" in change);
      assert.deepEqual(change.textDocument, { uri, version: 7 });
      assert.equal(edited(mistaken, change.edits as TextEdit[]), mistaken.replace("Tirsdag", "Onsdag"));
    });
  });

  describe("source.fixAll.referat", () => {
    for (const encoding of ["utf-16", "utf-8"] as const) {
      it(`mends all that is safe in one edit, whatever ends a line (${encoding})`, async () => {
        const client = await running({ ...literalActions, general: { positionEncodings: [encoding] } });
        for (const lineEnd of ["\n", "\r\n", "\r"]) {
          // Letters of many bytes before the mistakes of a line.
          const spoil = (text: string): string =>
            text
              .replace("Hallen er fra", "Hallen 😀 på øen – åben fredag d. 4. marts 2026 – er fra")
              .replaceAll("\n", lineEnd);
          const text = spoil(mistaken);
          client.open(uri, text);
          const [action, ...more] = await actionsFor(client, whole(text, encoding), [fixAll]);
          assert.deepEqual(more, []);
          assert.equal(action?.kind, fixAll);
          const now = edited(text, editsIn(action.edit), encoding);
          assert.equal(now, spoil(mended).replace("fredag", "onsdag"));
          client.change(uri, 2, { text: now });
          assert.deepEqual(
            await actionsFor(client, whole(now, encoding), [fixAll]),
            [],
            "nothing is left to mend",
          );
          client.close(uri);
        }
      });
    }

    it("comes among all kinds, where none is asked for or null is", async () => {
      const client = await running(literalActions);
      client.open(uri, mistaken);
      for (const only of [undefined, null]) {
        const context = { diagnostics: [], only };
        const params = { textDocument, range: whole(mistaken), context };
        const actions = (await client.send("textDocument/codeAction", params)) as CodeAction[];
        assert.deepEqual([...new Set(actions.map(({ kind }) => kind))], ["quickfix", fixAll]);
      }
    });

    it("is asked for by its kind, or by a kind above it", async () => {
      const client = await running(literalActions);
      client.open(uri, mistaken);
      const kinds = async (...only: string[]): Promise<(string | undefined)[]> => [
        ...new Set((await actionsFor(client, whole(mistaken), only)).map(({ kind }) => kind)),
      ];
      assert.deepEqual(await kinds(fixAll), [fixAll]);
      assert.deepEqual(await kinds("source.fixAll"), [fixAll]);
      assert.ok((await kinds("source")).includes(fixAll));
      assert.deepEqual(await kinds("quickfix"), ["quickfix"]);
      assert.deepEqual(await kinds("quickfix", "source.fixAll"), ["quickfix", fixAll]);
      assert.deepEqual(await kinds("source.fixAll.andre"), []);
      assert.deepEqual(await kinds("source.fix"), []);
      assert.deepEqual(await kinds("notebook"), []);
    });
  });

  describe("for clients that take commands only", () => {
    const plain: ClientCapabilities = { workspace: { applyEdit: true } };

    /** The commands for a range, and the commands that the server announced. */
    async function commandsFor(client: LspClient, range: Range, only: string[]): Promise<Command[]> {
      const context = { diagnostics: [], only };
      const actions = await client.request("textDocument/codeAction", { textDocument, range, context });
      return (actions ?? []).map((action) => {
        if (typeof action.command !== "string") throw new Error(`A literal action: ${action.title}`);
        assert.ok(!("edit" in action) && !("kind" in action));
        return action as Command;
      });
    }

    it("are commands of the server's own that bring the edit to the client", async () => {
      const client = LspClient.stdio();
      const { capabilities } = await client.initialize(plain);
      client.open(uri, mistaken);
      const announced = capabilities.executeCommandProvider?.commands ?? [];
      let text = mistaken;
      client.onRequest("workspace/applyEdit", (params) => {
        const { edit } = params as { edit: WorkspaceEdit };
        text = edited(mistaken, editsIn(edit));
        return { applied: true };
      });
      for (const [range, only, expected] of [
        [rangeOf(mistaken, "Tirsdag"), ["quickfix"], mistaken.replace("Tirsdag", "Onsdag")],
        [whole(mistaken), [fixAll], mended],
      ] as const) {
        const [command] = await commandsFor(client, range, [...only]);
        assert.ok(command);
        assert.notEqual(command.title, "");
        assert.ok(announced.includes(command.command), "the client sends back only what was announced");
        await client.request("workspace/executeCommand", {
          command: command.command,
          ...(command.arguments ? { arguments: command.arguments } : {}),
        });
        assert.equal(text, expected);
      }
      assert.deepEqual(
        client.serverRequests.map(({ method }) => method),
        ["workspace/applyEdit", "workspace/applyEdit"],
      );
      assert.equal(await client.stop(), 0);
    });

    it("are refused when the document has changed since they were offered", async () => {
      const client = await running(plain);
      client.open(uri, mistaken);
      const [command] = await commandsFor(client, rangeOf(mistaken, "Tirsdag"), ["quickfix"]);
      const start = { line: 0, character: 0 };
      client.change(uri, 2, { range: { start, end: start }, text: "\n" });
      await assert.rejects(
        client.send("workspace/executeCommand", command),
        (error) => error instanceof ResponseFailure && error.code === LSPErrorCodes.ContentModified,
      );
      assert.deepEqual(client.serverRequests, []);
    });

    it("are answered when the client refuses the edit, in whatever way", async () => {
      const client = await running(plain);
      client.open(uri, mistaken);
      const [command] = await commandsFor(client, rangeOf(mistaken, "Tirsdag"), ["quickfix"]);
      assert.ok(command);
      const execute = (): Promise<unknown> => client.send("workspace/executeCommand", command);
      const answered = async (answer: Promise<unknown>): Promise<void> => {
        await answer.catch((error: unknown) => {
          assert.ok(error instanceof ResponseFailure, String(error));
        });
      };
      await answered(execute());
      for (const answer of [
        { applied: false, failureReason: "Skrivebeskyttet" },
        { applied: false },
        {},
        null,
      ]) {
        client.onRequest("workspace/applyEdit", () => answer);
        await answered(execute());
      }
      assert.equal(client.serverRequests.length, 5);
      assert.deepEqual((await commandsFor(client, rangeOf(mistaken, "Tirsdag"), ["quickfix"]))[0], command);
      assert.equal(await client.stop(), 0);
    });
  });

  it("refuses a command that is not the server's", async () => {
    const client = await running();
    await assert.rejects(
      client.request("workspace/executeCommand", { command: "workbench.action.reloadWindow" }),
      (error) => error instanceof ResponseFailure && error.code === errorCodes.invalidParams,
    );
    assert.deepEqual(client.serverRequests, []);
  });

  it("has edits that fit the text after a change", async () => {
    const client = await running(literalActions);
    await client.openPushed(uri, mistaken);
    const start = { line: 2, character: 0 };
    client.change(uri, 2, { range: { start, end: start }, text: "Mødested Rådhuset 😀\n\n" });
    const now =
      mistaken.slice(0, offsetAt(mistaken, start)) +
      "Mødested Rådhuset 😀\n\n" +
      mistaken.slice(offsetAt(mistaken, start));
    const [action] = await actionsFor(client, rangeOf(now, "Tirsdag"), ["quickfix"]);
    assert.equal(edited(now, editsIn(action?.edit)), now.replace("Tirsdag", "Onsdag"));
  });
});
