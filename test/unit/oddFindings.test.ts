import { Config } from "../../server/src/config/config.ts";
import { headOf } from "../../server/src/model/meeting.ts";
import { Checker } from "../../server/src/rules/check.ts";
import { silencingEdits } from "../../server/src/rules/silencingComment.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { findingPicture } from "../support/findingPicture.ts";
import { picturesOfOddDocuments } from "../support/oddDocuments.ts";

/** A profile that asks for all that can be asked for. */
const strict = Config.read(`{
  "profiles": [{
    "name": "Streng",
    "match": ["*"],
    "fields": { "required": ["mødedato", "mødested", "mødeleder", "sekretær"] },
    "sections": {
      "required": { "case": ["klimavurdering", "indstilling"], "standing": ["beslutning"] },
      "order": ["beslutning", "indstilling", "sagsfremstilling"],
      "headingStyle": "UPPERCASE"
    },
    "decisionHeading": "Beslutning i {organ} den {dato}",
    "slots": { "use": "required", "style": "(tt.mm-tt.mm)" },
    "journalNumber": "required",
    "people": [{ "name": "Anna Holme", "affiliation": "A" }]
  }]
}`);

/** All findings of a document, by its own style and by a profile, and the comments that silence each of them. */
function picture(document: ReferatDocument): string[] {
  const text = document.getText();
  const { profile, vocabulary, severities } = strict.settingsFor(headOf(document)?.titleLine?.body ?? null);
  const read = ReferatDocument.parse(text, vocabulary);
  const options = { profile, severities };
  return [
    "=== by its own style",
    ...new Checker().check(document).flatMap((finding) => {
      const silencing = silencingEdits(finding.rule.id, finding, "fordi", document);
      const comments = silencing?.map(({ newText }) => `  silence ${JSON.stringify(newText)}`) ?? ["  no silence"];
      return [finding.rule.id, ...findingPicture(document, finding), ...comments];
    }),
    "",
    "=== by a profile that asks for much",
    ...new Checker().check(read, options).flatMap((finding) => [
      finding.rule.id,
      ...findingPicture(read, finding, options),
    ]),
  ]; // prettier-ignore
}

describe("what is found in odd documents", () => {
  picturesOfOddDocuments("findings", picture);
});
