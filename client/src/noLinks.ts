/**
 * Words of documents, or names of files, for a notification or the line above a view: VS Code makes links of `[x](command:…)` there,
 * and such a link runs its command.
 */
export function noLinks(text: string): string {
  return text.replaceAll("](", "] (");
}
