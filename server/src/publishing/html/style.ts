import { cssString } from "./escape.ts";
import { words } from "../words.ts";

/** The style of the page. `runningHead` stands on top of each printed page, `state` below. */
export function styleSheet(runningHead: string, state: string): string {
  return `${style}
@page {
  size: A4;
  margin: 22mm 20mm 20mm;
  @top-left { content: ${cssString(runningHead)}; font: 8.5pt ${sans}; color: #444; }
  @bottom-left { content: ${cssString(state)}; font: 8.5pt ${sans}; color: #444; }
  @bottom-right { content: ${cssString(`${words.page} `)} counter(page) ${cssString(` ${words.pageOf} `)} counter(pages); font: 8.5pt ${sans}; color: #444; }
}
@page :first { @top-left { content: ""; } }`;
}

/** How what has come and gone is marked: by more than colour, and in words to who does not see it. */
export const changesStyle = `
ins { text-decoration: underline 2px; text-underline-offset: 0.15em; background: var(--decision); color: inherit; }
del { text-decoration: line-through; background: var(--mark-paper); color: var(--soft); }
ins::before { content: ${cssString(` [${words.inserted}: `)}; }
del::before { content: ${cssString(` [${words.deleted}: `)}; }
ins::after, del::after { content: "] "; }
ins::before, ins::after, del::before, del::after { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
.change, .changes { margin: 0 0 0.75rem; padding: 0.3rem 0.75rem; border-left: 4px solid var(--mark); color: var(--mark); background: var(--mark-paper); font-size: 0.95rem; }
.changes { margin: 1rem 0 0; }
@media print { ins, del { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }`;

const sans = `"Segoe UI", "Helvetica Neue", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif`;
const serif = `"Iowan Old Style", "Source Serif 4", Charter, "Noto Serif", Cambria, "Liberation Serif", Georgia, serif`;

const style = `@counter-style brackets { system: extends decimal; suffix: ") "; }
@counter-style letters {
  system: alphabetic;
  symbols: a b c d e f g h i j k l m n o p q r s t u v w x y z æ ø å;
  suffix: ") ";
}
:root {
  color-scheme: light dark;
  --paper: #ffffff;
  --ink: #1d2329;
  --soft: #525c66;
  --accent: #0b4f6c;
  --line: #c9d1d8;
  --tint: #edf3f6;
  --decision: #e8f1ea;
  --decision-edge: #2c6b3f;
  --mark: #7a4a00;
  --mark-paper: #fdf3df;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181c;
    --ink: #e4e8ec;
    --soft: #a9b4be;
    --accent: #86c5e3;
    --line: #39434c;
    --tint: #1c242b;
    --decision: #18261d;
    --decision-edge: #7fc495;
    --mark: #f0c67c;
    --mark-paper: #2c2412;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto;
  padding: 0 1.25rem 4rem;
  max-width: 48rem;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.6 ${sans};
  overflow-wrap: anywhere;
  hyphens: manual;
}
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
:target { scroll-margin-top: 1rem; }
.skip { position: absolute; left: -99rem; top: 0.5rem; padding: 0.5rem 1rem; background: var(--accent); color: var(--paper); z-index: 1; }
.skip:focus { left: 1rem; }
h1, h2, h3, h4 { font-family: ${serif}; line-height: 1.25; text-wrap: balance; font-weight: 600; }
p { margin: 0 0 0.85em; }
header { padding: 3rem 0 1.75rem; border-bottom: 3px solid var(--accent); }
h1 { margin: 0; font-size: clamp(1.7rem, 1.2rem + 2.4vw, 2.5rem); }
h1 .kind { display: block; margin-bottom: 0.35em; font: 600 0.95rem/1.3 ${sans}; letter-spacing: 0.14em; text-transform: uppercase; color: var(--accent); }
.date { margin: 0.5rem 0 0; font-size: 1.15rem; color: var(--soft); }
.state { float: right; margin: 0 0 0.5rem 1rem; padding: 0.15rem 0.75rem; border: 1px solid currentColor; border-radius: 99px; background: var(--mark-paper); color: var(--mark); font-size: 0.9rem; font-weight: 600; }
.state-godkendt { background: var(--decision); color: var(--decision-edge); }
.fields { margin: 1.75rem 0 0; }
.fields > div { display: grid; grid-template-columns: 10rem 1fr; gap: 0 1.25rem; padding: 0.45rem 0; border-top: 1px solid var(--line); }
.fields dt { color: var(--soft); font-weight: 600; font-size: 0.95rem; padding-top: 0.05rem; }
.fields dd { margin: 0; }
.persons { list-style: none; margin: 0; padding: 0; columns: 2 14rem; column-gap: 1.5rem; }
.persons li { margin: 0; break-inside: avoid; padding-left: 1em; text-indent: -1em; }
.absence { color: var(--soft); }
nav { padding: 1.5rem 0; border-bottom: 1px solid var(--line); }
nav h2 { margin: 0 0 0.5rem; font-size: 1.25rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li { margin: 0; }
nav a { display: inline-block; padding: 0.2rem 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
.item { padding: 2.25rem 0 0.5rem; border-bottom: 1px solid var(--line); }
.item:last-child { border-bottom: 0; }
h2 { margin: 0 0 0.35rem; font-size: 1.55rem; }
h2 .label { display: block; margin-bottom: 0.15em; font: 600 0.95rem/1.4 ${sans}; color: var(--accent); }
.meta { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin: 0 0 1rem; color: var(--soft); font-size: 0.95rem; }
.pause { padding: 1rem 0; color: var(--soft); }
.pause h2 { font-size: 1.1rem; margin: 0; }
.pause .meta { margin: 0; }
h3 { margin: 1.75rem 0 0.4rem; font-size: 1.2rem; }
h4 { margin: 1.25rem 0 0.25rem; font: 600 1.0625rem/1.4 ${sans}; }
.recommendations, .decision { margin: 1.5rem 0; padding: 0.9rem 1.25rem 0.4rem; border-left: 4px solid var(--accent); background: var(--tint); }
.decision { border-left-color: var(--decision-edge); background: var(--decision); }
.recommendations > h3, .decision > h3 { margin-top: 0; }
.absent { color: var(--soft); font-size: 0.95rem; }
.absent h3 { margin: 1.25rem 0 0; font: 600 0.95rem/1.6 ${sans}; }
ul, ol { margin: 0 0 0.85em; padding-left: 1.75rem; }
li { margin: 0 0 0.25em; }
li > ul, li > ol { margin: 0.25em 0 0; }
ol.brackets { list-style: brackets; }
ol.letters { list-style: letters; }
.attachments { list-style: none; padding-left: 0; }
.attachments li { padding: 0.3rem 0; border-bottom: 1px solid var(--line); margin: 0; }
.attachment-label { color: var(--soft); }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0 1.25rem; font-size: 0.97rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.4rem 0.7rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th, thead td { border-bottom: 2px solid var(--accent); vertical-align: bottom; }
tbody th { font-weight: 400; }
td.number, th.number { text-align: right; }
.scroll { overflow-x: auto; margin-bottom: 1.25rem; }
.scroll table { width: auto; min-width: 100%; margin: 0.25rem; }
.scroll th, .scroll td { min-width: 6rem; }
sup { line-height: 0; }
sup a { padding: 0 0.2em; text-decoration: none; }
.notes { margin: 1rem 0; padding-top: 0.5rem; border-top: 1px solid var(--line); max-width: 100%; font-size: 0.92rem; color: var(--soft); }
.note { margin: 0.2rem 0; padding-left: 1.75rem; text-indent: -1.75rem; }
.note-number { display: inline-block; min-width: 1.75rem; text-indent: 0; font-weight: 600; }
.note a { text-indent: 0; }
.neutral { font-style: italic; color: var(--soft); }
:target > h2, .note:target, .attachments li:target { background: var(--mark-paper); }
@media (max-width: 34rem) {
  .fields > div { grid-template-columns: 1fr; }
  header { padding-top: 1.75rem; }
}
@media (forced-colors: active) {
  .recommendations, .decision { border-left-color: CanvasText; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; --accent: #0b4f6c; --line: #aaa; --tint: #f3f6f8; --decision: #eef4ef; --decision-edge: #2c6b3f; --mark: #5c3800; --mark-paper: #fff; color-scheme: light; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; font-size: 1.05rem; line-height: 1.45; }
  .skip { display: none; }
  header { padding-top: 0; }
  h1 { font-size: 22pt; }
  h2 { font-size: 14pt; }
  h3 { font-size: 11.5pt; margin-top: 1.1em; }
  h4 { font-size: 1.05rem; }
  .pause h2 { font-size: 11pt; }
  h2, h3, h4, .meta, thead { break-after: avoid; }
  h2, h3, h4, .pause, .closed { break-inside: avoid; }
  tr, .note, .attachments li, .fields > div, .persons li { break-inside: avoid; }
  p, li { orphans: 3; widows: 3; }
  nav { break-after: page; border-bottom: 0; }
  nav a, .ref, sup a { color: inherit; text-decoration: none; }
  .item { padding-top: 1.5rem; }
  .scroll { overflow: visible; }
  .scroll th, .scroll td { min-width: 0; }
  .recommendations, .decision { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  main a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.85em; color: var(--soft); }
  [role="doc-backlink"] { display: none; }
}`;
