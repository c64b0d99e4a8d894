/**
 * Whether a file really lies in one of these folders, whose URIs end with a slash, whatever links lead to it. What a document or
 * a referat.json names is read only then. One that is not there lies nowhere; where there are no links, all lie where they seem to.
 */
export type LiesIn = (uri: string, folders: readonly string[]) => Promise<boolean>;

/** Files that are on no disk of ours have no links that we could follow. */
export const liesWhereItSeems: LiesIn = (uri, folders) =>
  Promise.resolve(folders.some((folder) => uri.startsWith(folder)));
