import { findImage, fullName, shortName } from "#core/engine/images/store";
import { hostOf, type Machine } from "#core/engine/state/machine";
import { goalText } from "#core/text/labs/goal-text";
import type { Checked, Condition, Thing } from "./condition";
import { labHost } from "./look";

type Of<Is extends Condition["is"]> = Extract<Condition, { is: Is }>;

/** Networks that are on every host. */
const fixedNetworks = ["bridge", "host", "none"];

function namesOf(m: Machine, what: Thing): string[] {
  const { containers, tags, volumes, networks } = hostOf(m);
  if (what === "container") return Object.values(containers).map(({ name }) => name);
  if (what === "image") return Object.keys(tags);
  if (what === "network") return Object.values(networks).map(({ name }) => name);
  return Object.values(volumes).flatMap(({ name, anonymous }) => (anonymous ? [] : [name]));
}

const isThere = (m: Machine, what: Thing, name: string): boolean =>
  what === "image" ? findImage(m, labHost, name) !== undefined : namesOf(m, what).includes(name);

/** Something of a name is there. */
export function checkExists(m: Machine, { what, name }: Of<"exists">): Checked {
  const text = goalText();
  const wanted = text.exists(what, name);
  if (isThere(m, what, name)) return { wanted, missing: null };
  const others = namesOf(m, what).filter((one) => !fixedNetworks.includes(one));
  const nearest = others.length > 0 && others.length <= 3;
  return {
    wanted,
    missing: nearest ? text.nearestThing(what, name, others) : text.missing(what, name),
  };
}

/** Nothing of a name is there. */
export function checkGone(m: Machine, { what, name }: Of<"gone">): Checked {
  const text = goalText();
  const missing = isThere(m, what, name) ? text.stillThere(what, name) : null;
  return { wanted: text.gone(what, name), missing };
}

/** Two names mean one image. */
export function checkTagged(m: Machine, { name, as }: Of<"tagged">): Checked {
  const text = goalText();
  const wanted = text.tagged(name, as);
  const [one, other] = [findImage(m, labHost, name), findImage(m, labHost, as)];
  if (one === undefined || other === undefined) {
    return { wanted, missing: text.missing("image", one === undefined ? name : as) };
  }
  return { wanted, missing: one.id === other.id ? null : text.otherTagged(name, as) };
}

/** An image says what its containers run. */
export function checkStarts(m: Machine, { image }: Of<"starts">): Checked {
  const text = goalText();
  const wanted = text.starts(image);
  const found = findImage(m, labHost, image);
  if (found === undefined) return { wanted, missing: text.missing("image", image) };
  const { cmd, entrypoint } = found.config;
  const says = (cmd ?? []).length + (entrypoint ?? []).length > 0;
  return { wanted, missing: says ? null : text.startsNothing(image) };
}

/** An image was sent to its registry. */
export function checkPushed(m: Machine, { name }: Of<"pushed">): Checked {
  const text = goalText();
  const wanted = text.pushed(name);
  const short = shortName(fullName(name));
  if (m.state.pushed[short] !== undefined) return { wanted, missing: null };
  const isHere = findImage(m, labHost, name) !== undefined;
  return { wanted, missing: isHere ? text.notPushed(name) : text.missing("image", name) };
}

/** How many images are left without a name. */
export function checkDangling(m: Machine, { most }: Of<"dangling">): Checked {
  const text = goalText();
  const { images, tags } = hostOf(m);
  const named = new Set(Object.values(tags));
  const count = Object.keys(images).filter((id) => !named.has(id)).length;
  return { wanted: text.dangling(most), missing: count <= most ? null : text.danglingNow(count) };
}
