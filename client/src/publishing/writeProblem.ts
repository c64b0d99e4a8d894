/** What VS Code calls it, or the program below it, in whose words it passes on what it has no name for. */
const words: Readonly<Record<string, string>> = {
  ENOSPC: "disken er fuld",
  EDQUOT: "disken er fuld",
  EFBIG: "filen er for stor til disken",
  EROFS: "drevet kan kun læses",
  EBUSY: "filen er åben i et andet program",
  ETXTBSY: "filen er åben i et andet program",
  // Windows says so of a file that another program has open, too.
  NoPermissions: "der er ikke lov til at skrive der, eller filen er åben i et andet program",
  FileNotFound: "mappen findes ikke",
  FileIsADirectory: "det er en mappe",
};

/** Why something could not be written, in words. */
export function writeProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const named = error instanceof Error && "code" in error ? String(error.code) : "";
  const passedOn = /\b(E[A-Z]+): /.exec(message)?.[1] ?? "";
  return words[passedOn] ?? words[named] ?? message;
}
