import { version as packageVersion } from "../../package.json";

/** The version of the extension, which is the server's too. */
export const version: string = packageVersion;
