import { fits } from "../../config/config.ts";

export const documentGlob = "**/*.{referat,dagsorden}";
const document = /\.(?:referat|dagsorden)$/i;
/** More alternatives than this are no glob that anybody writes. */
const mostAlternatives = 100;

/** Whether a file is a document by its name alone: another one must begin with a title line. */
export function isDocumentPath(path: string): boolean {
  return document.test(path);
}

/**
 * Says whether a path (`2026/marts.referat`, with slashes) is that of a document, or fits one of the globs: `**` is any folders,
 * `*` anything within a name, `?` one sign, `{a,b}` one of them.
 */
export function wantedBy(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.flatMap(alternatives).map((glob) => glob.replace(/^\.?\//, "").split("/"));
  return (path) => {
    if (isDocumentPath(path)) return true;
    if (patterns.length === 0) return false;
    const names = path.split("/");
    return patterns.some((pattern) => fitsPath(pattern, names));
  };
}

/** `a.{b,c}` is `a.b` and `a.c`. */
function alternatives(glob: string): string[] {
  let found = [glob];
  for (let index = 0; index < found.length && found.length <= mostAlternatives;) {
    const brace = /\{([^{}]*)\}/.exec(found[index] ?? "");
    if (!brace) {
      index++;
      continue;
    }
    const whole = found[index] ?? "";
    const before = whole.slice(0, brace.index);
    const behind = whole.slice(brace.index + brace[0].length);
    const meant = (brace[1] ?? "").split(",", mostAlternatives).map((each) => `${before}${each}${behind}`);
    found = [...found.slice(0, index), ...meant, ...found.slice(index + 1)];
  }
  return found.slice(0, mostAlternatives);
}

function fitsPath(pattern: readonly string[], names: readonly string[]): boolean {
  // reached[n]: the pattern's parts up to here fit the first n names.
  let reached = names.map(() => false);
  reached.push(false);
  reached[0] = true;
  for (const part of pattern) {
    const next = reached.map(() => false);
    for (let n = 0; n <= names.length; n++) {
      if (part === "**") next[n] = (reached[n] ?? false) || (n > 0 && (next[n - 1] ?? false));
      else if (n > 0) next[n] = (reached[n - 1] ?? false) && fits(part, names[n - 1] ?? "");
    }
    reached = next;
  }
  return reached[names.length] ?? false;
}
