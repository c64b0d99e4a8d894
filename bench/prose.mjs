// The words of the invented minutes: Danish as it is written in council offices, with names of nobody and nowhere.

/** A stream of numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = (values, random) => values[Math.floor(random() * values.length)];

/** What the cases are about; each stands in the definite form and in the common gender or the neuter alike. */
export const subjects = [
  "svømmehallen",
  "biblioteket",
  "musikskolen",
  "ungdomshuset",
  "kulturhuset",
  "idrætsparken",
  "lokalarkivet",
  "egnsmuseet",
  "havnepladsen",
  "skaterbanen",
  "multihallen",
  "teatersalen",
  "naturskolen",
  "sejlklubben",
  "ridehallen",
  "kunsthallen",
  "filmklubben",
  "billedskolen",
  "forsamlingshuset",
  "kunstgræsbanen",
  "bevægelsesparken",
  "spejderhuset",
  "lystbådehavnen",
  "børneteatret",
  "aktivitetshuset",
];

/** Forty villages: `Birkebæk`, `Birkeholm`, … */
export const places = ["Birke", "Eng", "Fjord", "Hassel", "Klit", "Lærke", "Mose", "Tjørne"].flatMap(
  (first) => ["bæk", "holm", "rup", "vig", "ager"].map((last) => first + last),
);

/** Sentences of a case. `{a|b}` is one of the words, `$emne` and `$sted` are the case's own. */
const sentences = [
  "Forvaltningen har gennemgået driften af $emne og fundet, at {udgifterne til el og varme|lønudgifterne|udgifterne til vedligehold} er steget med {4|6|7|9|11} procent siden {2022|2023|2024}.",
  "Brugerne i $sted peger især på, at {åbningstiderne er for korte|adgangsforholdene er for dårlige|der mangler plads til de mindste børn|der er for få mødelokaler}.",
  "Der er i {2024|2025} gennemført {tre|fire|fem} møder med foreningerne, og {referaterne|hovedpunkterne} er samlet i forvaltningens notat.",
  "Bygningen er opført i {1958|1964|1971|1983} og er {ombygget|udvidet|renoveret} ad flere omgange, senest da kommunen overtog {driften|lejemålet|ejendommen}.",
  "En {ekstern rådgiver|arkitekt fra byen|energikonsulent} har vurderet, at {taget|ventilationen|kloakken|gulvet i salen} bør udskiftes inden for {to|tre|fem} år.",
  "Det samlede besøgstal var {12.400|18.950|23.700|31.200} i 2025, og det er {lidt flere|noget færre|omtrent lige så mange} end året før.",
  "Foreningerne står selv for {opsyn og rengøring|udlån af nøgler|den daglige booking}, mens kommunen betaler {forbrug og forsikring|større reparationer|leje af inventar}.",
  "Forslaget indebærer, at $emne fremover {holder åbent hele året|deles af flere foreninger|får en fælles bestyrelse|drives sammen med skolen}.",
  "Landsbyrådet i $sted har {støttet|anbefalet|rejst spørgsmål til} forslaget og ønsker at {blive inddraget|deltage i arbejdet|få forelagt budgettet}, når planerne er færdige.",
  "Tilgængeligheden er undersøgt, og der er behov for {en rampe ved hovedindgangen|en bredere dør til salen|bedre skiltning|et handicaptoilet i stueetagen}.",
  "Erfaringerne fra {nabokommunerne|de øvrige landsbyer|forsøgsordningen} viser, at {frivillige gerne tager ansvar|brugerne kommer oftere|udgiften pr. besøg falder}, når rammerne er klare.",
  "Arbejdet kan {begynde efter sommerferien|udføres i to etaper|gennemføres uden at lukke}, hvis {myndighedernes tilladelse foreligger|bevillingen gives inden sommer|udbuddet forløber som ventet}.",
  "Skolerne bruger $emne på hverdage frem til kl. {13|14|15}, og derefter er der {fri booking|foreningstid|åbent for alle}.",
  "Forvaltningen vurderer, at {risikoen er begrænset|forslaget er robust|tidsplanen er stram, men realistisk}, og at {eventuelle merudgifter|uforudsete udgifter|mindre ændringer} kan holdes inden for rammen.",
  "De unge har selv {tegnet|foreslået|bygget en model af} {et nyt udendørsområde|et værksted|en scene}, som {kan indgå i planen|bør undersøges nærmere|er billigere end det oprindelige forslag}.",
  "Ved en spørgeskemaundersøgelse svarede {412|538|671} borgere, og {hver tredje|hver fjerde|halvdelen} ønskede {flere aktiviteter om aftenen|bedre belysning|et sted at mødes}.",
  "Udgiften afholdes af puljen til {landsbyfornyelse|anlæg på kulturområdet|energibesparelser}, hvor der resterer {180.000|240.000|365.000} kr.",
  "Naboerne er hørt, og {ingen havde indvendinger|en enkelt bad om bedre afskærmning|to ønskede færre arrangementer om aftenen}.",
  "Klubben har {87|124|163|210} medlemmer, og {kontingentet er uændret|ventelisten er vokset|tilgangen af børn har været stor} de seneste {to|tre|fire} sæsoner.",
  "Samarbejdet med {ældrerådet|ungerådet|turistforeningen|idrætsrådet} fortsætter, og der {holdes et fælles møde hvert kvartal|udpeges en kontaktperson|udarbejdes en fælles årsplan}.",
  "Affaldet sorteres nu i {ti|otte|seks} fraktioner, og forbruget af {engangsservice|papir|rengøringsmidler} er {halveret|mindsket mærkbart|næsten udfaset}.",
  "Kommunens jurist har bekræftet, at {aftalen kan forlænges|opgaven skal i udbud|vedtægterne er i orden}, og at {fristerne er overholdt|en opsigelse kræver seks måneders varsel|ændringen ikke kræver høring}.",
  "Parkeringen ved $emne er {presset i weekenderne|utilstrækkelig ved stævner|rigelig det meste af året}, og {en grusplads i nærheden|skolens parkeringsplads|et areal ved kirken} kan tages i brug.",
  "Der er søgt om støtte hos {to fonde|tre fonde|en lokal fond}, og svarene ventes {i løbet af foråret|før sommerferien|ved udgangen af året}.",
];

/** Gives paragraphs of so many sentences about a case; no sentence comes again before all have been used. */
export function writerOf({ subject, place }, random) {
  let left = [];
  const sentence = () => {
    if (left.length === 0) left = [...sentences];
    const [next] = left.splice(Math.floor(random() * left.length), 1);
    return next
      .replace(/\{([^}]*)\}/g, (_, words) => pick(words.split("|"), random))
      .replaceAll("$emne", subject)
      .replaceAll("$sted", place);
  };
  return (count) => Array.from({ length: count }, sentence).join(" ");
}
