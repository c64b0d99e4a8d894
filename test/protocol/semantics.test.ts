import assert from "node:assert/strict";
import { type DocumentLink, DocumentHighlightKind } from "vscode-languageserver";
import { endAll } from "../support/lspClient.ts";
import { documentUri, running, type StdioClient } from "./clients.ts";
import { minutes } from "./documents.ts";
import { linesOf, rangeOf, textIn } from "./text.ts";
import { decoded } from "./tokens.ts";

const uri = documentUri();
const textDocument = { uri };

describe("protocol: what the words of a document mean", () => {
  let client: StdioClient;
  before(async () => {
    client = await running();
  });
  afterEach(() => {
    client.close(uri);
  });
  after(endAll);

  describe("semantic tokens", () => {
    it("mark numbers, times, the body, persons, recommendations and outcomes", async () => {
      const { capabilities } = client.initialized;
      const legend = capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
      client.open(uri, minutes);
      const answer = await client.request("textDocument/semanticTokens/full", { textDocument });
      const lines = linesOf(minutes);
      const shown = decoded(minutes, answer?.data ?? []).map(
        ({ type, line, text }) => `${lines[line]?.slice(0, 12) ?? ""}: ${legend[type] ?? "unknown"} ${text}`,
      );
      for (const token of [
        "REFERAT Kult: namespace Kulturudvalget i Sandby - Politisk niveau",
        "Mødedato Ons: event 13:00",
        "Mødedato Ons: event 15:00",
        "Mødedeltager: variable Karen Høst",
        "Mødedeltager: variable Bent Kjær",
        "Mødedeltager: variable Åse Lund",
        "Punkt 2: Ny : number 2",
        "Punkt 2: Ny : event (13.10-13.40)",
        "Hallen er fr: variable Karen Høst",
        "1. Godkender: function Godkender",
        "2. Tager øko: function Tager",
        "1. Godkendt.: keyword Godkendt",
        "2. Taget til: keyword Taget til efterretning",
        "PAUSE (13.40: event (13.40-13.50)",
      ]) {
        assert.ok(shown.includes(token), `${token}\nnot in\n${shown.join("\n")}`);
      }
      assert.equal(
        shown.some((token) => token.endsWith(" unknown")),
        false,
      );
    });

    it("stay within their lines, whatever ends a line", async () => {
      const answers: unknown[] = [];
      for (const lineEnd of ["\n", "\r\n", "\r"]) {
        const text = minutes.replaceAll("\n", lineEnd);
        client.open(uri, text);
        const answer = await client.request("textDocument/semanticTokens/full", { textDocument });
        const tokens = decoded(text, answer?.data ?? []);
        assert.ok(tokens.length > 10);
        for (const { text: words } of tokens) assert.doesNotMatch(words, /[\r\n]/);
        answers.push(answer?.data);
        client.close(uri);
      }
      assert.deepEqual(answers[1], answers[0]);
      assert.deepEqual(answers[2], answers[0]);
    });
  });

  describe("links", () => {
    async function linksOf(text: string, of = uri): Promise<[string, string][]> {
      client.open(of, text);
      const links = await client.request("textDocument/documentLink", { textDocument: { uri: of } });
      client.close(of);
      return (links ?? []).map(({ range, target }: DocumentLink) => [textIn(text, range), target ?? ""]);
    }

    it("lead to web and mail addresses and to files beside the document", async () => {
      const text = `Punkt 1: Links

Se https://www.sandby.dk/hal, www.sandby.dk. Skriv til hal@sandby.dk eller <mailto:by@sandby.dk>.
Se også [planen](https://www.sandby.dk/plan?a=1#b), <https://www.sandby.dk/kort> og [post](mailto:by@sandby.dk).
[Skitsen](Skitse.pdf) og [kortet](bilag/Kort%20over%20%C3%B8en.pdf), [æ](bilag/mødet.pdf).
`;
      assert.deepEqual(await linksOf(text, "file:///m%C3%B8der/2026/a.referat"), [
        ["https://www.sandby.dk/hal", "https://www.sandby.dk/hal"],
        ["www.sandby.dk", "https://www.sandby.dk"],
        ["hal@sandby.dk", "mailto:hal@sandby.dk"],
        ["<mailto:by@sandby.dk>", "mailto:by@sandby.dk"],
        ["planen", "https://www.sandby.dk/plan?a=1#b"],
        ["<https://www.sandby.dk/kort>", "https://www.sandby.dk/kort"],
        ["post", "mailto:by@sandby.dk"],
        ["Skitsen", "file:///m%C3%B8der/2026/Skitse.pdf"],
        ["kortet", "file:///m%C3%B8der/2026/bilag/Kort%20over%20%C3%B8en.pdf"],
        ["æ", "file:///m%C3%B8der/2026/bilag/m%C3%B8det.pdf"],
      ]);
    });

    it("never lead to a script, a command, another scheme, or a file that is not beside or below", async () => {
      const addresses = [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "command:workbench.action.reloadWindow",
        "COMMAND:x",
        "vscode://x/y",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://sandby.dk/x",
        "/etc/passwd",
        "//vaert/deling",
        "\\\\vaert\\deling",
        "C:\\Dokumenter\\x.pdf",
        "C:/Dokumenter/x.pdf",
        "../x.pdf",
        "..",
        "..\\x.pdf",
        "bilag/../../x.pdf",
        "bilag\\..\\..\\x.pdf",
        "%2e%2e/x.pdf",
        ".%2E/x.pdf",
        "bilag/%2E%2E/%2e%2e/x.pdf",
        "bilag%2f..%2f..%2fx.pdf",
        "bilag%5c..%5c..%5cx.pdf",
        "%2fetc/passwd",
        "javascript%3aalert(1)",
        "..%20/x.pdf",
        "#afsnit",
        "?spørgsmål",
        "",
        "https://",
      ];
      const text = `Punkt 1: Links\n\n${addresses.map((address) => `[her](${address})`).join("\n\n")}\n`;
      assert.deepEqual(await linksOf(text), []);
      const bare =
        "Punkt 1: A\n\njavascript:alert(1) <javascript:alert(1)> command:x file:///etc/passwd ../x.pdf\n";
      assert.deepEqual(await linksOf(bare), []);
    });

    it("keep the place within a file, and signs of percent that are no code", async () => {
      const text =
        "Punkt 1: A\n\n[a](Bilag.pdf#page=2) [b](Kort.pdf#side%202æ) [c](100%.pdf) [d](100%25.pdf)\n";
      assert.deepEqual(
        (await linksOf(text, "file:///a/b.referat")).map(([, target]) => target),
        [
          "file:///a/Bilag.pdf#page=2",
          "file:///a/Kort.pdf#side%202%C3%A6",
          "file:///a/100%25.pdf",
          "file:///a/100%25.pdf",
        ],
      );
    });

    it("to files are none in a document that lies nowhere, and leave out the version of one that does", async () => {
      const text = "Punkt 1: A\n\n[a](Bilag.pdf) www.sandby.dk\n";
      for (const nowhere of ["untitled:Untitled-1", "untitled:/a/b.referat"])
        assert.deepEqual(await linksOf(text, nowhere), [["www.sandby.dk", "https://www.sandby.dk"]]);
      assert.equal((await linksOf(text, "git:/a/b.referat?x/y"))[0]?.[1], "git:/a/Bilag.pdf");
    });

    it("have the brackets that they open", async () => {
      const text =
        "Punkt 1: A\n\nSe https://x.dk/Sandby_(by), og (jf. https://x.dk/a_(b)). Og (https://x.dk/c).\n";
      assert.deepEqual(
        (await linksOf(text)).map(([words]) => words),
        ["https://x.dk/Sandby_(by)", "https://x.dk/a_(b)", "https://x.dk/c"],
      );
    });

    it("are answered where the text holds half a sign", async () => {
      const [link] = await linksOf("Punkt 1: A\n\n[a](x\ud83d.pdf)\n", "file:///a/b.referat");
      assert.equal(link?.[1], "file:///a/x%EF%BF%BD.pdf");
    });

    it("are none in a comment", async () => {
      assert.deepEqual(await linksOf("Punkt 1: A\n\n<!-- https://www.sandby.dk -->\n"), []);
    });
  });

  describe("highlights", () => {
    /** What is highlighted from the start of some words: its line's first words, its text, and whether it is the thing itself. */
    async function from(words: string): Promise<string[]> {
      const position = rangeOf(minutes, words).start;
      const highlights = await client.request("textDocument/documentHighlight", { textDocument, position });
      const lines = linesOf(minutes);
      return (highlights ?? []).map(({ range, kind }) => {
        const line = lines[range.start.line]?.slice(0, 8) ?? "";
        return `${line}: ${textIn(minutes, range)}${kind === DocumentHighlightKind.Write ? " *" : ""}`;
      });
    }

    it("of a reference to an item are the item's number and every other reference to it", async () => {
      client.open(uri, minutes);
      const expected = ["Punkt 2:: Punkt 2 *", "Godkendt: punkt 2"];
      assert.deepEqual(await from("punkt 2.\n"), expected);
      assert.deepEqual(await from("Punkt 2: Ny"), expected);
    });

    it("of a title are its heading and its entry in the contents", async () => {
      client.open(uri, minutes);
      const expected = [
        "Ny svømm: Ny svømmehal ved Strandvejen (13.10-13.40)",
        "Punkt 2:: Ny svømmehal ved Strandvejen (13.10-13.40) *",
      ];
      assert.deepEqual(await from("svømmehal ved Strandvejen (13.10-13.40)....."), expected);
      assert.deepEqual(await from("svømmehal ved Strandvejen (13.10-13.40)\n\nSags"), expected);
    });

    it("of a person are all mentions, the participant first", async () => {
      client.open(uri, minutes);
      const expected = ["Mødedelt: Karen Høst *", "Hallen e: Karen Høst"];
      assert.deepEqual(await from("Karen Høst har"), expected);
      assert.deepEqual(await from("Karen Høst, A"), expected);
    });

    it("of a footnote are its mark and its text", async () => {
      client.open(uri, minutes);
      const all = await from("[1] Taget");
      assert.equal(all.length, 2);
      assert.equal(all.filter((highlight) => highlight.endsWith(" *")).length, 1);
      assert.deepEqual(await from("[1] Tilstand"), all);
    });

    it("are none where a word means nothing but itself", async () => {
      client.open(uri, minutes);
      assert.deepEqual(await from("utæt"), []);
    });
  });
});
