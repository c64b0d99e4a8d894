import type { CheckedFile, ReportedFinding } from "./checkedFile.ts";

/** JUnit's XML, as CI systems read it: a document is a suite, and each of its findings a failed test. */
export function junitReport(files: readonly CheckedFile[]): string {
  const failures = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const tests = files.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
  const suites = files.map(({ path, findings }) => {
    const name = attribute(path);
    const cases =
      findings.length === 0
        ? [`    <testcase classname="${name}" name="referat"/>`]
        : findings.map((finding) => failedCase(name, finding));
    const count = Math.max(1, findings.length);
    return `  <testsuite name="${name}" tests="${count}" failures="${findings.length}" errors="0">\n${cases.join("\n")}\n  </testsuite>`;
  });
  const body = suites.length > 0 ? `${suites.join("\n")}\n` : "";
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="referat" tests="${tests}" failures="${failures}" errors="0">\n${body}</testsuites>\n`;
}

function failedCase(name: string, { rule, line, column, severity, message }: ReportedFinding): string {
  const place = `${line}:${column}`;
  return (
    `    <testcase classname="${name}" name="${attribute(`${rule} ${place}`)}">\n` +
    `      <failure type="${severity}" message="${attribute(message)}">${escaped(`${name}:${place} ${message}`)}</failure>\n` +
    `    </testcase>`
  );
}

function attribute(text: string): string {
  return escaped(text)
    .replace(/"/g, "&quot;")
    .replace(/[\r\n\t]/g, " ");
}

/** XML 1.0 has no place for control signs and lone surrogates, not even as references. */
function escaped(text: string): string {
  return (
    text
      .replace(
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
        "\ufffd",
      )
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      // A terminal that shows the file would take these for commands.
      .replace(/[\u007f-\u009f]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  );
}
