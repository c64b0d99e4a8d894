import { isList, isText, recordIn } from "../unknown.ts";

/** What the user has said about the archive. */
export interface ArchiveSettings {
  readonly enabled: boolean;
  /** Globs of other files that are documents where they begin with a title line. */
  readonly include: readonly string[];
}

export const defaultArchiveSettings: ArchiveSettings = { enabled: true, include: [] };

/** Reads the settings in whatever the client sent; what is not there, or not sound, stays as it was. */
export function archiveSettingsIn(sent: unknown, before: ArchiveSettings): ArchiveSettings {
  const { enabled, include } = recordIn(recordIn(sent)["archive"]);
  return {
    enabled: typeof enabled === "boolean" ? enabled : before.enabled,
    include: isList(include, isText) ? include : before.include,
  };
}
