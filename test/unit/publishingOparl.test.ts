import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { defaultProfile } from "../../server/src/model/profile.ts";
import { oparl } from "../../server/src/publishing/oparl.ts";
import type { OparlObject } from "../../server/src/publishing/oparl/object.ts";
import { render } from "../../server/src/publishing/render.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { oparlProblems } from "../support/oparlSchema.ts";

const shared = join(import.meta.dirname, "..", "..", "..", "shared");
const schemas = join(shared, "oparl-1.1");
const examples = join(import.meta.dirname, "..", "..", "examples");

function exported(text: string, isPublic = false, address: string | null = null): OparlObject {
  const document = ReferatDocument.parse(text);
  return oparl(render(document, "referat", defaultProfile, { public: isPublic }), { address });
}

const minutes = `REFERAT Kulturudvalget i Havneby d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00

Mødested Rådhuset

Mødedeltagere Anna Holm, A, Dan Friis, PLO (Fravær)

Punkt 3: Ny svømmehal (13.05-13.30)
Sagsnr. 26/0117

Sagsfremstilling

Se **her**.

Indstilling

Det indstilles, at udvalget:

1. Godkender planen

Beslutning

Planen blev godkendt.

Afstemning

For stemte: A, V
Imod stemte: Ø
Undlod at stemme: Anna Holm

Opfølgning

- Sekretariatet: udsender planen (senest 1. april 2026)

Bilag

Bilag 3.1: Kort over byen.pdf

Fraværende Dan Friis

PAUSE (13.30-13.40)

Punkt 4: Lukket punkt: Køb af Strandgården

Fortroligt.
`;

/** The shape of what stands under our own names. */
const ownShapes = new Ajv({ strict: false }).compile({
  type: "object",
  properties: {
    "referat:kind": { type: "string" },
    "referat:outcome": { type: "array", items: { type: "string" } },
    "referat:absent": { type: "array", items: { type: "string", pattern: "^https?://" } },
    "referat:vote": {
      type: "array",
      items: {
        type: "object",
        required: ["vote", "voters"],
        properties: { vote: { enum: ["for", "against", "abstained"] }, voters: { type: "string" } },
        additionalProperties: false,
      },
    },
    "referat:action": {
      type: "array",
      items: {
        type: "object",
        required: ["text", "owner", "deadline"],
        properties: {
          text: { type: "string" },
          owner: { type: ["string", "null"] },
          deadline: { type: ["string", "null"], pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
        },
        additionalProperties: false,
      },
    },
  },
});

describe("OParl", () => {
  it("says of a meeting and its items what OParl has words for, and the rest under its own", () => {
    const meeting = exported(minutes);
    const base = "https://referat.invalid";
    const id = `${base}/meeting/kulturudvalget-i-havneby/2026-03-04`;
    assert.equal(meeting.id, id);
    assert.deepEqual(
      [meeting["name"], meeting["start"], meeting["meetingState"]],
      ["Referat: Kulturudvalget i Havneby, 4. marts 2026", "2026-03-04T13:00:00+01:00", "durchgeführt"],
    );
    assert.deepEqual(meeting["participant"], [`${base}/person/anna-holm`]);
    assert.deepEqual(meeting["referat:absent"], [`${base}/person/dan-friis`]);
    const [item, pause, closed] = meeting["agendaItem"] as OparlObject[];
    assert.deepEqual(item, {
      "id": `${id}/agendaitem/1`,
      "type": "https://schema.oparl.org/1.1/AgendaItem",
      "meeting": id,
      "number": "3",
      "order": 1,
      "name": "Ny svømmehal",
      "public": true,
      "consultation": `${id}/agendaitem/1/consultation`,
      "result": "Godkendt",
      "resolutionText": "Planen blev godkendt.",
      "auxiliaryFile": [
        {
          "id": `${id}/agendaitem/1/file/1`,
          "type": "https://schema.oparl.org/1.1/File",
          "name": "Kort over byen.pdf",
          "accessUrl": `${id}/file/Kort%20over%20byen.pdf`,
          "agendaItem": [`${id}/agendaitem/1`],
          "referat:number": "3.1",
        },
      ],
      "start": "2026-03-04T13:05:00+01:00",
      "end": "2026-03-04T13:30:00+01:00",
      "referat:kind": "case",
      "referat:outcome": ["approved"],
      "referat:absent": [`${base}/person/dan-friis`],
      "referat:vote": [
        { vote: "for", voters: "A, V" },
        { vote: "against", voters: "Ø" },
        { vote: "abstained", voters: "Anna Holm" },
      ],
      "referat:action": [{ text: "udsender planen", owner: "Sekretariatet", deadline: "2026-04-01" }],
    });
    assert.deepEqual([pause?.["number"], pause?.["consultation"], closed?.["public"]], [undefined, undefined, false]);
    const included = meeting["referat:included"] as OparlObject[];
    const [paper] = included;
    assert.deepEqual([paper?.["reference"], paper?.["date"], paper?.["name"]], ["26/0117", "2026-03-04", "Ny svømmehal"]);
    assert.deepEqual((paper?.["referat:section"] as object[])[0], { kind: "sagsfremstilling", heading: "Sagsfremstilling", text: "Se her." });
    const [consultation] = paper?.["consultation"] as OparlObject[];
    assert.deepEqual([consultation?.["agendaItem"], consultation?.["authoritative"]], [`${id}/agendaitem/1`, true]);
    assert.ok(included.some(({ type, name }) => type.endsWith("/Organization") && name === "PLO"));
  }); // prettier-ignore

  it("leaves nothing of a closed item for everybody but that there is one", () => {
    const meeting = exported(minutes, true);
    const id = meeting.id;
    assert.doesNotMatch(JSON.stringify(meeting), /Strandg|Fortrolig/);
    assert.deepEqual((meeting["agendaItem"] as OparlObject[])[2], {
      id: `${id}/agendaitem/3`,
      type: "https://schema.oparl.org/1.1/AgendaItem",
      meeting: id,
      order: 3,
      public: false,
    });
  });

  it("begins its ids with the address that the profile gives", () => {
    assert.match(exported(minutes, false, "https://www.havneby.example/moeder").id, /^https:\/\/www\.havneby\.example\/moeder\/meeting\//);
  }); // prettier-ignore

  it("gives the same person one id, and two persons two", () => {
    const meeting = exported("Mødedeltagere Åse Øby, A, Aase Oeby, V\n\nPunkt 1: A\n\nFraværende Åse Øby\n");
    assert.deepEqual(meeting["participant"], [
      "https://referat.invalid/person/aase-oeby",
      "https://referat.invalid/person/aase-oeby-2",
    ]);
    const [item] = meeting["agendaItem"] as OparlObject[];
    assert.deepEqual(item?.["referat:absent"], ["https://referat.invalid/person/aase-oeby"]);
  });

  const texts: readonly (readonly [string, string])[] = [
    ["the minutes above", minutes],
    ["an empty document", ""],
    ["odd signs", "REFERAT \ud83d\u0000 <d> d. 31-12-2026\n\nPunkt 1: \u0007 \ud800, kl. 25.00-26.99\n\nBilag\n\n- %zz\ud83d.pdf\n"],
    ...["kultur-og-fritidsudvalget-2026-03-04.referat", "med-fejl.referat", "patientraadet-ved-fjordhospitalet-2026-05-19.referat"].map(
      (name) => [name, readFileSync(join(examples, name), "utf8")] as const,
    ),
  ]; // prettier-ignore
  for (const [name, text] of texts) {
    it(`has its own names in their shapes: ${name}`, () => {
      for (const isPublic of [false, true]) {
        const meeting = exported(text, isPublic);
        for (const object of [meeting, ...((meeting["agendaItem"] as OparlObject[] | undefined) ?? [])]) {
          assert.ok(ownShapes(object), JSON.stringify(ownShapes.errors));
        }
      }
    });
    if (existsSync(schemas)) {
      it(`is what OParl's own schemas ask for: ${name}`, () => {
        for (const isPublic of [false, true])
          assert.deepEqual(oparlProblems(exported(text, isPublic), schemas), []);
      });
    }
  }
});
