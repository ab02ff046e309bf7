const byte = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ipv4 = new RegExp(`^${byte}(?:\\.${byte}){3}$`);

const isIpv4 = (text: string) => ipv4.test(text);

/** The eight numbers of an IPv6 address, in full or with one `::`; null for none. */
function ipv6Groups(text: string): number[] | null {
  if (text.length > 45 || !text.includes(":")) return null;
  const [, before, last = ""] = /^(.*:)([\d.]+\.[\d.]+)$/.exec(text) ?? [];
  if (before !== undefined && !isIpv4(last)) return null;
  const [a = 0, b = 0, c = 0, d = 0] = last.split(".").map(Number);
  const tail = `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  const plain = before === undefined ? text : before + tail;
  const halves = plain.split("::").map((half) => (half === "" ? [] : half.split(":")));
  const [left = [], right, more] = halves;
  const groups = [...left, ...(right ?? [])];
  if (more !== undefined || groups.some((group) => !/^[\da-fA-F]{1,4}$/.test(group))) return null;
  if (right === undefined ? groups.length !== 8 : groups.length > 7) return null;
  const zeros = Array.from({ length: 8 - groups.length }, () => "0");
  return [...left, ...zeros, ...(right ?? [])].map((group) => Number.parseInt(group, 16));
}

/** The shortest form: the first of the longest runs of zeros becomes `::`. */
function shortest(groups: readonly number[]): string {
  const text = groups.map((group) => group.toString(16)).join(":");
  const runs = text.match(/\b0(?::0)+\b/g) ?? [];
  const longest = runs.reduce((most, run) => (run.length > most.length ? run : most), "");
  if (longest === "") return text;
  const at = text.search(new RegExp(`\\b${longest}\\b`));
  const left = text.slice(0, at).replace(/:$/, "");
  return `${left}::${text.slice(at + longest.length).replace(/^:/, "")}`;
}

/** An address as Go prints it, an IPv4 one within IPv6 as IPv4; null for what is none. */
export function readAddress(text: string): string | null {
  if (isIpv4(text)) return text;
  const groups = ipv6Groups(text);
  if (groups === null) return null;
  const [high = 0, low = 0] = groups.slice(6);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return mapped ? `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}` : shortest(groups);
}

export const isAddress = (text: string) => readAddress(text) !== null;

/** `10.0.0.5/24` taken apart: the address, and how many bits name its network; null for none. */
function readSubnet(text: string): { address: string; bits: number } | null {
  const [, address = "", bits = ""] = /^([^/]*)\/(\d+)$/.exec(text) ?? [];
  const most = address.includes(":") ? 128 : 32;
  return isAddress(address) && Number(bits) <= most ? { address, bits: Number(bits) } : null;
}

/** The network that an address with its bits lies in: `10.0.0.5/24` is in `10.0.0.0/24`. */
export function networkOf(text: string): string | null {
  const subnet = readSubnet(text);
  if (subnet === null) return null;
  const { address, bits } = subnet;
  const groups = isIpv4(address) ? null : ipv6Groups(address);
  const width = groups === null ? 8 : 16;
  const masked = (groups ?? address.split(".").map(Number)).map((number, i) => {
    const free = Math.min(Math.max((i + 1) * width - bits, 0), width);
    return number - (number % 2 ** free);
  });
  return `${groups === null ? masked.join(".") : shortest(masked)}/${bits}`;
}

/** Hardware addresses of 6, 8 or 20 bytes: by colons, dashes, or dots between pairs. */
export const isMacAddress = (text: string) =>
  /^[\da-f]{2}([:-])[\da-f]{2}(?:\1[\da-f]{2}){4}(?:(?:\1[\da-f]{2}){2}|(?:\1[\da-f]{2}){14})?$/i.test(
    text,
  ) || /^[\da-f]{4}(?:\.[\da-f]{4}){2}(?:\.[\da-f]{4}|(?:\.[\da-f]{4}){7})?$/i.test(text);
