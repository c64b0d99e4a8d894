import type { Language, Words } from "../text/language.ts";

/** What about a document's pages is not as it was asked for. The document is sound all the same. */
export type PrintWarning =
  | {
      readonly type: "logoMissing" | "logoUnreadable" | "fontMissing" | "fontUnreadable";
      readonly path: string;
    }
  | { readonly type: "fontUnknown"; readonly family: string }
  | { readonly type: "signsMissing"; readonly signs: readonly string[] };

export function warningText(warning: PrintWarning, language: Language): string {
  return sentences[language](warning);
}

const sentences: Words<PrintWarning> = {
  da: (warning) => {
    switch (warning.type) {
      case "logoMissing":
        return `Logoet »${warning.path}« findes ikke ved siden af referat.json. Dokumentet er uden logo.`;
      case "logoUnreadable":
        return `Logoet »${warning.path}« er ikke et billede i PNG, JPEG eller SVG, som kan læses. Dokumentet er uden logo.`;
      case "fontMissing":
        return `Skrifttypen »${warning.path}« findes ikke ved siden af referat.json. En anden er brugt.`;
      case "fontUnreadable":
        return `Skrifttypen »${warning.path}« er ikke en TTF eller OTF, som kan læses. En anden er brugt.`;
      case "fontUnknown":
        return `Ingen skrifttype hedder »${warning.family}«. En anden er brugt; nævn dens filer i publish.fontFiles.`;
      case "signsMissing":
        return `Ingen skrifttype har ${listed(warning.signs)}. På siderne står der et tomt felt i stedet.`;
    }
  },
  en: (warning) => {
    switch (warning.type) {
      case "logoMissing":
        return `The logo “${warning.path}” does not exist beside referat.json. The document has no logo.`;
      case "logoUnreadable":
        return `The logo “${warning.path}” is not a readable picture in PNG, JPEG or SVG. The document has no logo.`;
      case "fontMissing":
        return `The font “${warning.path}” does not exist beside referat.json. Another is used.`;
      case "fontUnreadable":
        return `The font “${warning.path}” is not a readable TTF or OTF. Another is used.`;
      case "fontUnknown":
        return `No font is called “${warning.family}”. Another is used; name its files in publish.fontFiles.`;
      case "signsMissing":
        return `No font has ${listed(warning.signs)}. The pages show an empty box instead.`;
    }
  },
};

/** `漢 (U+6F22), 😀 (U+1F600) …` */
function listed(signs: readonly string[]): string {
  const named = signs.slice(0, 8).map((sign) => {
    const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `${sign} (U+${code})`;
  });
  return `${named.join(", ")}${signs.length > named.length ? " …" : ""}`;
}
