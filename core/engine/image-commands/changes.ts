import { readWord } from "#core/engine/shell/read-words";
import { refuse } from "#core/engine/state/machine";
import type { HealthCheck, ImageConfig } from "#core/engine/types";

/** An argument list in JSON, or null where it is none. */
export function jsonWords(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((one) => typeof one === "string") ? value : null;
  } catch {
    return null;
  }
}

/** Words of an instruction, quotes taken away. */
export function plainWords(text: string): string[] {
  return (text.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+/g) ?? []).map((word) =>
    readWord(word)
      .map((piece) => (piece.k === "s" ? piece.x : piece.k === "v" ? `$${piece.n}` : ""))
      .join(""),
  );
}

/** `A=1 B="two words"` or the old `A value`. */
export function pairsOf(text: string): [string, string][] {
  const first = /^(\S+)\s+(.*)$/s.exec(text);
  if (first && !first[1]?.includes("=")) return [[first[1] ?? "", first[2] ?? ""]];
  return plainWords(text).map((word) => {
    const at = word.indexOf("=");
    return [word.slice(0, at), word.slice(at + 1)];
  });
}

export const commandForm = (text: string, shell: readonly string[] | null): string[] =>
  jsonWords(text) ?? [...(shell ?? ["/bin/sh", "-c"]), text];

const seconds: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** A span in Go's form as nanoseconds: "1m30s". */
export const spanOf = (text: string): number =>
  [...text.matchAll(/([\d.]+)(ns|us|ms|s|m|h)/g)].reduce(
    (sum, [, number, unit]) => sum + Number(number) * (seconds[unit ?? "s"] ?? 0),
    0,
  );

function healthOf(text: string): HealthCheck {
  const [options = "", rest = ""] = text.split(/(?:^|\s)(?=CMD|NONE)/);
  if (/^NONE/i.test(rest || text)) return { Test: ["NONE"] };
  const words = rest.replace(/^CMD\s+/, "");
  const list = jsonWords(words);
  const check: Record<string, unknown> = { Test: list ? ["CMD", ...list] : ["CMD-SHELL", words] };
  const names: Readonly<Record<string, string>> = {
    interval: "Interval",
    timeout: "Timeout",
    "start-period": "StartPeriod",
    "start-interval": "StartInterval",
  };
  for (const [, name = "", value = ""] of options.matchAll(/--([\w-]+)=(\S+)/g)) {
    if (name === "retries") check.Retries = Number(value);
    else if (names[name] !== undefined) check[names[name]] = spanOf(value);
  }
  return check as HealthCheck;
}

const withPair = (env: readonly string[], name: string, value: string): string[] => {
  const at = env.findIndex((one) => one.startsWith(`${name}=`));
  const pair = `${name}=${value}`;
  return at < 0 ? [...env, pair] : env.map((one, i) => (i === at ? pair : one));
};

/** An image's configuration after an instruction that only changes that. */
export function changedConfig(config: ImageConfig, word: string, text: string): ImageConfig {
  switch (word) {
    case "CMD":
      return { ...config, cmd: commandForm(text, config.shell) };
    case "ENTRYPOINT":
      return { ...config, entrypoint: commandForm(text, config.shell) };
    case "ENV":
      return {
        ...config,
        env: pairsOf(text).reduce<readonly string[]>(
          (env, [name, value]) => withPair(env, name, value),
          config.env,
        ),
      };
    case "LABEL":
      return { ...config, labels: { ...config.labels, ...Object.fromEntries(pairsOf(text)) } };
    case "USER":
      return { ...config, user: text.trim() };
    case "EXPOSE": {
      const ports = text
        .trim()
        .split(/\s+/)
        .flatMap((one) => {
          const [port = "", protocol = "tcp"] = one.split("/");
          if (!/^\d+(?:-\d+)?$/.test(port)) refuse(`invalid containerPort: ${port}`);
          const [from = 0, to = from] = port.split("-").map(Number);
          return Array.from({ length: to - from + 1 }, (_, i) => `${from + i}/${protocol}`);
        });
      return { ...config, exposed: [...new Set([...config.exposed, ...ports])].sort() };
    }
    case "VOLUME":
      return {
        ...config,
        volumes: [...new Set([...config.volumes, ...(jsonWords(text) ?? plainWords(text))])].sort(),
      };
    case "STOPSIGNAL":
      return { ...config, stopSignal: text.trim() };
    case "HEALTHCHECK":
      return { ...config, healthcheck: healthOf(text) };
    case "SHELL":
      return { ...config, shell: jsonWords(text) };
    case "ONBUILD":
      return { ...config, onbuild: [...config.onbuild, text] };
    case "WORKDIR":
      return {
        ...config,
        workdir: text.startsWith("/") ? text : `${config.workdir.replace(/\/$/, "")}/${text}`,
      };
    default:
      return config;
  }
}
