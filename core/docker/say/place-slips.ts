import type { Canonical, Json } from "#core/docker/types";
import { type Slip, value } from "./slip-parts";
import { code } from "./words";

type Publishing = { inside: string; outside: string };

function publishings(canonical: Canonical | null): Publishing[] {
  const aspects = canonical?.aspects ?? [];
  return aspects.flatMap(({ name, value: found }) => {
    if (!name.startsWith("port ") || !Array.isArray(found)) return [];
    const inside = name.slice("port ".length).split("/")[0] ?? "";
    return found.map((one: Json) => {
      const port = typeof one === "object" && one !== null && "port" in one ? one.port : "";
      return { inside, outside: String(port) };
    });
  });
}

const swappedPorts: Slip = ({ canonical }, wanted) => {
  const mine = publishings(canonical);
  const swapped = publishings(wanted).find(
    ({ inside, outside }) =>
      inside !== outside &&
      mine.some((other) => other.inside === outside && other.outside === inside),
  );
  if (swapped === undefined) return null;
  const { inside, outside } = swapped;
  return `You published container port ${outside} on host port ${inside}; the task wants it the other way round. Read ${code("-p")} as *outside:inside*: ${code(`-p ${outside}:${inside}`)}.`;
};

const portAlone: Slip = ({ canonical }, wanted) => {
  const asked = publishings(wanted).find(({ outside }) => outside !== "");
  if (asked === undefined) return null;
  const { inside, outside } = asked;
  if (publishings(canonical).some((one) => one.inside === inside && one.outside === outside)) {
    return null;
  }
  if (value(canonical, "publish-all") === true) {
    return `${code("-P")} publishes on random ports; a port of your choice takes ${code(`-p ${outside}:${inside}`)}.`;
  }
  const random = publishings(canonical).find((one) => one.outside === "");
  if (random === undefined) return null;
  return `${code(`-p ${random.inside}`)} alone takes a random port of the host; write ${code(`-p ${outside}:${inside}`)}.`;
};

type Mounted = { target: string; type: string; source: string };

function mounts(canonical: Canonical | null): Mounted[] {
  const aspects = canonical?.aspects ?? [];
  return aspects.flatMap(({ name, value: found }) => {
    if (!name.startsWith("mount ") || !Array.isArray(found)) return [];
    return found.map((one: Json) => {
      const fields = typeof one === "object" && one !== null && !Array.isArray(one) ? one : {};
      const { type = "", source = "" } = fields as Readonly<Record<string, Json>>;
      return { target: name.slice("mount ".length), type: String(type), source: String(source) };
    });
  });
}

/** `data:/x` against `./data:/x`, and outside and inside the wrong way round. */
const mountedWrong: Slip = ({ canonical }, wanted) => {
  const mine = mounts(canonical);
  for (const asked of mounts(wanted)) {
    const swapped = mine.find(
      ({ target, source }) => target === asked.source && source === asked.target,
    );
    if (swapped !== undefined) {
      return `Outside and inside stand the wrong way round: yours mounts ${code(swapped.source)} of the host at ${code(swapped.target)} in the container.`;
    }
    const there = mine.find(({ target }) => target === asked.target);
    if (there === undefined || there.type === asked.type) continue;
    if (asked.type === "bind" && there.source !== "") {
      return `A bare name is a volume: ${code(there.source)} is none of your files or folders. A path begins with ${code("/")}, ${code(".")} or ${code("~")}.`;
    }
    if (asked.type === "volume" && there.type === "bind") {
      return `What begins with a slash or a dot is a path of the host; a volume has a bare name: ${code(asked.source)}.`;
    }
  }
  const bare = mine.find(
    ({ target, source }) => source === "" && !target.startsWith("/") && target !== "",
  );
  if (bare === undefined || mounts(wanted).length === 0) return null;
  if (bare.target.includes(":")) {
    return `One letter before a colon is read as a drive of Windows, so ${code(`-v ${bare.target}`)} is no volume and no folder: a volume's name has two letters or more.`;
  }
  return `${code(`-v ${bare.target}`)} mounts a volume without a name at ${code(`/${bare.target}`)}; write ${code(`-v ${bare.target}:/path`)}.`;
};

/** Ports and mounts: outside and inside, one way round or the other. */
export const placeSlips: readonly Slip[] = [swappedPorts, portAlone, mountedWrong];
