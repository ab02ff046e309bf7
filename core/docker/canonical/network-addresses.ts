import { at, type Draft, given, put, refuse, setAside } from "#core/docker/canonical/draft/draft";
import { networkOf } from "#core/docker/values/addresses";
import { cut } from "#core/docker/values/cut";
import { listed, type Ranged } from "./networks-volumes";

/** Whether an address, or a range's first, lies in a subnet. */
function contains(subnet: string, address: string): boolean {
  const bits = subnet.split("/")[1] ?? "";
  const network = networkOf(subnet);
  return network !== null && network === networkOf(`${address.split("/")[0]}/${bits}`);
}

/** Each subnet is held against all others, so there is an end to how many. */
const mostSubnets = 32;

/** `docker network create --subnet`: addresses by subnet. */
export function putAddresses(draft: Draft): void {
  const { command } = draft;
  const subnets = listed(draft, "subnet");
  const ranges = listed(draft, "ip-range");
  const gateways = listed(draft, "gateway");
  const surplus = subnets[mostSubnets];
  if (surplus !== undefined) {
    setAside(draft, `more than ${mostSubnets} subnets`, surplus.span);
    return;
  }
  const lonely = ranges[subnets.length] ?? gateways[subnets.length];
  if (lonely !== undefined) {
    const message = "every ip-range or gateway must have a corresponding subnet";
    refuse(draft, "client", message, lonely.span);
    return;
  }
  for (const [i, subnet] of subnets.entries()) {
    if (networkOf(subnet.text) === null) {
      const message = `invalid network config: invalid subnet ${subnet.text}: invalid CIDR block notation`;
      refuse(draft, "engine", message, subnet.span);
      return;
    }
    const network = networkOf(subnet.text);
    if (network !== subnet.text && !command.world.measured && !subnet.text.includes(":")) {
      const message = `invalid network config: invalid subnet ${subnet.text}: it should be ${network}`;
      refuse(draft, "engine", message, subnet.span);
      return;
    }
    const clash = subnets
      .slice(0, i)
      .some((other) => contains(other.text, subnet.text) || contains(subnet.text, other.text));
    if (clash) {
      const message = "multiple overlapping subnet configuration is not supported";
      refuse(draft, "client", message, subnet.span);
      return;
    }
    put(draft, `subnet ${subnet.text}`, {}, at(subnet.span));
  }
  place(draft, subnets, { field: "range", words: "range", entries: ranges });
  place(draft, subnets, { field: "gateway", words: "gateway", entries: gateways });
  place(draft, subnets, {
    field: "aux",
    words: "aux-address",
    entries: given(command, "aux-address").map(({ value, span }) => ({ text: value, span })),
  });
}

type Placing = { field: string; words: string; entries: readonly Ranged[] };

/** Puts each range, gateway or reserved address under the subnet that holds it. */
function place(draft: Draft, subnets: readonly Ranged[], { field, words, entries }: Placing): void {
  for (const { text, span } of entries) {
    const [name, said] = field === "aux" ? cut(text, "=") : ["", text];
    const address = said ?? "";
    if (field === "range" && networkOf(address) === null) {
      refuse(draft, "client", `invalid CIDR address: ${address}`, span);
      return;
    }
    const home = subnets.find((subnet) => contains(subnet.text, address));
    if (home === undefined) {
      refuse(draft, "client", `no matching subnet for ${words} ${address}`, span);
      return;
    }
    const aspect = `subnet ${home.text}`;
    const old = draft.aspects.get(aspect);
    const detail = typeof old?.value === "object" && old.value !== null ? old.value : {};
    const key = field === "aux" ? `aux ${name}` : field;
    if (key === field && key in detail) {
      const message = `cannot configure multiple ${words}s (${address}) on the same subnet (${home.text})`;
      refuse(draft, "client", message, span);
      return;
    }
    put(draft, aspect, { ...detail, [key]: address }, { spans: [...(old?.spans ?? []), span] });
  }
}
