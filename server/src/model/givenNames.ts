import { folded } from "../text/spelling.ts";

/**
 * Common given names in Denmark, folded: in running text they tell a person from a place or an organisation. Names that
 * are words too (*Bo*, *Dan*, *Rose*) are left out.
 */
const names = `
aage agnes agnete aksel albert alberte alex alexander alfred ali alice alma amalie amanda amina anders andrea andreas ane
anette anita anja ann anna annalise anne anneli annelise annemarie annemette annette anni annika annie anny anton arne
arthur asbjørn asger asta astrid august axel bendt bengt benjamin bente bent bernhard bertel bertil bettina birgit birgitta
birgitte birthe birte bjarke bjarne bjørn bodil boris brian britt britta brian camilla carina carl carla carlo carsten
caroline cathrine catrine cecilie charlotte charlie christa christel christen christian christina christine christoffer
christopher claes clara claus conny connie cæcilie dagmar dagny daniel daniela david dennis diana dines ditlev ditte dorte
dorthe dorthea ebba ebbe edel edith edvard egon eigil ejnar ejner ejvind elin elisa elisabeth elise ella ellen elly elna
else elsebeth elvira emil emilie emma emmy eric erik erika erna ernst esben esther eva evald eve fabian fatima felix ferdinand
filip finn flemming fie frank frans freddy frederik frederikke freja frida frits frode georg gerda gert gitta gitte gorm
grete grethe gudrun gunhild gunnar gunner gurli gustav hanna hannah hanne hans harald hardy harry hasan hassan heidi helena
helene helga helge helle hella henning henny henrik henriette herdis herluf herman hjalmar holger hugo ibrahim ida inga inge
ingeborg ingelise inger ingolf ingrid irene irma isabella iver ivan jacob jakob jan janne janni jannie jannik janus jasmin
jens jennifer jenny jeppe jes jesper jette jim jimmi jimmy joachim joan joakim johan johanne johannes john johnny jon jonas
jonathan jonna josefine jonny jørgen jørn judith julia julie julius jytte kaare kaj kamilla kamma karen karin karina karl
karla karoline karsten kasper kaspar kate katja katrine kathrine katharina keld kent kenneth kenny kim kirsten kirstine kis
kjeld klara klaus knud konrad kristen kristian kristina kristine kristoffer kurt käthe lajla lars lasse laila laura laurits
lauritz laust leif lena lene leo leon leonora lilian lillian lilly lina linda line linea linnea lis lisa lisbet lisbeth lise
liselotte lissi lissy liv liza lone lotte louis louise lucas lucia ludvig lukas lykke mads magda magnus maja malene malte
marco maren margit margrethe maria mariam mariann marianne marie mariette marina mark markus marlene martha martin martine
mathias mathilde matthias max maya merete merethe mette mia michael michelle mikael mike mikkel mie mille mimi mogens mohamed
mohammad mohammed mona monica monika morten muhammad mustafa nadia nanna natalie natasja nete nicklas niclas nicolai nicoline niels
niklas nikolaj nina nils noah nora oda ole olav olaf olga olivia oline oluf omar orla oscar oskar otto ove palle paul paula
paulina pauline peder per pernille peter petra philip pia poul preben rasmus rebecca rebekka regitze rené renate ria rigmor
rikard rikke rita ritta robert robin roland rolf ronnie rosa rosemarie rudolf ruben rune ruth sabine sally samuel sandra sanne
sara sarah selma sidsel signe silas silje simon simone siri sofia sofie solveig sonja sophia sophie stefan steen stella sten
stephan stig stine susan susanna susanne susie suzanne svend sverre sylvester sylvia søren søs tage tanja teodor tenna thea
theis theodor theresa therese thomas thor thora thorbjørn thorkild thorvald tim tina tine tobias tom tommy torben tore torkild
torsten tove trine troels ulla ulf ulrich ulrik ulrikke ursula uffe valborg valdemar vera verner vibeke victor victoria viggo
vigga viktor viktoria vilhelm vilhelmine villads villy vita viv vivi vivian vivien walter werner wilhelm willy winnie yasmin
yrsa yusuf yvonne zainab zeynep åge åse aase ørnulf østen
`;

const known: ReadonlySet<string> = new Set(names.trim().split(/\s+/).map(folded));

/** *Anne-Mette* is one where both of its parts are. */
export function isGivenName(word: string): boolean {
  return folded(word)
    .split("-")
    .every((part) => known.has(part));
}
