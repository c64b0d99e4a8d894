/** What the server is asked about the archive, and what it says: the register of decisions, that of actions, a case's course. */

/** A document's address, as the server writes it. */
type Address = string;

export const outcomes = [
  "approved",
  "recommended",
  "noted",
  "discussed",
  "agreed",
  "postponed",
  "referred",
  "rejected",
  "dropped",
  "nothing",
] as const;

export type Outcome = (typeof outcomes)[number];

/** Which decisions are meant; what is left out is not asked for. Dates are as `2026-03-04`, both included. */
export interface DecisionQuery {
  readonly text?: string;
  readonly body?: string;
  readonly from?: string;
  readonly to?: string;
  readonly outcomes?: readonly Outcome[];
  readonly person?: string;
  readonly journalNumber?: string;
  readonly access?: "open" | "closed";
}

export type DecisionGrouping = "body" | "meeting" | "year" | "outcome" | "case";

/** A group that is looked into, by its key. */
export interface Within<Grouping extends string> {
  readonly by: Grouping;
  readonly key: string;
}

export interface DecisionGroup {
  readonly key: string;
  /** What it is called; null for the group of what has no body, date, outcome or case. */
  readonly label: string | null;
  readonly count: number;
  readonly journalNumber: string | null;
  /** Of a meeting: its document. */
  readonly uri: Address | null;
  readonly body: string | null;
  /** Of a meeting, or the newest one of the group. */
  readonly date: string | null;
}

export interface DecisionRow {
  readonly uri: Address;
  /** Of the decision, or of the heading where it has none; from 0. */
  readonly line: number;
  readonly body: string | null;
  readonly date: string | null;
  readonly kind: "referat" | "dagsorden";
  /** Of the item in its document; from 0. */
  readonly index: number;
  readonly number: number | null;
  readonly title: string;
  readonly closed: boolean;
  readonly journalNumber: string | null;
  readonly text: string;
  readonly outcomes: readonly Outcome[];
  readonly recommendations: readonly { readonly text: string; readonly outcomes: readonly Outcome[] }[];
  readonly followUp: readonly FollowUp[];
}

export interface FollowUp {
  readonly owner: string | null;
  readonly text: string;
  readonly deadline: string | null;
  readonly done: boolean;
}

export interface ActionQuery {
  readonly text?: string;
  readonly body?: string;
  readonly owner?: string;
  readonly from?: string;
  readonly to?: string;
  readonly journalNumber?: string;
  readonly state?: ActionState;
}

export type ActionState = "open" | "overdue" | "done";

export type ActionGrouping = "state" | "owner" | "body";

export interface ActionCounts {
  readonly open: number;
  readonly overdue: number;
  readonly done: number;
}

export interface ActionGroup extends ActionCounts {
  readonly key: string;
  readonly label: string | null;
}

export interface ActionRow {
  readonly uri: Address;
  readonly line: number;
  readonly body: string | null;
  readonly date: string | null;
  readonly itemTitle: string;
  readonly itemNumber: number | null;
  readonly itemLine: number;
  readonly closed: boolean;
  readonly journalNumber: string | null;
  readonly owner: string | null;
  readonly text: string;
  readonly deadline: string | null;
  readonly state: ActionState;
  /** What says that it is done: a later document, or its own mark. */
  readonly doneBy: { readonly uri: Address; readonly line: number; readonly date: string | null } | null;
  /** Where it stands last, and is to be marked as done. */
  readonly last: { readonly uri: Address; readonly line: number };
  /** How many later minutes of the same body neither name nor close it. */
  readonly passedOver: number;
}

export interface CaseHistory {
  readonly title: string;
  readonly journalNumber: string | null;
  readonly steps: readonly CaseStep[];
}

export interface CaseStep {
  readonly uri: Address;
  readonly line: number;
  readonly body: string | null;
  readonly date: string | null;
  readonly kind: "referat" | "dagsorden";
  readonly number: number | null;
  readonly title: string;
  readonly closed: boolean;
  readonly decision: string | null;
  readonly outcomes: readonly Outcome[];
  readonly why: "journalNumber" | "reference" | "title" | "self";
}

/** What can be chosen between. */
export interface Facets {
  readonly bodies: readonly string[];
  readonly people: readonly string[];
  readonly years: readonly string[];
  readonly documents: number;
  readonly indexing: boolean;
}

/** How far the archive is. */
export interface ArchiveState {
  readonly documents: number;
  readonly indexing: boolean;
}

export interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}
