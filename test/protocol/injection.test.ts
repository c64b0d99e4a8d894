import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  DocumentLink,
  Hover,
} from "vscode-languageserver";
import { removeFolders, testFolder } from "../support/folder.ts";
import { endAll } from "../support/lspClient.ts";
import { fullCapabilities, running } from "./clients.ts";
import { positionAt } from "./text.ts";

const markdown: ClientCapabilities = {
  ...fullCapabilities,
  textDocument: {
    ...fullCapabilities.textDocument,
    hover: { contentFormat: ["markdown"] },
    completion: { completionItem: { documentationFormat: ["markdown"] }, contextSupport: true },
  },
};

const bad = "[x](command:workbench.action.quit) ![](https://ond.example/p.png) <img src=x> `a` &lt;";
/** All that the server quotes anywhere holds what would be a command, a picture or a tag in Markdown. */
const minutes = `REFERAT Havneudvalget d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00-15:00

Mødested ${bad}

Mødedeltagere Anna <img src=x> Holm, A, Bo ![](https://ond.example/p.png) Lind, V

Indholdsfortegnelse

Ny mole ${bad}..... 3

Punkt 1: Ny mole ${bad}, kl. 13.00-13.30

26/0117

Indstilling

Det indstilles, at Havneudvalget:

1. Godkender ${bad}

Beslutning

Godkendt. ${bad} Anna <img src=x> Holm var imod. Se bilag 1.1 og punkt 1.[1]

[1] ${bad}

Bilag

Bilag 1.1: ${bad}.pdf

Punkt 2: Opfølgning på mødet den 4. marts 2026
`;
const config = JSON.stringify({
  profiles: [
    {
      aliases: [bad],
      decisionHeading: "Beslutning\n```\n![](https://ond.example/p.png)\n[x](command:workbench.action.quit)",
      people: [{ name: `Citha ${bad}`, affiliation: bad }],
      sections: { extra: [{ id: bad, headings: [`Særligt\n\`\`\`\n${bad}`] }] },
    },
  ],
});

/** What of a Markdown text is markup, and not in a fence or a sign that stands for itself. */
function markupIn(value: string): string[] {
  const withoutFences = value.replace(/^(`{3,})referat\n[^]*?\n\1$/gm, "");
  const unescaped = withoutFences.replace(/\\[!-/:-@[-`{-~]/g, "");
  return unescaped.match(/[[\]<`&]|!\[|\]\(/g) ?? [];
}

describe("protocol: words of a document that would be more than words", () => {
  afterEach(endAll);
  afterEach(removeFolders);

  it("are words in every hover, and in all that is offered", async () => {
    const folder = testFolder({ "a.referat": minutes, "referat.json": config, "b.referat": minutes.replace("04-03", "05-03") }); // prettier-ignore
    const uri = folder.uriOf("a.referat");
    const client = await running(markdown, {}, { workspaceFolders: [{ uri: folder.uri, name: "a" }] });
    client.open(uri, minutes);
    const shown: string[] = [];
    for (let offset = 0; offset < minutes.length; offset += 3) {
      const params = { textDocument: { uri }, position: positionAt(minutes, offset, "utf-16") };
      const hover = (await client.send("textDocument/hover", params)) as Hover | null;
      if (hover) shown.push((hover.contents as { value: string }).value);
    }
    assert.ok(
      shown.some((value) => value.includes("command:")),
      "nothing was quoted",
    );
    const ends = [...minutes.matchAll(/\n/g)].map(({ index }) => index + 1);
    for (const offset of ends) {
      const params = { textDocument: { uri }, position: positionAt(minutes, offset, "utf-16") };
      const list = (await client.send("textDocument/completion", params)) as CompletionList | null;
      for (const { documentation } of list?.items ?? ([] as CompletionItem[]))
        if (typeof documentation === "object") shown.push(documentation.value);
    }
    assert.ok(
      shown.some((value) => /^`{4,}referat\n/m.test(value)),
      "no fence had to be longer",
    );
    for (const value of shown) assert.deepEqual(markupIn(value), [], value);
  });

  it("are no link to anything but the web, mail and files of the folder", async () => {
    const folder = testFolder();
    const uri = folder.uriOf("a.referat");
    const addresses = ["command:workbench.action.quit", "javascript:alert(1)", "file:///etc/passwd", "//ond.example/x", "\\\\ond.example\\x", "../../etc/passwd", "%2e%2e/x", "vscode://x", "con.pdf", "https://havneby.example", "mailto:a@havneby.example", "bilag/Kort.pdf"]; // prettier-ignore
    const text = `REFERAT Havneudvalget d. 04-03-2026\n\nPunkt 1: Ny mole\n\n${addresses.map((address) => `Se [her](${address}) og <${address}>.`).join("\n\n")}\n`;
    const client = await running(markdown);
    client.open(uri, text);
    const links = await client.request("textDocument/documentLink", { textDocument: { uri } });
    const targets = new Set((links ?? ([] as DocumentLink[])).map(({ target }) => target ?? ""));
    assert.deepEqual(
      [...targets].filter((target) => !target.startsWith(`${folder.uri}/`)),
      ["https://havneby.example", "mailto:a@havneby.example"],
    );
    assert.deepEqual(
      [...targets].filter((target) => target.startsWith(`${folder.uri}/`)),
      [`${folder.uri}/bilag/Kort.pdf`],
    );
  });

  it("are no link in what she is told", async () => {
    const folder = testFolder();
    const uri = folder.uriOf("[x](command:quit).dagsorden");
    folder.write("[x](command:quit).referat", "");
    const client = await running({ ...fullCapabilities, workspace: { ...fullCapabilities.workspace, applyEdit: true, workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } } }); // prettier-ignore
    client.onRequest("workspace/applyEdit", () => ({ applied: false }));
    client.open(uri, minutes.replace("REFERAT", "DAGSORDEN"));
    await client.send("workspace/executeCommand", { command: "referat.writeMinutes", arguments: [uri, 1] });
    const { message } = (await client.notification("window/showMessage")) as { message: string };
    assert.match(message, /\[x\] \(command:quit\)/);
  });
});

describe("protocol: a folder that somebody sent", () => {
  afterEach(endAll);
  afterEach(removeFolders);

  const listing = "REFERAT Havneudvalget d. 04-03-2026\n\nPunkt 1: Ny mole\n\nBilag\n\nBilag 1.1: Plan.txt\n";
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><path d="M0 0h90v40z"/></svg>';

  it("has nothing read through links that lead out of it, by the server or by the client", async () => {
    const outside = testFolder({ "Plan.txt": "010203-1234", "logo.svg": svg });
    const folder = testFolder({
      "a.referat": listing,
      "referat.json": JSON.stringify({
        profiles: [{ publish: { logo: "logo.svg", fontFiles: ["logo.svg"] } }],
      }),
    });
    symlinkSync(join(outside.path, "Plan.txt"), join(folder.path, "Plan.txt"));
    symlinkSync(join(outside.path, "logo.svg"), join(folder.path, "logo.svg"));
    const uri = folder.uriOf("a.referat");
    const read: string[] = [];
    const client = await running(
      fullCapabilities,
      { readFile: true },
      { workspaceFolders: [{ uri: folder.uri, name: "a" }] },
      (starting) => {
        starting.onRequest("referat/readFile", (params) =>
          (params as { uri: string }).uri === folder.uriOf("referat.json")
            ? '{"profiles": [{"publish": {"logo": "logo.svg", "fontFiles": ["logo.svg"]}}]}'
            : null,
        );
        starting.onRequest("referat/listFolder", () => ["a.referat", "Plan.txt", "logo.svg"]);
        starting.onRequest("referat/readBytes", (params) => {
          read.push((params as { uri: string }).uri);
          return null;
        });
      },
    );
    client.open(uri, listing);
    const params = { textDocument: { uri }, public: true };
    const { obstacles } = (await client.send("referat/readiness", params)) as {
      obstacles: { message: string }[];
    };
    assert.ok(obstacles.some(({ message }) => /Plan\.txt.*ikke gennemsøgt/.test(message)));
    assert.ok(!obstacles.some(({ message }) => message.includes("010203")));
    const pdf = (await client.send("referat/export", { textDocument: { uri }, format: "pdf" })) as {
      warnings: string[];
    };
    assert.match(pdf.warnings.join(" "), /logo\.svg/);
    assert.deepEqual(read, []);
  });
});
