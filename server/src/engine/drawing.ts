/** A page of a drawing, in points. The content is that of an `svg` element, and knows nothing of the other pages. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly content: string;
}

/** The pages, and the shapes (letters above all) that they use by their ids. */
export interface Drawing {
  readonly shapes: string;
  readonly pages: readonly DrawnPage[];
}

/**
 * Takes the picture of all pages apart. What is left can be shown under a policy that runs and styles nothing of a document's:
 * links within it become `data-page` (from 1) and `data-y`, sizes of letters `data-size`; other links, and scripts, are gone.
 */
export function drawingOf(svg: string): Drawing {
  const starts = [...svg.matchAll(pageStart)];
  const pages = starts.map((start, index): DrawnPage => {
    const from = start.index + start[0].length;
    const next = starts[index + 1]?.index ?? endOfPages(svg, from);
    const content = svg.slice(from, svg.lastIndexOf("</g>", next));
    return { width: Number(start[1]), height: Number(start[2]), content: inert(content) };
  });
  const shapes = [...svg.slice(0, starts[0]?.index ?? 0).matchAll(/<defs\b[^>]*>.*?<\/defs>/gs)];
  return { shapes: shapes.map(([defs]) => defs).join(""), pages };
}

const pageStart =
  /<g class="typst-page" transform="[^"]*" data-tid="[^"]*" data-page-width="([\d.]+)" data-page-height="([\d.]+)">/g;

/** Behind the last page there can be a script. */
function endOfPages(svg: string, from: number): number {
  const script = svg.indexOf("<script", from);
  return script === -1 ? svg.length : script;
}

function inert(content: string): string {
  return content
    .replace(
      /\bxlink:href="#" onclick="handleTypstLocation\(this, (\d+), [\d.-]+, ([\d.-]+)\)[^"]*"/g,
      'data-page="$1" data-y="$2"',
    )
    .replace(/ (?:xlink:href="[^"]*"|on[a-z]+="[^"]*"|target="[^"]*")/g, "")
    .replace(/ style="font-size: (\d+(?:\.\d+)?)px"/g, ' data-size="$1"');
}
