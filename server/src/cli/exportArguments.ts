import { type DocumentState, documentStates } from "../model/documentState.ts";
import { oneOf, UsageError, readOptions } from "./terminal.ts";

const formats = ["html", "pdf", "docx", "oparl"] as const;
const listed = `${formats.slice(0, -1).join(", ")} eller ${formats.at(-1)}`;

export type Format = (typeof formats)[number];

export interface ExportArguments {
  readonly paths: readonly string[];
  readonly to: Format;
  readonly out: string | null;
  readonly public: boolean;
  readonly state: DocumentState | null;
  /** The earlier version, changes since which are marked: a file, or a revision that git knows; null marks none. */
  readonly since: string | null;
  readonly config: string | null;
  /** The time that SOURCE_DATE_EPOCH sets, as RFC 3339 has it; null where it says nothing: then no time is written. */
  readonly modified: string | null;
}

/** What `export` reads from its call. */
export const exportOptions = {
  to: { type: "string" },
  out: { type: "string" },
  public: { type: "boolean", default: false },
  state: { type: "string" },
  since: { type: "string" },
  config: { type: "string" },
} as const;

export function readArguments(args: readonly string[]): ExportArguments {
  const parsed = readOptions("export", args, exportOptions);
  const { positionals, values } = parsed;
  if (positionals.length === 0) throw new UsageError("export: nævn mindst en fil eller mappe");
  if (values.out === "") throw new UsageError("export: --out mangler sin værdi");
  const to = formatOf(values.to);
  return {
    paths: positionals,
    to,
    out: values.out ?? null,
    public: values.public,
    state: stateOf(values.state),
    since: sinceOf(values.since, to),
    config: values.config ?? null,
    modified: sourceDate(process.env["SOURCE_DATE_EPOCH"]),
  };
}

function formatOf(given: string | undefined): Format {
  if (given === undefined) throw new UsageError(`export: angiv formatet med --to (${listed})`);
  return oneOf("--to", given, formats);
}

function stateOf(given: string | undefined): DocumentState | null {
  if (given === undefined) return null;
  const state = documentStates.find((each) => each === given || each.replace(" ", "-") === given);
  if (!state) throw new UsageError(`--state: »${given}« er ikke en af ${documentStates.join(", ")}`);
  return state;
}

function sinceOf(given: string | undefined, to: Format): string | null {
  if (given === undefined) return null;
  if (given === "") throw new UsageError("export: --since mangler sin værdi");
  // git would take it for an option.
  if (given.startsWith("-")) throw new UsageError(`--since: »${given}« er hverken en fil eller en version`);
  if (to === "oparl") throw new UsageError("--since: ændringer kan ikke vises i oparl");
  return given;
}

// https://reproducible-builds.org/specs/source-date-epoch/
function sourceDate(given: string | undefined): string | null {
  if (given === undefined || given === "") return null;
  if (!/^\d{1,11}$/.test(given))
    throw new UsageError("SOURCE_DATE_EPOCH skal være et helt antal sekunder siden 1970");
  return new Date(Number(given) * 1000).toISOString().replace(".000", "");
}
