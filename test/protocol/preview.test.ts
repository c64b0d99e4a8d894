import assert from "node:assert/strict";
import { endAll, type LspClient } from "../support/lspClient.ts";
import { fullCapabilities, running } from "./clients.ts";

const uri = "file:///intet/sted/m%C3%B8de.referat";
const item = (number: number): string =>
  `Punkt ${number}: Sag nummer ${number}\n\nSagsfremstilling\n\nSagen er kort fortalt denne.\n\nBeslutning\n\nGodkendt.\n\n`;
const minutes = `REFERAT Havneudvalget d. 04-03-2026\n\nMødedato Onsdag d. 4. marts 2026 kl. 13:00-15:00\n\n${[1, 2, 3].map(item).join("")}Punkt 4: Lukket punkt: Køb af kajplads\n\nSælger er Jens Bro.\n`;

interface Preview {
  readonly version: number;
  readonly pages: readonly { id: string; width: number; height: number; content?: string }[];
  readonly shapes: { id: string; content?: string };
  readonly places: readonly { line: number; page: number; y: number }[];
}

function preview(client: LspClient, known: readonly string[] = [], isPublic = false): Promise<Preview> {
  return client.send("referat/preview", {
    textDocument: { uri },
    known,
    public: isPublic,
  }) as Promise<Preview>;
}

describe("protocol: the preview", () => {
  afterEach(endAll);

  it("shows the pages, says where each line stands, and sends again only what is new", async () => {
    const client = await running(fullCapabilities);
    client.open(uri, minutes);
    const first = await preview(client);
    assert.equal(first.version, 1);
    assert.ok(first.pages.length >= 4, "each item begins a page");
    assert.ok(first.pages.every(({ content, width, height }) => content !== undefined && width === 595 + 1 && height === 841 + 1));
    const lines = minutes.split("\n");
    const placed = new Map(first.places.map(({ line, page }) => [lines[line], page]));
    assert.equal(placed.get("Punkt 1: Sag nummer 1"), 2);
    assert.equal(placed.get("Punkt 3: Sag nummer 3"), 4);

    const known = [first.shapes.id, ...first.pages.map(({ id }) => id)];
    assert.deepEqual(
      (await preview(client, known)).pages.map(({ content }) => content),
      first.pages.map(() => undefined),
    );
    const at = { line: lines.indexOf("Punkt 2: Sag nummer 2") + 4, character: 0 };
    client.change(uri, 2, { range: { start: at, end: at }, text: "Nogen " });
    const second = await preview(client, known);
    assert.equal(second.version, 2);
    const sent = [...second.pages.entries()].filter(([, { content }]) => content !== undefined);
    assert.deepEqual(sent.map(([index]) => index + 1), [3]);
  }); // prettier-ignore

  it("holds nothing that runs or leads out of it", async () => {
    const client = await running(fullCapabilities);
    client.open(
      uri,
      minutes.replace(
        "kort fortalt",
        '[her](https://havneby.example/a"onload="x) og <script>alert(1)</script>',
      ),
    );
    const { pages, shapes } = await preview(client);
    const drawn = [shapes, ...pages].map(({ content }) => content ?? "").join("");
    assert.doesNotMatch(drawn, /<script|\son\w+=|xlink:href|javascript:| style=/i);
    assert.match(drawn, / data-page="2" data-y="[\d.]+"/);
  });

  it("shows everybody's pages without the closed items", async () => {
    const client = await running(fullCapabilities);
    client.open(uri, minutes);
    const words = ({ pages }: Preview): string =>
      pages.map(({ content = "" }) => content.replace(/<[^>]*>/g, " ")).join(" ");
    assert.match(words(await preview(client)), /Jens\s+Bro/);
    assert.doesNotMatch(words(await preview(client, [], true)), /kajplads|Jens/);
  });

  it("marks what has changed since an earlier version, and places the lines that are there", async () => {
    const client = await running(fullCapabilities);
    client.open(uri, minutes);
    const asked = (since: object | undefined): Promise<Preview> =>
      client.send("referat/preview", { textDocument: { uri }, since }) as Promise<Preview>;
    const words = ({ pages }: Preview): string =>
      pages.map(({ content = "" }) => content.replace(/<[^>]*>/g, " ")).join(" ");
    const text = `${minutes.replace("REFERAT", "DAGSORDEN").replaceAll("kort", "vidt og bredt")}\n\nPunkt 5: Udgået\n\nDet gamle.\n`;
    const plain = await asked(undefined);
    for (const name of ["møde.dagsorden", "møde.dagsorden"]) {
      const marked = await asked({ text, name });
      assert.match(words(marked), /dagsordenen/);
      assert.match(words(marked), /bredt/);
      assert.match(words(marked), /Det\s+gamle/);
      assert.deepEqual(
        marked.places.map(({ line }) => line),
        plain.places.map(({ line }) => line),
      );
    }
    assert.match(words(await asked({ text: minutes, name: "møde.referat" })), /møde\.referat/);
    assert.deepEqual(await asked(undefined), plain);
  });

  it("makes a PDF of it, and goes on where the engine was ended", async () => {
    const client = await running(fullCapabilities);
    client.open(uri, minutes);
    const params = { textDocument: { uri }, format: "pdf" };
    const cancelled = client.start("referat/export", params);
    client.cancel(cancelled.id);
    await assert.rejects(cancelled.answer);
    const { base64 } = (await client.send("referat/export", params)) as { base64: string };
    assert.match(Buffer.from(base64, "base64").toString("latin1"), /^%PDF-/);
  });
});
