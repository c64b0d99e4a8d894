import { isoDate } from "../../calendar/date.ts";
import type { RenderDocument } from "../renderModel.ts";
import { meetingTimes } from "../times.ts";
import { titleText } from "../title.ts";

/** The meeting for search engines and calendars: an Event of schema.org. */
export function eventData(document: RenderDocument): object {
  const { body, date, place } = document.meeting;
  const { start, end } = meetingTimes(document.meeting);
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    "name": titleText(document),
    ...(date === null ? {} : { startDate: start ?? isoDate(date) }),
    ...(end === null ? {} : { endDate: end }),
    "eventStatus": "https://schema.org/EventScheduled",
    ...(place === null ? {} : { location: { "@type": "Place", "name": place, "address": place } }),
    ...(body === null ? {} : { organizer: { "@type": "Organization", "name": body } }),
    "inLanguage": "da",
  };
}
