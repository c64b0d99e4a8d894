import assert from "node:assert/strict";
import { endAll } from "../support/lspClient.ts";
import { running } from "./clients.ts";

const uri = "file:///m%C3%B8der/havnen.referat";
const text = `REFERAT Havneudvalget i Strandby d. 11-03-2026

Mødedeltagere: 

Punkt 1: Bænke

Beslutning

Godkendt.

- 
`;
const lines = text.split("\n");

describe("protocol: what is pasted from a page", () => {
  afterEach(endAll);

  async function pasted(line: string, html: string, plain: string): Promise<string | null> {
    const client = await running();
    client.open(uri, text);
    const position = { line: lines.indexOf(line), character: line.length };
    return client.request("referat/pastedText", { textDocument: { uri }, position, html, text: plain });
  }

  it("is written as the document writes it", async () => {
    const html = "<p>Vi ser på:</p><ul><li>pris</li><li>holdbarhed</li></ul>";
    assert.equal(
      await pasted("Godkendt.", html, "Vi ser på:\npris\nholdbarhed"),
      "Vi ser på:\n\n- pris\n- holdbarhed\n",
    );
  });

  it("keeps its bold words in the text, and takes over the form of a heading and of the head", async () => {
    const answers = [];
    for (const line of ["Godkendt.", "Punkt 1: Bænke", "Beslutning", lines[0] ?? ""])
      answers.push(await pasted(line, "<p>de <b>nye</b> bænke</p>", "de nye bænke"));
    assert.deepEqual(answers, ["de **nye** bænke", null, null, null]);
  });

  it("goes on where a list entry or a field has begun", async () => {
    const list = "<ul><li>pris</li><li>holdbarhed</li></ul>";
    const names = "<p>Karen Holst, A</p><p>Jens Lykke, V</p>";
    assert.deepEqual(
      [
        await pasted("- ", list, "pris\nholdbarhed"),
        await pasted("Mødedeltagere: ", names, "Karen Holst, A\nJens Lykke, V"),
      ],
      ["pris\n- holdbarhed\n", null],
    );
  });

  it("may be a whole document, in one that is empty", async () => {
    const client = await running();
    client.open(uri, "");
    const text = await client.request("referat/pastedText", {
      textDocument: { uri },
      position: { line: 0, character: 0 },
      html: "<p><b>REFERAT Havneudvalget d. 11-03-2026</b></p><h1>Punkt 1 Bænke</h1>",
      text: "REFERAT Havneudvalget d. 11-03-2026\r\nPunkt 1 Bænke\r\n",
    });
    assert.equal(text, "REFERAT Havneudvalget d. 11-03-2026\n\nPunkt 1: Bænke\n");
  });

  it("is pasted plain where a word of it would be lost", async () => {
    const html = "<p>Det <del>første</del></p><p>Det andet</p>";
    assert.equal(await pasted("Godkendt.", html, "Det første\nDet andet"), null);
  });
});
