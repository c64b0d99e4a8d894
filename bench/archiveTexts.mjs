// Archives of invented minutes: the meetings of twelve bodies through the years, whose cases go on from one to the next and name
// each other. Neither clock nor chance takes part. They are written once, into the system's folder for temporary files.

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { minutesOf } from "./minutes.mjs";

/** Another number for other texts. */
const edition = 1;

const kinds = ["Udvalget for Kultur", "Havneudvalget", "Brugerrådet", "Teknik- og Miljøudvalget"];
const towns = ["Engholm", "Fjordby", "Klitrup"];
const bodies = towns.flatMap((town) => kinds.map((kind) => `${kind} i ${town}`));
const months = "januar februar marts april maj juni juli august september oktober november december".split(
  " ",
);
const weekdays = "Søndag Mandag Tirsdag Onsdag Torsdag Fredag Lørdag".split(" ");
const cases = 10;

/** The folder of an archive of so many documents; it is written where it is missing. */
export function archiveOf(count) {
  const folder = path.join(tmpdir(), "referat-bench", `arkiv-${edition}-${count}`);
  if (existsSync(folder)) return folder;
  const writing = `${folder}.skrives`;
  rmSync(writing, { recursive: true, force: true });
  for (let index = 0; index < count; index++) {
    const { file, text } = documentOf(index);
    const target = path.join(writing, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  renameSync(writing, folder);
  return folder;
}

/** A document of an archive: its path, and what stands in it. */
export function documentOf(index) {
  const body = bodies[index % bodies.length];
  const meeting = Math.floor(index / bodies.length);
  const day = dayOf(meeting);
  const before = dayOf(Math.max(0, meeting - 1));
  const iso = day.toISOString().slice(0, 10);
  const text = minutesOf(
    {
      organ: body,
      date: iso.split("-").reverse().join("-"),
      day: `${weekdays[day.getUTCDay()]} d. ${written(day)}`,
      seed: index + 1,
      // A case is dealt with at three meetings, or so.
      firstCase: (index % bodies.length) * 7 + meeting * 4,
      deadline: written(dayOf(meeting + 2)),
      mention: (number) =>
        number % 2 === 0
          ? `Sagen blev drøftet på mødet den ${written(before)}, punkt ${(number % cases) + 2}. `
          : `${body} behandlede sagen d. ${written(before)}. `,
    },
    cases,
  );
  return { file: path.join(body, iso.slice(0, 4), `${iso}.referat`), text };
}

/** Meetings are a week apart. */
function dayOf(meeting) {
  return new Date(Date.UTC(2008, 0, 2 + 7 * meeting));
}

function written(day) {
  return `${day.getUTCDate()}. ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}
