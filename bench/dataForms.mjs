// The same cases as data: what a writer of JSON or YAML would have in front of him.

/** `hasMistake` says which items have one: a comma too many. */
export function asJson(items, head, hasMistake) {
  const texts = items.map((item, index) => {
    const text = JSON.stringify(dataOf(item), null, 2).replaceAll("\n", "\n    ");
    return `    ${hasMistake(index) ? text.replace(/(\n\s*\]\n\s*\})$/, ",$1") : text}`;
  });
  const rest = JSON.stringify({ ...headOf(head), contents: contentsOf(items) }, null, 2);
  return `${rest.replace(/\n\}$/, "")},\n  "items": [\n${texts.join(",\n")}\n  ]\n}\n`;
}

/** The mistake is a key that stands twice. */
export function asYaml(items, head, hasMistake) {
  const texts = items.map((item, index) => {
    const lines = yamlLines(dataOf(item));
    if (hasMistake(index)) lines.splice(1, 0, lines[0]);
    return lines.map((line, at) => `${at === 0 ? "  - " : "    "}${line}`).join("\n");
  });
  const rest = yamlLines({ ...headOf(head), contents: contentsOf(items) }).join("\n");
  return `${rest}\nitems:\n${texts.join("\n")}\n`;
}

function headOf({ organ, date, day }) {
  return {
    kind: "REFERAT",
    organ,
    date,
    meeting: `${day} kl. 07:00`,
    place: "Mødelokale 4, Rådhuset, Engholm",
  };
}

function contentsOf(items) {
  return items.map(({ title, slot }, index) => ({ title, slot, page: 3 + index }));
}

function dataOf({ number, title, slot, journalNumber, sections }) {
  return { number, title, slot, ...(journalNumber ? { journalNumber } : {}), sections };
}

/** Values in block style; strings in quotation marks, as in JSON. */
function yamlLines(value) {
  if (Array.isArray(value)) return value.flatMap((each) => under("- ", "  ", yamlLines(each)));
  if (value === null || typeof value !== "object") return [JSON.stringify(value)];
  return Object.entries(value).flatMap(([key, each]) => {
    const lines = yamlLines(each);
    const nested = each !== null && typeof each === "object" && lines.length > 0;
    return nested ? [`${key}:`, ...lines.map((line) => `  ${line}`)] : [`${key}: ${lines[0] ?? "[]"}`];
  });
}

function under(first, others, lines) {
  return lines.map((line, index) => (index === 0 ? first : others) + line);
}
