/** The texts of the kept pages by their names, as scripts/pack-pages.mjs names them. */
export type Texts = ReadonlyMap<string, string>;

/** A kept page as the server sends it; null where it is not kept. */
export async function keptPage(
  texts: Texts,
  path: string,
  sample: Response,
): Promise<Response | null> {
  const html = wholePage(texts, path);
  if (html === null) return null;
  const headers = headersLike(sample);
  const policy = headers.get("content-security-policy") ?? "";
  const scripts = `script-src 'self'${await inlineSources(html)}`;
  headers.set("content-security-policy", policy.replace(/script-src [^;]*/, scripts));
  return new Response(html, { headers });
}

/** The HTML with the payload in it, piece by piece; each has its place there. */
function wholePage(texts: Texts, path: string): string | null {
  const [html, payload, cuts] = (["html", "payload", "cuts"] as const).map((part) =>
    texts.get(partOf(path, part)),
  );
  if (html === undefined || payload === undefined || cuts === undefined) return null;
  const lengths = cuts.split(",").map(Number);
  let from = 0;
  return html.replaceAll("\0", () => {
    const to = from + (lengths.shift() ?? 0);
    const script = inScript([1, payload.slice(from, to)]);
    from = to;
    return `<script>self.__next_f.push(${script})</script>`;
  });
}

/** The name of a part of a page, as `scripts/pack-pages.mjs` has it. */
const partOf = (path: string, part: "html" | "payload" | "cuts") => `${path} ${part}`;

/** What the router is given of a kept page; null where it is not kept. */
export function keptPayload(texts: Texts, path: string, sample: Response): Response | null {
  const payload = texts.get(partOf(path, "payload"));
  if (payload === undefined) return null;
  const headers = headersLike(sample);
  headers.set("content-type", "text/x-component");
  return new Response(payload, { headers });
}

/** Those of a page that was kept as the server sent it, but for what tells of its body. */
function headersLike(sample: Response): Headers {
  const headers = new Headers(sample.headers);
  for (const name of ["content-encoding", "content-length", "etag"]) headers.delete(name);
  return headers;
}

/** As Next writes JSON into a script. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[&<>\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A script with its text in the page: none of its attributes says where else it is. */
const inline = /<script(?:\s(?!src=)[^\s>]+)*>(.*?)<\/script>/gs;

/** By which sources a policy allows the page's own scripts, each once (scripts/csp-hashes.mjs). */
async function inlineSources(html: string): Promise<string> {
  const texts = new Set([...html.matchAll(inline)].map(([, text = ""]) => text));
  const sources = await Promise.all([...texts].map(sourceOf));
  return sources.map((source) => ` '${source}'`).join("");
}

async function sourceOf(script: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(script));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
