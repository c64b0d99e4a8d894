import {
  commands,
  Disposable,
  EventEmitter,
  languages,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  window,
} from "vscode";
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  ErrorCodes,
  type ErrorHandler,
  ExecuteCommandRequest,
  type MessageSignature,
  ResponseError,
  State,
  WorkspaceDiagnosticRequest,
} from "vscode-languageclient";
import { holdRequests } from "./heldRequests.ts";
import { Pulse } from "./pulse.ts";
import { Restarts } from "./restarts.ts";

/** Our own request: the server answers it at once. */
const aliveRequest = "referat/alive";
/** Milliseconds that a request waits for a server that comes back. */
const patience = 30_000;
/** Milliseconds until all have heard that the server has ended. */
const settling = 20;
/** Milliseconds until one that could not be started is given up, where nobody has heard of its end. */
const starting = 1000;
/** A request that ends one server after the other is given up. */
const mostTries = 3;

const startCommand = "referat.startSprogserverenIgen";
const words = {
  away: "Sprogserveren er stoppet. Kommandoen »Referat: Start sprogserveren igen« starter den.",
  lost: "Sprogserveren gik ned over det. Dokumentet er, som det var.",
  givenUp: "Referats sprogserver kører ikke. Du kan skrive og gemme som altid, men uden hjælp og kontrol.",
  start: "Start igen",
};

/** A client whose server can be ended at once, whatever it does; what has ended is then followed by another. */
export type MortalClient = BaseLanguageClient & { kill(): void };

/** A client, and what keeps its server alive. */
export interface LivingClient {
  readonly client: MortalClient;
  readonly life: ServerLife;
}

/**
 * Keeps the server alive: one that ends, or hangs, is followed by another, and who had asked it something hears from that one. When
 * one after the other ends she is told of it, once; she writes and saves as before.
 */
export class ServerLife {
  private readonly restarts = new Restarts();
  /** It is clear whether there is a server. */
  private readonly ready = new EventEmitter<void>();
  private status: LanguageStatusItem | null = null;
  /** There is a server, and it has been told of the documents. */
  private isReady = false;
  private isGivenUp = false;
  private isClosing = false;
  private isEndedByHand = false;
  private client: MortalClient | null = null;

  /** Notices a server that hangs. */
  readonly pulse = new Pulse(
    async () => this.client?.sendRequest(aliveRequest, {}),
    () => this.client?.kill(),
  );

  readonly errorHandler: ErrorHandler = {
    // What could not be read or written is logged. A connection that is gone is told of below.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: async () => {
      // First all who waited for it are told: then it can be started again, also where it ended while it started.
      await pause(0);
      if (this.isClosing) return { action: CloseAction.DoNotRestart, handled: true };
      const mayRestart = this.isEndedByHand || this.restarts.allowed();
      this.isEndedByHand = false;
      if (mayRestart) return { action: CloseAction.Restart, handled: true };
      this.giveUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };

  /** The client whose server this is. */
  serve(client: MortalClient): Disposable {
    this.client = client;
    holdRequests(client, (type, send) => this.request(type, send));
    return Disposable.from(
      this.ready,
      { dispose: () => this.pulse.stop() },
      { dispose: () => this.hideStatus() },
      client.onDidChangeState(({ newState }) => {
        this.isReady = false;
        if (newState === State.Starting) this.pulse.begin();
        if (newState === State.Running) void this.getReady(client);
        if (newState === State.StartFailed) void this.miss(client);
      }),
      commands.registerCommand(startCommand, () => this.startAgain()),
    );
  }

  /** The extension goes: the server is not to come back. */
  close(): void {
    this.isClosing = true;
  }

  /**
   * Sends a request. One that only reads is sent again where the server has ended over it; of one that changes something nobody
   * knows how far it came: it is answered with null.
   */
  private async request<Answer>(
    type: string | MessageSignature,
    send: () => Promise<Answer>,
  ): Promise<Answer> {
    const method = typeof type === "string" ? type : type.method;
    if (method === aliveRequest) return send();
    const reads = method.startsWith("referat/") || method === WorkspaceDiagnosticRequest.method;
    for (let tried = 1; ; tried++) {
      try {
        // Before it knows of the documents its answer would be that there are none.
        if (!this.isReady) await this.isBack();
        return await this.pulse.during(send());
      } catch (error) {
        if (isUnderWay(error) && method === ExecuteCommandRequest.method) return null as Answer;
        if (!isGone(error) || !(reads || method === ExecuteCommandRequest.method)) throw error;
        if (tried === mostTries) throw gone(words.lost);
        await pause(settling);
        if (!(await this.isBack())) throw gone(words.away);
      }
    }
  }

  private async miss(client: MortalClient): Promise<void> {
    await pause(starting);
    if (client.state === State.StartFailed && !this.isGivenUp) this.giveUp();
  }

  private async getReady(client: MortalClient): Promise<void> {
    this.hideStatus();
    await client.start();
    // What it is told of the documents goes before what waits here.
    await pause(0);
    this.isReady = client.isRunning();
    this.ready.fire();
  }

  /** Resolves when there is a server that knows the documents, or it is clear that there will be none. */
  private async isBack(): Promise<boolean> {
    if (this.isReady || this.isGivenUp || this.isClosing) return this.isReady;
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(late);
        listener.dispose();
        resolve(this.isReady);
      };
      const late = setTimeout(done, patience);
      const listener = this.ready.event(done);
    });
  }

  private giveUp(): void {
    this.isGivenUp = true;
    this.ready.fire();
    this.showStatus();
    void window.showWarningMessage(words.givenUp, words.start).then((choice) => {
      if (choice !== undefined) void this.startAgain();
    });
  }

  /** By hand: also where it runs, and she has come to mistrust it. */
  private async startAgain(): Promise<void> {
    const { client } = this;
    this.restarts.forget();
    this.isGivenUp = false;
    if (client?.state === State.Stopped) {
      await client.start().catch(() => undefined);
    } else {
      this.isEndedByHand = true;
      client?.kill();
    }
  }

  /** As long as there is no server, that is said where VS Code says such things of a language. */
  private showStatus(): void {
    this.status ??= languages.createLanguageStatusItem("referat.server", { language: "referat" });
    this.status.name = "Sprogserver";
    this.status.text = "Uden hjælp og kontrol";
    this.status.detail = "Sprogserveren er stoppet";
    this.status.severity = LanguageStatusSeverity.Error;
    this.status.command = { command: startCommand, title: words.start };
  }

  private hideStatus(): void {
    this.status?.dispose();
    this.status = null;
  }
}

/** The server ended while it had the request. */
function isUnderWay(error: unknown): boolean {
  return error instanceof ResponseError && error.code === ErrorCodes.PendingResponseRejected;
}

/** There was no server to answer: what a server says itself is another matter. */
function isGone(error: unknown): boolean {
  return (
    isUnderWay(error) ||
    !(error instanceof ResponseError) ||
    error.code === ErrorCodes.ConnectionInactive ||
    error.code === ErrorCodes.MessageWriteError
  );
}

function gone(why: string): ResponseError<never> {
  return new ResponseError<never>(ErrorCodes.ConnectionInactive, why);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
