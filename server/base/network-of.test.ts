import { expect, it } from "vitest";
import { networkOf, networksOf } from "./network-of";

it.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["64:ff9b::203.0.113.9", "64:ff9b:0:0::/64"],
  ["no address", "no address"],
])("takes %s for %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it("knows the wider networks that one customer may have all of", () => {
  expect(networksOf("2001:db8:1:2a3::9")).toEqual([
    "2001:db8:1:2a3::/64",
    "2001:db8:1:200::/56",
    "2001:db8:1::/48",
  ]);
  expect(networksOf("203.0.113.9")).toEqual(["203.0.113.9"]);
});
