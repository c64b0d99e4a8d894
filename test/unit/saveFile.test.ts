import assert from "node:assert/strict";
import type { Uri as RealUri } from "vscode";
import { FileSystemError, Uri, workspace } from "../support/vscodeStub.ts";
import { saveFile } from "../../client/src/publishing/saveFile.ts";

/** As VS Code tells of a full disk: Node's error in words, with a code that it gives all that it does not know. */
const full = new FileSystemError("Unknown");
full.message = "ENOSPC: no space left on device, write";

describe("a file is saved by the client whole or not at all", () => {
  const { fs } = workspace;
  const target = Uri.parse("file:///m%C3%B8der/referat.pdf");
  const save = (text: string): Promise<void> =>
    saveFile(target as unknown as RealUri, new TextEncoder().encode(text));

  beforeEach(() => {
    fs.files = new Map([[target.toString(), "det forrige"]]);
    fs.steps = [];
  });
  afterEach(() => {
    fs.fails = () => undefined;
  });

  const there = (): unknown => [...fs.files].map(([address, text]) => [decodeURI(address), text]);
  const path = "file:///møder/referat.pdf";

  it("beside its place first, then in it", async () => {
    await save("det nye");
    assert.deepEqual(fs.steps, ["write", "rename"]);
    assert.deepEqual(there(), [[path, "det nye"]]);
  });

  it("not at all where the disk is full: the one that was there stays, and half a file does not", async () => {
    fs.fails = (step, uri) => {
      if (step !== "write") return;
      // What there was room for.
      fs.files.set(uri.toString(), "det");
      throw full;
    };
    await assert.rejects(save("det nye"), (error) => error === full);
    assert.deepEqual(there(), [[path, "det forrige"]]);
  });

  it("not at all where it cannot take its place: the one that was there stays, and the other does not", async () => {
    fs.fails = (step) => {
      if (step === "rename") throw full;
    };
    await assert.rejects(save("det nye"), (error) => error === full);
    assert.deepEqual(there(), [[path, "det forrige"]]);
  });

  it("and says why it was not, also where what is left of it cannot be taken away", async () => {
    for (const failing of ["write", "rename"]) {
      fs.fails = (step) => {
        if (step === failing) throw full;
        if (step === "delete") throw new FileSystemError("NoPermissions");
      };
      await assert.rejects(save("det nye"), (error) => error === full, failing);
      assert.equal(fs.files.get(target.toString()), "det forrige");
    }
  });

  it("in its place at once where nothing may stand beside it", async () => {
    for (const code of ["FileNotFound", "NoPermissions"]) {
      fs.fails = (step, uri) => {
        if (step === "write" && uri.toString() !== target.toString()) throw new FileSystemError(code);
      };
      await save(code);
      assert.deepEqual(there(), [[path, code]]);
    }
  });

  it("and what its place does not take either is said", async () => {
    fs.fails = (step) => {
      if (step === "write") throw new FileSystemError("NoPermissions");
    };
    await assert.rejects(save("det nye"), FileSystemError);
    assert.deepEqual(there(), [[path, "det forrige"]]);
  });
});
