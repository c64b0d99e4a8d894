import { inflateSync } from "node:zlib";

/** What a PDF of Typst's says: enough of the format to read its words, and to find what is not to be there. */
export class Pdf {
  private readonly objects = new Map<number, { readonly text: string; readonly stream: Buffer | null }>();

  constructor(bytes: Uint8Array) {
    const buffer = Buffer.from(bytes);
    const text = buffer.toString("latin1");
    for (const { 0: head, 1: number, index } of text.matchAll(/(?<=\n)(\d+) 0 obj\s/g)) {
      const start = index + head.length;
      const end = text.indexOf("endobj", start);
      const streamAt = /\bstream\r?\n/.exec(text.slice(start, end));
      const dictionary = streamAt ? text.slice(start, start + streamAt.index) : text.slice(start, end);
      let stream: Buffer | null = null;
      if (streamAt) {
        const from = start + streamAt.index + streamAt[0].length;
        const raw = buffer.subarray(from, from + Number(/\/Length (\d+)/.exec(dictionary)?.[1]));
        stream = dictionary.includes("/FlateDecode") ? inflateSync(raw) : raw;
      }
      this.objects.set(Number(number), { text: dictionary, stream });
    }
  }

  /** All its bytes, unpacked, each a sign. */
  get unpacked(): string {
    return [...this.objects.values()]
      .map(({ text, stream }) => text + (stream?.toString("latin1") ?? ""))
      .join("\n");
  }

  /** The words of each page, those of running heads and feet too; `artifacts: false` leaves them out. */
  pages({ artifacts = true } = {}): string[] {
    const [, kids = ""] = /\/Type \/Pages\b[\s\S]*?\/Kids \[([^\]]*)\]/.exec(this.unpacked) ?? [];
    return [...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => this.pageText(Number(number), artifacts));
  }

  /** The bookmarks, in the order of their places in the file. */
  get bookmarks(): string[] {
    return [...this.objects.values()].flatMap(({ text }) => {
      const title = /\/Parent \d+ 0 R[\s\S]*\/Title (\((?:[^\\)]|\\[\s\S])*\)|<[0-9A-Fa-f]*>)/.exec(
        text,
      )?.[1];
      return title === undefined || text.includes("/S /") ? [] : [textString(title)];
    });
  }

  /** The addresses that links lead to. */
  get addresses(): string[] {
    return [...this.unpacked.matchAll(/\/URI (\((?:[^\\)]|\\[\s\S])*\))/g)].map(([, text = ""]) =>
      textString(text),
    );
  }

  private pageText(number: number, artifacts: boolean): string {
    const page = this.objects.get(number)?.text ?? "";
    const contents = Number(/\/Contents (\d+) 0 R/.exec(page)?.[1]);
    const content = this.objects.get(contents)?.stream?.toString("latin1") ?? "";
    const fonts = new Map(
      [...(/\/Font <<([\s\S]*?)>>/.exec(page)?.[1] ?? "").matchAll(/\/(\w+) (\d+) 0 R/g)].map(
        ([, name = "", font]) => [name, this.unicodeOf(Number(font))] as const,
      ),
    );
    let font: ReadonlyMap<number, string> = new Map();
    let text = "";
    const marked: boolean[] = [];
    let operands: string[] = [];
    for (const token of tokensOf(content)) {
      const first = operands[0] ?? "";
      if (token === "Tf") font = fonts.get(first.slice(1)) ?? new Map();
      else if (token === "BDC" || token === "BMC") marked.push(first === "/Artifact");
      else if (token === "EMC") {
        marked.pop();
        text += " ";
      } else if ((token === "TJ" || token === "Tj") && (artifacts || !marked.includes(true))) {
        for (const operand of operands) if (/^[(<][^<]/.test(operand)) text += decoded(operand, font);
        text += "\n";
      }
      operands = /^[A-Za-z'"*]/.test(token) ? [] : [...operands, token];
    }
    return text;
  }

  private unicodeOf(font: number): ReadonlyMap<number, string> {
    const map = Number(/\/ToUnicode (\d+) 0 R/.exec(this.objects.get(font)?.text ?? "")?.[1]);
    const text = this.objects.get(map)?.stream?.toString("latin1") ?? "";
    return new Map(
      [...text.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gim)].map(([, code = "", to = ""]) => [
        parseInt(code, 16),
        Buffer.from(to, "hex").swap16().toString("utf16le"),
      ]),
    );
  }
}

/** The tokens of a page's content: names, strings, numbers, operators, and the marks of arrays and dictionaries. */
function* tokensOf(content: string): Generator<string> {
  let at = 0;
  while (at < content.length) {
    const start = at;
    const sign = content[at++];
    if (sign === "(") {
      for (let depth = 1; depth > 0 && at < content.length; at++) {
        if (content[at] === "\\") at++;
        else if (content[at] === "(") depth++;
        else if (content[at] === ")") depth--;
      }
    } else if (sign === "<" && content[at] !== "<") at = content.indexOf(">", at) + 1;
    else if (sign === "/" || /[\w.+'"*-]/.test(sign ?? ""))
      while (at < content.length && /[\w.+'"*-]/.test(content[at] ?? "")) at++;
    else if (/\s/.test(sign ?? "")) continue;
    yield content.slice(start, at);
  }
}

function decoded(string: string, font: ReadonlyMap<number, string>): string {
  const bytes = stringBytes(string);
  let text = "";
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += font.get(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)) ?? "\ufffd";
  return text;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function stringBytes(string: string): Buffer {
  if (string.startsWith("<")) return Buffer.from(string.slice(1, -1), "hex");
  return Buffer.from(
    string
      .slice(1, -1)
      .replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal?: string, sign = "") =>
        octal === undefined
          ? (escapes[sign as string] ?? (sign as string))
          : String.fromCharCode(parseInt(octal, 8)),
      ),
    "latin1",
  );
}

function textString(string: string): string {
  const bytes = stringBytes(string);
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2)).swap16().toString("utf16le")
    : bytes.toString("latin1");
}

/** Letters and figures alone: hyphens at the ends of lines, and those ends, are gone. */
export function lettersOf(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}
