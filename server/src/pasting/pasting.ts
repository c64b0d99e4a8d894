/** What is loaded with the first paste. */
export { fittedText } from "./fittedText.ts";
export { pastedText } from "./pastedText.ts";
