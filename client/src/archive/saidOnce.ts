/**
 * What a decision comes to, before what it says: `Udsat: Sagen afventer et notat.` Where it begins with that outcome itself it is
 * not said twice: `Udsat til næste møde.` stays as it is, and so does `1. Udsat.`
 */
export function withOutcome(outcome: string, text: string): string {
  if (outcome === "" || text === "") return outcome || text;
  const first = outcome.split(",")[0] ?? "";
  const said = text.trimStart().replace(/^(?:\d{1,3}[.)]|[-*•–])\s{1,8}/, "");
  const begins = said.slice(0, first.length).toLowerCase() === first.toLowerCase();
  return begins && !/^\p{Alpha}/u.test(said.slice(first.length)) ? text : `${outcome}: ${text}`;
}
