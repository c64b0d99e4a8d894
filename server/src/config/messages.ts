import { ruleIds } from "../rules/registry.ts";
import type { Language } from "../rules/rule.ts";
import { editDistance } from "../text/spelling.ts";
import type { configSchema, CustomProblem } from "./schema.ts";

export type Issue = NonNullable<ReturnType<typeof configSchema.safeParse>["error"]>["issues"][number];
type Message = Readonly<Record<Language, string>>;

/** A name that must be there is not: zod says so at the name's place, where nothing stands. */
export function isMissing(issue: Issue): boolean {
  return issue.code === "invalid_type" && issue.input === undefined;
}

/** What is wrong, for whoever wrote it. */
export function issueMessage(issue: Issue, path: readonly (string | number)[]): Message {
  const name = String(path.at(-1));
  switch (issue.code) {
    case "unrecognized_keys": {
      if (path.length === 2 && path[0] === "rules") {
        const near = nearest(name, ruleIds);
        return {
          da: `Der er ingen regel, der hedder »${name}«.${near ? ` Mente du »${near}«?` : " Se reglerne i dokumentationen."}`,
          en: `There is no rule “${name}”.${near ? ` Did you mean “${near}”?` : ""}`,
        };
      }
      return {
        da: `»${name}« er ikke en indstilling her. Slet den, eller ret navnet.`,
        en: `“${name}” is no setting here. Delete it, or correct the name.`,
      };
    }
    case "invalid_value": {
      const allowed = issue.values.map(String).join(", ");
      return { da: `Her skal stå en af: ${allowed}.`, en: `This must be one of: ${allowed}.` };
    }
    case "invalid_type": {
      const expected = issue.expected;
      const da: Record<string, string> = {
        string: "en tekst i anførselstegn",
        array: "en liste i [ ]",
        object: "indstillinger i { }",
        number: "et tal",
        boolean: "true eller false",
      };
      const en: Record<string, string> = {
        string: "a text in quotation marks",
        array: "a list in [ ]",
        object: "settings in { }",
        number: "a number",
        boolean: "true or false",
      };
      return isMissing(issue)
        ? { da: `Her mangler »${name}«.`, en: `“${name}” is missing here.` }
        : {
            da: `Her skal stå ${da[expected] ?? expected}.`,
            en: `This must be ${en[expected] ?? expected}.`,
          };
    }
    case "too_small":
    case "too_big":
      if (issue.origin === "number") {
        const [da, en] =
          issue.code === "too_small"
            ? [`mindst ${issue.minimum}`, `at least ${issue.minimum}`]
            : [`højst ${issue.maximum}`, `at most ${issue.maximum}`];
        return { da: `Tallet skal være ${da}.`, en: `The number must be ${en}.` };
      }
      return { da: "Her må ikke være tomt.", en: "This must not be empty." };
    case "custom":
      return customMessage(issue.params as CustomProblem);
    case "invalid_format":
      return formatMessages[name] ?? formatMessages[String(path.at(-2))] ?? unusable;
    default:
      return unusable;
  }
}

const unusable: Message = { da: "Værdien kan ikke bruges her.", en: "The value cannot be used here." };

const beside: Message = {
  da: "Skriv stien til en fil i mappen med referat.json eller under den, fx »billeder/logo.svg«.",
  en: "Write the path to a file in the folder of referat.json or below it, for instance “billeder/logo.svg”.",
};

const formatMessages: Readonly<Record<string, Message>> = {
  accent: { da: "Skriv farven som »#0b4f6c«.", en: "Write the colour as “#0b4f6c”." },
  address: {
    da: "Skriv adressen som »https://www.havneby.example/moeder«.",
    en: "Write the address as “https://www.havneby.example/moeder”.",
  },
  logo: beside,
  fontFiles: beside,
};

function customMessage(custom: CustomProblem): Message {
  switch (custom.problem) {
    case "slotStyle":
      return {
        da: "Tidens form kan ikke læses. Skriv den fx »(tt.mm-tt.mm)« eller », kl. tt.mm-tt.mm«.",
        en: "The form of the time cannot be read. Write for instance “(tt.mm-tt.mm)” or “, kl. tt.mm-tt.mm”.",
      };
    case "path":
      return beside;
    case "gap":
      return {
        da: `»${custom.name}« kan ikke sættes ind. Skriv {organ} og {dato}, hvor organet og datoen skal stå.`,
        en: `“${custom.name}” cannot be filled in. Write {organ} and {dato} where the body and the date belong.`,
      };
    case "section": {
      const near = nearest(custom.name, custom.known);
      return {
        da: `Der er intet afsnit, der hedder »${custom.name}«.${near ? ` Mente du »${near}«?` : " Tilføj det under »extra«, eller slet det her."}`,
        en: `There is no section “${custom.name}”.${near ? ` Did you mean “${near}”?` : " Add it under “extra”, or delete it here."}`,
      };
    }
  }
}

export const tooDeepMessage: Message = {
  da: "Filen kan ikke læses: der er for mange klammer inden i hinanden.",
  en: "The file cannot be read: there are too many brackets within each other.",
};

export const tooLongMessage: Message = {
  da: "Filen kan ikke læses: den er for lang til at være indstillinger.",
  en: "The file cannot be read: it is too long to be settings.",
};

/** The same, where the file is no JSON. `code` is that of jsonc-parser. */
export function syntaxMessage(code: string): Message {
  const da: Readonly<Record<string, string>> = {
    InvalidSymbol: "Tegnet hører ikke til her. Tekster skal stå i anførselstegn.",
    PropertyNameExpected: "Her skal stå et navn i anførselstegn.",
    ValueExpected: "Her mangler en værdi.",
    ColonExpected: "Her mangler et kolon.",
    CommaExpected: "Her mangler et komma.",
    CloseBraceExpected: "Her mangler en }.",
    CloseBracketExpected: "Her mangler en ].",
    UnexpectedEndOfString: "Anførselstegnet bliver ikke lukket.",
    EndOfFileExpected: "Filen skulle være slut her.",
  };
  return {
    da: da[code] ?? `Filen kan ikke læses her (${code}).`,
    en: `The file cannot be read here (${code}).`,
  };
}

function nearest(name: string, known: readonly string[]): string | null {
  return known.find((each) => editDistance(name.toLowerCase(), each, 2) <= 2) ?? null;
}
