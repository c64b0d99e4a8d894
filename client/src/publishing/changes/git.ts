import { type Event, extensions, type Uri } from "vscode";

/** What we ask of VS Code's own git (extensions/git/src/api/git.d.ts). */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

interface GitApi {
  readonly state: "uninitialized" | "initialized";
  readonly onDidChangeState: Event<unknown>;
  getRepository(uri: Uri): Repository | null;
}

interface Repository {
  log(options: { readonly path: string; readonly maxEntries: number }): Promise<readonly GitCommit[]>;
  show(ref: string, path: string): Promise<string>;
}

export interface GitCommit {
  readonly hash: string;
  readonly message: string;
  readonly commitDate?: Date;
  readonly authorDate?: Date;
}

/** So many commits are offered. */
const most = 30;
/** Milliseconds that are waited for it to look around after VS Code has started. */
const longestWait = 4000;

/** The commits that changed a file, the latest first; none where git does not know it, or is not there. */
export async function commitsOf(file: Uri): Promise<readonly GitCommit[]> {
  try {
    const repository = await repositoryOf(file);
    return (await repository?.log({ path: file.fsPath, maxEntries: most })) ?? [];
  } catch {
    // A file that is in no commit yet, or git is broken: then there is nothing to choose from.
    return [];
  }
}

/** The file's text in a commit. Throws where that cannot be had. */
export async function textAt(file: Uri, ref: string): Promise<string> {
  const repository = await repositoryOf(file);
  if (!repository) throw new Error("git kender ikke dokumentet");
  return repository.show(ref, file.fsPath);
}

async function repositoryOf(file: Uri): Promise<Repository | null> {
  if (file.scheme !== "file") return null;
  const extension = extensions.getExtension<GitExtension>("vscode.git");
  if (!extension) return null;
  const git = extension.isActive ? extension.exports : await extension.activate();
  if (!git.enabled) return null;
  const api = git.getAPI(1);
  await initialized(api);
  return api.getRepository(file);
}

async function initialized(api: GitApi): Promise<void> {
  if (api.state === "initialized") return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(late);
      listener.dispose();
      resolve();
    };
    const listener = api.onDidChangeState(done);
    const late = setTimeout(done, longestWait);
  });
}
