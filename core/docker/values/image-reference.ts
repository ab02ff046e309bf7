import { bad, good, type Read } from "#core/docker/read";
import { cut } from "./cut";

/** A reference taken apart; `tag` and `digest` are null where they were not given. */
export type ImageReference = {
  domain: string;
  path: string;
  tag: string | null;
  digest: string | null;
};

const pathPart = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const tagRule = /^\w[\w.-]{0,127}$/;
const digestShape = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
const domainRule =
  /^(?:(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(?:\.(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9a-fA-F:]+\])(?::\d+)?$/;

const isId = (text: string) => /^[0-9a-f]{64}$/.test(text);

/** Splits off digest, tag and registry as the reference grammar does, checking nothing. */
export function splitReference(text: string): ImageReference {
  const at = text.indexOf("@");
  const digest = at < 0 ? null : text.slice(at + 1);
  let name = at < 0 ? text : text.slice(0, at);
  const colon = name.lastIndexOf(":");
  const tagged = colon > name.lastIndexOf("/");
  const tag = tagged ? name.slice(colon + 1) : null;
  if (tagged) name = name.slice(0, colon);
  const slash = name.indexOf("/");
  const first = slash < 0 ? "" : name.slice(0, slash);
  const isDomain = /[.:]/.test(first) || first === "localhost" || first.toLowerCase() !== first;
  let domain = isDomain ? first : "docker.io";
  let path = isDomain ? name.slice(slash + 1) : name;
  if (domain === "index.docker.io") domain = "docker.io";
  if (domain === "docker.io" && !path.includes("/")) path = `library/${path}`;
  return { domain, path, tag, digest };
}

const invalid = "invalid reference format";

/** Reads a reference as the client does before it asks for anything. */
export function readReference(text: string): Read<ImageReference> {
  if (isId(text)) {
    return bad(`invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`);
  }
  if (text === "" || text.length > 255 + 128 + 100) return bad(invalid);
  const reference = splitReference(text);
  const { domain, path, tag, digest } = reference;
  const lower = path.toLowerCase();
  if (lower !== path) {
    return bad(`${invalid}: repository name (${path}) must be lowercase`);
  }
  const parts = path.split("/");
  const sound =
    domainRule.test(domain) &&
    parts.every((part) => pathPart.test(part)) &&
    (tag === null || tagRule.test(tag)) &&
    (digest === null || digestShape.test(digest));
  if (!sound) return bad(invalid);
  if (path.length > 255) return bad("repository name must not be more than 255 characters");
  const fault = digest === null ? null : digestFault(digest);
  return fault === null ? good(reference) : bad(fault);
}

/** How many digits the digests of each algorithm have. */
const digestLengths: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/** What go-digest says to a digest of the right shape; null for one that can be. */
function digestFault(digest: string): string | null {
  const [algorithm, digits] = cut(digest, ":");
  const length = digestLengths[algorithm];
  if (length === undefined && /^[a-z\d]+(?:[.+_-][a-z\d]+)*$/.test(algorithm)) {
    return "unsupported digest algorithm";
  }
  if (length !== undefined && digits?.length !== length) return "invalid checksum digest length";
  return length !== undefined && /^[a-f\d]+$/.test(digits ?? "")
    ? null
    : "invalid checksum digest format";
}

const mayBeId = (text: string) =>
  /^(?:sha256:)?[0-9a-f]{64}$/.test(text) || (/^[0-9a-f]{4,63}$/.test(text) && /\d/.test(text));

/** One spelling for all spellings of an image: `nginx` is docker.io/library/nginx:latest. */
export function fullReference(text: string): string {
  if (text === "" || mayBeId(text)) return text;
  const { domain, path, tag, digest } = splitReference(text);
  const end = tag === null ? (digest === null ? ":latest" : "") : `:${tag}`;
  return `${domain}/${path}${end}${digest === null ? "" : `@${digest}`}`;
}

/** The repository alone, for commands that take all its tags. */
export function fullRepository(text: string): string {
  const { domain, path } = splitReference(text);
  return `${domain}/${path}`;
}

/** As the client reads an image name that may also be an ID (`run`, `tag`). */
export function readAnyReference(text: string): Read<string> {
  if (isId(text) || /^sha256:[0-9a-f]{64}$/.test(text)) return good(text);
  const read = readReference(text);
  return read.ok ? good(fullReference(text)) : read;
}
