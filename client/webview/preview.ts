import type { FromPreview, Page, Place, ToPreview } from "./messages.ts";
import { firstLineOn, lineAt, type Point, pointOf } from "./places.ts";

declare function acquireVsCodeApi(): {
  postMessage(message: FromPreview): void;
  getState(): unknown;
  setState(state: State): void;
};

/** What comes back after a reload. */
interface State {
  readonly uri?: string;
  readonly zoom: number;
  readonly scroll: number;
}

const vscode = acquireVsCodeApi();
const pagesRoot = byId("pages");
const shapesRoot = byId("shapes");
const counter = byId("counter");
const contents = new Map<string, string>();
let shown: readonly Page[] = [];
let places: readonly Place[] = [];
let state: State = { zoom: 1, scroll: 0, ...(vscode.getState() as Partial<State> | undefined) };
/** Scrolling that follows the editor is not told back to it, for so many milliseconds. */
const following = 250;
let followedUntil = 0;
let restored = false;

window.addEventListener("message", ({ data }: MessageEvent<ToPreview>) => {
  switch (data.type) {
    case "pages":
      showPages(data);
      break;
    case "scroll":
      scrollTo(data.line);
      break;
    case "caret":
      reveal(data.line);
      break;
    case "zoom":
      zoom(data.by);
      break;
    case "document":
      if (state.uri !== undefined && state.uri !== data.uri) keep({ scroll: 0 });
      keep({ uri: data.uri });
  }
});

function showPages(message: Extract<ToPreview, { type: "pages" }>): void {
  const { shapes } = message;
  // The letters are there before the pages that use them.
  if (shapes.content !== undefined) shapesRoot.innerHTML = shapes.content;
  for (const { id, content } of message.pages) if (content !== undefined) contents.set(id, content);
  message.pages.forEach((page, index) => {
    if (shown[index]?.id === page.id && pagesRoot.children[index]) return;
    const drawn = sheet(page, index);
    const before = pagesRoot.children[index];
    if (before) before.replaceWith(drawn);
    else pagesRoot.append(drawn);
  });
  while (pagesRoot.children.length > message.pages.length) pagesRoot.lastElementChild?.remove();
  shown = message.pages;
  places = message.places;
  const used = new Set(shown.map(({ id }) => id));
  for (const id of contents.keys()) if (!used.has(id)) contents.delete(id);
  if (!restored) {
    restored = true;
    followed(() => window.scrollTo(0, state.scroll));
  }
  count();
}

const svgSpace = "http://www.w3.org/2000/svg";

function sheet({ id, width, height }: Page, index: number): HTMLElement {
  const figure = document.createElement("figure");
  figure.className = "page";
  figure.style.aspectRatio = `${width} / ${height}`;
  figure.style.setProperty("--width", `${width}`);
  figure.setAttribute("aria-label", `Side ${index + 1}`);
  figure.tabIndex = 0;
  const svg = document.createElementNS(svgSpace, "svg");
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.innerHTML = contents.get(id) ?? "";
  for (const text of svg.querySelectorAll<HTMLElement>("[data-size]"))
    text.style.fontSize = `${text.dataset["size"] ?? ""}px`;
  for (const link of svg.querySelectorAll("[data-page]")) {
    link.setAttribute("role", "link");
    link.setAttribute("tabindex", "0");
    link.setAttribute("aria-label", `Gå til side ${link.getAttribute("data-page") ?? ""}`);
  }
  figure.append(svg);
  return figure;
}

// Scrolling: the same passage stands on top in the editor and here.

function scale(page: Element | undefined, index: number): number {
  const height = shown[index]?.height ?? 1;
  return page ? page.getBoundingClientRect().height / height : 1;
}

/** Where a point of a page lies in the whole, in pixels. */
function topOf({ page, y }: { readonly page: number; readonly y: number }): number {
  const element = pagesRoot.children[page - 1];
  if (!element) return 0;
  return window.scrollY + element.getBoundingClientRect().top + y * scale(element, page - 1);
}

/** So much of what is above stays in sight. */
const margin = 40;

function scrollTo(line: number): void {
  const point = pointOf(line, places, (page) => shown[page - 1]?.height ?? 0);
  if (point) followed(() => window.scrollTo({ top: Math.max(0, topOf(point) - margin) }));
}

/** Brings the caret's passage into sight, where it is not. */
function reveal(line: number): void {
  const point = pointOf(line, places, (page) => shown[page - 1]?.height ?? 0);
  if (!point) return;
  const top = topOf(point) - window.scrollY;
  if (top >= 0 && top <= window.innerHeight - margin) return;
  followed(() => window.scrollTo({ top: Math.max(0, topOf(point) - window.innerHeight / 3) }));
}

function followed(scroll: () => void): void {
  followedUntil = performance.now() + following;
  scroll();
}

let ticking = false;
window.addEventListener("scroll", () => {
  if (ticking) return;
  ticking = true;
  requestAnimationFrame(() => {
    ticking = false;
    keep({ scroll: window.scrollY });
    count();
    if (performance.now() < followedUntil) return;
    const line = lineUnder(margin);
    if (line !== null) vscode.postMessage({ type: "scrolled", line });
  });
});

/** The line of the document that stands at a height of the window. */
function lineUnder(top: number): number | null {
  const point = pointUnder(top);
  return point && lineAt(point, places);
}

/** The point of the pages that stands at a height of the window. */
function pointUnder(top: number): Point | null {
  const index = [...pagesRoot.children].findIndex((page) => page.getBoundingClientRect().bottom > top);
  const page = pagesRoot.children[index];
  if (!page || shown.length === 0) return null;
  const y = (top - page.getBoundingClientRect().top) / scale(page, index);
  return { page: index + 1, y };
}

pagesRoot.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const link = target?.closest("[data-page]");
  if (link) {
    followLink(link);
    return;
  }
  // Who marks words to copy them does not want to go anywhere.
  if (window.getSelection()?.isCollapsed === false) return;
  const page = target?.closest(".page");
  const index = page ? [...pagesRoot.children].indexOf(page) : -1;
  if (!page || index === -1) return;
  const y = (event.clientY - page.getBoundingClientRect().top) / scale(page, index);
  const line = lineAt({ page: index + 1, y: y + lineHeight }, places);
  if (line !== null) vscode.postMessage({ type: "open", line });
});

function followLink(link: Element): void {
  const page = Number(link.getAttribute("data-page"));
  const y = Number(link.getAttribute("data-y"));
  window.scrollTo({ top: Math.max(0, topOf({ page, y }) - margin) });
  const to = pagesRoot.children[page - 1];
  if (to instanceof HTMLElement) to.focus({ preventScroll: true });
}

// By keyboard: Tab goes from page to page and to the links on it, Enter to where they lead, or to the page's text in the editor.
pagesRoot.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.target instanceof Element)) return;
  const link = event.target.closest("[data-page]");
  if (link) {
    followLink(link);
    return;
  }
  const index = [...pagesRoot.children].indexOf(event.target);
  if (index === -1) return;
  const above = Math.max(0, margin - event.target.getBoundingClientRect().top);
  const line = firstLineOn({ page: index + 1, y: above / scale(event.target, index) }, places);
  if (line !== null) vscode.postMessage({ type: "open", line });
});

/** A place is on a line of text: a click beside it, within the line, is meant for it. */
const lineHeight = 4;

// Zoom and page count.

const steps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3];

function zoom(by: "in" | "out" | "fit"): void {
  const at = state.zoom;
  const next =
    by === "fit" ? 1 : by === "in" ? steps.find((step) => step > at) : steps.findLast((step) => step < at);
  if (next === undefined) return;
  const point = pointUnder(margin);
  keep({ zoom: next });
  applyZoom();
  if (point) followed(() => window.scrollTo({ top: Math.max(0, topOf(point) - margin) }));
}

function applyZoom(): void {
  document.documentElement.style.setProperty("--zoom", String(state.zoom));
  byId("zoom").textContent = `${Math.round(state.zoom * 100)} %`;
}

function count(): void {
  const pages = shown.length;
  if (pages === 0) {
    counter.textContent = "";
    return;
  }
  const middle = window.innerHeight / 2;
  const index = [...pagesRoot.children].findIndex((page) => page.getBoundingClientRect().bottom > middle);
  const page = index === -1 ? pages : index + 1;
  const words = `Side ${page} af ${pages}`;
  if (counter.textContent === words) return;
  counter.textContent = words;
  vscode.postMessage({ type: "seen", page, pages });
}

function keep(change: Partial<State>): void {
  state = { ...state, ...change };
  vscode.setState(state);
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(id);
  return element;
}

for (const by of ["in", "out", "fit"] as const) byId(`zoom-${by}`).addEventListener("click", () => zoom(by));
window.addEventListener("keydown", (event) => {
  if (!event.ctrlKey && !event.metaKey) return;
  const by = event.key === "+" ? "in" : event.key === "-" ? "out" : event.key === "0" ? "fit" : null;
  if (by === null) return;
  event.preventDefault();
  zoom(by);
});
window.addEventListener(
  "wheel",
  (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? "in" : "out");
  },
  { passive: false },
);
window.addEventListener("resize", count);

applyZoom();
vscode.postMessage({ type: "ready" });
