import type { Range } from "vscode-languageserver";
import { type Gravity, type Obstacle, obstacles, type ReadAttachment } from "../../publishing/gate.ts";
import { obstacleWords } from "../../publishing/gateWords.ts";
import { readAttachments } from "../../publishing/readAttachments.ts";
import { Checker, type CheckOptions, documentContext, type Finding, messageOf } from "../../rules/check.ts";
import { attachmentsToRead } from "../../rules/attachmentsToRead.ts";
import { fixesOf } from "../../rules/fixes.ts";
import { shifted } from "../../text/span.ts";
import { anyDocument } from "../archive/anyDocument.ts";
import type { OpenDocument } from "../documents.ts";
import type { Session } from "../session.ts";
import { folderOf, uriIn } from "../uris.ts";
import type { ReadinessParams } from "./requests.ts";

/** What the document lacks, with its places as LSP has them, and the version that they are of. */
export interface Readiness {
  readonly version: number | null;
  readonly kind: "referat" | "dagsorden";
  /** Attachments are still being read: who asks again is told what was found in them. */
  readonly reading: boolean;
  readonly obstacles: readonly {
    readonly gravity: Gravity;
    readonly message: string;
    readonly range: Range;
    /** The id of the rule whose finding it is; null for what the gate finds itself. */
    readonly rule: string | null;
    /** How the editor can mend it: the titles of its quick fixes, the best one first; none behind the first 200 obstacles. */
    readonly fixes: readonly string[];
  }[];
}

/** For so many obstacles it is worked out how to mend them: what nobody reads to its end need not be, and each costs a fix. */
const mostMended = 200;

/** Milliseconds that an answer waits for the attachments. */
const patience = 1000;

/** Null where the document can no longer be read. It need not be open. */
export async function readinessOf(
  { textDocument: { uri }, public: isPublic = false }: ReadinessParams,
  session: Session,
): Promise<Readiness | null> {
  const document = await anyDocument(uri, session);
  if (!document) return null;
  const { syntax, version } = document;
  const { language, positions } = session;
  const options = await session.optionsOfClosed(document);
  const context = documentContext(syntax, options);
  const reading = attachmentsOf(document, isPublic, options, session);
  const attachments = await inTime(reading, patience);
  const found = gateOf(document, isPublic, options, session, attachments ?? []);
  return {
    version,
    kind: context.meeting.kind,
    reading: attachments === null,
    obstacles: found.map((obstacle, index) => {
      const finding = obstacle.type === "finding" ? obstacle.finding : null;
      const mended = index < mostMended ? finding : null;
      return {
        gravity: obstacle.gravity,
        message:
          obstacle.type === "finding"
            ? messageOf(obstacle.finding, language)
            : obstacleWords(obstacle, language),
        range: positions.range(syntax, shifted(obstacle.span, syntax.offsetOf(obstacle.chunk))),
        rule: finding?.rule.id ?? null,
        fixes: mended ? fixesOf(mended, context, language).map(({ title }) => title) : [],
      };
    }),
  };
}

/** What stands in the way of sending out a document, in its attachments too. `options` are what it is checked with. */
export async function obstaclesIn(
  document: OpenDocument,
  isPublic: boolean,
  options: CheckOptions,
  session: Session,
): Promise<Obstacle<Finding>[]> {
  const attachments = await attachmentsOf(document, isPublic, options, session);
  return gateOf(document, isPublic, options, session, attachments);
}

async function attachmentsOf(
  { uri, syntax }: OpenDocument,
  isPublic: boolean,
  options: CheckOptions,
  { attachments }: Session,
): Promise<ReadAttachment[]> {
  const folder = folderOf(uri);
  if (folder === null) return [];
  return readAttachments(
    attachmentsToRead(syntax, options, isPublic),
    (name) => attachments?.of(uriIn(folder, name)) ?? Promise.resolve({ unread: "unavailable" }),
  );
}

/** Null where it takes longer. */
async function inTime<Result>(work: Promise<Result>, milliseconds: number): Promise<Result | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function gateOf(
  document: OpenDocument,
  isPublic: boolean,
  options: CheckOptions,
  session: Session,
  attachments: readonly ReadAttachment[],
): Obstacle<Finding>[] {
  const isOpen = session.documents.get(document.uri) !== undefined;
  const findings = isOpen ? session.findings(document) : new Checker().check(document.syntax, options);
  const { severities } = options;
  return obstacles(document.syntax, findings, {
    public: isPublic,
    attachments,
    ...(severities ? { severities } : {}),
  });
}
