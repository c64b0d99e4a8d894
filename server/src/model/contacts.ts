import { slice, type Span, span } from "../text/span.ts";
import { folded } from "../text/spelling.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { linksIn, proseOf } from "./links.ts";
import { memo } from "./memo.ts";
import { sentenceAround } from "./sentences.ts";

/** A telephone number or a mail address that must be one person's own. */
export interface PrivateContact extends Span {
  readonly what: "telephone" | "mail";
}

/** `body` is the body of the title line: its own addresses are no secret. */
export function privateContactsIn(chunk: Chunk, body: string | null): readonly PrivateContact[] {
  const telephones = telephonesIn(chunk);
  const mails = personalMails(chunk);
  if (mails.length === 0) return telephones;
  const own = body === null ? [] : placeWords(body);
  const found = mails.flatMap(({ start, end, domain }): PrivateContact[] =>
    domain !== null && own.some((word) => domain.includes(word)) ? [] : [{ start, end, what: "mail" }],
  );
  return [...telephones, ...found].sort((a, b) => a.start - b.start);
}

const eightFigures =
  /(?<![\p{Alpha}\p{N}+.,/_-])(?:(?:\+|00)45[ \u00a0]?)?(?:\d{2}([ \u00a0.-]?)\d{2}\1\d{2}\1\d{2}|\d{4}[ \u00a0]\d{4}|\d{3}[ \u00a0]\d{2}[ \u00a0]\d{3})(?![\p{Alpha}\p{N}]|[.,/-]\d|[ \u00a0]\d|[ \u00a0]?(?:kr|dkk|mio|stk)(?!\p{Alpha}))/giu;
const telephoneWord =
  /(?<!\p{Alpha})(?:(?:tlf|tel|telefon|telefonen|telefonnummer|telefonnummeret|telefonnr|mobil|mobilen|mobilnummer|mobilnummeret|mobilnr|mobiltelefon|mob|privatnummer)(?:\.|nr\.)?|ring|ringe|ringer|ringes|sms|sms'e|træffes)(?!\p{Alpha})[^!?\d\r\n]{0,40}$/iu;
// Where one of these stands in the sentence, the number or the mailbox is its.
const institution =
  /kommune|rådhus|borgerservice|sekretariat|forvaltning|omstilling|hovednummer|hovedtelefon|vagt|hotline|akut|apotek|sygehus|hospital|region|kontor|cent(?:er|ret|re)|skole|bibliotek|politi|styrelse|ministeri|klinik|lægehus|plejehjem|administration|reception|support|helpdesk|afdeling|museum|museet|forening|rådgivning|alarm|linjen|virksomhed|firma|butik|hotel|restaurant|kursussted|a\/s|aps/iu;

const telephonesIn: (chunk: Chunk) => readonly PrivateContact[] = memo((chunk) => {
  const text = proseOf(chunk);
  const found: PrivateContact[] = [];
  for (const match of text.matchAll(eightFigures)) {
    const at = span(match.index, match.index + match[0].length);
    const national = /^(?:\+|00)45/.test(match[0]);
    const figures = match[0].replace(/^(?:\+|00)45/, "").replace(/\D/g, "");
    // 70, 80 and 90 are for firms and services; 0 and 1 begin no subscriber's number.
    if (/^(?:[01]|70|80|90)/.test(figures)) continue;
    if (!national && !telephoneWord.test(text.slice(Math.max(0, at.start - 64), at.start))) continue;
    if (institution.test(slice(text, sentenceAround(text, at)))) continue;
    found.push({ ...at, what: "telephone" });
  }
  return found;
});

const freeMail =
  /^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|mac|jubii|ofir|mail|stofanet|tdcadsl|webspeed|privat|protonmail|proton|youmail|fibermail|c)\.[a-z]{2,3}$/i;
// A part of the mailbox that is an office, a task or a club, and not a name.
const functionWord =
  /^(?:info|post|mail|hr|it|løn|plan|byg|vagt|råd|raad|ku|fu|møde|moede|noreply|no|reply)$|kontakt|sekretariat|borger|service|(?:ældre|aeldre|patient|handicap|ungdoms)r(?:å|aa)d|kommun|forvalt|tilmeld|booking|support|admin|kontor|skole|klub|forening|udvalg|bestyrelse|formand|kasserer|redaktion|presse|udbud|reception|museum|museet|bibliotek|center|region|sygehus|miljø|social|sundhed|kultur|dagsorden|referat|høring|hoering/iu;
const personal = /^\p{Alpha}{2,}(?:[._-]\p{Alpha}+){0,2}[._-]\p{Alpha}{2,}\d{0,4}$/u;
const publicDomain =
  /kommune|region|sygehus|hospital|sundhed|minister|styrelse|gov|(?:^|\.)(?:kl|rsyd|rm|rn|regionh|au|ku|sdu|aau|dtu|ruc|plo|laeger|dadl|dsr|foa|kombit|ucl|via|ucsyd|politi|museum)\b/iu;

/** A mail address that must be a person's. */
interface PersonalMail extends Span {
  /** Where it may be the body's own; null for one that anybody can have. */
  readonly domain: string | null;
}

const personalMails: (chunk: Chunk) => readonly PersonalMail[] = memo((chunk) => {
  const found: PersonalMail[] = [];
  for (const { span: link, address } of linksIn(chunk)) {
    if (!address.startsWith("mailto:")) continue;
    const mail = address.slice("mailto:".length).split("?")[0] ?? "";
    const [box = "", domain = ""] = mail.split("@");
    if (domain === "" || box.split(/[._-]/).some((part) => functionWord.test(part))) continue;
    const free = freeMail.test(domain);
    if (!free && (publicDomain.test(domain) || !personal.test(box))) continue;
    const start = chunk.masked.indexOf(mail, link.start);
    if (start !== -1 && start < link.end)
      found.push({ ...span(start, start + mail.length), domain: free ? null : plain(domain) });
  }
  return found;
});

/** The words of the body's name that a domain may hold: `havneby` of Kulturudvalget i Havneby. */
function placeWords(body: string): string[] {
  return plain(body)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= 5);
}

function plain(text: string): string {
  return folded(text).replace(/æ/g, "ae").replace(/ø/g, "oe").replace(/å/g, "aa");
}
