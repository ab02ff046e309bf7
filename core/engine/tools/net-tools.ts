import { putFile } from "#core/engine/files/file-system";
import { fullPath, nameOf } from "#core/engine/files/paths";
import { askHttp } from "#core/engine/network/http";
import { containerAt, reach, resolveName } from "#core/engine/network/reach";
import type { Call, Tool } from "#core/engine/process/call";
import type { Service } from "#core/engine/process/types";
import { hostOf } from "#core/engine/state/machine";
import { readOptions } from "./options";

type Address = { host: string; port: number; path: string };

export function readAddress(text: string): Address {
  const [, secure, host = "", port, path = ""] =
    /^(?:http(s)?:\/\/)?(?:[^@/]*@)?(\[[^\]]*\]|[^:/?]+)(?::(\d+))?(.*)$/.exec(text) ?? [];
  const plain = host === "[::1]" ? "127.0.0.1" : host;
  return { host: plain, port: Number(port ?? (secure ? 443 : 80)), path: path || "/" };
}

/** What a server that is no web server says to whoever speaks HTTP to it. */
function greeting({ kind }: Service): string {
  if (kind === "redis") return "-err unknown command";
  if (kind === "mysql") return "8.4.3";
  return "get / http/1.1";
}

const isWeb = ({ kind }: Service) => kind === "http" || kind === "registry";

const wget: Tool = (call) => {
  const options = readOptions(call.args.slice(1), "O T o t header post-data U P");
  const { m, place, err, out, hooks, thread } = call;
  const [url = ""] = options.rest;
  const { host, port, path } = readAddress(url);
  const fail = (why: string) => {
    err(`wget: ${why}\n`);
    return 1;
  };
  const quiet = options.has("q");
  const found = reach(m, place, host, port);
  if (found.kind === "unknown") return fail(`bad address '${host}'`);
  if (!quiet) err(`Connecting to ${host}${port === 80 ? "" : `:${port}`} (${found.ip}:${port})\n`);
  if (found.kind === "timeout") {
    if (place.container === null)
      hooks.advance(m, m.state.now + 1000 * Number(options.value("T") ?? 900));
    return fail("download timed out");
  }
  if (found.kind === "refused")
    return fail(`can't connect to remote host (${found.ip}): Connection refused`);
  if (found.kind === "reset") return fail("error getting response: Connection reset by peer");
  if (!isWeb(found.service)) return fail(`bad header line: ${greeting(found.service)}`);
  const answer = askHttp(m, found.place, found.service, path);
  if (answer.status !== 200)
    return fail(`server returned error: HTTP/1.1 ${answer.status} ${answer.reason}`);
  if (options.has("spider")) {
    if (!quiet) err("remote file exists\n");
    return 0;
  }
  const target = options.value("O") ?? (nameOf(path.split("?")[0] ?? "") || "index.html");
  if (target === "-") {
    if (!quiet) err("writing to stdout\n");
    out(answer.body);
    if (!quiet)
      err(
        `-                    100% |********************************|    ${answer.body.length}  0:00:00 ETA\nwritten to stdout\n`,
      );
    return 0;
  }
  if (!quiet) err(`saving to '${target}'\n`);
  if (target !== "/dev/null")
    putFile(m, place, fullPath(target, thread.cwd), { t: "f", x: answer.body });
  if (!quiet)
    err(
      `${target.padEnd(20)} 100% |********************************|    ${answer.body.length}  0:00:00 ETA\n'${target}' saved\n`,
    );
  return 0;
};

const curl: Tool = (call) => {
  const options = readOptions(
    call.args.slice(1),
    "o w m X H d u A max-time connect-timeout retry request header data output write-out",
  );
  const { m, place, err, out, hooks, thread } = call;
  const loud = !options.has("s") || options.has("S");
  let status = 0;
  const fail = (code: number, why: string) => {
    status = code;
    if (loud) err(`curl: (${code}) ${why}\n`);
    const form = options.value("w") ?? options.value("write-out");
    if (form !== undefined) out(form.replace(/\\n/g, "\n").replace("%{http_code}", "000"));
    return code;
  };
  if (options.rest.length === 0) {
    err("curl: (2) no URL specified\n");
    return 2;
  }
  for (const url of options.rest) {
    const { host, port, path } = readAddress(url);
    const found = reach(m, place, host, port);
    const name = port === 443 && !url.includes(":443") ? host : host;
    if (found.kind === "unknown") fail(6, `Could not resolve host: ${host}`);
    else if (found.kind === "refused")
      fail(7, `Failed to connect to ${name}:${port} after 0 ms: Could not connect to server`);
    else if (found.kind === "reset") fail(56, "Recv failure: Connection reset by peer");
    else if (found.kind === "timeout") {
      const limit = Number(
        options.value("m") ?? options.value("max-time") ?? options.value("connect-timeout") ?? 130,
      );
      hooks.advance(m, m.state.now + limit * 1000);
      fail(28, `Connection timed out after ${limit * 1000} milliseconds`);
    } else if (!isWeb(found.service)) fail(1, "Received HTTP/0.9 when not allowed");
    else status = show(call, options, askHttp(m, found.place, found.service, path), thread.cwd);
  }
  return status;
};

function show(
  call: Call,
  options: ReturnType<typeof readOptions>,
  answer: ReturnType<typeof askHttp>,
  cwd: string,
): number {
  const { m, place, out, err } = call;
  const head = `HTTP/1.1 ${answer.status} ${answer.reason}\r\nDate: ${new Date(m.state.now).toUTCString()}\r\nConnection: close\r\nContent-type: ${answer.type}\r\nContent-Length: ${answer.body.length}\r\n\r\n`;
  if ((options.has("f") || options.has("fail")) && answer.status >= 400) {
    if (!options.has("s") || options.has("S"))
      err(`curl: (22) The requested URL returned error: ${answer.status}\n`);
    return 22;
  }
  const isHead = options.has("I") || options.has("head");
  const text = `${isHead || options.has("i") ? head : ""}${isHead ? "" : answer.body}`;
  const target = options.value("o") ?? options.value("output");
  if (target === undefined) out(text);
  else if (target !== "/dev/null") putFile(m, place, fullPath(target, cwd), { t: "f", x: text });
  const form = options.value("w") ?? options.value("write-out");
  if (form !== undefined)
    out(form.replace(/\\n/g, "\n").replace("%{http_code}", String(answer.status)));
  return 0;
}

const ping: Tool = (call) => {
  const options = readOptions(call.args.slice(1), "c w W i s");
  const { m, place, out, err, args } = call;
  const [name = ""] = options.rest;
  const [ip] = resolveName(m, place, name);
  if (ip === undefined) {
    err(
      place.container === null
        ? `${args[0]}: ${name}: Name or service not known\n`
        : `${args[0]}: bad address '${name}'\n`,
    );
    return place.container === null ? 2 : 1;
  }
  const count = Number(options.value("c") ?? 4);
  const answers = ip.startsWith("127.") || reach(m, place, name, 1).kind !== "timeout";
  out(`PING ${name} (${ip}): 56 data bytes\n`);
  for (let i = 0; i < count && answers; i++)
    out(`64 bytes from ${ip}: seq=${i} ttl=64 time=0.08${i} ms\n`);
  out(
    `\n--- ${name} ping statistics ---\n${count} packets transmitted, ${answers ? count : 0} packets received, ${answers ? 0 : 100}% packet loss\n`,
  );
  if (answers) out("round-trip min/avg/max = 0.080/0.081/0.083 ms\n");
  return answers ? 0 : 1;
};

const nslookup: Tool = (call) => {
  const { m, place, out, args } = call;
  const name = args[1] ?? "";
  const own = containerAt(m, place);
  const isOwn =
    own !== null && Object.keys(own.networks).some((one) => one !== "bridge" && one !== "host");
  const server = isOwn ? "127.0.0.11" : hostOf(m, place.host).ip;
  out(`Server:\t\t${server}\nAddress:\t${server}:53\n\n`);
  const ips = resolveName(m, place, name);
  if (ips.length === 0) {
    out(`** server can't find ${name}: NXDOMAIN\n\n** server can't find ${name}: NXDOMAIN\n\n`);
    return 1;
  }
  out("Non-authoritative answer:\n");
  for (const ip of ips) out(`Name:\t${name}\nAddress: ${ip}\n`);
  out("\nNon-authoritative answer:\n\n");
  return 0;
};

const nc: Tool = (call) => {
  const words = call.args.slice(1);
  if (words.some((word) => /^-[a-z]*l/.test(word))) {
    const options = readOptions(words, "p e w");
    const port = Number(options.value("p") ?? options.rest.at(-1) ?? 0);
    return { service: { kind: "echo", port, ends: { TERM: 143, INT: 130 } } };
  }
  const options = readOptions(words, "w e q");
  const [host = "", port = "0"] = options.rest;
  const found = reach(call.m, call.place, host, Number(port));
  if (found.kind === "unknown") call.err(`nc: bad address '${host}'\n`);
  else if (found.kind !== "service" && found.kind !== "reset") {
    call.err(`nc: can't connect to remote host (${found.ip}): Connection refused\n`);
  }
  if (found.kind !== "service") return 1;
  if (options.has("z")) return 0;
  if (found.service.kind === "mysql") call.out("8.4.3\n");
  else if (found.service.kind === "redis" && /ping/i.test(call.stdin.text)) call.out("+PONG\r\n");
  else if (isWeb(found.service) && /^GET (\S+)/.test(call.stdin.text)) {
    call.out(
      askHttp(call.m, found.place, found.service, /^GET (\S+)/.exec(call.stdin.text)?.[1] ?? "/")
        .body,
    );
  } else if (found.service.kind === "echo") call.out(call.stdin.text);
  return 0;
};

const ip: Tool = (call) => {
  const { m, place, args, out, err } = call;
  const own = containerAt(m, place);
  const words = args.slice(1).filter((word) => !word.startsWith("-"));
  const oneLine = args.includes("-o");
  const ends = own ? Object.values(own.networks).filter((one) => one.ip !== "") : [];
  const wanted = words.includes("show") ? words[words.indexOf("show") + 1] : words[2];
  const links = ends.map((end, i) => {
    const network = Object.values(hostOf(m, place.host).networks).find(
      ({ id }) => id === end.network,
    );
    const bits = network?.subnet.split("/")[1] ?? "16";
    return { name: `eth${i}`, address: `${end.ip}/${bits}`, gateway: network?.gateway ?? "" };
  });
  if (words[0]?.startsWith("r")) {
    const [first] = links;
    if (first) out(`default via ${first.gateway} dev eth0\n`);
    return 0;
  }
  const all = [{ name: "lo", address: "127.0.0.1/8", gateway: "" }, ...links];
  const shown = wanted === undefined ? all : all.filter(({ name }) => name === wanted);
  if (shown.length === 0) {
    err(`ip: can't find device '${wanted}'\n`);
    return 1;
  }
  shown.forEach(({ name, address }, i) => {
    const n = wanted === undefined ? i + 1 : 2;
    if (oneLine)
      out(
        `${n}: ${name}    inet ${address} ${name === "lo" ? "scope host" : "brd 172.18.255.255 scope global"} ${name}\n`,
      );
    else
      out(
        `${n}: ${name}: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue qlen 1000\n    inet ${address} scope ${name === "lo" ? "host" : "global"} ${name}\n`,
      );
  });
  return 0;
};

const hostname: Tool = (call) => {
  const { m, place, args, out } = call;
  const own = containerAt(m, place);
  const plain =
    own === null || own.host.network === "host" ? hostOf(m, place.host).name : own.config.hostname;
  if (args[1] === "-i" && own)
    out(
      `${Object.values(own.networks)
        .map((one) => one.ip)
        .join(" ")}\n`,
    );
  else out(`${plain}\n`);
  return 0;
};

/** Programs that speak over the network, or about it. */
export const netTools: readonly (readonly [string, Tool])[] = [
  ["wget", wget],
  ["ping", ping],
  ["nslookup", nslookup],
  ["nc", nc],
  ["ip", ip],
  ["hostname", hostname],
];
export const hostNetTools: readonly (readonly [string, Tool])[] = [["curl", curl]];
