import assert from "node:assert/strict";
import type {
  ClientCapabilities,
  CompletionList,
  Hover,
  Location,
  LocationLink,
  MarkupContent,
  Position,
  PublishDiagnosticsParams,
  SymbolInformation,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
} from "vscode-languageserver";
import { removeFolders, testFolder, type TestFolder } from "../support/folder.ts";
import { endAll } from "../support/lspClient.ts";
import { fullCapabilities, running, type StdioClient } from "./clients.ts";
import { edited, positionAt, textIn } from "./text.ts";

const february = `REFERAT Kulturudvalget i Havneby d. 04-02-2026

Mødedato Onsdag d. 4. februar 2026 kl. 13:00

Mødested Rådhuset, lokale 2

Mødedeltagere Anna Holm, A, Bent Krogh, V

Punkt 1: Godkendelse af dagsorden

Punkt 2: Ny svømmehal

26/0117

Resumé

Hallen er fra 1974, siger Anna Holm.

Beslutning

Udsat til næste møde.
`;

const march = `REFERAT Kulturudvalget i Havneby d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00

Mødested Rådhuset, lokale 2

Mødedeltagere Anna Holm, A, Bent Krogh, V

Punkt 1: Ny svømmehal

26/0117

Resumé

Sagen blev udsat på mødet den 4. februar 2026, og den blev set på i Skoleudvalget d. 11. februar 2026.

Se også punkt 1 på mødet den 4. februar 2026 og mødet den 1. april 2026. Anna Holm har bedt om det.

Beslutning

Godkendt.
`;

const school = `REFERAT Skoleudvalget d. 11-02-2026

Mødedato Onsdag d. 11. februar 2026 kl. 9:00

Punkt 1: Ny svømmehal

Resumé

Hallen bruges af skolerne.
`;

const files = { "2026/februar.referat": february, "2026/marts.referat": march, "skole.referat": school };

/** A client with the folder, whose index is complete: the check of all documents waits for it. */
async function inFolder(
  folder: TestFolder,
  capabilities: ClientCapabilities = fullCapabilities,
): Promise<StdioClient> {
  const client = await running(
    capabilities,
    {},
    { rootUri: folder.uri, workspaceFolders: [{ uri: folder.uri, name: "møder" }] },
  );
  await client.send("workspace/diagnostic", { previousResultIds: [] });
  return client;
}

const rich: ClientCapabilities = {
  ...fullCapabilities,
  workspace: {
    ...fullCapabilities.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
  textDocument: {
    ...fullCapabilities.textDocument,
    definition: { linkSupport: true },
    hover: { contentFormat: ["markdown"] },
    documentLink: { tooltipSupport: true },
  },
};

/** The place in the text that a bar marks in some words of it. */
function positionOf(text: string, marked: string, client: StdioClient): Position {
  const at = text.indexOf(marked.replace("|", ""));
  assert.notEqual(at, -1, marked);
  const encoding = client.initialized.capabilities.positionEncoding === "utf-8" ? "utf-8" : "utf-16";
  return positionAt(text, at + marked.indexOf("|"), encoding);
}

describe("protocol: across documents", () => {
  afterEach(() => {
    endAll();
    removeFolders();
  });

  const at = (client: StdioClient, method: string, uri: string, text: string, marked: string, more = {}) =>
    client.send(method, { textDocument: { uri }, position: positionOf(text, marked, client), ...more });

  const clients: readonly (readonly [string, ClientCapabilities])[] = [
    ["full", rich],
    ["bare", {}],
    ["utf-8", { general: { positionEncodings: ["utf-8"] } }],
  ];
  for (const [name, capabilities] of clients) {
    it(`a mention leads to its meeting, and to the item that is meant, for a ${name} client`, async () => {
      const folder = testFolder(files);
      const client = await inFolder(folder, capabilities);
      const uri = folder.uriOf("2026/marts.referat");
      client.open(uri, march);
      const definition = async (marked: string): Promise<string[]> => {
        const found = (await at(client, "textDocument/definition", uri, march, marked)) as
          (Location | LocationLink)[] | null;
        return (found ?? []).map((place) => {
          const [target, range] =
            "uri" in place ? [place.uri, place.range] : [place.targetUri, place.targetRange];
          return `${target.slice(folder.uri.length + 1)}:${range.start.line + 1}`;
        });
      };
      // The item of the same journal number, the document of the other body, the item that is named.
      assert.deepEqual(await definition("udsat på mø|det den"), ["2026/februar.referat:11"]);
      assert.deepEqual(await definition("Skole|udvalget d. 11."), ["skole.referat:5"]);
      assert.deepEqual(await definition("punkt| 1 på mødet"), ["2026/februar.referat:9"]);
      assert.deepEqual(await definition("1 på mødet den 4. feb|ruar"), ["2026/februar.referat:9"]);
      assert.deepEqual(await definition("mødet den 1. ap|ril"), []);
    });
  }

  it("a mention is a link, and its hover tells of the meeting", async () => {
    const folder = testFolder(files);
    const client = await inFolder(folder, rich);
    const uri = folder.uriOf("2026/marts.referat");
    client.open(uri, march);
    const links = await client.request("textDocument/documentLink", { textDocument: { uri } });
    assert.deepEqual(
      links?.map(({ range, target, tooltip }) => [
        textIn(march, range),
        target?.slice(folder.uri.length + 1),
        tooltip,
      ]),
      [
        ["mødet den 4. februar 2026", "2026/februar.referat#L11", "Kulturudvalget i Havneby"],
        ["Skoleudvalget d. 11. februar 2026", "skole.referat#L5", "Skoleudvalget"],
        ["punkt 1 på mødet den 4. februar 2026", "2026/februar.referat#L9", "Kulturudvalget i Havneby"],
      ],
    );
    const hover = (await at(client, "textDocument/hover", uri, march, "udsat på mø|det")) as Hover;
    const { value } = hover.contents as MarkupContent;
    for (const words of [
      "Kulturudvalget i Havneby",
      "Onsdag 4. februar 2026, 28 dage før mødet",
      "Rådhuset, lokale 2",
      "Punkt 2: Ny svømmehal",
      "Udsat til næste møde.",
    ])
      assert.ok(value.replaceAll("\\", "").includes(words), `${words} in ${value}`);
  });

  it("the other side knows who mentions it", async () => {
    const folder = testFolder(files);
    const client = await inFolder(folder, rich);
    const uri = folder.uriOf("2026/februar.referat");
    client.open(uri, february);
    const references = async (marked: string): Promise<string[]> => {
      const found = (await at(client, "textDocument/references", uri, february, marked, {
        context: { includeDeclaration: false },
      })) as Location[] | null;
      return (found ?? [])
        .filter((place) => place.uri !== uri)
        .map((place) => `${place.uri.slice(folder.uri.length + 1)}: ${textIn(march, place.range)}`);
    };
    const marchSays = (...words: string[]): string[] => words.map((each) => `2026/marts.referat: ${each}`);
    assert.deepEqual(
      await references("d. 04-|02-2026"),
      marchSays("mødet den 4. februar 2026", "punkt 1 på mødet den 4. februar 2026"),
    );
    assert.deepEqual(await references("Punkt 2: Ny |svømmehal"), marchSays("mødet den 4. februar 2026"));
    assert.deepEqual(
      await references("Punkt 1: God|kendelse"),
      marchSays("punkt 1 på mødet den 4. februar 2026"),
    );
    assert.deepEqual(await references("siger Anna| Holm"), marchSays("Anna Holm", "Anna Holm"));
    assert.deepEqual(await references("26/0|117"), marchSays("26/0117"));
    const hover = (await at(client, "textDocument/hover", uri, february, "d. 04-|02-2026")) as Hover;
    assert.match((hover.contents as MarkupContent).value, /Nævnt i: .*onsdag 4\\?\. marts 2026/);
  });

  it("what is typed counts, and what was closed unsaved does not", async () => {
    const folder = testFolder(files);
    const client = await inFolder(folder);
    const [uri, other] = [folder.uriOf("2026/marts.referat"), folder.uriOf("ny.referat")];
    client.open(uri, march);
    const leads = async (): Promise<unknown> =>
      at(client, "textDocument/definition", uri, march, "mødet den 1. ap|ril");
    assert.equal(await leads(), null);
    client.open(other, "REFERAT Kulturudvalget i Havneby d. 01-04-2026\n\nPunkt 1: Ny svømmehal\n");
    assert.equal(((await leads()) as Location[])[0]?.uri, other);
    client.close(other);
    assert.equal(await leads(), null);
  });

  it("a person is renamed here, and elsewhere where the user agrees", async () => {
    const folder = testFolder(files);
    const client = await inFolder(folder, rich);
    const uri = folder.uriOf("2026/februar.referat");
    client.open(uri, february, 7);
    const rename = async (marked: string, newName: string): Promise<WorkspaceEdit> =>
      (await at(client, "textDocument/rename", uri, february, marked, { newName })) as WorkspaceEdit;
    const edit = await rename("siger Anna| Holm", "Anna Lund");
    const changes = edit.documentChanges?.flatMap((change) => ("edits" in change ? [change] : [])) ?? [];
    assert.deepEqual(
      changes.map(({ textDocument }) => [textDocument.uri, textDocument.version]),
      [
        [uri, 7],
        [folder.uriOf("2026/marts.referat"), null],
      ],
    );
    const [own, elsewhere] = changes;
    assert.ok(own?.edits.every((each) => !("annotationId" in each)));
    assert.ok(elsewhere?.edits.every((each) => "annotationId" in each && each.annotationId === "elsewhere"));
    assert.equal(edit.changeAnnotations?.["elsewhere"]?.needsConfirmation, true);
    assert.equal(
      edited(march, (elsewhere?.edits ?? []) as never),
      march.replaceAll("Anna Holm", "Anna Lund"),
    );
    const body = await rename("REFERAT Kultur|udvalget", "Kulturrådet i Havneby");
    assert.equal(body.documentChanges?.length, 2);
  });

  it("a client that cannot ask renames in its own document alone", async () => {
    const folder = testFolder(files);
    const client = await inFolder(folder, {});
    const uri = folder.uriOf("2026/februar.referat");
    client.open(uri, february);
    const edit = (await at(client, "textDocument/rename", uri, february, "siger Anna| Holm", {
      newName: "Anna Lund",
    })) as WorkspaceEdit;
    assert.deepEqual(Object.keys(edit.changes ?? {}), [uri]);
  });

  it("symbols of all documents are found by their words, the newest first", async () => {
    const folder = testFolder(files);
    const client = await inFolder(folder, {});
    const symbols = async (query: string): Promise<string[]> =>
      ((await client.send("workspace/symbol", { query })) as SymbolInformation[]).map(
        ({ name, containerName, location }) =>
          `${name} | ${containerName ?? ""} | ${location.range.start.line + 1}`,
      );
    assert.deepEqual(await symbols("svømmehal kultur"), [
      "1. Ny svømmehal | Kulturudvalget i Havneby, 4. marts 2026 | 9",
      "Godkendt. (1. Ny svømmehal) | Kulturudvalget i Havneby, 4. marts 2026 | 21",
      "2. Ny svømmehal | Kulturudvalget i Havneby, 4. februar 2026 | 11",
      "Udsat til næste møde. (2. Ny svømmehal) | Kulturudvalget i Havneby, 4. februar 2026 | 21",
    ]);
    assert.deepEqual(await symbols("26/0117 marts"), [
      "1. Ny svømmehal | Kulturudvalget i Havneby, 4. marts 2026 | 9",
    ]);
    assert.deepEqual(await symbols("findes ikke"), []);
  });

  it("all documents are checked when that is asked for, the closed ones too", async () => {
    const folder = testFolder({ ...files, "kopi.referat": february, "2026/tom.referat": "Punkt 1: \n" });
    const client = await inFolder(folder);
    const check = async (previousResultIds: object[]): Promise<WorkspaceDiagnosticReport> =>
      (await client.send("workspace/diagnostic", {
        previousResultIds,
        partialResultToken: "del",
        workDoneToken: "gang",
      })) as WorkspaceDiagnosticReport;
    const { items } = await check([]);
    const rules = Object.fromEntries(
      items.map((item) => [
        item.uri.slice(folder.uri.length + 1),
        item.kind === "full" ? item.items.map(({ code }) => code) : [],
      ]),
    );
    assert.ok(rules["kopi.referat"]?.includes("meeting-twice"));
    assert.ok(rules["2026/februar.referat"]?.includes("meeting-twice"));
    assert.ok(!rules["2026/marts.referat"]?.includes("meeting-twice"));
    assert.ok(rules["2026/tom.referat"]?.includes("title-line"));
    const again = await check(items.map(({ uri, resultId }) => ({ uri, value: resultId })));
    assert.deepEqual([...new Set(again.items.map(({ kind }) => kind))], ["unchanged"]);
    const told = client.notifications
      .filter(({ method }) => method === "$/progress")
      .map(({ params }) => params as { token: string; value: { kind: string } })
      .filter(({ token }) => token === "gang")
      .map(({ value }) => value.kind);
    assert.deepEqual(told, ["begin", "end", "begin", "end"]);
  });

  it("a finding that other meetings have a part in comes when they are known, and goes with them", async () => {
    const folder = testFolder({ "kopi.referat": february });
    const client = await inFolder(folder, {});
    const uri = folder.uriOf("februar.referat");
    client.open(uri, february);
    const told = (wanted: boolean): Promise<unknown> =>
      client.notification("textDocument/publishDiagnostics", (params) => {
        const push = params as PublishDiagnosticsParams;
        return push.uri === uri && push.diagnostics.some(({ code }) => code === "meeting-twice") === wanted;
      });
    await told(true);
    folder.remove("kopi.referat");
    client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: folder.uriOf("kopi.referat"), type: 3 }],
    });
    client.open(folder.uriOf("marts.referat"), march);
    await told(false);
  });

  it("the meetings that are known are offered behind the words that name one", async () => {
    const folder = testFolder(files);
    const client = await inFolder(folder, {});
    const uri = folder.uriOf("2026/marts.referat");
    const days = async (words: string): Promise<string[]> => {
      const text = march.replace("Anna Holm har bedt om det.", words);
      client.open(uri, text);
      const list = (await at(client, "textDocument/completion", uri, text, `${words}|`)) as CompletionList;
      client.close(uri);
      return list.items.map(({ label }) => label);
    };
    assert.deepEqual(await days("Den var oppe på mødet den "), ["4. februar 2026", "4. marts 2026"]);
    assert.deepEqual(await days("Den var oppe i Skoleudvalget på mødet den "), ["11. februar 2026"]);
  });

  it("the next agenda carries over what is open in all meetings of the body", async () => {
    const listed = (text: string, lines: string): string => `${text}\nOpfølgning\n\n${lines}\n`;
    const folder = testFolder({
      ...files,
      "2026/februar.referat": listed(
        february,
        "- Sekretariatet: udsender oversigten over foreningerne\n- Anna Holm: skriver til museet <!-- udført -->",
      ),
    });
    const client = await inFolder(folder, {
      ...fullCapabilities,
      workspace: {
        ...fullCapabilities.workspace,
        workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
      },
    });
    const uri = folder.uriOf("2026/marts.referat");
    client.open(uri, listed(march, "- Bent Krogh: indhenter tilbud (senest 1. maj 2026)"));
    let made = "";
    client.onRequest("workspace/applyEdit", (params) => {
      made = JSON.stringify(params);
      return { applied: true };
    });
    await client.send("workspace/executeCommand", {
      command: "referat.writeNextAgenda",
      arguments: [uri, null, "2026-04-08"],
    });
    const lines = made.split("\\n").filter((line) => line.startsWith("- "));
    assert.deepEqual(lines, [
      "- Sekretariatet: udsender oversigten over foreningerne",
      "- Bent Krogh: indhenter tilbud (senest 1. maj 2026)",
    ]);
  });
});
