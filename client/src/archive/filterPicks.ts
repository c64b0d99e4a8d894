import { type QuickPickItem, window } from "vscode";
import type { Filter, FilterField } from "./filter.ts";
import type { ArchiveSource } from "./source.ts";

/** Milliseconds without a stroke before a view follows what is typed. */
const calm = 150;

/** Lets her narrow a view step by step, until she leaves the list. */
export async function chooseFilters<Query extends object>(
  title: string,
  filter: Filter<Query>,
  source: ArchiveSource,
): Promise<void> {
  const facets = await source.facets();
  for (;;) {
    const fields = filter.fields.map((field): QuickPickItem & { field: FilterField<Query> | null } => ({
      label: `$(${field.icon}) ${field.label}`,
      description: field.words(filter.query) ?? "",
      field,
    }));
    const clear = { label: "$(clear-all) Ryd filtre", field: null };
    const chosen = await window.showQuickPick(filter.words === "" ? fields : [...fields, clear], {
      title,
      placeHolder: "Hvad skal visningen begrænses til? Esc, når du er færdig.",
    });
    if (!chosen) return;
    if (chosen.field === null) {
      filter.clear();
      return;
    }
    const changes = await chosen.field.ask(filter.query, facets);
    if (changes) filter.set(changes);
  }
}

/** The view follows what she types; it stays so narrowed when she goes on to the view. */
export function typeFilter<Query extends { readonly text?: string }>(
  title: string,
  filter: Filter<Query>,
): void {
  const box = window.createInputBox();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const apply = (): void => {
    clearTimeout(timer);
    filter.set({ text: box.value.trim() === "" ? undefined : box.value.trim() } as Partial<Query>);
  };
  box.title = title;
  box.prompt = "Visningen følger med, mens du skriver. Enter går til den.";
  box.placeholder = "Ord, i vilkårlig rækkefølge";
  box.value = filter.query.text ?? "";
  box.onDidChangeValue(() => {
    clearTimeout(timer);
    timer = setTimeout(apply, calm);
  });
  box.onDidAccept(() => box.hide());
  box.onDidHide(() => {
    apply();
    box.dispose();
  });
  box.show();
}
