import { attachmentCited } from "./attachmentCited.ts";
import { attachmentList } from "./attachmentList.ts";
import { attachmentName } from "./attachmentName.ts";
import { attachmentNumber } from "./attachmentNumber.ts";
import { decisionHeading } from "./decisionHeading.ts";
import { decisionInAgenda } from "./decisionInAgenda.ts";
import { decisionType } from "./decisionType.ts";
import { duplicateSection } from "./duplicateSection.ts";
import { headingStyle } from "./headingStyle.ts";
import { journalNumberRule } from "./journalNumber.ts";
import { recommendationAnswered } from "./recommendationAnswered.ts";
import { recommendationLeadIn } from "./recommendationLeadIn.ts";
import { recommendationList } from "./recommendationList.ts";
import { sectionOrder } from "./sectionOrder.ts";
import { attachmentFile } from "./attachmentFile.ts";
import { emptyItem } from "./emptyItem.ts";
import { emptySection } from "./emptySection.ts";
import { itemNumber } from "./itemNumber.ts";
import { itemTitle } from "./itemTitle.ts";
import { listNumber } from "./listNumber.ts";
import { meetingDate } from "./meetingDate.ts";
import { missingDecision } from "./missingDecision.ts";
import { missingSection } from "./missingSection.ts";
import { numberedPause } from "./numberedPause.ts";
import { brokenParagraph } from "./brokenParagraph.ts";
import { closedLeak } from "./closedLeak.ts";
import { contactDetails } from "./contactDetails.ts";
import { cprNumber } from "./cprNumber.ts";
import { dateForm } from "./dateForm.ts";
import { deadLink } from "./deadLink.ts";
import { linkText } from "./linkText.ts";
import { placeholder } from "./placeholder.ts";
import { reference } from "./reference.ts";
import { tableShape } from "./tableShape.ts";
import { unbalanced } from "./unbalanced.ts";
import { unusedDisable } from "./unusedDisable.ts";
import { actionOverlooked } from "./actionOverlooked.ts";
import { meetingItem } from "./meetingItem.ts";
import { meetingTwice } from "./meetingTwice.ts";
import { numberSeries } from "./numberSeries.ts";
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
import { tocItem } from "./tocItem.ts";
import { tocMissing } from "./tocMissing.ts";
import { tocOrder } from "./tocOrder.ts";
import { tocPage } from "./tocPage.ts";
import { tocTitle } from "./tocTitle.ts";
import { tocTruncated } from "./tocTruncated.ts";
import { requiredField } from "./requiredField.ts";
import { participantList } from "./participantList.ts";
import { absence } from "./absence.ts";
import { personName } from "./personName.ts";
import { bodyName } from "./bodyName.ts";
import { weekday } from "./weekday.ts";

/** All rules, in the order of RULES.md. A rule that does not stand here does not run. */
export const rules: readonly Rule[] = [
  titleLine,
  requiredField,
  meetingDate,
  weekday,
  titleDate,
  meetingTwice,
  participantList,
  tocMissing,
  tocTitle,
  tocTruncated,
  tocItem,
  tocOrder,
  tocPage,
  itemNumber,
  numberedPause,
  numberSeries,
  listNumber,
  attachmentNumber,
  slotForm,
  slotInvalid,
  slotOverlap,
  slotGap,
  slotStart,
  slotEnd,
  slotMissing,
  missingSection,
  missingDecision,
  decisionInAgenda,
  emptySection,
  emptyItem,
  itemTitle,
  sectionOrder,
  duplicateSection,
  sectionNameRule,
  headingStyle,
  decisionHeading,
  recommendationLeadIn,
  recommendationList,
  recommendationAnswered,
  decisionType,
  attachmentList,
  attachmentCited,
  attachmentFile,
  attachmentName,
  reference,
  meetingItem,
  actionOverlooked,
  deadLink,
  linkText,
  unbalanced,
  tableShape,
  brokenParagraph,
  dateForm,
  personName,
  absence,
  bodyName,
  cprNumber,
  closedLeak,
  placeholder,
  contactDetails,
  journalNumberRule,
  unusedDisable,
];

export const ruleIds: readonly string[] = rules.map((rule) => rule.id);
