import { readFileSync, writeFileSync } from "node:fs";
import { ReferatDocument } from "../server/src/syntax/document.ts";
import { render } from "../server/src/publishing/render.ts";
import { html } from "../server/src/publishing/html.ts";
import { defaultProfile } from "../server/src/model/profile.ts";
const [f, out, pub, state] = process.argv.slice(2);
writeFileSync(out!, html(render(ReferatDocument.parse(readFileSync(f!,"utf8")), f!.endsWith("dagsorden")?"dagsorden":"referat", defaultProfile, { public: pub==="public", state: (state as "kladde") ?? null })));
