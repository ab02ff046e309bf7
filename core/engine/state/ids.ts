/** 32 bits of a text, by a seed: MurmurHash3's mixing over UTF-16 units. */
function mix(text: string, seed: number): number {
  let hash = seed >>> 0;
  for (let i = 0; i < text.length; i++) {
    let k = Math.imul(text.charCodeAt(i), 0xcc9e2d51);
    k = (k << 15) | (k >>> 17);
    hash ^= Math.imul(k, 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  hash ^= text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** 64 hexadecimal digits that a text decides. No secret, and no SHA-256: only alike for like texts. */
export function digestOf(text: string): string {
  let result = "";
  for (let i = 0; i < 8; i++) {
    result += mix(text, 0x9e3779b9 + i * 0x7f4a7c15)
      .toString(16)
      .padStart(8, "0");
  }
  return result;
}

const digits = "abcdefghijklmnopqrstuvwxyz0123456789";

/** 25 letters and digits, at least one of them a digit, as swarm's ids have them. */
export function swarmIdOf(text: string, length = 25): string {
  let result = "";
  for (let i = 0; i < length - 1; i++) result += digits[mix(text, 77 + i * 131) % 36];
  return `${result}${mix(text, 5) % 10}`;
}

/** The short form of an id. */
export const shortId = (id: string): string => id.replace(/^sha256:/, "").slice(0, 12);

const left =
  "admiring agitated amazing bold brave busy charming clever cool dazzling eager elated elegant epic fervent focused friendly gallant gifted happy hungry jolly keen kind laughing loving lucid magical modest nice nifty optimistic peaceful pensive practical quirky relaxed serene sharp stoic sweet tender thirsty trusting upbeat vibrant vigilant wizardly youthful zealous zen".split(
    " ",
  );
const right =
  "albattani allen archimedes babbage banach bardeen bell blackwell bohr booth bose brown carson cerf chandrasekhar curie darwin davinci dijkstra einstein euclid euler fermat feynman franklin galileo gauss goldberg goodall hamilton hawking hopper hypatia jepsen johnson kalam kepler knuth lamarr leakey lovelace mayer mendel moser newton noether pasteur payne perlman poitras ritchie shannon sinoussi swartz tesla thompson torvalds turing villani wilson wozniak wright yalow".split(
    " ",
  );

/** A made-up container name; `again` how often the one before was taken. */
export function madeName(text: string, again: number): string {
  const a = left[mix(`${text}/${again}`, 11) % left.length];
  const b = right[mix(`${text}/${again}`, 23) % right.length];
  return `${a}_${b}${again > 4 ? again - 4 : ""}`;
}
