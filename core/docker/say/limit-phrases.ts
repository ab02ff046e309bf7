import type { Json } from "#core/docker/types";
import { list, type Phrase, plain } from "./phrase-parts";
import { code, sizeWords, valueWords } from "./words";

/** What the kernels of today, with cgroup v2, cannot do. */
const v1 = "which needs cgroup v1";

/** What a container gets of the host and sees of it, as in aspect-phrases.ts. */
export const limitPhrases: Readonly<Record<string, Phrase>> = {
  "cpu-period": "count its processor time in periods of $ microseconds",
  "cpu-quota": (value) =>
    Number(value) < 0
      ? `set no limit to its processor time (${code("--cpu-quota")})`
      : `give it ${valueWords(value)} microseconds of processor time in each period`,
  "cpu-rt-period": `count its real-time processor time in periods of $ microseconds, ${v1}`,
  "cpu-rt-runtime": `give it $ microseconds of real-time processor time in each period, ${v1}`,
  "cpuset-mems": "use only the memory nodes $",
  "memory-swappiness": `set how readily its memory is swapped out: $ of 100, ${v1}`,
  "kernel-memory": (value) =>
    `ask for a limit of the kernel's memory of ${sizeWords(Number(value))}, which is ignored since v23`,
  "oom-score-adj": "add $ to the score by which the kernel picks what to end when memory is short",
  "blkio-weight": "give it the weight $ where containers share a disk",
  "blkio-weight-device": (value) => `give it the weight ${onDevices(value, "on the disk")}`,
  "device-read-bps": (value) => `read at most ${onDevices(value, "bytes a second from")}`,
  "device-write-bps": (value) => `write at most ${onDevices(value, "bytes a second to")}`,
  "device-read-iops": (value) => `read at most ${onDevices(value, "times a second from")}`,
  "device-write-iops": (value) => `write at most ${onDevices(value, "times a second to")}`,
  "device-cgroup-rule": "allow the devices of the rule $",
  "storage-opt size": "let it store $ at most",
  "cgroup-parent": "put it under the control group $",
  cgroupns: (value) =>
    value === "host" ? "see the host's control groups" : "see control groups of its own",
  userns: (value) =>
    value === "host" ? "use the host's user IDs" : `use the user namespace ${code(String(value))}`,
  domainname: "give it the domain name $",
  "dns-option": "give its DNS lookups the option $",
  "dns-search": (value) =>
    plain(list(value)[0] ?? "") === "."
      ? "look names up in no further domain"
      : `look names up in the domain ${valueWords(value)}, too`,
  "volume-driver": "make its volumes with the driver $",
  "label-file": "add the labels that stand in $",
  "oom-kill-disable": `keep the kernel from ending it when memory is short, ${v1}`,
  "memory-reservation": (value) =>
    `set the soft limit of its memory to ${sizeWords(Number(value))}`,
  isolation: (value) =>
    /^default$/i.test(String(value))
      ? "use the usual isolation"
      : `use the isolation ${valueWords(value)}, for containers on Windows`,
  "volumes-from": (value) => `mount the volumes of ${list(value).map(sharedVolumes).join(", ")}`,
  "log-driver": (value) =>
    value === "none"
      ? "keep no log of what it writes"
      : `write its log with the driver ${valueWords(value)}`,
  "content trust": "check the image's signature",
};

/** `db:ro` */
function sharedVolumes(value: Json): string {
  const [, name = "", mode = ""] = /^([^:]*):?(.*)$/s.exec(String(value)) ?? [];
  return `${code(name)}${mode.split(",").includes("ro") ? ", read-only" : ""}`;
}

/** A limit of the system, which a process may raise from the soft value to the hard one. */
export function ulimit(value: Json, key: string): string {
  const [soft = null, hard = soft] = list(value);
  if (soft === -1) return `set no limit to ${code(key)}`;
  const more = hard === -1 ? "any number" : valueWords(hard);
  const raised = soft === hard ? "" : `, or ${more} if it asks for more`;
  return `limit ${code(key)} to ${valueWords(soft)}${raised}`;
}

/** Each is `/dev/sda:100`, a device and an amount, which are told the other way round. */
function onDevices(value: Json, between: string): string {
  return list(value)
    .map((one) => {
      const [, device = "", amount = ""] = /^(.*):([^:]*)$/s.exec(String(one)) ?? [];
      return `${code(amount)} ${between} ${code(device)}`;
    })
    .join(", and ");
}
