import assert from "node:assert/strict";
import { endAll } from "../support/lspClient.ts";
import { documentUri, running, type StdioClient } from "./clients.ts";
import { minutes } from "./documents.ts";
import { linesOf, rangeOf, textIn } from "./text.ts";
import { decoded } from "./tokens.ts";

const uri = documentUri();
const textDocument = { uri };

describe("protocol: what words of a document mean", () => {
  afterEach(endAll);

  describe("semantic tokens", () => {
    it("mark numbers, times, the body, persons, recommendations and outcomes", async () => {
      const client = await running();
      const { capabilities } = await (async () => {
        const fresh = await running();
        return { capabilities: fresh };
      })();
      assert.ok(capabilities);
      client.open(uri, minutes);
    });
  });
});
