/** Words for what depends on chance; the same thing is the same word all through a scenario. */
export type Masks = {
  see: (kind: string, id: string) => string;
  ip: (address: string) => string | undefined;
  made: (name: string, own: boolean) => string;
  name: (id: string) => string;
  text: (text: string) => string;
};

const fixedAddress = /^(?:0\.0\.0\.0|127\.|192\.168\.65\.|255\.)/;

/** Masks as the recorder of the real engine has them. */
export function newMasks(): Masks {
  const ids = new Map<string, string>();
  const counts: Record<string, number> = {};
  const names = new Map<string, string>();
  const addresses = new Map<string, string>();
  const see = (kind: string, id: string) => {
    const known = ids.get(id);
    if (known !== undefined) return known;
    counts[kind] = (counts[kind] ?? 0) + 1;
    const word = `${kind}${counts[kind]}`;
    ids.set(id, word);
    return word;
  };
  const ip = (address: string) => {
    if (address === "") return undefined;
    if (fixedAddress.test(address)) return address;
    if (!addresses.has(address)) addresses.set(address, `ip${addresses.size + 1}`);
    return `<${addresses.get(address)}>`;
  };
  const made = (name: string, own: boolean) => {
    if (!names.has(name) && own && /^[a-z]+_[a-z]+\d?$/.test(name))
      names.set(name, `name${names.size + 1}`);
    return names.has(name) ? `<${names.get(name)}>` : name;
  };
  const name = (id: string) => (ids.has(id) ? `<${ids.get(id)}>` : id);

  const hex = (found: string): string => {
    if (/^\d+$/.test(found) && found.length < 40) return found;
    if (ids.has(found)) return `<${ids.get(found)}>`;
    for (const [id, word] of ids) if (id.startsWith(found)) return `<${word}:${found.length}>`;
    return [64, 12, 10].includes(found.length) ? `<${see("x", found)}>` : found;
  };
  const swarmId = (found: string): string => {
    if (!/\d/.test(found)) return found;
    return ids.has(found) ? `<${ids.get(found)}>` : `<${see("y", found)}>`;
  };
  const shortSwarmId = (found: string): string => {
    for (const [id, word] of ids)
      if (id.length === 25 && id.startsWith(found)) return `<${word}:12>`;
    return found;
  };
  const text = (raw: string): string => {
    let s = withoutProgress(raw);
    for (const [one, word] of names) s = s.replaceAll(one, `<${word}>`);
    s = s.replace(/\b[0-9a-f]{12,64}\b/g, hex);
    s = s.replace(/\b[a-z0-9]{25}\b/g, swarmId).replace(/\b[a-z0-9]{12}\b/g, shortSwarmId);
    return withoutChance(s)
      .replace(/\b(?:\d{1,3}\.){3}\d{1,3}\b/g, (address) => ip(address) ?? address)
      .replace(/\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b/g, "<mac>")
      .replace(/:(?:3[2-9]|4\d|5\d|6[0-5])\d{3}(?=->|\n|$)/g, ":<auto>")
      .replace(/\b\d+\.\d+(?:ms|s)\b/g, "<secs>")
      .replace(/[ \t]+$/gm, "")
      .replace(/(\S) {2,}/g, "$1  ");
  };
  return { see, ip, made, name, text };
}

function withoutProgress(text: string): string {
  return text
    .replace(/\r\n/g, "\n")
    .replace(
      /^[0-9a-f]{12}: (?:Pulling fs layer|Waiting|Verifying Checksum|Download complete|Downloading.*|Extracting.*|Preparing|Layer already exists.*\r|Pushing.*)\n/gm,
      "",
    )
    .replace(/^(?:overall progress: .*|\d+\/\d+: .*|verify: Waiting .*)\n/gm, "");
}

function withoutChance(text: string): string {
  return text
    .replace(/SWMTKN-1-[a-z0-9]+-[a-z0-9]+/g, "<token>")
    .replace(
      /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?: ?(?:Z|[+-]\d\d:?\d\d))?(?: UTC)?/g,
      "<date>",
    )
    .replace(
      /\b(?:Less than a second|About an? \w+|\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?))( ago)?\b/gi,
      (_, ago?: string) => (ago ? "<ago>" : "<time>"),
    )
    .replace(/\b\d+(?:\.\d+)?\s?(?:[kKMGT]i?B|B)\b/g, "<size>");
}
