// VS Code for the Web as a process of its own, since its server writes to the console as it likes.

import { open } from "@vscode/test-web";

await open(JSON.parse(process.argv[2]));
