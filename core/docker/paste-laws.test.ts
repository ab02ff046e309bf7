import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalCommand } from "./canonical-command";
import cases from "./cases.jsonl?raw";
import { compareCommands } from "./compare-commands";
import { measuredWorld } from "./measured-world";
import { parseCommand } from "./parse-command";
import { repairText } from "./repair/repair-text";
import { commandAt } from "./tables/command-table";

const world = { world: measuredWorld };
const read = (text: string) => parseCommand(text, world);

/** Every measured command that means something, each with what a page may make of it. */
const commands = [
  ...new Set(
    cases
      .trim()
      .split("\n")
      .flatMap((line) => {
        const { a, b } = JSON.parse(line) as { a: string; b: string };
        return [a, b];
      }),
  ),
].filter((text) => canonicalCommand(read(text)).kind === "canonical");

type Mutation = (text: string, pick: (from: string) => string) => string;

/** Changes each sign that stands outside quotes and behind no backslash. */
function outsideQuotes(text: string, change: (sign: string, i: number) => string): string {
  let quote = "";
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (sign === "\\") {
      out += text.slice(i, i + 2);
      i++;
    } else if (quote === "" && (sign === '"' || sign === "'")) {
      quote = sign;
      out += sign;
    } else if (sign === quote) {
      quote = "";
      out += sign;
    } else out += quote === "" ? change(sign, i) : sign;
  }
  return out;
}

const hyphens = "\u2010\u2011\u2012\u2212\uFE63\uFF0D";
const longDashes = "\u2013\u2014\u2015\u2E3A\uFE58";
const spaces = "\u00A0\u1680\u2000\u2002\u2003\u2007\u2009\u200A\u202F\u205F\u3000";
const lineBreaks = "\u2028\u2029\u0085\u000B\u000C";
const unseen = "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202C\u2060\u2066\u2069\uFEFF\u061C";

/** Options under other dashes, where their letters leave it open in no way what was meant. */
const withDashes: Mutation = (text, pick) => {
  const parsed = read(text);
  if (parsed.kind !== "command") return text;
  const spec = commandAt(parsed.verb);
  let out = text;
  for (const { role, start, text: said } of [...parsed.parts].reverse()) {
    const [, typed = "", name = ""] = /^(--?)([\w-]+)/.exec(said) ?? [];
    // A quoted option is kept as it is.
    if (role !== "flag" || typed === "" || text.slice(start, start + said.length) !== said)
      continue;
    const word = /^[^\s=]*/.exec(text.slice(start + typed.length))?.[0] ?? name;
    const isLong = typed === "--";
    const open =
      spec !== undefined && (isLong ? spec.short.has(word.charAt(0)) : spec.long.has(word));
    if (!isLong && word.length > 4) continue;
    const signs = isLong
      ? pick(open ? longDashes : longDashes + hyphens)
      : pick(open ? hyphens : longDashes + hyphens);
    out = out.slice(0, start) + signs + out.slice(start + typed.length);
  }
  return out;
};

const mutations: Readonly<Record<string, Mutation>> = {
  dashes: withDashes,
  "two dashes": (text, pick) => {
    const parsed = read(text);
    let out = text;
    for (const { role, start, text: said } of [...parsed.parts].reverse()) {
      if (role !== "flag" || !said.startsWith("--") || !text.startsWith(said, start)) continue;
      out = `${out.slice(0, start)}${pick(longDashes + hyphens)}${pick(`-${hyphens}\u2013`)}${out.slice(start + 2)}`;
    }
    return out;
  },
  spaces: (text, pick) => outsideQuotes(text, (sign) => (sign === " " ? pick(spaces) : sign)),
  "signs that show nothing": (text, pick) =>
    [...text].map((sign, i) => (i % 5 === 2 ? pick(unseen) + sign : sign)).join(""),
  "full width": (text) =>
    outsideQuotes(text, (sign, i) =>
      /[!-~]/.test(sign) && !/['"\\-]/.test(sign) && i % 3 !== 0
        ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0)
        : sign,
    ),
  "curly quotes": (text, pick) => {
    if (/\\|'[^']*"|"[^"]*'/.test(text)) return text;
    const pairs = {
      '"': pick("\u201C\u201E\u00AB\u2033\uFF02\u300C"),
      "'": pick("\u2018\u201A\u2039\u2032\uFF07"),
    };
    const ends: Record<string, string> = {
      "\u201C": "\u201D",
      "\u201E": "\u201C",
      "\u00AB": "\u00BB",
      "\u300C": "\u300D",
      "\u2018": "\u2019",
      "\u201A": "\u2018",
      "\u2039": "\u203A",
    };
    let open = false;
    return text.replace(/['"]/g, (quote) => {
      open = !open;
      const sign = quote === '"' ? pairs['"'] : pairs["'"];
      return open ? sign : (ends[sign] ?? sign);
    });
  },
  prompt: (text, pick) =>
    ({
      a: "$ ",
      b: "# ",
      c: "% ",
      d: "> ",
      e: "root@host:~# ",
      f: "user@host dir % ",
      g: "PS C:\\Users\\me> ",
      h: "[root@host ~]# ",
    })[pick("abcdefgh")] + text,
  "a sign before it": (text, pick) => pick(spaces + unseen + lineBreaks) + text,
  "a sign after it": (text, pick) => text + pick(spaces + unseen + lineBreaks),
  "a terminal's colours": (text, pick) =>
    `\u001B[1;32mme@host\u001B[0m:\u001B[34m~/x\u001B[0m${pick("$#")} \u001B[${pick("0123")}m${text}\u001B[0m`,
  "a page's source": (text, pick) =>
    `docker${pick(" \u00A0") === " " ? "&#32;" : "&nbsp;"}${text.slice(7)}`
      .replace(/&(?!#32;|nbsp;)/g, pick("ab") === "a" ? "&amp;" : "&#38;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/"/g, pick("ab") === "a" ? "&quot;" : "&#x22;")
      .replace(/'/g, pick("ab") === "a" ? "&#39;" : "&apos;"),
  "a line that goes on": (text, pick) =>
    outsideQuotes(text, (sign) => (sign === " " && pick("01") === "1" ? " \\ \n  " : sign)),
};

describe("a pasted command means what was copied", () => {
  test.each(Object.keys(mutations))("%s", (name) => {
    const mutate = mutations[name];
    fc.assert(
      fc.property(fc.constantFrom(...commands), fc.infiniteStream(fc.nat()), (text, stream) => {
        const pick = (from: string) => from.charAt((stream.next().value ?? 0) % from.length);
        // A command is read behind a prompt only if it begins as one.
        if (/^(?:prompt|a terminal)/.test(name) && !/^(?:sudo |docker)/.test(text)) return;
        if (name === "a page's source" && (!text.startsWith("docker ") || text.includes("&#")))
          return;
        if (name !== "prompt" && /^(?:echo|printf)|\b(?:echo|printf) /.test(text)) return;
        const pasted = mutate?.(text, pick) ?? text;
        const parsed = read(pasted);
        expect([pasted, compareCommands(read(text), parsed).verdict]).toEqual([pasted, "equal"]);
        expect(parsed.repairs.length > 0).toBe(pasted !== text);
      }),
      { numRuns: 300 },
    );
  });

  test("a plain command is read as it stands", () => {
    for (const text of commands) expect(repairText(text)).toMatchObject({ text, repairs: [] });
  });
});

describe("what is meant stays", () => {
  test.each([
    "docker run -e 'TITLE=a \u2014 b' alpine",
    'docker run -e "TITLE=it\u2019s \u2013 here" alpine',
    "docker run -e TITLE=a\u2014b alpine",
    "docker run alpine echo a \u2014 b",
    "docker run alpine echo \u2014help don\u2019t",
    "echo a \u2013 b \u2014c | docker load",
    "docker run -e 'A=\u4F60\u597D\uFF0C\u4E16\u754C\u3000\uFF01' alpine",
    "docker run -e '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}=1' alpine",
    "docker ps # \u2014all \u201Cof them",
    "docker ps > out.txt",
    "docker run -e 'A=&lt;b&gt;' nginx",
    "docker run -e A=- nginx",
    "docker run alpine grep '^[[a-z]' x",
    "docker run x; docker rm `docker ps -q`",
    "docker save web \\\n> web.tar",
    "# docker ps lists them\ndocker ps",
  ])("%s", (text) => {
    expect(repairText(text)).toMatchObject({ text, repairs: [] });
  });
});

describe("pieces of pages", () => {
  test.each([
    ["docker run \u2013it alpine", "docker run -it alpine"],
    ["docker run \u2013rm \u2013it alpine", "docker run --rm -it alpine"],
    ["docker run \u2013-name web nginx", "docker run --name web nginx"],
    ["docker run -\u2013name web nginx", "docker run --name web nginx"],
    ["docker ps \u2014aq", "docker ps -aq"],
    ["docker run -p 8000\u20138002:80\u201382 nginx", "docker run -p 8000-8002:80-82 nginx"],
    ["docker exec web ls \u2013la", "docker exec web ls -la"],
    ["docker build \u2013 < Dockerfile", "docker build - < Dockerfile"],
    ["docker run --memory-swap \u22121 nginx", "docker run --memory-swap -1 nginx"],
    ["docker\u2011compose up \u2013d \u2014build", "docker-compose up -d --build"],
    ["docker run -d\n  --name web nginx", "docker run -d   --name web nginx"],
    ["docker run -d `\n  nginx", "docker run -d    nginx"],
    ["`docker ps -a`", "docker ps -a"],
    ["```bash\ndocker ps\n```", "docker ps"],
    ["$ docker run \\\n> -d \\\n> nginx", "docker run \\\n-d \\\nnginx"],
    ["\u{1D5F1}\u{1D5FC}\u{1D5F0}\u{1D5F8}\u{1D5F2}\u{1D5FF} ps", "docker ps"],
    ["docker ps --\uFB01lter a=b", "docker ps --filter a=b"],
    ["docker ps &amp;&amp; docker images", "docker ps && docker images"],
    ["docker run &lt;image&gt;", "docker run <image>"],
    ["docker run -e &quot;A=a &amp; b&quot; nginx", 'docker run -e "A=a & b" nginx'],
    ["docker run &#8211;&#x2013;name web nginx", "docker run --name web nginx"],
    [
      "docker ps \uFF06\uFF06 docker images\uFF1Bdocker info",
      "docker ps && docker images;docker info",
    ],
    ["docker ps \u2223 head", "docker ps | head"],
    ["docker ps &&^\n docker images", "docker ps &&  docker images"],
    ["1. docker ps", "docker ps"],
    ["- docker ps\n- docker images", "docker ps\ndocker images"],
    ["2) `docker ps`\n3) `$ docker images`", "docker ps\ndocker images"],
    ["\u2022 sudo docker ps", "sudo docker ps"],
    ["Then:\n```bash\ndocker ps\n```", "Then:\n\ndocker ps\n"],
    ["\u001B]0;me@host: ~\u0007\u001B(Bdocker ps", "docker ps"],
    ["\u001B[32mdocker\u001B[0m ps", "docker ps"],
    ["docker ps\u2028", "docker ps\n"],
    ['docker run -e "A=b\u201D nginx', 'docker run -e "A=b" nginx'],
    ["docker run -e \u201CA=it\u2019s\u201D nginx", 'docker run -e "A=it\'s" nginx'],
  ])("%s", (typed, text) => {
    expect(repairText(typed).text).toBe(text);
    expect(repairText(typed).repairs).not.toEqual([]);
  });
});

describe("prompts", () => {
  test.each([
    "\u279C  ~ ",
    "\u279C  app ",
    "\u279C  docker ",
    "\u279C  app git:(main) ",
    "\u279C  app git:(main) \u2717 ",
    "\u279C ~/code/app ",
    "~/code \u276F ",
    "~/code main* \u276F ",
    "app on main via 18.2 \u276F ",
    "$> ",
    "#> ",
    ">>> ",
    "PS C:\\Users\\me> ",
    "[host]: PS C:\\> ",
    "C:\\>",
    "C:\\Program Files\\x>",
    "[root@host ~]# ",
    "root@abc:/# ",
    "(venv) user@host:~$ ",
    "(venv) PS C:\\x> ",
    "user@host:~/docker$ ",
    "user@mac docker % ",
    "Mac-mini:docker me$ ",
    "\u2514\u2500$ ",
    "\u250C\u2500\u2500(me\u327Fhost)-[~]\n\u2514\u2500$ ",
  ])("%s", (prompt) => {
    for (const text of ["docker ps -a", "sudo docker run x > $A", "docker-compose up # x"]) {
      expect(repairText(prompt + text).text).toBe(text);
    }
  });
});

test("a text of line separators is read as so many lines", () => {
  const reads = (sign: string) => repairText(sign.repeat(4_000)).text;
  expect(reads("\u2028")).toBe("\n".repeat(4_000));
  expect(reads("\u2029 ")).toBe("\n ".repeat(4_000));
});
