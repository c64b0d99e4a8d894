import assert from "node:assert/strict";
import { endAll, errorCodes, type LspClient, ResponseFailure } from "../support/lspClient.ts";
import { fullCapabilities, running } from "./clients.ts";

const folder = "file:///intet/arkiv";

function minutes(day: string, iso: string, taxes: string, more = ""): { uri: string; text: string } {
  return {
    uri: `${folder}/vandraadet-${iso}.referat`,
    text: `REFERAT Vandrådet i Engby d. ${day}

Mødedato ${day}

Mødedeltagere Inga Dahl, formand, Per Storm, driftsleder

Punkt 1: Godkendelse af dagsorden

Beslutning

Godkendt.

Punkt 2: Takster for vandet

25/0502

Indstilling

Det indstilles, at Vandrådet:

1. Godkender taksterne

Beslutning

1. ${taxes}
${more}`,
  };
}

const actions = `
Opfølgning

- Per Storm: indhenter tre tilbud på boringen (senest 15. oktober 2025)
- Inga Dahl: skriver til naboerne om støjen
`;

const first = minutes("02-09-2025", "2025-09-02", "Drøftet. Sagen udsættes til næste møde.", actions);
const second = minutes("04-11-2025", "2025-11-04", "Godkendt.");
const other = {
  uri: `${folder}/havnen.referat`,
  text: `REFERAT Havneudvalget d. 01-10-2025

Punkt 1: Ny kran (lukket)

Beslutning

Ikke godkendt.
`,
};

interface Answer {
  readonly total: number;
  readonly rows: readonly Record<string, unknown>[];
}

async function withArchive(
  capabilities = fullCapabilities,
  options: Record<string, unknown> = {},
): Promise<LspClient> {
  const client = await running(capabilities, options);
  for (const { uri, text } of [first, second, other]) client.open(uri, text);
  return client;
}

async function ask(client: LspClient, method: string, params: object): Promise<Answer> {
  return (await client.send(method, params)) as Answer;
}

const titles = ({ rows }: Answer): unknown[] => rows.map(({ title }) => title);

for (const [name, capabilities] of [
  ["a full client", fullCapabilities],
  ["a bare client", {}],
] as const) {
  describe(`protocol: the registers, for ${name}`, () => {
    afterEach(endAll);

    it("decisions come newest first, page by page, narrowed by what is asked", async () => {
      const client = await withArchive(capabilities);
      const all = await ask(client, "referat/decisions", {});
      assert.equal(all.total, 5);
      assert.deepEqual(
        all.rows.map(({ date }) => date),
        ["2025-11-04", "2025-11-04", "2025-10-01", "2025-09-02", "2025-09-02"],
      );
      const page = await ask(client, "referat/decisions", { query: {}, offset: 1, limit: 2 });
      assert.equal(page.total, 5);
      assert.deepEqual(titles(page), ["Takster for vandet", "Ny kran (lukket)"]);
      const narrowed = { text: "takst vand", outcomes: ["postponed"] };
      const [found] = (await ask(client, "referat/decisions", { query: narrowed })).rows;
      assert.equal(found?.["uri"], first.uri);
      assert.equal(
        first.text.split("\n")[Number(found["line"])],
        "1. Drøftet. Sagen udsættes til næste møde.",
      );
      const closed = await ask(client, "referat/decisions", { query: { access: "closed" } });
      assert.deepEqual(titles(closed), ["Ny kran (lukket)"]);
    });

    it("decisions are grouped, and a group is looked into", async () => {
      const client = await withArchive(capabilities);
      const groups = async (groupBy: string, within: object[] = []): Promise<unknown[]> =>
        (await ask(client, "referat/decisionGroups", { query: {}, groupBy, within })).rows.map(
          ({ label, count }) => [label, count],
        );
      assert.deepEqual(await groups("body"), [
        ["Havneudvalget", 1],
        ["Vandrådet i Engby", 4],
      ]);
      assert.deepEqual(await groups("outcome"), [
        ["approved", 3],
        ["discussed", 1],
        ["postponed", 1],
        ["rejected", 1],
      ]);
      const sought = { query: { outcomes: ["postponed"] }, groupBy: "outcome" };
      assert.deepEqual(
        (await ask(client, "referat/decisionGroups", sought)).rows.map(({ key }) => key),
        ["postponed"],
      );
      assert.deepEqual(await groups("year"), [["2025", 5]]);
      const cases = await ask(client, "referat/decisionGroups", { query: {}, groupBy: "case" });
      assert.deepEqual(
        cases.rows.map(({ journalNumber, count }) => [journalNumber, count]),
        [
          ["25/0502", 2],
          [null, 1],
          [null, 2],
        ],
      );
      const bodies = await ask(client, "referat/decisionGroups", { query: {}, groupBy: "body" });
      const water = { by: "body", key: bodies.rows[1]?.["key"] };
      const meetings = await ask(client, "referat/decisionGroups", {
        query: {},
        groupBy: "meeting",
        within: [water],
      });
      assert.deepEqual(
        meetings.rows.map(({ uri }) => uri),
        [second.uri, first.uri],
      );
      const within = [water, { by: "meeting", key: second.uri }];
      assert.equal((await ask(client, "referat/decisions", { query: {}, within })).total, 2);
    });

    it("actions tell what is overdue by the client's own day", async () => {
      const client = await withArchive(capabilities);
      const answer = await ask(client, "referat/actions", { query: {}, today: "2025-11-28" });
      assert.deepEqual(
        answer.rows.map(({ owner, state }) => [owner, state]),
        [
          ["Per Storm", "overdue"],
          ["Inga Dahl", "open"],
        ],
      );
      const before = await ask(client, "referat/actions", { query: {}, today: "2025-10-01" });
      assert.deepEqual(
        before.rows.map(({ state }) => state),
        ["open", "open"],
      );
      const groups = await ask(client, "referat/actionGroups", {
        query: {},
        groupBy: "owner",
        today: "2025-11-28",
      });
      assert.deepEqual(
        groups.rows.map(({ label, overdue, open }) => [label, overdue, open]),
        [
          ["Inga Dahl", 0, 1],
          ["Per Storm", 1, 0],
        ],
      );
      const states = await ask(client, "referat/actionGroups", {
        query: {},
        groupBy: "state",
        today: "2025-11-28",
      });
      assert.deepEqual(
        states.rows.map(({ key, overdue, open }) => [key, overdue, open]),
        [
          ["overdue", 1, 0],
          ["open", 0, 1],
        ],
      );
      const late = [{ by: "state", key: "overdue" }];
      assert.equal((await ask(client, "referat/actions", { within: late, today: "2025-11-28" })).total, 1);
      const within = [{ by: "owner", key: groups.rows[0]?.["key"] }];
      const inga = await ask(client, "referat/actions", { query: {}, within, today: "2025-11-28" });
      assert.equal(inga.total, 1);
    });

    it("the course of a case lists its meetings, the oldest first", async () => {
      const client = await withArchive(capabilities);
      const line = second.text.split("\n").indexOf("1. Godkendt.");
      const history = (await client.send("referat/caseHistory", {
        textDocument: { uri: second.uri },
        position: { line, character: 0 },
      })) as { title: string; journalNumber: string; steps: { uri: string; decision: string }[] };
      assert.equal(history.journalNumber, "25/0502");
      assert.deepEqual(
        history.steps.map(({ uri, decision }) => [uri, decision]),
        [
          [first.uri, "1. Drøftet. Sagen udsættes til næste møde."],
          [second.uri, "1. Godkendt."],
        ],
      );
      const above = { textDocument: { uri: second.uri }, position: { line: 0, character: 0 } };
      assert.equal(await client.send("referat/caseHistory", above), null);
      const unknown = { textDocument: { uri: `${folder}/nej.referat` }, position: { line, character: 0 } };
      assert.equal(await client.send("referat/caseHistory", unknown), null);
    });

    it("also of a document under the client's own spelling of its URI", async () => {
      const client = await withArchive(capabilities);
      const uri = "file:///C:/møder (nye)/vandraadet.referat";
      client.open(uri, second.text.replaceAll("04-11-2025", "02-12-2025"));
      const line = second.text.split("\n").indexOf("1. Godkendt.");
      const history = (await client.send("referat/caseHistory", {
        textDocument: { uri },
        position: { line, character: 0 },
      })) as { steps: { uri: string }[] };
      assert.deepEqual(
        history.steps.map((step) => step.uri),
        [first.uri, second.uri, uri],
      );
    });

    it("the filters' choices are gathered", async () => {
      const client = await withArchive(capabilities);
      const facets = (await client.send("referat/archiveFacets", {})) as Record<string, unknown>;
      assert.deepEqual(facets["bodies"], ["Havneudvalget", "Vandrådet i Engby"]);
      assert.deepEqual(facets["people"], ["Inga Dahl", "Per Storm"]);
      assert.deepEqual(facets["years"], ["2025"]);
      assert.equal(facets["documents"], 3);
      const more =
        "- Per Storm, Inga Dahl: rydder op\n- Sekretariatet: sender kortet\n- sekretariatet: henter det\n";
      client.change(first.uri, 2, { text: first.text + more });
      const now = (await client.send("referat/archiveFacets", {})) as Record<string, unknown>;
      assert.deepEqual(now["people"], ["Inga Dahl", "Per Storm", "Sekretariatet"]);
    });

    it("an edit that is not saved counts at once", async () => {
      const client = await withArchive(capabilities);
      client.change(second.uri, 2, { text: second.text.replace("1. Godkendt.", "1. Ikke godkendt.") });
      const rejected = await ask(client, "referat/decisions", { query: { outcomes: ["rejected"] } });
      assert.equal(rejected.total, 2);
    });

    it("what is no question gets an error", async () => {
      const client = await withArchive(capabilities);
      for (const [method, params] of [
        ["referat/decisions", { query: { outcomes: ["maybe"] } }],
        ["referat/decisions", { query: { from: "i går" } }],
        ["referat/decisions", { offset: -1 }],
        ["referat/decisions", { within: [{ by: "weekday", key: "" }] }],
        ["referat/decisionGroups", { query: {} }],
        ["referat/actions", { query: {} }],
        ["referat/actions", { query: { state: "late" }, today: "2025-11-28" }],
        ["referat/actionGroups", { query: {}, groupBy: "weekday", today: "2025-11-28" }],
        ["referat/caseHistory", { textDocument: { uri: first.uri } }],
        ["referat/decisions", undefined],
        ["referat/decisions", []],
        ["referat/archiveFacets", null],
      ] as const) {
        await assert.rejects(
          client.send(method, params),
          (error: unknown) => error instanceof ResponseFailure && error.code === errorCodes.invalidParams,
          `${method} ${JSON.stringify(params)}`,
        );
      }
    });
  });
}

describe("protocol: news of the archive", () => {
  afterEach(endAll);

  it("are told to a client that shows it, and to no other", async () => {
    const shows = await withArchive(fullCapabilities, { archive: {} });
    await shows.notification("referat/archiveChanged");
    const silent = await withArchive();
    await ask(silent, "referat/decisions", {});
    assert.ok(silent.notifications.every(({ method }) => method !== "referat/archiveChanged"));
  });
});
