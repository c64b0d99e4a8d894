import { type IRunPropertiesOptions, TextRun } from "docx";

/**
 * Text as Word's runs, of one form. The library puts numbers in the place of names in braces, wherever they stand in a run:
 * a brace that opens is therefore the end of one.
 */
export function runs(text: string, form: IRunPropertiesOptions = {}): TextRun[] {
  return text.split(/(?<=\{)/).map((part) => new TextRun({ ...form, text: part }));
}
