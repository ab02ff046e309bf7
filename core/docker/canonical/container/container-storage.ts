import {
  append,
  at,
  type Draft,
  given,
  refuse,
  sortAspect,
} from "#core/docker/canonical/draft/draft";
import { bad, good, type Read } from "#core/docker/read";
import type { Json, Span } from "#core/docker/types";
import { mountObjection, readMount, readVolume } from "#core/docker/values/mounts";
import { cleanPath, isAbsolute } from "#core/docker/values/paths";

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
    const { target, detail } = read.mount;
    if (isTaken(draft, target, "source" in Object(detail)) && refuseTaken(draft, target, span))
      return;
    targets.add(target);
    append(draft, `mount ${read.mount.target}`, read.mount.detail, at(span));
  }
  for (const { value, span } of given(command, "mount")) {
    const read = readMount(value, folder);
    if (!read.ok) continue;
    const objection = mountObjection(read.value, command.world.measured);
    if (objection !== null) {
      refuse(draft, "engine", objection, span);
      return;
    }
    const { target } = read.value;
    if (isTaken(draft, target, true) && refuseTaken(draft, target, span)) return;
    targets.add(target);
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

/** Whether something with a name or a folder is mounted there already, by one of another kind. */
const isTaken = (draft: Draft, target: string, isNamed: boolean): boolean => {
  const there = draft.aspects.get(`mount ${target}`)?.value;
  return isNamed && Array.isArray(there) && there.some((one) => "source" in Object(one));
};

/** The client of the measured cases asks an engine that takes it. */
function refuseTaken(draft: Draft, target: string, span: Span): boolean {
  if (draft.command.world.measured) return false;
  refuse(draft, "engine", `Duplicate mount point: ${target}`, span);
  return true;
}

/** A device as `host:container:rights`. */
export function putDevices(draft: Draft): void {
  for (const { value, span } of given(draft.command, "device")) {
    // A name such as vendor.com/gpu=all is not a path, but a device of its vendor's interface.
    const read = isVendorDevice(value) ? good(value) : readDevice(value);
    if (!read.ok) {
      refuse(draft, "client", read.error, span);
      return;
    }
    append(draft, "device", read.value, at(span));
  }
  sortAspect(draft, "device");
}

const isVendorDevice = (text: string) =>
  /^[a-z][\w.-]*\/[a-z][\w-]*=[a-z\d](?:[\w.:-]*[a-z\d])?$/i.test(text);

const isRights = (text: string) => /^[rwm]{1,3}$/.test(text) && new Set(text).size === text.length;

/** `host[:container][:rights]`; only the path that is checked is tidied. */
function readDevice(text: string): Read<string> {
  const [host = "", second, third, more] = text.split(":");
  if (more !== undefined || host === "") return bad(`bad format for path: ${text}`);
  const alone = second === undefined || (third === undefined && isRights(second));
  const inside = alone ? cleanPath(host) : third === undefined ? cleanPath(second) : second;
  if (third !== undefined && !isRights(third)) return bad(`bad mode specified: ${third}`);
  if (!isAbsolute(alone ? host : second)) {
    return bad(`${alone ? host : second} is not an absolute path`);
  }
  const rights = third ?? (alone ? second : undefined) ?? "rwm";
  return good(`${alone ? inside : host}:${inside}:${rights}`);
}
