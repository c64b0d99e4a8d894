import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  Position,
  TextEdit,
} from "vscode-languageserver";
import { folderWith } from "../support/cli.ts";
import { endAll, errorCodes, ResponseFailure } from "../support/lspClient.ts";
import { documentUri, fullCapabilities, running, type StdioClient } from "./clients.ts";
import { manyBytes, minutes } from "./documents.ts";
import { edited, type Encoding, positionAt, textIn } from "./text.ts";

/** What a modern editor announces of completion. */
const modern: ClientCapabilities = {
  ...fullCapabilities,
  textDocument: {
    ...fullCapabilities.textDocument,
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ["markdown", "plaintext"],
        labelDetailsSupport: true,
        insertTextModeSupport: { valueSet: [1, 2] },
        resolveSupport: { properties: ["documentation", "detail"] },
      },
      contextSupport: true,
    },
  },
};

const uri = documentUri();

/** What is offered where `¦` stands; nothing where the server has nothing to say. */
async function offered(
  client: StdioClient,
  marked: string,
  { trigger, encoding = "utf-16", at = uri }: { trigger?: string; encoding?: Encoding; at?: string } = {},
): Promise<{ text: string; position: Position; list: CompletionList | null }> {
  const offset = marked.indexOf("¦");
  const text = marked.replace("¦", "");
  const position = positionAt(text, offset, encoding);
  client.open(at, text);
  const list = (await client.send("textDocument/completion", {
    textDocument: { uri: at },
    position,
    ...(trigger === undefined
      ? { context: { triggerKind: 1 } }
      : { context: { triggerKind: 2, triggerCharacter: trigger } }),
  })) as CompletionList | null;
  client.close(at);
  return { text, position, list };
}

function entry(list: CompletionList | null, label: string): CompletionItem & { textEdit: TextEdit } {
  const found = list?.items.find((item) => item.label === label);
  assert.ok(
    found,
    `»${label}« is not among ${list?.items.map((item) => item.label).join(" | ") ?? "nothing"}`,
  );
  assert.ok(found.textEdit && "range" in found.textEdit, "the range is exact");
  return { ...found, textEdit: found.textEdit };
}

const next = `${minutes.trimEnd()}\n\nPun¦`;

describe("protocol: completion", () => {
  let full: StdioClient;
  let bare: StdioClient;
  before(async () => {
    full = await running(modern);
    bare = await running();
  });
  after(endAll);

  it("is announced with the few signs that can ask for it", () => {
    const { completionProvider } = full.initialized.capabilities;
    assert.deepEqual(completionProvider, { triggerCharacters: [" ", "-"], resolveProvider: true });
  });

  it("ranks the entries, and replaces the half-typed word alone", async () => {
    const { text, list } = await offered(full, next);
    assert.equal(list?.isIncomplete, false);
    const labels = list.items.map(({ label }) => label);
    const sorted = [...list.items].sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
    assert.deepEqual(
      sorted.map(({ label }) => label),
      labels,
    );
    const { textEdit } = entry(list, "Punkt 4:");
    assert.equal(textIn(text, textEdit.range), "Pun");
    for (const { filterText, label } of list.items)
      assert.match(filterText ?? label, /pun/i, "what was typed finds it");
  });

  it("is found by a client that compares letter by letter, with its accents and without", async () => {
    const { list } = await offered(full, `${minutes.trimEnd()}\n\nPunkt 4: Kost\n\nresume¦`);
    const [resume] = list?.items ?? [];
    assert.match(resume?.label ?? "", /^resumé$/i);
    assert.match(resume?.filterText ?? "", /^resumé resume$/i);
  });

  it("is asked again behind the first letter: the second can begin an inner word", async () => {
    const at = `${minutes.trimEnd()}\n\n`;
    assert.equal((await offered(full, `${at}P¦`)).list?.isIncomplete, true);
    const { list } = await offered(full, `${at}Ev¦`);
    assert.equal(list?.isIncomplete, false);
    assert.equal(list.items.length > 0, true);
  });

  it("writes snippets where they are taken, and plain text where not", async () => {
    const taken = entry((await offered(full, next)).list, "Punkt 4:");
    assert.equal(taken.insertTextFormat, 2);
    assert.equal(taken.textEdit.newText, "Punkt 4: ${1} (14.20-${2:14.50})");
    assert.equal(taken.insertTextMode, 1);
    const { text, list } = await offered(bare, next);
    for (const item of list?.items ?? []) {
      assert.equal(item.insertTextFormat, 1);
      assert.equal(item.insertTextMode, undefined);
      assert.equal(item.labelDetails, undefined);
      assert.doesNotMatch(entry(list, item.label).textEdit.newText, /[$}]/);
    }
    const plain = entry(list, "Punkt 4:");
    assert.equal(edited(text, [plain.textEdit]), text.replace(/Pun$/, "Punkt 4: "));
  });

  it("escapes what a snippet would take for its own", async () => {
    const marked = next
      .replace("Pun¦", "Punkt 4: Hus\n\nIndstilling\n\n¦")
      .replaceAll("Forvaltningen indstiller", "Team $1} indstiller");
    const { list } = await offered(full, marked);
    assert.equal(
      entry(list, "Team $1} indstiller, at udvalget:").textEdit.newText,
      "Team \\$1\\} indstiller, at udvalget:\n\n1. ${1}",
    );
    const { text, list: plain } = await offered(bare, marked);
    assert.ok(
      edited(text, [entry(plain, "Team $1} indstiller, at udvalget:").textEdit]).endsWith(
        "Team $1} indstiller, at udvalget:\n\n1. ",
      ),
    );
  });

  it("documents an entry when asked, and at once where nobody asks", async () => {
    const client = await running(modern);
    const { list } = await offered(client, next);
    const item = entry(list, "Punkt 4:");
    assert.equal(item.documentation, undefined);
    assert.deepEqual(item.labelDetails, { description: "(14.20-14.50)" });
    const resolved = (await client.send("completionItem/resolve", item)) as CompletionItem;
    assert.deepEqual(resolved, {
      ...item,
      documentation: {
        kind: "markdown",
        value: "Det næste punkt, med sit nummer og den tid, der følger af punktet før.",
      },
    });
    const plain = entry((await offered(bare, next)).list, "Punkt 4:");
    assert.equal(
      plain.documentation,
      "Det næste punkt, med sit nummer og den tid, der følger af punktet før.",
    );
    assert.equal(plain.detail, "(14.20-14.50)");
    assert.equal(plain.data, undefined);
    // An entry of a list that is gone, or of none, comes back as it is.
    for (const stray of [
      { label: "x" },
      { label: "x", data: { list: 1, index: 999 } },
      { ...item, data: { list: -1, index: 0 } },
    ]) {
      assert.deepEqual(await client.send("completionItem/resolve", stray), stray);
    }
    assert.equal(await client.stop(), 0);
  });

  it("shows several lines as they will look", async () => {
    const marked = minutes.replace("1. Godkendt.\n2. Taget til efterretning.", "¦");
    const { list } = await offered(full, marked);
    const first = list?.items[0];
    assert.ok(first);
    const { documentation } = (await full.send("completionItem/resolve", first)) as CompletionItem;
    assert.ok(typeof documentation === "object");
    assert.match(documentation.value, /\n\n```referat\n1\. .*godkendt\.\n2\. .*efterretning\.\n```$/i);
  });

  it("speaks the client's language", async () => {
    const english = await running({}, { language: "en" });
    const item = entry((await offered(english, next)).list, "Punkt 4:");
    assert.equal(
      item.documentation,
      "The next item, with its number and the time that follows from the item before.",
    );
    assert.equal(await english.stop(), 0);
  });

  it("counts as the client counts, and ends lines as the document does", async () => {
    for (const encoding of ["utf-16", "utf-8"] as const) {
      const client = await running({ general: { positionEncodings: [encoding] } });
      for (const lineEnd of ["\n", "\r\n", "\r"]) {
        const marked = `${manyBytes(lineEnd)}${lineEnd}Beslutning${lineEnd}${lineEnd}Åh 😀, jf. punkt 1, siger Kar¦, og går.${lineEnd}`;
        const { text, list } = await offered(client, marked, { encoding });
        const { textEdit } = entry(list, "Karen Høst");
        assert.equal(edited(text, [textEdit], encoding), text.replace("siger Kar,", "siger Karen Høst,"));
        const section = await offered(client, `${manyBytes(lineEnd)}${lineEnd}Inds¦`, { encoding });
        const lines = entry(section.list, "Indstilling").textEdit.newText;
        assert.ok(lines.startsWith(`Indstilling${lineEnd}${lineEnd}Det indstilles`), JSON.stringify(lines));
      }
      assert.equal(await client.stop(), 0);
    }
  });

  it("knows the files beside the document, and the persons of its profile", async () => {
    const folder = folderWith({
      "Bilag 4.1 Kort.pdf": "",
      "referat.json": JSON.stringify({ profiles: [{ people: [{ name: "Ida Bach", affiliation: "Ø" }] }] }),
    });
    const at = pathToFileURL(`${folder}/møde.referat`).href;
    const bilag = await offered(bare, next.replace("Pun¦", "Punkt 4: Hus\n\nBilag\n\n¦"), { at });
    assert.equal(entry(bilag.list, "Bilag 4.1 Kort.pdf").textEdit.newText, "Bilag 4.1: Kort.pdf");
    const people = await offered(bare, "REFERAT Rådet d. 04-03-2026\n\nMødedeltagere ¦", { at });
    assert.equal(entry(people.list, "Ida Bach").textEdit.newText, "Ida Bach, Ø");
  });

  it("puts the rules first that find something in the next line", async () => {
    const marked = minutes.replace(
      "Mødedato Onsdag",
      "<!-- referat-disable-next-line ¦ -->\nMødedato Tirsdag",
    );
    const { list } = await offered(full, marked, { trigger: " " });
    assert.equal(list?.items[0]?.label, "weekday");
    assert.ok(entry(list, "slot-gap"));
  });

  it("opens no list while prose is typed", async () => {
    for (const words of [
      "Hallen ¦",
      "Under dette punkt ¦",
      "- ¦",
      "Det er 3-¦",
      "Karen Høst ¦",
      "1. ¦",
      "Bilaget og bilag ¦",
    ]) {
      const marked = minutes.replace("Hallen er fra 1974.[1]", words);
      for (const trigger of [" ", "-"])
        assert.equal((await offered(full, marked, { trigger })).list, null, words);
    }
    assert.notEqual(
      (await offered(full, minutes.replace("jf. punkt 1.", "jf. punkt ¦"), { trigger: " " })).list,
      null,
    );
  });

  it("has nothing for a document that is not open, nor for referat.json, and refuses what is no position", async () => {
    const position = { line: 0, character: 0 };
    const ask = (params: object): Promise<unknown> => full.send("textDocument/completion", params);
    assert.equal(await ask({ textDocument: { uri: documentUri("andet.referat") }, position }), null);
    const config = documentUri("referat.json");
    full.open(config, "{ }");
    assert.equal(await ask({ textDocument: { uri: config }, position }), null);
    full.close(config);
    full.open(uri, minutes);
    for (const context of [null, 3, {}, { triggerKind: "x" }, { triggerKind: 2 }]) {
      await ask({ textDocument: { uri }, position, context });
    }
    assert.notEqual(await ask({ textDocument: { uri }, position: { line: 999, character: 999 } }), undefined);
    await assert.rejects(
      ask({ textDocument: { uri } }),
      (error) => error instanceof ResponseFailure && error.code === errorCodes.invalidParams,
    );
    full.close(uri);
  });
});
