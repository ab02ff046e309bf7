import {
  append,
  at,
  type Draft,
  given,
  put,
  refuse,
  setAside,
  sortAspect,
} from "#core/docker/canonical/draft/draft";
import type { Read } from "#core/docker/read";
import type { GivenFlag } from "#core/docker/types";
import {
  mostPorts,
  type PortRange,
  portCount,
  readExpose,
  readPublish,
  singlePorts,
} from "#core/docker/values/ports";

/** Where each container port is published, and which ports are only declared. */
export function putPorts(draft: Draft): void {
  const published = new Set<string>();
  for (const { range, span } of ranges(draft, "publish", readPublish)) {
    for (const { container, binding } of singlePorts(range)) {
      published.add(container);
      append(draft, `port ${container}`, binding, at(span));
    }
  }
  for (const container of published) sortAspect(draft, `port ${container}`, true);
  for (const { range, span } of ranges(draft, "expose", readExpose)) {
    for (const { container } of singlePorts(range)) {
      if (!published.has(container)) put(draft, `exposed ${container}`, true, at(span));
    }
  }
}

type Ranged = { range: PortRange; span: GivenFlag["span"] };

/** The ranges of a flag, up to the first that is refused or too many. */
function ranges(draft: Draft, flag: string, read: (text: string) => Read<PortRange>): Ranged[] {
  const found: Ranged[] = [];
  let count = 0;
  for (const { value, span } of given(draft.command, flag)) {
    const range = read(value);
    if (!range.ok) {
      refuse(draft, "client", range.error, span);
      break;
    }
    count += portCount(range.value);
    if (count > mostPorts) {
      setAside(draft, `more than ${mostPorts} ports`, span);
      break;
    }
    found.push({ range: range.value, span });
  }
  return found;
}
