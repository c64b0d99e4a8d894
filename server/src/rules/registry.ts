import { emptyItem } from "./emptyItem.ts";
import { emptySection } from "./emptySection.ts";
import { itemNumber } from "./itemNumber.ts";
import { listNumber } from "./listNumber.ts";
import { meetingDate } from "./meetingDate.ts";
import { missingDecision } from "./missingDecision.ts";
import { missingSection } from "./missingSection.ts";
import { numberedPause } from "./numberedPause.ts";
import type { Rule } from "./rule.ts";
import { sectionNameRule } from "./sectionName.ts";
import { slotEnd } from "./slotEnd.ts";
import { slotForm } from "./slotForm.ts";
import { slotGap } from "./slotGap.ts";
import { slotInvalid } from "./slotInvalid.ts";
import { slotMissing } from "./slotMissing.ts";
import { slotOverlap } from "./slotOverlap.ts";
import { slotStart } from "./slotStart.ts";
import { titleDate } from "./titleDate.ts";
import { titleLine } from "./titleLine.ts";
import { weekday } from "./weekday.ts";

/** All rules, in the order of RULES.md. A rule that does not stand here does not run. */
export const rules: readonly Rule[] = [
  titleLine,
  meetingDate,
  weekday,
  titleDate,
  itemNumber,
  numberedPause,
  listNumber,
  slotForm,
  slotInvalid,
  slotOverlap,
  slotGap,
  slotStart,
  slotEnd,
  slotMissing,
  missingSection,
  missingDecision,
  emptySection,
  emptyItem,
  sectionNameRule,
];

export const ruleIds: readonly string[] = rules.map((rule) => rule.id);
