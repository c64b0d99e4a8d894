import assert from "node:assert/strict";
import type { Place } from "../../client/webview/messages.ts";
import { firstLineOn, lineAt, pointOf } from "../../client/webview/places.ts";
import { drawingOf } from "../../server/src/engine/drawing.ts";

const places: readonly Place[] = [
  { line: 0, page: 1, y: 100 },
  { line: 4, page: 1, y: 200 },
  { line: 10, page: 2, y: 80 },
  { line: 30, page: 3, y: 80 },
];
const height = (): number => 800;

describe("the preview: lines and places", () => {
  it("a line stands where it begins something, and else in proportion between its neighbours", () => {
    assert.deepEqual(pointOf(4, places, height), places[1]);
    assert.deepEqual(pointOf(2, places, height), { page: 1, y: 150 });
    assert.deepEqual(pointOf(99, places, height), places[3]);
  });

  it("what goes on to the next page ends at the foot of its own", () => {
    assert.deepEqual(pointOf(7, places, height), { page: 1, y: 500 });
    assert.deepEqual(pointOf(20, places, height), { page: 2, y: 440 });
  });

  it("a point belongs to what begins last above it", () => {
    assert.equal(lineAt({ page: 1, y: 199 }, places), 0);
    assert.equal(lineAt({ page: 1, y: 200 }, places), 4);
    assert.equal(lineAt({ page: 2, y: 10 }, places), 4);
    assert.equal(lineAt({ page: 9, y: 10 }, places), 30);
    assert.equal(lineAt({ page: 1, y: 5 }, places), 0);
  });

  it("Enter on a page leads to what begins first there, or to what goes on there", () => {
    assert.equal(firstLineOn({ page: 1, y: 0 }, places), 0);
    assert.equal(firstLineOn({ page: 1, y: 150 }, places), 4);
    assert.equal(firstLineOn({ page: 2, y: 0 }, places), 10);
    assert.equal(firstLineOn({ page: 1, y: 300 }, places), 4);
    assert.equal(firstLineOn({ page: 4, y: 0 }, places), 30);
  });

  it("nothing is placed in a document without pages", () => {
    assert.equal(pointOf(3, [], height), null);
    assert.equal(lineAt({ page: 1, y: 1 }, []), null);
  });
});

describe("the preview: a drawing taken apart", () => {
  const page = (content: string, at: number): string =>
    `<g class="typst-page" transform="translate(0, ${at})" data-tid="p${at}" data-page-width="596" data-page-height="842">${content}</g>`;
  const whole = (pages: string): string =>
    `<svg class="typst-doc"><style>x{}</style><defs class="glyph"><path id="g1" d="M0"/></defs><defs class="clip-path"></defs>${pages}<script type="text/javascript">alert(1)</script></svg>`;

  it("has a page for each, which knows nothing of the others, and the shapes by themselves", () => {
    const { pages, shapes } = drawingOf(whole(page("<g>a</g>", 0) + page("<g>b</g>", 842)));
    assert.deepEqual(pages, [
      { width: 596, height: 842, content: "<g>a</g>" },
      { width: 596, height: 842, content: "<g>b</g>" },
    ]);
    assert.equal(shapes, '<defs class="glyph"><path id="g1" d="M0"/></defs><defs class="clip-path"></defs>');
  });

  it("turns links within into data, and drops all others, with what would run or style", () => {
    const links =
      '<a xlink:href="#" onclick="handleTypstLocation(this, 9, 79.37, 80.5); return false"><rect/></a>' +
      '<a xlink:href="https://x.example/" target="_blank"><rect/></a>' +
      '<h5:div class="tsel" style="font-size: 62px">ord</h5:div>';
    assert.equal(
      drawingOf(whole(page(links, 0))).pages[0]?.content,
      '<a data-page="9" data-y="80.5"><rect/></a><a><rect/></a><h5:div class="tsel" data-size="62">ord</h5:div>',
    );
  });

  it("of what is no drawing nothing is left", () => {
    assert.deepEqual(drawingOf(""), { shapes: "", pages: [] });
    assert.deepEqual(drawingOf("<svg><script>alert(1)</script></svg>"), { shapes: "", pages: [] });
  });
});
