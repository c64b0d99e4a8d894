import { AlignmentType, type ILevelsOptions, LevelFormat, type NumberingDefinition } from "docx";
import type { List, ListEntry } from "../renderModel.ts";

/** Where a paragraph stands in one of Word's lists. */
export interface ListPlace {
  readonly reference: string;
  readonly instance: number;
  readonly level: number;
}

/**
 * Word's lists. Word counts by itself, so that who edits the document can go on; where the count that is written makes a
 * leap, another list begins, and a mark that Word has no number for is a list's own sign.
 */
export class Numbering {
  private readonly shapes = new Map<string, NumberingDefinition>();
  private readonly instances = new Map<string, number>();

  /** What the document is told of its lists. */
  definitions(): NumberingDefinition[] {
    return [...this.shapes.values()];
  }

  /** The places of the entries of a list that lies within `level` others; `indent` is that of its text, in twips. */
  places({ entries, style }: List, level: number, indent: number): ListPlace[] {
    let before: (Shape & { readonly place: ListPlace }) | null = null;
    return entries.map((entry) => {
      const shape = style === "bullet" ? bullet : shapeOf(entry, style);
      if (before?.text === shape.text && before.format === shape.format && goesOn(before, shape)) {
        before = { ...shape, place: before.place };
        return before.place;
      }
      before = { ...shape, place: this.begin(shape, level, indent) };
      return before.place;
    });
  }

  private begin(shape: Shape, level: number, indent: number): ListPlace {
    const start = shape.ordinal ?? 1;
    const key = `${shape.format} ${start} ${indent} ${shape.text}`;
    let definition = this.shapes.get(key);
    if (!definition) {
      definition = { reference: `liste-${this.shapes.size + 1}`, levels: levelsOf(shape, start, indent) };
      this.shapes.set(key, definition);
    }
    const { reference } = definition;
    const instance = shape.ordinal === null ? 0 : (this.instances.get(reference) ?? 0) + 1;
    this.instances.set(reference, instance);
    return { reference, instance, level };
  }
}

/** How the marks of a list are made: `%` stands for the number. */
interface Shape {
  readonly format: "bullet" | "decimal" | "lowerLetter";
  readonly text: string;
  /** Null where nothing is counted. */
  readonly ordinal: number | null;
}

const bullet: Shape = { format: "bullet", text: "•", ordinal: null };

function goesOn(before: Shape, { ordinal }: Shape): boolean {
  return ordinal === null || before.ordinal === null
    ? ordinal === before.ordinal
    : ordinal === before.ordinal + 1;
}

/** So far Word lets a list begin. */
const highest = 32_767;

function shapeOf({ mark, ordinal }: ListEntry, style: "number" | "letter"): Shape {
  const parts = /^([^\p{Alpha}\p{N}%]*)([\p{Alpha}\p{N}]+)([^\p{Alpha}\p{N}%]*)$/u.exec(mark);
  const [, before = "", counted = "", behind = ""] = parts ?? [];
  if (!parts || ordinal === null) return own(mark);
  const text = `${before}%${behind}`;
  if (style === "number")
    return counted === String(ordinal) && ordinal <= highest
      ? { format: "decimal", text, ordinal }
      : own(mark);
  // Word counts from a to z: æ, ø and å are signs of their own.
  return counted === String.fromCharCode(96 + ordinal) ? { format: "lowerLetter", text, ordinal } : own(mark);
}

function own(mark: string): Shape {
  return { format: "bullet", text: mark, ordinal: null };
}

/**
 * Nine of each, so that Tab and Shift+Tab take an entry in and out. In what is set apart, where `indent` is more than none,
 * every entry hangs from the same edge, since Word draws the edge there: blanks take the deeper marks in.
 */
function levelsOf({ format, text, ordinal }: Shape, start: number, indent: number): ILevelsOptions[] {
  return Array.from({ length: 9 }, (_, level) => {
    const inward = (level + 1) * step;
    // Bullets take turns, numbers keep their form.
    const mark =
      text === "•" && level % 2 === 1 ? "–" : ordinal === null ? text : text.replace("%", `%${level + 1}`);
    return {
      level,
      format: formats[format],
      text: indent > 0 ? blanks.repeat(level) + mark : mark,
      start,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: indent + inward, hanging: indent > 0 ? inward : step } } },
    };
  });
}

/** About as wide as a step in. */
const blanks = "\u2003\u2003";

const formats = {
  bullet: LevelFormat.BULLET,
  decimal: LevelFormat.DECIMAL,
  lowerLetter: LevelFormat.LOWER_LETTER,
} as const;

/** How far each level is taken in, in twips. */
const step = 425;
