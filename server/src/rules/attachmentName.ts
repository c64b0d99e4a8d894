import { attachmentsOf } from "../model/attachments.ts";
import { acceptedName, endingOf, isRefused } from "../model/fileName.ts";
import { findLinks } from "../syntax/inline.ts";
import { paragraphsOf } from "./heeds.ts";
import { itemRule } from "./rule.ts";

interface State {
  readonly name: string;
  readonly accepted: string;
}

/** `Bilag A: ` is what the attachment is called in the text, as `Bilag 3.1: ` is. */
const letterLabel = /^bilag\s{1,3}\p{Upper}\s{0,3}:\s{0,3}/iu;

export const attachmentName = itemRule<State>({
  id: "attachment-name",
  severity: "info",
  heeds: paragraphsOf("bilag"),
  *detect({ item }) {
    for (const { name, nameSpan } of attachmentsOf(item)) {
      // Without an ending it is the title of a document, and a link names no file on the disk.
      const file = name.replace(letterLabel, "");
      if (endingOf(name) === "" || !isRefused(file) || findLinks(name).length > 0) continue;
      yield { span: nameSpan, state: { name, accepted: acceptedName(name) } };
    }
  },
  message: {
    da: ({ name, accepted }) =>
      `Windows kan ikke gemme en fil med navnet »${name}«. Læseren kan derfor ikke hente bilaget under det navn: kald det fx »${accepted}«.`,
    en: ({ name, accepted }) =>
      `Windows refuses a file of the name “${name}”. Call the attachment “${accepted}”, or the like.`,
  },
  fixes: [
    {
      title: {
        da: ({ accepted }) => `Ret til »${accepted}«`,
        en: ({ accepted }) => `Change to “${accepted}”`,
      },
      edits({ chunk, span, state }, { document }) {
        const item = document.chunks[chunk];
        if (item?.text.slice(span.start, span.end) !== state.name) return null;
        return [{ chunk, span, newText: state.accepted }];
      },
    },
  ],
});
