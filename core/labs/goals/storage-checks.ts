import { readText } from "#core/engine/files/file-system";
import { layerFiles } from "#core/engine/images/layers";
import { findImage } from "#core/engine/images/store";
import { hostOf, type Machine } from "#core/engine/state/machine";
import type { Files, Image, Mount } from "#core/engine/types";
import { goalText } from "#core/text/labs/goal-text";
import type { Checked, Condition } from "./condition";
import { containerNamed, labHost } from "./look";

type Of<Is extends Condition["is"]> = Extract<Condition, { is: Is }>;

function mountWords(mount: Mount): string {
  const text = goalText();
  if (mount.type === "bind") return text.theFolder(mount.source);
  return mount.anonymous ? text.anonymous : text.theVolume(mount.name ?? "");
}

/** A volume or a folder of the host in a container. */
export function checkMounted(m: Machine, condition: Of<"mounted">): Checked {
  const { container, volume, folder, at } = condition;
  const text = goalText();
  const what = volume === undefined ? text.theFolder(folder ?? "") : text.theVolume(volume);
  const wanted = text.mounted(container, what, at);
  const found = containerNamed(m, container);
  if (found === undefined) return { wanted, missing: text.noContainer(container) };
  const isIt = (mount: Mount) =>
    volume === undefined
      ? mount.type === "bind" && mount.source === folder
      : mount.type === "volume" && mount.name === volume;
  const there = found.mounts.find(({ target }) => target === at);
  if (there && isIt(there)) return { wanted, missing: null };
  const elsewhere = found.mounts.find(isIt);
  if (elsewhere)
    return { wanted, missing: text.mountedElsewhere(container, what, elsewhere.target, at) };
  return {
    wanted,
    missing: there
      ? text.otherMount(container, at, mountWords(there))
      : text.noMount(container, at),
  };
}

/** As much of a file as a sentence can show. */
const shown = (said: string): string => {
  const line = said.trim().split("\n")[0] ?? "";
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
};

/** A volume's file, by words that stand in it. */
export function checkHolds(m: Machine, { volume, file, with: words }: Of<"holds">): Checked {
  const text = goalText();
  const wanted = text.holds(volume, file, words);
  const found = hostOf(m).volumes[volume];
  if (found === undefined) return { wanted, missing: text.missing("volume", volume) };
  const node = found.files[file.startsWith("/") ? file : `/${file}`];
  if (node?.t !== "f") return { wanted, missing: text.noFileIn(volume, file) };
  const isThere = node.x.includes(words);
  return { wanted, missing: isThere ? null : text.fileSaysElse(file, shown(node.x)) };
}

/** What a file of an image says; null where there is none. */
function readInImage(m: Machine, { layers }: Image, path: string): string | null {
  for (const layer of layers.toReversed()) {
    const node = layerFiles(m, labHost, layer)[path];
    if (node !== undefined) return node.t === "f" ? node.x : null;
  }
  return null;
}

/** Where a file is looked for: what it says there, or why nothing can be there. */
function readWhere(m: Machine, { path, container, image }: Of<"file">): Found {
  const text = goalText();
  if (image !== undefined) {
    const found = findImage(m, labHost, image);
    return found
      ? { said: readInImage(m, found, path) }
      : { said: null, why: text.missing("image", image) };
  }
  const found = container === undefined ? undefined : containerNamed(m, container);
  if (container !== undefined && found === undefined)
    return { said: null, why: text.noContainer(container) };
  return { said: readText(m, { host: labHost, container: found?.id ?? null }, path) };
}

type Found = { said: string | null; why?: string };

/** A file of the host, a container or an image, by words that stand in it. */
export function checkFile(m: Machine, condition: Of<"file">): Checked {
  const { path, container, image, with: words } = condition;
  const text = goalText();
  const holder = container ?? image;
  const wanted = text.file(path, holder, words);
  const { said, why } = readWhere(m, condition);
  if (said === null) return { wanted, missing: why ?? text.noFile(path, holder) };
  return { wanted, missing: said.includes(words) ? null : text.fileSaysElse(path, shown(said)) };
}

/** Words that stand nowhere any more. */
export function checkLost(m: Machine, { words }: Of<"lost">): Checked {
  const text = goalText();
  const { files, upper, volumes, layers } = hostOf(m);
  const places: Files[] = [
    files,
    ...Object.values(upper),
    ...Object.values(volumes).map((volume) => volume.files),
    ...Object.values(layers).map((layer) => layer.files),
  ];
  const isKept = places.some((one) =>
    Object.values(one).some((node) => node.t === "f" && node.x.includes(words)),
  );
  return { wanted: text.lost(words), missing: isKept ? text.stillKept(words) : null };
}
