/**
 * A text for a terminal: signs that would command it are shown, not obeyed. `␛[2J` clears nothing. Line ends and tabs stay; signs that
 * turn the direction of the writing, and with it what stands where, are shown by their number.
 */
export function visible(text: string): string {
  return text.replace(commanding, (sign) => {
    const code = sign.charCodeAt(0);
    // Unicode has a picture for each of the first ones.
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "\u2421" : `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
  });
}

/** JSON that can be shown in a terminal too: it escapes what JSON.stringify leaves as it is. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

// A carriage return goes with the line feed behind it, and overwrites the line without one.
const commanding =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\r(?!\n)/g;
