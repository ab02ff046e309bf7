import { describe, expect, it } from "vitest";
import { clientOf, readProxies } from "./client-address";

const proxies = (text: string) => readProxies(text) ?? expect.fail(`${text} names no proxies`);

describe("readProxies", () => {
  it.each([
    ["", "127.0.0.1", false],
    ["127.0.0.1", "127.0.0.1", true],
    ["127.0.0.1", "127.0.0.2", false],
    ["loopback", "::1", true],
    ["10.0.0.0/8, private", "192.168.3.4", true],
    ["fd00::/8", "fd00::1", true],
  ])("%j: from %s is %j", (text, socket, believed) => {
    const named = text === "" ? proxies("192.0.2.1") : proxies(text);
    const client = clientOf({ socket, forwardedFor: "203.0.113.9", proxies: named });
    expect(client === "203.0.113.9").toBe(believed);
  });

  it.each(["a", "10.0.0.0/33", "10.0.0.0/8/8", "::/129", "10.0.0.0/", "10.0.0.0/-1", "loopback,"])(
    "takes no %j",
    (text) => {
      expect(readProxies(text)).toBeNull();
    },
  );
});

describe("clientOf", () => {
  const named = proxies("loopback, 10.0.0.0/8");
  it.each([
    ["no proxy", "203.0.113.1", "198.51.100.1", "203.0.113.1"],
    ["one proxy", "127.0.0.1", "spoofed, 198.51.100.1", "198.51.100.1"],
    ["two proxies", "127.0.0.1", "1.2.3.4, 198.51.100.1, 10.0.0.1", "198.51.100.1"],
    ["a proxy that says nothing", "127.0.0.1", undefined, "127.0.0.1"],
    ["a proxy that says nonsense", "127.0.0.1", "evil\u001b[31m", "127.0.0.1"],
    ["IPv4 in IPv6", "::ffff:127.0.0.1", "::ffff:198.51.100.1", "198.51.100.1"],
    ["a zone", "fe80::1%eth0", "198.51.100.1", "fe80::1"],
    ["no socket any more", undefined, "198.51.100.1", null],
  ])("%s", (_, socket, forwardedFor, client) => {
    expect(clientOf({ socket, forwardedFor, proxies: named })).toBe(client);
  });
});
