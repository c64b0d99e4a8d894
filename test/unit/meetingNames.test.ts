import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Archive } from "../../server/src/archive/archive.ts";
import { mentionedMeetings } from "../../server/src/archive/mentionedMeetings.ts";
import { meetingMeant, mentionsOfMeeting } from "../../server/src/archive/naming.ts";
import { type DocumentRecord, recordOf } from "../../server/src/archive/record.ts";
import { defaultProfile } from "../../server/src/model/profile.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

function recordIn(body: string, date: string, text: string, aliases: readonly string[] = []): DocumentRecord {
  const [year, month, day] = date.split("-");
  const document = ReferatDocument.parse(
    `REFERAT ${body} d. ${day}-${month}-${year}\n\nPunkt 1: Sagen\n\nSagsfremstilling\n\n${text}\n`,
  );
  return recordOf(document, "referat", { ...defaultProfile, aliases });
}

/** What the words lead to in an archive of meetings: `body date`, with the words of the link; `-` where they lead nowhere. */
function ledTo(own: DocumentRecord, meetings: readonly DocumentRecord[]): string[] {
  const archive = new Archive();
  for (const [index, record] of meetings.entries()) archive.set(`file:///${index}.referat`, record);
  return own.items.flatMap((item) =>
    item.mentions.map((mention) => {
      const meant = meetingMeant(archive, own, mention);
      if (!meant) return "-";
      const words = mention.before.slice(mention.before.length - meant.lead);
      const names = meant.documents.map(({ record }) => `${record.body ?? ""} ${record.date ?? ""}`);
      return `${names.join(" + ")} «${words.trim()}»`;
    }),
  );
}

const level = "Plejeklynge Nordkyst - Fagligt rådgivende niveau";
const political = "Plejeklynge Nordkyst - Politisk niveau";

describe("the meeting that is meant", () => {
  const meetings = [
    recordIn(level, "2025-02-28", ""),
    recordIn(level, "2025-05-14", ""),
    recordIn(political, "2025-05-12", ""),
    recordIn("Koordinationsrådet", "2025-10-09", ""),
    recordIn("Kulturudvalget i Havneby", "2025-06-04", "", ["KU"]),
    recordIn("Kulturudvalget i Sandby", "2025-06-11", ""),
    recordIn("Skoleudvalget i Havneby", "2025-06-04", ""),
  ];
  const from = (text: string, body = level): string[] =>
    ledTo(recordIn(body, "2025-09-12", text), meetings);

  const leads = (text: string, to: string, body?: string): void => {
    it(text, () => assert.deepEqual(from(text, body), [to]));
  };

  context("is our own", () => {
    leads("Gruppen afrapporterede på mødet den 14. maj 2025.", `${level} 2025-05-14 «mødet»`);
    leads("Emnet var på mødet d. 14. maj.", `${level} 2025-05-14 «mødet»`);
    leads("Det blev aftalt på det seneste møde den 14-05-2025.", `${level} 2025-05-14 «møde»`);
    leads("Godkendelse af referatet fra d. 28. februar 2025.", `${level} 2025-02-28 «referatet fra»`);
    leads("Godkendelse af referat af mødet 28. februar 2025.", `${level} 2025-02-28 «mødet»`);
    leads("Fagligt rådgivende niveau besluttede på mødet d. 28. februar 2025 det hele.", `${level} 2025-02-28 «mødet»`);
    leads("Anna Holm sagde på mødet den 28. februar 2025 nej.", `${level} 2025-02-28 «mødet»`);
    leads("FRN besluttede på mødet den 28. februar 2025 det hele.", `${level} 2025-02-28 «mødet»`);
    leads("På mødet på fagligt rådgivende niveau d. 28. februar 2025 blev det sagt.", `${level} 2025-02-28 «mødet på fagligt rådgivende niveau»`);
    leads("Den kom på møde i Plejeklynge Nordkyst - Fagligt Rådgivende Niveau den 14. maj 2025.", `${level} 2025-05-14 «møde i Plejeklynge Nordkyst - Fagligt Rådgivende Niveau»`);
    leads("Den kom på mødet i fagligt, rådgivende niveau d. 14. maj 2025.", `${level} 2025-05-14 «mødet i fagligt, rådgivende niveau»`);
    leads("Næste møde er den 14. maj 2025.", `${level} 2025-05-14 «møde er»`);
    leads("Den kom forud for Fagligt Rådgivende Niveau den 14. maj.", `${level} 2025-05-14 «Fagligt Rådgivende Niveau»`);
  });

  context("is another's", () => {
    leads("Den blev drøftet på møde i Koordinationsrådet d. 9. oktober 2025.", "Koordinationsrådet 2025-10-09 «møde i Koordinationsrådet»");
    leads("Den blev drøftet i Koordinationsrådet d. 9. oktober 2025.", "Koordinationsrådet 2025-10-09 «Koordinationsrådet»");
    leads("Koordinationsrådet godkendte d. 9. oktober 2025 planen.", "Koordinationsrådet 2025-10-09 «»");
    leads("Koordinationsrådet har på mødet den 9. oktober drøftet planen.", "Koordinationsrådet 2025-10-09 «mødet»");
    leads("Dagsorden til det politiske møde den 12. maj 2025.", `${political} 2025-05-12 «politiske møde»`);
    leads("Drøfter punkterne til Politisk Niveau den 12. maj 2025.", `${political} 2025-05-12 «Politisk Niveau»`);
    leads("Den er på dagsordenen til mødet i Plejeklynge Nordkyst – Politisk niveau den 12. maj 2025.", `${political} 2025-05-12 «mødet i Plejeklynge Nordkyst – Politisk niveau»`);
    leads("Sagen var oppe på mødet den 4. juni 2025 i Kulturudvalget, hvor den faldt.", "Kulturudvalget i Havneby 2025-06-04 «mødet»", "Skoleudvalget i Havneby");
    leads("KU's møde den 4. juni 2025 var kort.", "Kulturudvalget i Havneby 2025-06-04 «KU's møde»", "Skoleudvalget i Havneby");
    leads("På KU-mødet den 4. juni 2025 faldt den.", "Kulturudvalget i Havneby 2025-06-04 «KU-mødet»", "Skoleudvalget i Havneby");
    leads("Den faldt på mødet i KU den 4. juni 2025.", "Kulturudvalget i Havneby 2025-06-04 «mødet i KU»", "Skoleudvalget i Havneby");
    leads("Koordinationsrådet (KR) findes. Den faldt på mødet i KR den 9. oktober 2025.", "Koordinationsrådet 2025-10-09 «mødet i KR»");
  });

  context("is the one of several that the words tell", () => {
    const both = [recordIn(level, "2025-05-12", ""), recordIn(political, "2025-05-12", "")];
    const told = (text: string, to: string): void => {
      it(text, () => assert.deepEqual(ledTo(recordIn(level, "2025-09-12", text), both), [to]));
    };
    told("Dagsorden til det politiske møde Plejeklynge Nordkyst den 12. maj 2025.", `${political} 2025-05-12 «møde Plejeklynge Nordkyst»`);
    told("Den kom på mødet i Plejeklynge Nordkyst den 12. maj 2025.", "-");
    told("Den kom i Det Koordinerende Niveau d. 12. maj 2025.", "-");
    told("Forslag til det politiske møde godkendes på det kommende møde den 12. maj 2025.", `${political} 2025-05-12 «møde»`);
    told("Sporet begyndte i maj. Mødet blev afholdt den 12. maj 2025.", "-");
    told("Den kom på mødet den 12. maj 2025.", `${level} 2025-05-12 «mødet»`);
  });

  context("is none that is known", () => {
    leads("Koordinationsrådet besluttede på møde d. 14. maj 2025 det hele.", "-");
    leads("Styregruppen har på mødet den 14. maj 2025 set på det.", "-");
    leads("Den blev drøftet på møde i Styregruppen d. 14. maj 2025.", "-");
    leads("Sporet afholder møde den 14. maj.", "-");
    leads("Det politiske møde den 14. maj 2025 var godt.", "-");
    leads("Den kom på mødet i arbejdsgruppen under Koordinationsrådet d. 9. oktober 2025.", "-");
    leads("Kulturudvalget d. 11. juni 2025 sagde nej.", "-", "Skoleudvalget i Havneby");
    leads("Beslutning i Fagligt rådgivende niveau den 12-09-2025.", "-");
    leads("Lederen er ansat den 14. maj 2025.", "-");
    leads("På temamødet den 14. maj 2025 blev det sagt.", "-");
    leads("Den faldt på mødet i KX den 4. juni 2025.", "-", "Skoleudvalget i Havneby");
  });

  it("is the minutes, not their agenda; and the item that is named", () => {
    const own = recordIn(level, "2025-12-12", "Se punkt 5 på mødet den 14. maj 2025.");
    const agenda: DocumentRecord = { ...recordIn(level, "2025-05-14", ""), kind: "dagsorden" };
    assert.deepEqual(ledTo(own, [agenda]), [`${level} 2025-05-14 «mødet»`]);
    assert.deepEqual(ledTo(own, [agenda, recordIn(level, "2025-05-14", "")]), [`${level} 2025-05-14 «mødet»`]);
    assert.deepEqual(own.items[0]?.mentions.map(({ item }) => item), [5]);
  });

  it("is told from the other side too", () => {
    const archive = new Archive();
    archive.set("file:///own", recordIn(level, "2025-12-12", "Se mødet den 14. maj 2025 og mødet den 1. maj 2025."));
    archive.set("file:///there", recordIn(level, "2025-05-14", "Dette møde den 14. maj 2025 er kort."));
    const there = archive.get("file:///there");
    assert.ok(there);
    const found = mentionsOfMeeting(archive, { uri: "file:///there", record: there });
    assert.deepEqual(found.map(({ uri, mention }) => `${uri} ${mention.line}`), ["file:///own 6"]);
  });
}); // prettier-ignore

describe("the meetings that sentences name", () => {
  const bodies: Readonly<
    Record<string, { title: string; days: readonly string[]; aliases?: readonly string[] }>
  > = {
    KU: {
      title: "Kulturudvalget i Sandby",
      days: ["2025-03-05", "2025-06-04", "2025-09-10", "2026-03-04"],
      aliases: ["KU", "Kulturudvalget"],
    },
    KX: { title: "Kulturudvalget i Sandby/Ålevig", days: ["2025-03-05", "2025-11-12"] },
    NS: { title: "Udvalget for Nære Tilbud", days: ["2025-02-04", "2025-05-06", "2026-02-03"] },
    NA: { title: "Nære Tilbud - Arbejdsgruppe", days: ["2025-01-21", "2025-05-06", "2025-09-16"] },
    HL: {
      title: "Hospitalsledelsen på Åhospitalet",
      days: ["2025-04-01", "2025-08-19", "2025-12-02", "2026-03-04"],
      aliases: ["Hospitalsledelsen", "HL"],
    },
    ME: {
      title: "MED-udvalget på Åhospitalet",
      days: ["2025-04-01", "2025-09-10", "2026-02-03"],
      aliases: ["MED-udvalget"],
    },
    ØU: { title: "Økonomiudvalget", days: ["2025-09-10", "2025-03-05"] },
    BY: { title: "Byrådet i Sandby", days: ["2025-09-10", "2025-06-04"], aliases: ["Byrådet"] },
  };
  const archive = new Archive();
  for (const [short, { title, days, aliases }] of Object.entries(bodies))
    for (const day of days) archive.set(`${short} ${day.slice(2)}`, recordIn(title, day, "", aliases));

  const table = readFileSync(new URL("../fixtures/meetingMentions.txt", import.meta.url), "utf8");
  for (const [, short = "", text = "", to] of table.matchAll(/^(\S\S) \| (.*) => (.*)$/gm)) {
    it(`${short}: ${text}`, () => {
      const body = bodies[short];
      assert.ok(body);
      for (const lineEnd of ["\n", "\r\n"]) {
        const own = recordIn(body.title, "2025-10-01", text.replaceAll("\\n", lineEnd), body.aliases);
        const found = own.items.flatMap((item) =>
          item.mentions.flatMap((mention) => meetingMeant(archive, own, mention)?.documents ?? []),
        );
        assert.equal(found.map(({ uri }) => uri).join(" + ") || "-", to);
      }
    });
  }
});

it("the meetings that the examples mention are found, and no others", () => {
  const folder = join(import.meta.dirname, "..", "..", "examples");
  const archive = new Archive();
  const texts = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")] as const);
  for (const [name, text] of texts) {
    const kind = name.endsWith(".dagsorden") ? "dagsorden" : "referat";
    archive.set(name, recordOf(ReferatDocument.parse(text), kind, defaultProfile));
  }
  const links = texts.flatMap(([name, text]) =>
    mentionedMeetings(archive, name, ReferatDocument.parse(text)).map(
      ({ documents, items }) =>
        `${name} → ${documents.map(({ uri }) => uri).join()} ${items.map(({ item }) => item.number).join()}`,
    ),
  );
  assert.deepEqual(links.sort(), [
    "kultur-og-fritidsudvalget-2026-02-04.referat → kultur-og-fritidsudvalget-2026-03-04.referat 3",
    "kultur-og-fritidsudvalget-2026-03-04.dagsorden → kultur-og-fritidsudvalget-2026-02-04.referat 2",
    "kultur-og-fritidsudvalget-2026-03-04.referat → kultur-og-fritidsudvalget-2026-02-04.referat 2",
  ]);
});
