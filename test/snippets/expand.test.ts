import assert from "node:assert/strict";
import { expandSnippet, parseSnippet } from "./expand.ts";

describe("snippets: the syntax", () => {
  const cases: readonly [string, string][] = [
    ["Punkt ${1:1}: $2$0", "Punkt 1: "],
    ["${1:a ${2:b} c} $2", "a b c b"],
    ["$1 ${1:senere}", "senere senere"],
    ["${1|en,to\\, tre,fi\\|re|}", "en"],
    ["${2|to\\, tre,en|}", "to, tre"],
    ["5 \\$ og \\} og \\\\", "5 $ og } og \\"],
    ["$CURRENT_DATE-${CURRENT_MONTH}", "02-03"],
    ["${UKENDT:ellers}", "ellers"],
    ["${CURRENT_DATE/^0//}. ${CURRENT_MONTH/(02)|(03)/${1:+februar}${2:+marts}/}", "2. marts"],
    ["${1:13:00} ${1/:/./}", "13:00 13.00"],
    ["${1:a/b} ${1/(a)\\/(b)/$2-${1:/upcase}/}", "a/b b-A"],
    ["${1:x} ${1/(y)?x/${1:?ja:nej}/}", "x nej"],
  ];
  for (const [body, text] of cases) {
    it(body, () => {
      assert.equal(expandSnippet(body), text);
    });
  }

  for (const body of ["${1:uden ende", "${1|a,,b|}", "${1|a,b}", "${1/a/b}", "5 $ og", "${}"]) {
    it(`refuses ${body}`, () => {
      assert.throws(() => parseSnippet(body));
    });
  }
});
