import { commands, type Disposable } from "vscode";
import type { Facets } from "./protocol.ts";

/** What a filter is to be; what is undefined is no longer asked for. */
export type Changes<Query> = { readonly [Key in keyof Query]?: Query[Key] | undefined };

/** One thing that a view can be narrowed by. */
export interface FilterField<Query> {
  readonly label: string;
  readonly icon: string;
  /** What is chosen, in words that go on in a sentence (`organet Kulturudvalget`); null where nothing is. */
  readonly words: (query: Query) => string | null;
  /** Lets her choose; undefined where she leaves it as it was. */
  readonly ask: (query: Query, facets: Facets) => Promise<Changes<Query> | undefined>;
  /** What is to be done away with where she wants it no longer. */
  readonly none: Changes<Query>;
}

/** What a view is narrowed to. It lasts as long as the window: what is hidden tomorrow is looked for in vain. */
export class Filter<Query extends object> implements Disposable {
  private current = {} as Query;

  /** `contextKey` tells the manifest whether there is anything to clear. */
  constructor(
    readonly fields: readonly FilterField<Query>[],
    private readonly contextKey: string,
    private readonly changed: () => void,
  ) {}

  get query(): Query {
    return this.current;
  }

  /** `»svømmehal«, organet Kulturudvalget`; nothing where all is shown. */
  get words(): string {
    return this.fields.flatMap(({ words }) => words(this.current) ?? []).join(", ");
  }

  set(changes: Changes<Query>): void {
    const entries = Object.entries({ ...this.current, ...changes }).filter(
      ([, value]) => value !== undefined,
    );
    const next = Object.fromEntries(entries) as Query;
    if (JSON.stringify(next) === JSON.stringify(this.current)) return;
    this.current = next;
    this.announce();
    this.changed();
  }

  clear(): void {
    if (this.words === "") return;
    this.current = {} as Query;
    this.announce();
    this.changed();
  }

  dispose(): void {
    this.current = {} as Query;
    this.announce();
  }

  private announce(): void {
    void commands.executeCommand("setContext", this.contextKey, this.words !== "");
  }
}
