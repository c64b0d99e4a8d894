import { detached } from "../text/detached.ts";
import { editDistance, folded } from "../text/spelling.ts";
import { isGivenName } from "./givenNames.ts";

/** Surnames so common that two of them, though alike, are two names: *Larsen* and *Lassen*. */
const commonSurnames: ReadonlySet<string> = new Set(
  `andersen andreasen andresen bach bak bang bech beck berg berthelsen bertelsen bjerre brandt bruun carlsen christensen
  christiansen christoffersen clausen dahl dall damgaard danielsen davidsen eriksen frandsen frederiksen friis gregersen hald
  hansen hanssen hartmann hedegaard henriksen henningsen hermansen holm holst iversen jacobsen jakobsen jansen jensen jepsen
  jeppesen jespersen jessen johannesen johansen jonassen juhl juul jørgensen kaas karlsen kjeldsen kjær klausen knudsen koch
  kofoed kristensen kristiansen kristoffersen krogh lange larsen lassen laursen lauritsen lauridsen lind lorentzen lund ludvigsen
  madsen mathiasen mathiesen mathisen matzen mikkelsen michelsen mogensen mortensen møller nielsen nilsen nissen nygaard olesen
  olsen ottosen overgaard paulsen pallesen pedersen petersen poulsen rasmussen ravn riis schmidt schmid schou schultz simonsen
  skov steffensen svendsen svensen sørensen søndergaard thomsen thomassen thorsen toft vestergaard villadsen winther østergaard`
    .trim()
    .split(/\s+/),
);

/** Words as they sound: *Bentzen* and *Bentsen*, *Christian* and *Kristian*, *Anne-Mette* and *Anne Mette* are one. */
export function soundOf(name: string): string {
  return name
    .split(/[\s-]+/)
    .map((word) => {
      let sound = sounds.get(word);
      if (sound === undefined) {
        // The same words come again with every keystroke; strange ones must not pile up.
        if (sounds.size > 5000) sounds.clear();
        const own = detached(word);
        sounds.set(own, (sound = soundOfWord(own)));
      }
      return sound;
    })
    .join("");
}

const sounds = new Map<string, string>();

function soundOfWord(word: string): string {
  return (
    word
      .toLowerCase()
      .replace(/aa/g, "å")
      .replace(/[öô]/g, "ø")
      .replace(/ä/g, "æ")
      .replace(/ü/g, "y")
      .normalize("NFD")
      .replace(/(?<!a)[\u0300-\u036f]|(?<=a)[\u0300-\u0309\u030b-\u036f]/g, "")
      .normalize("NFC")
      .replace(/['’.]+/g, "")
      .replace(/ch|ck|q/g, "k")
      .replace(/c(?=[eiyæ])|z/g, "s")
      .replace(/c/g, "k")
      .replace(/ph/g, "f")
      .replace(/th/g, "t")
      .replace(/gh/g, "g")
      .replace(/dt/g, "t")
      .replace(/w/g, "v")
      .replace(/x/g, "ks")
      .replace(/(.)\1+/gu, "$1")
      // After the doubled letters: `Bentzen` and `Benzen`.
      .replace(/(?<=n)ts/g, "s")
      .replace(/j(?=[aeiouyæøå])|y(?=[aeiouæøå]|$)/g, "i")
  );
}

/**
 * Whether two spellings must be one person's name: they sound alike, or one letter of a long word is another and not both
 * words are names of their own.
 */
export function mustBeOne(a: string, b: string): boolean {
  if (folded(a) === folded(b)) return false;
  if (soundOf(a) === soundOf(b)) return true;
  const left = a.split(/\s+/);
  const right = b.split(/\s+/);
  if (left.length !== right.length || left.length < 2) return false;
  const differing = left.flatMap((word, index) => {
    const other = right[index] ?? "";
    return soundOf(word) === soundOf(other) ? [] : [[folded(word), folded(other), index] as const];
  });
  const [only] = differing;
  if (!only || differing.length > 1) return false;
  const [word, other, index] = only;
  if (
    Math.min(word.length, other.length) < 6 ||
    !other.startsWith(word.charAt(0)) ||
    editDistance(word, other, 1) > 1
  ) {
    return false;
  }
  const isName = index === 0 ? isGivenName : (each: string): boolean => commonSurnames.has(each);
  return !(isName(word) && isName(other));
}
