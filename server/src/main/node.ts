import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "../protocol/server.ts";
import { version } from "../version.ts";

// Started by the desktop client, over Node IPC.
serve(createConnection(ProposedFeatures.all), { version });
