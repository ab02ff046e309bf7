import {
  append,
  at,
  type Draft,
  given,
  refuse,
  sortAspect,
} from "#core/docker/canonical/draft/draft";
import type { Json } from "#core/docker/types";
import { mountObjection, readMount, readVolume } from "#core/docker/values/mounts";
import { cleanPath } from "#core/docker/values/paths";

/** What is mounted where, one aspect a target; `-v`, `--mount` and `--tmpfs` share one spelling. */
export function putMounts(draft: Draft): void {
  const { command } = draft;
  const folder = command.world.variables.PWD ?? "";
  const targets = new Set<string>();
  const seen = new Set<string>();
  for (const { value, span } of given(command, "volume")) {
    if (seen.has(value)) continue;
    seen.add(value);
    const read = readVolume(value, folder);
    if (!read.ok) {
      refuse(draft, read.by, read.error, span);
      return;
    }
    targets.add(read.mount.target);
    append(draft, `mount ${read.mount.target}`, read.mount.detail, at(span));
  }
  for (const { value, span } of given(command, "mount")) {
    const read = readMount(value, folder);
    if (!read.ok) continue;
    const objection = mountObjection(read.value);
    if (objection !== null) {
      refuse(draft, "engine", objection, span);
      return;
    }
    targets.add(read.value.target);
    append(draft, `mount ${read.value.target}`, read.value.detail, at(span));
  }
  const inMemory = new Map(
    given(command, "tmpfs").map(({ value, span }) => {
      const colon = value.indexOf(":");
      const path = colon < 0 ? value : value.slice(0, colon);
      return [path, { options: colon < 0 ? "" : value.slice(colon + 1), span }] as const;
    }),
  );
  for (const [path, { options, span }] of inMemory) {
    const target = cleanPath(path);
    const detail: { [key: string]: Json } = { type: "tmpfs" };
    if (options !== "") detail.options = options.split(",").sort();
    targets.add(target);
    append(draft, `mount ${target}`, detail, at(span));
  }
  for (const target of targets) sortAspect(draft, `mount ${target}`);
}

/** A device as `host:container:rights`. */
export function putDevices(draft: Draft): void {
  for (const { value, span } of given(draft.command, "device")) {
    const pieces = value.split(":");
    const [host = "", second, third] = pieces;
    const isMode = (text: string) =>
      /^[rwm]{1,3}$/.test(text) && new Set(text).size === text.length;
    const mode = third ?? (second !== undefined && isMode(second) ? second : "rwm");
    const inside = second !== undefined && !(third === undefined && isMode(second)) ? second : host;
    if (!isMode(mode)) {
      refuse(draft, "client", `bad mode specified: ${mode}`, span);
      return;
    }
    if (pieces.length > 3) {
      refuse(draft, "client", `invalid device specification: ${value}`, span);
      return;
    }
    append(draft, "device", `${host}:${inside}:${mode}`, at(span));
  }
  sortAspect(draft, "device");
}
