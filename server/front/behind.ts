import "server-only";
import type { ScriptHashes } from "#server/http/script-hashes";
import type { FrontRequest } from "./front-request";
import type { FrontResponse } from "./front-response";
import type { Site } from "./judge";
import type { Log } from "./log";
import type { StaticFiles } from "./static-files";

/** What stands behind the front. */
export type Behind = {
  /** Answers what the front lets through: Next. */
  handle: (request: FrontRequest, response: FrontResponse) => Promise<unknown>;
  /** Whether the app can do its work; answers at any time, and soon. */
  health: () => Promise<{ ok: boolean }>;
  files: StaticFiles;
  scriptHashes: ScriptHashes;
  site: Site;
  /** Writes a line into the log. */
  note: Log["note"];
};
