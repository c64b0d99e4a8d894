/** Why something could not be written, in words. */
export function writeProblem(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return "disken er fuld";
    case "EFBIG":
      return "filen er for stor til disken";
    case "EACCES":
    case "EPERM":
      return "der er ikke lov til at skrive der";
    case "EROFS":
      return "drevet kan kun læses";
    case "EBUSY":
    case "ETXTBSY":
      return "filen er åben i et andet program";
    case "ENOENT":
    case "ENOTDIR":
      return "mappen findes ikke";
    case "EISDIR":
      return "det er en mappe";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
