/** The signs from U+00A0 to U+00FF, and the others that programs write by name: https://www.w3.org/TR/html4/sgml/entities.html */
const latin = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro
  para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute
  Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute
  THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde
  ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`;
const others = `amp lt gt quot apos ndash mdash lsquo rsquo sbquo
  ldquo rdquo bdquo lsaquo rsaquo hellip bull dagger Dagger permil prime Prime euro trade
  rarr larr uarr darr harr minus le ge ne asymp infin oelig OElig scaron Scaron`;
const signsOfOthers = `&<>"'–—‘’‚“”„‹›…•†‡‰′″€™→←↑↓↔−≤≥≠≈∞œŒšŠ`;

const signs = new Map<string, string>([
  ...latin.split(/\s+/).map((name, index): [string, string] => [name, String.fromCodePoint(0xa0 + index)]),
  ...others.split(/\s+/).map((name, index): [string, string] => [name, signsOfOthers.charAt(index)]),
  ...["ensp", "emsp", "thinsp"].map((name): [string, string] => [name, " "]),
  ...["zwnj", "zwj", "lrm", "rlm"].map((name): [string, string] => [name, ""]),
]);

/** A text of HTML with the signs that its entities stand for; null where one is not known. */
export function decoded(text: string): string | null {
  if (!text.includes("&")) return text;
  const unknown: string[] = [];
  const result = text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]\w{1,9}));/gi,
    (whole, hex?: string, code?: string, name?: string) => {
      const sign =
        name === undefined ? signOf(hex === undefined ? Number(code) : parseInt(hex, 16)) : signs.get(name);
      if (sign === undefined) unknown.push(whole);
      return sign ?? whole;
    },
  );
  return unknown.length === 0 ? result : null;
}

function signOf(point: number): string | undefined {
  // A half of a surrogate pair, or a control sign, is no sign of a text.
  const isSign =
    (point >= 0x20 && point < 0x7f) ||
    (point >= 0xa0 && point < 0xd800) ||
    (point > 0xdfff && point <= 0x10ffff);
  return isSign || point === 9 || point === 10 || point === 13 ? String.fromCodePoint(point) : undefined;
}
