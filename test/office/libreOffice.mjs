import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { onPath } from "../../scripts/vscode-hosts.mjs";

/** LibreOffice: `$SOFFICE`, one on the machine, or (as root on Debian) the package of its writer; undefined without any. */
export function ensureLibreOffice() {
  const found = find();
  if (found) return found;
  if (process.platform === "linux" && process.getuid?.() === 0 && onPath("apt-get")) {
    console.log("Installerer LibreOffice Writer med apt-get …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    for (const args of [["update"], ["install", "-y", "--no-install-recommends", "libreoffice-writer-nogui"]])
      spawnSync("apt-get", ["-qq", ...args], { stdio: ["ignore", "ignore", "inherit"], env });
  }
  return find();
}

function find() {
  const places = [
    process.env.SOFFICE ?? "",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
  ];
  return onPath("soffice") ?? places.find((place) => place !== "" && existsSync(place));
}

/** Opens the files of a folder that end as `from` says, and writes each beside it as LibreOffice's format `to`. */
export function convert(soffice, folder, names, to) {
  const home = pathToFileURL(path.join(folder, "home")).href;
  const { status, stderr } = spawnSync(
    soffice,
    [`-env:UserInstallation=${home}`, "--headless", "--convert-to", to, "--outdir", folder, ...names],
    { cwd: folder, encoding: "utf8", timeout: 300_000 },
  );
  if (status !== 0) throw new Error(`soffice: ${status} ${stderr}`);
}
