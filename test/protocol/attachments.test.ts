import assert from "node:assert/strict";
import type { Range } from "vscode-languageserver";
import { lockedPdf, plainPdf, word } from "../support/attachments.ts";
import { removeFolders, type TestFolder, testFolder } from "../support/folder.ts";
import { endAll, type LspClient } from "../support/lspClient.ts";
import { fullCapabilities, running } from "./clients.ts";
import { textIn } from "./text.ts";

const minutes = `REFERAT Havneudvalget d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00-15:00

Punkt 1: Drøftelse af ny mole

Molen er gammel.

Bilag

Bilag 1.1: Ansøgning.docx

Bilag 1.2: Kort.pdf

Punkt 2: Lukket punkt: Køb af kajplads

Bilag

Bilag 2.1: Skøde.txt
`;

interface Obstacle {
  readonly gravity: string;
  readonly message: string;
  readonly range: Range;
  readonly rule: string | null;
}

function folder(files: Readonly<Record<string, string | Uint8Array>>): TestFolder {
  const made = testFolder({ "a.referat": minutes });
  for (const [name, content] of Object.entries(files)) made.write(name, content);
  return made;
}

/** What stands in the way in attachments, once they have been read. */
async function inAttachments(client: LspClient, uri: string, isPublic = true): Promise<Obstacle[]> {
  for (;;) {
    const params = { textDocument: { uri }, public: isPublic };
    const { reading, obstacles } = (await client.send("referat/readiness", params)) as {
      reading: boolean;
      obstacles: Obstacle[];
    };
    if (!reading) return obstacles.filter(({ rule }) => rule === null);
  }
}

const paragraph = (text: string): Uint8Array => word(`<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`);

describe("protocol: the attachments of what is sent out", () => {
  afterEach(endAll);
  afterEach(removeFolders);

  it("stand in the way where they are listed, and keep a document from everybody", async () => {
    const beside = folder({
      "Ansøgning.docx": paragraph("010203-1234"),
      "Kort.pdf": lockedPdf(),
      "Skøde.txt": "311299-0001",
    });
    const uri = beside.uriOf("a.referat");
    const client = await running(fullCapabilities);
    client.open(uri, minutes);
    const found = await inAttachments(client, uri);
    assert.deepEqual(
      found.map(({ gravity, range }) => `${gravity} ${textIn(minutes, range)}`),
      ["error Ansøgning.docx", "info Kort.pdf"],
    );
    assert.match(found[0]?.message ?? "", /010203-xxxx/);
    const internal = await inAttachments(client, uri, false);
    assert.deepEqual(
      internal.map(({ range }) => textIn(minutes, range)),
      ["Ansøgning.docx", "Skøde.txt", "Kort.pdf"],
    );
    const params = { textDocument: { uri }, format: "html", public: true };
    assert.deepEqual(await client.send("referat/export", params), { refused: 1 });
  });

  it("are read again when they are others, and looked at as they are on the disk", async () => {
    const beside = folder({ "Ansøgning.docx": paragraph("010203-1234"), "Kort.pdf": plainPdf("(Kort) Tj") });
    const uri = beside.uriOf("a.referat");
    const client = await running(fullCapabilities);
    client.open(uri, minutes);
    assert.equal((await inAttachments(client, uri)).length, 1);
    beside.write("Ansøgning.docx", paragraph("Nummeret er fjernet"));
    assert.deepEqual(await inAttachments(client, uri), []);
    beside.write("Kort.pdf", plainPdf("(311299-0001) Tj"));
    assert.match((await inAttachments(client, uri))[0]?.message ?? "", /311299-xxxx \(side 1\)/);
    beside.remove("Kort.pdf");
    assert.deepEqual(await inAttachments(client, uri), []);
  });

  it("are read by the client where no disk has them", async () => {
    const uri = "virtuel://sky/a.referat";
    const pdf = plainPdf("(010203-1234) Tj");
    let handed = 0;
    const client = await running(fullCapabilities, { readFile: true }, {}, (starting) => {
      starting.onRequest("referat/readFile", () => null);
      starting.onRequest("referat/listFolder", () => ["a.referat", "Kort.pdf"]);
      starting.onRequest("referat/statFile", () => ({ size: pdf.length, modified: 1 }));
      starting.onRequest("referat/readBytes", () => {
        handed++;
        return Buffer.from(pdf).toString("base64");
      });
    });
    client.open(uri, minutes);
    for (let asked = 0; asked < 3; asked++)
      assert.match((await inAttachments(client, uri))[0]?.message ?? "", /Kort\.pdf.*010203-xxxx/);
    assert.equal(handed, 1, "a file that is the same is not read again");
  });
});
