import type { Range } from "vscode-languageclient";

/** What the server says of a meeting on `referat/meeting`: its overview, with places as the protocol counts them. */
export interface Meeting {
  readonly version: number;
  readonly kind: "referat" | "dagsorden";
  readonly body: string | null;
  /** `2026-03-04` */
  readonly date: string | null;
  /** `13:00` */
  readonly start: string | null;
  readonly end: string | null;
  readonly place: string | null;
  readonly minutes: number | null;
  readonly participants: readonly Participant[];
  readonly items: readonly MeetingItem[];
}

export interface Participant {
  readonly name: string;
  readonly affiliation: string | null;
  readonly absent: boolean;
}

export interface MeetingItem {
  readonly number: number | null;
  readonly title: string;
  readonly kind: string;
  readonly closed: boolean;
  readonly start: string | null;
  readonly end: string | null;
  readonly minutes: number | null;
  readonly progress: "empty" | "drafted" | "done";
  readonly needsDecision: boolean;
  readonly range: Range;
  readonly heading: Range;
  /** Where the words of its decision stand, or are to stand. */
  readonly decision: Range | null;
  readonly sections: readonly { readonly kind: string; readonly range: Range }[];
}

export const meetingRequest = "referat/meeting";
