import { fileAt, isFolder, type Place, readText } from "#core/engine/files/file-system";
import { fullPath } from "#core/engine/files/paths";
import type { Service } from "#core/engine/process/types";
import { addLog, type Machine } from "#core/engine/state/machine";

export type Answer = { status: number; reason: string; body: string; type: string };

const page = (status: number, reason: string, words: string): Answer => ({
  status,
  reason,
  type: "text/html",
  body: `<HTML><HEAD><TITLE>${status} ${reason}</TITLE></HEAD>\n<BODY><H1>${status} ${reason}</H1>\n${words}\n</BODY></HTML>\n`,
});

function typeOf(path: string): string {
  if (path.endsWith(".html")) return "text/html";
  if (path.endsWith(".json")) return "application/json";
  return path.endsWith(".css") ? "text/css" : "text/plain";
}

/** What a web server in a container answers to a path. */
export function askHttp(m: Machine, place: Place, service: Service, path: string): Answer {
  if (service.kind === "registry") return askRegistry(m, place, path);
  const [plain = "/"] = path.split("?");
  let file = fullPath(`${service.root ?? "/"}/${plain}`);
  if (isFolder(m, place, file)) file = fullPath(`${file}/index.html`);
  const found = fileAt(m, place, file);
  const answer =
    found?.t === "f"
      ? { status: 200, reason: "OK", body: readText(m, place, file) ?? "", type: typeOf(file) }
      : page(404, "Not Found", "The requested URL was not found");
  if (m.state.requestLog && place.container !== null) {
    const at = new Date(m.state.now).toISOString();
    const text = `"GET ${path} HTTP/1.1" ${answer.status} ${answer.body.length}`;
    addLog(m, place.host, place.container, [
      { at: m.state.now, from: "o", text: `- - - [${at}] ${text}` },
    ]);
  }
  return answer;
}

/** Repositories and tags that were pushed to a registry of one's own. */
function askRegistry(m: Machine, _place: Place, path: string): Answer {
  const json = (value: unknown): Answer => ({
    status: 200,
    reason: "OK",
    type: "application/json",
    body: `${JSON.stringify(value)}\n`,
  });
  const own = Object.keys(m.state.pushed).filter((name) =>
    /^(?:localhost|[\d.]+):5000\//.test(name),
  );
  const parts = own.map((name) => {
    const short = name.slice(name.indexOf("/") + 1);
    const colon = short.lastIndexOf(":");
    return [short.slice(0, colon), short.slice(colon + 1)] as const;
  });
  if (path === "/v2/" || path === "/v2") return json({});
  if (path.startsWith("/v2/_catalog")) {
    return json({ repositories: [...new Set(parts.map(([name]) => name))].sort() });
  }
  const name = /^\/v2\/(.+)\/tags\/list$/.exec(path)?.[1];
  const tags = parts.filter(([one]) => one === name).map(([, tag]) => tag);
  if (name !== undefined && tags.length > 0) return json({ name, tags: tags.sort() });
  const errors = [
    { code: "NAME_UNKNOWN", message: "repository name not known to registry", detail: { name } },
  ];
  return { ...json({ errors }), status: 404, reason: "Not Found" };
}
