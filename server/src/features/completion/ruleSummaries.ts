// Written by npm run generate from docs/regler: change it there.

export interface RuleSummary {
  readonly title: string;
  /** The first sentence of the rule's page. */
  readonly summary: string;
}

export const ruleSummaries: Readonly<Record<string, RuleSummary>> = {
  "title-line": {
    title: "Titellinjen mangler eller kan ikke læses",
    summary:
      "Reglen finder dokumenter uden titellinje og titellinjer, hvor organet eller datoen mangler eller ikke kan læses.",
  },
  "required-field": {
    title: "Et felt mangler i hovedet",
    summary:
      "Reglen finder felter, som hovedet skal have, men ikke har: »Mødedato« og »Mødested«, eller dem, som organets profil i referat.json kræver.",
  },
  "meeting-date": {
    title: "Mødedatoen findes ikke eller kan ikke læses",
    summary: "Reglen læser feltet »Mødedato«.",
  },
  "weekday": {
    title: "Ugedagen passer ikke til datoen",
    summary: "Reglen finder en forkert ugedag foran en dato med årstal, både i hovedet og i teksten.",
  },
  "title-date": {
    title: "Titellinjen og mødedatoen er uenige",
    summary:
      "Reglen holder datoen i titellinjen op mod feltet »Mødedato« og finder det, når de nævner hver sin dag.",
  },
  "meeting-twice": {
    title: "To dokumenter er fra samme møde",
    summary: "Reglen finder to referater, eller to dagsordener, fra samme organ og dato i mappen.",
  },
  "participant-list": {
    title: "En deltager uden navn eller tilhørsforhold, eller to gange",
    summary: "Reglen læser listen over mødedeltagere.",
  },
  "toc-missing": {
    title: "Indholdsfortegnelsen mangler",
    summary:
      "Reglen finder dokumenter med tre punkter eller flere, som ikke har nogen indholdsfortegnelse, og en indholdsfortegnelse, som er tom.",
  },
  "toc-title": {
    title: "En linje i indholdsfortegnelsen er anderledes end overskriften",
    summary:
      "Reglen finder linjer i indholdsfortegnelsen, som ikke lyder som punktets overskrift: en stavefejl, et andet ord, en anden tid eller en anden sagstype.",
  },
  "toc-truncated": {
    title: "En linje i indholdsfortegnelsen er klippet af",
    summary:
      "Reglen finder linjer i indholdsfortegnelsen, der kun har begyndelsen af punktets overskrift: midt i en sætning, midt i et ord eller midt i tiden.",
  },
  "toc-item": {
    title: "Et punkt mangler i indholdsfortegnelsen, eller en linje er til overs",
    summary: "Reglen holder indholdsfortegnelsen op mod punkterne.",
  },
  "toc-order": {
    title: "Linjerne i indholdsfortegnelsen står i en anden rækkefølge",
    summary:
      "Reglen finder linjer i indholdsfortegnelsen, der står i en anden rækkefølge end punkterne, og sidetal, der falder.",
  },
  "toc-page": {
    title: "En linje i indholdsfortegnelsen mangler sit sidetal",
    summary:
      "Reglen finder linjer i indholdsfortegnelsen, der ikke har noget sidetal, når de andre linjer har et.",
  },
  "item-number": {
    title: "Et punktnummer er brugt to gange, sprunget over eller ude af rækken",
    summary: "Reglen læser punkternes numre i den rækkefølge, de står.",
  },
  "numbered-pause": {
    title: "En pause har fået et nummer",
    summary:
      "Reglen finder pauser, der er skrevet som et nummereret punkt: »Punkt 2: PAUSE« eller »Punkt 5: Frokost«.",
  },
  "number-series": {
    title: "Punkternes numre fortsætter ikke fra mødet før",
    summary: "Nogle organer nummererer deres punkter fortløbende gennem året.",
  },
  "list-number": {
    title: "En nummereret liste springer et tal over eller gentager det",
    summary: "Reglen finder det første tal i en nummereret liste, der ikke passer med tallet før.",
  },
  "attachment-number": {
    title: "Et bilag har et forkert nummer eller mangler et",
    summary:
      "Reglen finder bilag, hvis nummer ikke begynder med punktets (»Bilag 2.2« under punkt 3), og lister, hvor nogle bilag har numre og andre ikke.",
  },
  "slot-form": {
    title: "En tid er skrevet anderledes end de andre",
    summary:
      "Reglen sammenligner tiderne i punkternes overskrifter og finder dem, der er skrevet anderledes end flertallet: med eller uden »kl.« og parentes, kolon for punktum, et mellemrum, der mangler, eller en anden streg.",
  },
  "slot-invalid": {
    title: "En tid, der ikke findes, eller som slutter, før den begynder",
    summary:
      "Reglen finder klokkeslæt, der ikke findes, som 25.00 og 13.75, tider, hvor slutningen ligger før eller samtidig med starten, og varigheder på ingenting.",
  },
  "slot-overlap": {
    title: "Et punkt begynder, før det foregående er slut",
    summary: "Reglen finder et punkt, hvis tid begynder, mens punktet før det stadig er i gang.",
  },
  "slot-gap": {
    title: "Tid mellem to punkter, som intet dækker",
    summary: "Reglen finder et tidsrum mellem to punkter, som hverken et punkt eller en pause dækker.",
  },
  "slot-start": {
    title: "Det første punkt begynder ikke sammen med mødet",
    summary:
      "Reglen holder den første tid i dokumentet op mod starten i »Mødedato« og finder det, når de ikke er ens.",
  },
  "slot-end": {
    title: "Punkterne løber ud over mødets slutning",
    summary:
      "Når »Mødedato« siger, hvornår mødet slutter, finder reglen et sidste punkt, som slutter senere.",
  },
  "slot-missing": {
    title: "Et punkt mangler sin tid",
    summary:
      "Reglen finder et punkt uden tid mellem punkter, der har en, og et første punkt uden tid, når det næste begynder sammen med mødet.",
  },
  "missing-section": {
    title: "Et punkt mangler et afsnit",
    summary: "Reglen finder punkter uden de afsnit, som den slags punkt skal have.",
  },
  "missing-decision": {
    title: "Et punkt i referatet mangler sin beslutning",
    summary:
      "Reglen finder punkter i et referat, der er sager, skal besluttes eller har en »Indstilling«, men som ikke har afsnittet »Beslutning«.",
  },
  "decision-in-agenda": {
    title: "Dagsordenen har en beslutning",
    summary: "Reglen finder afsnittet »Beslutning« i en dagsorden.",
  },
  "empty-section": {
    title: "En overskrift uden noget under sig",
    summary: "Reglen finder afsnit, der kun består af deres overskrift.",
  },
  "empty-item": {
    title: "Et punkt er tomt",
    summary: "Reglen finder punkter, hvor der hverken står tekst eller afsnit under overskriften.",
  },
  "item-title": {
    title: "Et punkt uden titel",
    summary: "Reglen finder nummererede punkter, hvor der ingen ord står efter kolon.",
  },
  "section-order": {
    title: "Afsnittene står i en uventet rækkefølge",
    summary: "Reglen finder et afsnit, der står før eller efter det sted, hvor det hører til.",
  },
  "duplicate-section": {
    title: "Punktet har det samme afsnit to gange",
    summary:
      "Reglen finder to afsnit af samme slags i et punkt, for eksempel to gange »Indstilling« eller både »Økonomi« og »Økonomiske konsekvenser«.",
  },
  "section-name": {
    title: "En overskrift er stavet forkert",
    summary:
      "Reglen finder overskrifter, som næsten hedder det samme som et kendt afsnit: »Sagsfremstiling«, »INDSTILING« eller »RESUME« uden accent.",
  },
  "heading-style": {
    title: "En overskrift er skrevet anderledes end de andre",
    summary:
      "Reglen sammenligner overskrifter af samme slags: alle »Indstilling« for sig, alle »Bilag« for sig.",
  },
  "decision-heading": {
    title: "Beslutningens overskrift nævner et andet organ eller en anden dato",
    summary:
      "Reglen læser overskrifter som »Beslutning i Kulturudvalget i Havneby den 4. marts 2026« og finder dem, hvor organet eller datoen ikke er mødets.",
  },
  "recommendation-lead-in": {
    title: "Indstillingen mangler sin indledning eller sit kolon",
    summary:
      "Reglen finder en indstilling, der begynder direkte med listen, og en indledning, der ikke slutter med kolon.",
  },
  "recommendation-list": {
    title: "Indstillingen indstiller ikke noget",
    summary:
      "Reglen finder et afsnit »Indstilling«, der har tekst, men hvor mødet ikke bedes om noget: enten står indledningen alene, eller også er der kun en oplysning.",
  },
  "recommendation-answered": {
    title: "Beslutningen svarer ikke på indstillingen",
    summary:
      "Reglen holder hvert punkt i indstillingen op mod beslutningen og finder dem, der ikke får et svar. »Godkender« ventes besvaret med godkendt, afvist eller anbefalet videre, »tager til efterretning« med netop det, og »beslutter« med, hvad der blev besluttet.",
  },
  "decision-type": {
    title: "En orientering beder om en godkendelse",
    summary:
      "Reglen ser på punkter, hvis titel siger, at de er en orientering (»Orienteringssag: …«, »Orientering om …«, »Skriftlig orientering: …«).",
  },
  "attachment-list": {
    title: "Listerne over bilag passer ikke sammen",
    summary: "Reglen finder et bilag, der står to gange i samme liste.",
  },
  "attachment-cited": {
    title: "Teksten henviser til et bilag, der ikke er på listen",
    summary:
      "Reglen finder ord som »jf. bilag«, »vedlagt som bilag« og »bilag 3.2« i et punkt uden liste over bilag, og numre, som ingen liste har.",
  },
  "attachment-file": {
    title: "Et bilag ligger ikke, hvor de andre bilag ligger",
    summary: "Reglen holder bilagslisterne op mod filerne i dokumentets mappe.",
  },
  "attachment-name": {
    title: "Windows kan ikke gemme en fil med det navn",
    summary:
      "Reglen finder filnavne med tegn, som Windows ikke tillader (< > : \" / \\ | ? *), og navne, som Windows bruger selv (CON, NUL, COM1 og lignende).",
  },
  "reference": {
    title: "En henvisning fører ingen steder hen",
    summary:
      "Reglen finder punkt 9, når der ikke er et punkt 9 i dokumentet, en note som [2], der ikke har nogen tekst, og en notetekst, som intet henviser til.",
  },
  "meeting-item": {
    title: "Et andet møde har ikke det punkt, der henvises til",
    summary:
      "Reglen følger henvisninger til punkter på andre møder, som punkt 9 på mødet den 4. marts 2026, når referatet fra det møde ligger i mappen.",
  },
  "action-overlooked": {
    title: "Flere møder er gået hen over en aftale",
    summary:
      "Reglen finder en aftale, som er åben, og som mindst tre senere referater fra samme organ hverken nævner eller melder udført.",
  },
  "dead-link": {
    title: "Et link har ingen adresse",
    summary:
      "Reglen finder link, der er skrevet som [tekst](adresse), men hvor adressen mangler, eller hvor der kun står # eller https://.",
  },
  "link-text": {
    title: "En linktekst siger ikke, hvad linket fører til",
    summary: "Reglen finder link, hvor teksten kun er *her*, *klik her*, *læs mere*, *link* eller lignende.",
  },
  "unbalanced": {
    title: "En parentes eller et citationstegn mangler sin makker",
    summary:
      "Reglen finder parenteser og citationstegn, der bliver åbnet, men ikke lukket, eller lukket uden at være åbnet.",
  },
  "table-shape": {
    title: "En tabel er skæv eller har rester i sig",
    summary:
      "Reglen finder rækker, der har flere eller færre celler end tabellens andre, rækker, der kun består af streger, og koder som <p> og <br>, der er fulgt med fra et andet system.",
  },
  "broken-paragraph": {
    title: "Et afsnit er delt midt i en sætning",
    summary:
      "Reglen finder en tom linje midt i en sætning, og rækker i en tabel, der er delt i to af en tom linje.",
  },
  "date-form": {
    title: "Der mangler et mellemrum i en dato",
    summary: "Reglen finder 7.april, 4.marts og 3.kvartal, hvor mellemrummet efter punktummet mangler.",
  },
  "person-name": {
    title: "Et navn er stavet på to måder",
    summary:
      "Reglen finder navne, der er stavet på to måder, men må være én persons: »Bentzen« og »Bentsen«, »Anne-Mette« og »Anne Mette«, »Christian« og »Kristian«.",
  },
  "absence": {
    title: "Fraværet passer ikke sammen",
    summary:
      "Reglen finder tre ting: afbud, der står inde i et punkt, når hovedet ingen har; en person, der er fraværende i alle punkter, men ikke i hovedet (eller omvendt); og en fraværende, der står blandt dem, som stemte.",
  },
  "body-name": {
    title: "Organets navn er skrevet på en anden måde",
    summary:
      "Reglen finder steder, hvor organets fulde navn er skrevet anderledes end i titellinjen: med andre store bogstaver, uden mellemrum om stregen eller med et andet småord imellem.",
  },
  "cpr-number": {
    title: "Der står noget, der ligner et CPR-nummer",
    summary:
      "Reglen finder seks cifre, der er en dato (også når der er lagt 60 til dagen), og fire cifre efter, med eller uden bindestreg eller mellemrum.",
  },
  "closed-leak": {
    title: "Et åbent punkt gengiver et lukket",
    summary:
      "Reglen finder titlen eller journalnummeret fra et lukket punkt, når det også står i et åbent punkt eller i dokumentets hoved.",
  },
  "placeholder": {
    title: "Der står skabelontekst tilbage",
    summary:
      "Reglen finder det, der skulle have været udfyldt: [...], XX, xx.xx, dd-mm-åååå, TODO, HUSK, indsæt, felter fra en skabelon som ${1:navn}, felterne i en opfølgning (hvad (senest dato)), et nummer i en beslutning, som ingen har skrevet noget ved, og Words »Klik her for at angive tekst«.",
  },
  "contact-details": {
    title: "Et privat telefonnummer eller en privat mailadresse",
    summary: "Reglen finder telefonnumre og mailadresser, der ser ud til at være en persons egne.",
  },
  "journal-number": {
    title: "Et punkt mangler sit journalnummer",
    summary: "Reglen finder det ene punkt, der intet journalnummer har, når alle de andre sager har et.",
  },
  "unused-disable": {
    title: "En kommentar slår ingenting fra",
    summary:
      "Reglen finder kommentarer, der slår en regel fra, som ikke finder noget dér, kommentarer med en regel, der ikke findes, og kommentarer, der slår en regel til igen uden at have slået den fra.",
  },
};
