import Module from "node:module";

/**
 * What of VS Code's API the units of the client need that are tested without VS Code. A test imports this file, and behind it the unit:
 * from then on `vscode` means this. What of the API is not here is undefined there.
 */
const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
const load = loader._load.bind(loader);
loader._load = (request, ...rest) => load(request === "vscode" ? import.meta.filename : request, ...rest);

export class Uri {
  private constructor(
    readonly scheme: string,
    readonly path: string,
  ) {}

  static parse(address: string): Uri {
    const { protocol, pathname } = new URL(address);
    return new Uri(protocol.slice(0, -1), decodeURIComponent(pathname));
  }

  static joinPath({ scheme, path }: Uri, ...segments: string[]): Uri {
    const { pathname } = new URL([path, ...segments].map(encodeURI).join("/"), "file:///");
    return new Uri(scheme, decodeURIComponent(pathname));
  }

  toString(): string {
    return `${this.scheme}://${encodeURI(this.path)}`;
  }
}

export class FileSystemError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

export enum FileType {
  File = 1,
  Directory = 2,
  SymbolicLink = 64,
}

export enum StatusBarAlignment {
  Left = 1,
}

export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

export class Range {
  readonly start: Position;
  readonly end: Position;

  constructor(...places: [Position, Position] | [number, number, number, number]) {
    const [first, second] = places;
    this.start = typeof first === "number" ? new Position(first, places[1] as number) : first;
    this.end = places.length === 4 ? new Position(places[2], places[3]) : (second as Position);
  }
}

export class Selection extends Range {
  get active(): Position {
    return this.end;
  }
}

export class RelativePattern {
  constructor(
    readonly base: unknown,
    readonly pattern: string,
  ) {}
}

export class WorkspaceEdit {
  /** What is to be put in, in order. */
  readonly insertions: { readonly uri: Uri; readonly place: Position; readonly text: string }[] = [];

  insert(uri: Uri, place: Position, text: string): void {
    this.insertions.push({ uri, place, text });
  }
}

export enum ProgressLocation {
  Notification = 15,
}

export class CancellationError extends Error {}

type Command = (...args: never[]) => unknown;
type Listener<Event> = (event: Event) => unknown;

/** VS Code, as a test finds and arranges it. */
export const stub = {
  /** The commands that were registered, by name. */
  commands: new Map<string, Command>(),
  /** What was changed by edits, in order. */
  applied: [] as WorkspaceEdit[],
  windowState: new Set<Listener<{ readonly focused: boolean }>>(),
  /** Where she has a file saved, when she is asked. */
  target: undefined as Uri | undefined,
  /** What she was told, in order. */
  told: [] as { readonly how: "error" | "warning" | "information"; readonly words: string }[],
  bar: { name: "", text: "", tooltip: "", command: "", shown: false },
};

export const workspace = {
  /** Files by their address; `fails` is asked before each step, and throws what is to fail. */
  fs: {
    files: new Map<string, string>(),
    steps: [] as string[],
    fails: (() => undefined) as (step: string, uri: Uri) => void,
    async writeFile(uri: Uri, bytes: Uint8Array): Promise<void> {
      await this.begin("write", uri);
      this.files.set(uri.toString(), new TextDecoder().decode(bytes));
    },
    async rename(from: Uri, to: Uri): Promise<void> {
      await this.begin("rename", from);
      const content = this.files.get(from.toString());
      if (content === undefined) throw new FileSystemError("FileNotFound");
      this.files.delete(from.toString());
      this.files.set(to.toString(), content);
    },
    async delete(uri: Uri): Promise<void> {
      await this.begin("delete", uri);
      if (!this.files.delete(uri.toString())) throw new FileSystemError("FileNotFound");
    },
    begin(step: string, uri: Uri): Promise<void> {
      this.steps.push(step);
      return new Promise((resolve) => {
        this.fails(step, uri);
        resolve();
      });
    },
  },
  applyEdit(edit: WorkspaceEdit): Promise<boolean> {
    stub.applied.push(edit);
    return Promise.resolve(true);
  },
};

const tell =
  (how: (typeof stub.told)[number]["how"]) =>
  (words: string): Promise<undefined> => {
    stub.told.push({ how, words });
    return Promise.resolve(undefined);
  };

export const window = {
  showErrorMessage: tell("error"),
  showWarningMessage: tell("warning"),
  showInformationMessage: tell("information"),
  showSaveDialog: (): Promise<Uri | undefined> => Promise.resolve(stub.target),
  withProgress: (
    _options: object,
    work: (report: object, token: object) => Promise<unknown>,
  ): Promise<unknown> => work({ report: () => undefined }, { isCancellationRequested: false }),
  activeTextEditor: undefined as unknown,
  createStatusBarItem: (): object =>
    Object.assign(stub.bar, {
      show: () => (stub.bar.shown = true),
      hide: () => (stub.bar.shown = false),
      dispose: () => undefined,
    }),
  onDidChangeWindowState(listener: Listener<{ readonly focused: boolean }>): { dispose: () => void } {
    stub.windowState.add(listener);
    return { dispose: () => stub.windowState.delete(listener) };
  },
};

export const commands = {
  registerCommand(name: string, command: Command): { dispose: () => void } {
    stub.commands.set(name, command);
    return { dispose: () => stub.commands.delete(name) };
  },
  executeCommand: (name: string, ...args: never[]): Promise<unknown> =>
    Promise.resolve(stub.commands.get(name)?.(...args)),
};
