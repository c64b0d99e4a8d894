/**
 * The frame of the preview. It loads its own script and style and nothing else; nothing of a document is run or styled. `address`
 * gives that of a file beside the script, `source` is what VS Code serves such files from.
 */
export function previewHtml(address: (name: string) => string, source: string): string {
  const nonce = randomNonce();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Referat</title>
<link rel="stylesheet" href="${address("preview.css")}">
</head>
<body>
<svg id="shapes" aria-hidden="true"></svg>
<main aria-labelledby="what" aria-describedby="how">
<h1 id="what" class="said">Siderne, som de bliver trykt</h1>
<p id="how" class="said">Tab går fra side til side og til henvisningerne på den; Enter går til sidens sted i teksten.</p>
<div id="pages"></div>
<div id="bar" role="toolbar" aria-label="Visning">
<output id="counter" aria-live="off"></output>
<button id="zoom-out" type="button" title="Mindre (Ctrl+-)" aria-label="Mindre">−</button>
<output id="zoom">100 %</output>
<button id="zoom-in" type="button" title="Større (Ctrl++)" aria-label="Større">+</button>
<button id="zoom-fit" type="button" title="Tilpas bredden (Ctrl+0)" aria-label="Tilpas bredden">⤢</button>
</div>
</main>
<script nonce="${nonce}" src="${address("preview.js")}"></script>
</body>
</html>`;
}

function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
