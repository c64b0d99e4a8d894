import { statSync } from "node:fs";
import { basename } from "node:path";
import type { EarlierVersion } from "../publishing/changes/since.ts";
import { ReferatDocument } from "../syntax/document.ts";
import type { Vocabulary } from "../syntax/vocabulary.ts";
import { fileKindOf, readOne } from "./files.ts";
import { GitVersions } from "./gitVersions.ts";
import { UsageError } from "./terminal.ts";

/** The earlier versions that documents are held against, by the value of `--since`. */
export interface EarlierVersions {
  /** The file that it names; null where it names a revision. */
  readonly file: string | null;
  /** That of the document at a path, read with the words of its profile; or why there is none, in Danish. */
  readonly of: (
    path: string,
    vocabulary: Vocabulary,
  ) => Promise<EarlierVersion | { readonly problem: string }>;
}

/** A file that is there is meant before a revision of that name. Throws where one file is to stand for several documents. */
export function earlierVersions(since: string, isForMany: boolean): EarlierVersions {
  if (statSync(since, { throwIfNoEntry: false })?.isFile() !== true) return revisions(since);
  if (isForMany)
    throw new UsageError(
      "--since: en fil kan kun være den tidligere version af ét dokument; nævn et ad gangen",
    );
  return {
    file: since,
    of: (_, vocabulary) => {
      const { text, problem } = readOne(since);
      return Promise.resolve(
        text === null
          ? { problem: `--since: ${since}: ${problem ?? "kan ikke læses"}` }
          : {
              document: ReferatDocument.parse(text, vocabulary),
              fileKind: fileKindOf(since),
              fileName: basename(since),
              date: null,
            },
      );
    },
  };
}

function revisions(revision: string): EarlierVersions {
  const git = new GitVersions(revision);
  return {
    file: null,
    of: async (path, vocabulary) => {
      if (path === "-") {
        return { problem: "--since: standardinput har ingen versioner i git; nævn en fil" };
      }
      const found = await git.of(path);
      if ("problem" in found) return { problem: `--since: ${found.problem}` };
      return {
        document: ReferatDocument.parse(found.text, vocabulary),
        fileKind: fileKindOf(path),
        fileName: basename(path),
        date: found.date,
      };
    },
  };
}
