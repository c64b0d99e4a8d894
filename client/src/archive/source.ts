import { type CancellationToken, type Disposable, EventEmitter, type Position, Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { today } from "../meeting/clock.ts";
import type {
  ActionCounts,
  ActionGroup,
  ActionGrouping,
  ActionQuery,
  ActionRow,
  ArchiveState,
  CaseHistory,
  DecisionGroup,
  DecisionGrouping,
  DecisionQuery,
  DecisionRow,
  Facets,
  Page,
  Within,
} from "./protocol.ts";

/** Where a page begins, and how much of it is wanted. */
export interface Range {
  readonly offset: number;
  readonly limit: number;
}

/** What the server keeps of all meetings, asked for piece by piece; and the news that it has changed. */
export class ArchiveSource implements Disposable {
  private readonly changed = new EventEmitter<ArchiveState>();
  private readonly listener: Disposable;
  private known: ArchiveState | null = null;

  /** Fires when a document of the archive is another, and while the archive is read. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly client: BaseLanguageClient) {
    this.listener = client.onNotification("referat/archiveChanged", (state: ArchiveState) => {
      this.known = state;
      this.changed.fire(state);
    });
  }

  /** Whether documents of the folder may still be missing. */
  async isIndexing(): Promise<boolean> {
    const { indexing } = this.known ?? (await this.facets());
    return indexing;
  }

  decisions(
    query: DecisionQuery,
    within: readonly Within<DecisionGrouping>[],
    range: Range,
    token?: CancellationToken,
  ): Promise<Page<DecisionRow>> {
    return this.ask("referat/decisions", { query, within, ...range }, token);
  }

  decisionGroups(
    query: DecisionQuery,
    groupBy: DecisionGrouping,
    within: readonly Within<DecisionGrouping>[],
    range: Range,
  ): Promise<Page<DecisionGroup> & { readonly decisions: number }> {
    return this.ask("referat/decisionGroups", { query, groupBy, within, ...range });
  }

  actions(
    query: ActionQuery,
    within: readonly Within<ActionGrouping>[],
    range: Range,
  ): Promise<Page<ActionRow> & { readonly counts: ActionCounts }> {
    return this.ask("referat/actions", { query, within, today: today(), ...range });
  }

  actionGroups(
    query: ActionQuery,
    groupBy: ActionGrouping,
    range: Range,
  ): Promise<Page<ActionGroup> & { readonly counts: ActionCounts }> {
    return this.ask("referat/actionGroups", { query, groupBy, today: today(), ...range });
  }

  facets(): Promise<Facets> {
    return this.ask("referat/archiveFacets", {});
  }

  /** The course of the case whose item is at a place; null where there is no item. */
  caseHistory(uri: Uri, position: Position): Promise<CaseHistory | null> {
    const { code2ProtocolConverter: code } = this.client;
    return this.ask("referat/caseHistory", {
      textDocument: { uri: code.asUri(uri) },
      position: code.asPosition(position),
    });
  }

  /** Runs a command of the server; gives what it answers. */
  execute(command: string, args: readonly unknown[]): Promise<unknown> {
    return this.ask("workspace/executeCommand", { command, arguments: [...args] });
  }

  /** As the server writes an address. */
  addressOf(uri: Uri): string {
    return this.client.code2ProtocolConverter.asUri(uri);
  }

  uriOf(address: string): Uri {
    return Uri.parse(address);
  }

  dispose(): void {
    this.listener.dispose();
    this.changed.dispose();
  }

  private ask<Result>(method: string, params: object, token?: CancellationToken): Promise<Result> {
    // A token that is undefined would count as a second parameter.
    return token
      ? this.client.sendRequest<Result>(method, params, token)
      : this.client.sendRequest<Result>(method, params);
  }
}
