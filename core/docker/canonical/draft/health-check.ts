import type { Json, Span } from "#core/docker/types";
import { readDuration } from "#core/docker/values/amounts";
import { type Draft, isOn, last, put, refuse } from "./draft";
import { countOf } from "./lower-flags";

const durations = [
  "health-interval",
  "health-timeout",
  "health-start-period",
  "health-start-interval",
];

/** A container's health check as one aspect; times in seconds, those of 0 left out. */
export function putHealthCheck(draft: Draft): void {
  const { command } = draft;
  const check: { [key: string]: Json } = {};
  const spans: Span[] = [];
  const test = last(command, "health-cmd");
  if (test !== undefined && test.value !== "") {
    check.test = test.value;
    spans.push(test.span);
  }
  for (const name of durations) {
    // An update never reads it.
    if (name.endsWith("start-interval") && command.verb === "service update") continue;
    const flag = last(command, name);
    const read = flag === undefined ? null : readDuration(flag.value);
    if (flag === undefined || !read?.ok || read.value === 0) continue;
    if (read.value < 0) {
      refuse(draft, "client", `--${name} cannot be negative`, flag.span);
      return;
    }
    check[name.slice("health-".length)] = read.value;
    spans.push(flag.span);
  }
  const retries = last(command, "health-retries");
  const count = countOf(draft, "health-retries") ?? 0;
  if (retries !== undefined && count !== 0) {
    if (count < 0 && command.verb.startsWith("container")) {
      refuse(draft, "client", "--health-retries cannot be negative", retries.span);
      return;
    }
    check.retries = count;
    spans.push(retries.span);
  }
  putCheck(draft, check, spans);
}

function putCheck(draft: Draft, check: { [key: string]: Json }, spans: readonly Span[]): void {
  const { command } = draft;
  const off = last(command, "no-healthcheck");
  const any = Object.keys(check).length > 0;
  if (off !== undefined && isOn(command, "no-healthcheck")) {
    const said = command.flags.find((flag) => /^health-/.test(flag.name) && any);
    if (said !== undefined) {
      const message = "--no-healthcheck conflicts with --health-* options";
      refuse(draft, "client", message, said.span);
      return;
    }
    put(draft, "health check", { test: null }, { spans: [off.span] });
  } else if (any) put(draft, "health check", check, { spans });
}
