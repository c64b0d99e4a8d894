// The library makes one of these when it is loaded, to draw with; a thread has none.
(globalThis as { DOMMatrix?: unknown }).DOMMatrix ??= Object;

export {};
