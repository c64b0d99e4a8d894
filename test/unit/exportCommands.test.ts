import assert from "node:assert/strict";
import { FileSystemError, stub, Uri, workspace } from "../support/vscodeStub.ts";
import { ExportCommands } from "../../client/src/publishing/exportCommands.ts";

const engineDied = "PDF-motoren kunne ikke startes eller gik ned (exit 1).";

describe("what is exported is written over what was there only when it is all there", () => {
  const { fs } = workspace;
  const target = Uri.parse("file:///m/ud.pdf");
  /** What the server answers to an export. */
  let answer: object | Error | null;

  beforeEach(() => {
    const client = {
      code2ProtocolConverter: { asUri: String },
      sendRequest: (method: string): Promise<unknown> => {
        if (method === "referat/exportName") return Promise.resolve({ name: "ud", closed: false });
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
    };
    const subject = { subject: Uri.parse("file:///m/a.referat") };
    const noChanges = { of: () => null, read: () => Promise.resolve(null) };
    const given = [client, subject, noChanges, () => Promise.resolve()];
    new ExportCommands(...(given as unknown as ConstructorParameters<typeof ExportCommands>)).register();
    stub.target = target;
    stub.told = [];
    fs.files = new Map([[target.toString(), "det forrige"]]);
  });
  afterEach(() => {
    stub.commands.clear();
    fs.fails = () => undefined;
  });

  const exported = async (): Promise<void> => {
    await stub.commands.get("referat.eksporterPdf")?.();
  };

  it("and she is told", async () => {
    answer = { base64: btoa("%PDF-1.7"), warnings: [] };
    await exported();
    assert.deepEqual(fs.files, new Map([[target.toString(), "%PDF-1.7"]]));
    assert.deepEqual(stub.told, [{ how: "information", words: "»ud.pdf« er skrevet." }]);
  });

  const failures: readonly [string, object | Error | null, string][] = [
    ["the PDF engine died", { failed: engineDied }, engineDied],
    ["the document is gone", null, "dokumentet kan ikke læses"],
    ["the server is gone", new Error("Connection got disposed."), "Connection got disposed."],
  ];
  for (const [what, answered, words] of failures) {
    it(`not where ${what}: she is told why`, async () => {
      answer = answered;
      await exported();
      assert.deepEqual(fs.files, new Map([[target.toString(), "det forrige"]]));
      assert.deepEqual(stub.told, [{ how: "error", words: `»ud.pdf« kunne ikke skrives: ${words}` }]);
    });
  }

  const denied = "der er ikke lov til at skrive der, eller filen er åben i et andet program";
  const problems: readonly [step: string, error: Error, words: string][] = [
    ["write", new Error("ENOSPC: no space left on device, write"), "disken er fuld"],
    [
      "rename",
      new Error("Error: EBUSY: resource busy or locked, rename"),
      "filen er åben i et andet program",
    ],
    ["write", new FileSystemError("NoPermissions"), denied],
    ["rename", new FileSystemError("NoPermissions"), denied],
    ["write", new FileSystemError("FileNotFound"), "mappen findes ikke"],
    ["write", new Error("The drive sleeps"), "The drive sleeps"],
  ];
  for (const [failing, error, words] of problems) {
    it(`not where its place takes none (${failing}: ${error.message}): she is told why, in her own words`, async () => {
      answer = { base64: btoa("%PDF-1.7"), warnings: [] };
      fs.fails = (step) => {
        if (step === failing) throw error;
      };
      await exported();
      assert.deepEqual(fs.files, new Map([[target.toString(), "det forrige"]]));
      assert.deepEqual(stub.told, [{ how: "error", words: `»ud.pdf« kunne ikke skrives: ${words}` }]);
    });
  }
});
