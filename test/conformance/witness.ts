import { Announced, unannouncedInAnswer, unannouncedInMessage } from "./announced.ts";
import { metaModel, ownModel } from "./metaModel.ts";
import { base, type MetaModel, type Notification, reference, type Request, type Type } from "./model.ts";
import { isObject, Validator } from "./validator.ts";

/** Methods that a test made up, to see them refused. */
const madeUp = "noSuch";

interface Known {
  readonly request: ReadonlyMap<string, Request>;
  readonly notification: ReadonlyMap<string, Notification>;
  readonly validator: Validator;
  /** Our own messages are announced in the options, LSP's in the capabilities. */
  readonly isOwn: boolean;
}

let known: readonly Known[] | undefined;

function models(): readonly Known[] {
  const read = (model: MetaModel, isOwn: boolean): Known => ({
    request: new Map(model.requests.map((each) => [each.method, each])),
    notification: new Map(model.notifications.map((each) => [each.method, each])),
    validator: new Validator(model),
    isOwn,
  });
  return (known ??= [read(metaModel(), false), read(ownModel(), true)]);
}

const progress: Type = {
  kind: "or",
  items: ["WorkDoneProgressBegin", "WorkDoneProgressReport", "WorkDoneProgressEnd"].map(reference),
};

/** A message's error: a code, words, and perhaps more. */
const errorType: Type = {
  kind: "literal",
  value: {
    properties: [
      { name: "code", type: base("integer") },
      { name: "message", type: base("string") },
      { name: "data", type: reference("LSPAny"), optional: true },
    ],
  },
};

/**
 * Listens to what a client and the server say to each other, and holds each message of the server against LSP's metaModel and
 * against what the client announced. `report` is told what is wrong, in words.
 */
export class Witness {
  private readonly asked = new Map<unknown, { readonly method: string; readonly params: unknown }>();
  private readonly tokens = new Set<unknown>();
  private capabilities = new Announced({});
  private options = new Announced({});
  private legend: readonly unknown[] = [];

  constructor(private readonly report: (problem: string) => void) {}

  /** A message of the client. */
  sent(message: unknown): void {
    if (!isObject(message) || typeof message["method"] !== "string") return;
    const { id, method, params } = message;
    if (id !== undefined) this.asked.set(id, { method, params });
    if (!isObject(params)) return;
    for (const token of [params["workDoneToken"], params["partialResultToken"]])
      if (token !== undefined) this.tokens.add(token);
  }

  /** A message of the server. */
  received(message: unknown): void {
    if (!isObject(message)) return;
    const { id, method, params } = message;
    const extra = Object.keys(message).filter(
      (key) => !["jsonrpc", "id", "method", "params", "result", "error"].includes(key),
    );
    for (const key of extra) this.report(`${key} is nothing that a message has`);
    if (typeof method !== "string") this.answered(message);
    else if (id === undefined) this.told(method, params);
    else this.requested(method, params);
  }

  private answered({ id, result, error }: Readonly<Record<string, unknown>>): void {
    const asked = this.asked.get(id);
    if (!asked) return;
    this.asked.delete(id);
    const { method, params } = asked;
    const [lsp] = models();
    if (error !== undefined) {
      this.tell(method, lsp?.validator.problems(errorType, error, "error") ?? []);
      return;
    }
    const model = models().find(({ request }) => request.has(method));
    const type = model?.request.get(method)?.result;
    if (!model || !type) {
      if (!method.includes(madeUp)) this.report(`An answer to ${method}, which is no request of any model`);
      return;
    }
    const found = model.validator.problems(type, result, "result");
    this.tell(method, found);
    if (found.length > 0) return;
    if (method === "initialize") this.initialized(params, result);
    this.tell(method, unannouncedInAnswer(this.capabilities, method, params, result, this.legend));
  }

  private initialized(params: unknown, result: unknown): void {
    const given = isObject(params) ? params : {};
    this.capabilities = new Announced(given["capabilities"]);
    this.options = new Announced(given["initializationOptions"]);
    this.legend = new Announced(result).list("capabilities.semanticTokensProvider.legend.tokenTypes") ?? [];
  }

  private told(method: string, params: unknown): void {
    if (method === "$/progress") {
      this.progressed(params);
      return;
    }
    const model = models().find(({ notification }) => notification.has(method));
    const notification = model?.notification.get(method);
    if (!model || !notification) this.report(`${method} is no notification of any model`);
    else this.ofMessage(model, notification, params);
  }

  private requested(method: string, params: unknown): void {
    const model = models().find(({ request }) => request.has(method));
    const request = model?.request.get(method);
    if (!model || !request) {
      this.report(`${method} is no request of any model`);
      return;
    }
    this.ofMessage(model, request, params);
    if (method === "window/workDoneProgress/create" && isObject(params)) this.tokens.add(params["token"]);
    if (method === "client/registerCapability" && isObject(params)) this.registered(params["registrations"]);
  }

  private ofMessage(model: Known, message: Request | Notification, params: unknown): void {
    const { method, messageDirection, params: type, clientCapability } = message;
    if (messageDirection === "clientToServer") this.report(`${method} is the client's to send`);
    const found = type
      ? model.validator.problems(type, params, "params")
      : params === undefined || params === null
        ? []
        : ["params are given to what takes none"];
    this.tell(method, found);
    const announced = model.isOwn ? this.options : this.capabilities;
    const needed = clientCapability === undefined ? undefined : neededFor(method, clientCapability);
    // A command that somebody called has no other way to do what it is for: a client that knows no such request says so.
    const isCalledFor = method === "workspace/applyEdit" && this.isExecuting();
    if (needed !== undefined && !isAlways(method) && !isCalledFor && !hasAt(announced, needed))
      this.report(`${method}: the client did not announce ${needed}`);
    if (found.length === 0) this.tell(method, unannouncedInMessage(this.capabilities, method, params));
  }

  /** A capability is registered only where it may be, and with options of its own type. */
  private registered(registrations: unknown): void {
    const [lsp] = models();
    for (const registration of Array.isArray(registrations) ? (registrations as unknown[]) : []) {
      const { method, registerOptions } = isObject(registration) ? registration : {};
      const name = String(method);
      const message = lsp?.request.get(name) ?? lsp?.notification.get(name);
      if (!message) this.report(`${name} is registered, and is no method`);
      else if (!this.capabilities.is(`${String(message.clientCapability)}.dynamicRegistration`))
        this.report(`${name} is registered, though the client did not announce that it may be`);
      else if (message.registrationOptions && lsp)
        this.tell(
          name,
          lsp.validator.problems(message.registrationOptions, registerOptions, "registerOptions"),
        );
    }
  }

  private progressed(params: unknown): void {
    const { token, value } = isObject(params) ? params : {};
    if (!this.tokens.has(token)) this.report(`Progress under a token that nobody made: ${String(token)}`);
    const [lsp] = models();
    if (isObject(value) && "kind" in value)
      this.tell("$/progress", lsp?.validator.problems(progress, value, "value") ?? []);
  }

  private isExecuting(): boolean {
    return [...this.asked.values()].some(({ method }) => method === "workspace/executeCommand");
  }

  private tell(method: string, problems: readonly string[]): void {
    for (const problem of problems) this.report(`${method}: ${problem}`);
  }
}

/** What every client takes: LSP says so of findings and of what is logged. */
function isAlways(method: string): boolean {
  return ["textDocument/publishDiagnostics", "window/showMessage", "client/registerCapability"].includes(
    method,
  );
}

/** The model names only the lenses where it means that they can be shown anew. */
function neededFor(method: string, capability: string): string {
  return method.endsWith("/refresh") && !capability.endsWith(".refreshSupport")
    ? `${capability}.refreshSupport`
    : capability;
}

function hasAt(announced: Announced, path: string): boolean {
  const value = announced.at(path);
  // `rename.prepareSupport: false` announces nothing; a text names a place.
  return value !== undefined && value !== null && value !== false;
}
