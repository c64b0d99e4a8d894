import { BuilderElement, StringContainer, TextRun, type XmlComponent } from "docx";

/** The parts of a field of Word's: what it is to show, and what it shows until Word works it out. */
export function field(instruction: string, shown: readonly TextRun[], style?: string): TextRun[] {
  return [...fieldBegin(instruction, style), ...shown, ...fieldEnd(style)];
}

/** What stands before that which a field shows. */
export function fieldBegin(instruction: string, style?: string): TextRun[] {
  return [
    run(sign("begin"), style),
    run(new StringContainer("w:instrText", instruction), style),
    run(sign("separate"), style),
  ];
}

export function fieldEnd(style?: string): TextRun[] {
  return [run(sign("end"), style)];
}

function run(child: XmlComponent, style: string | undefined): TextRun {
  return new TextRun({ ...(style === undefined ? {} : { style }), children: [child] });
}

function sign(type: "begin" | "separate" | "end"): XmlComponent {
  return new BuilderElement<{ type: string }>({
    name: "w:fldChar",
    attributes: { type: { key: "w:fldCharType", value: type } },
  });
}
