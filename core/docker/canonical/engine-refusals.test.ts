import { expect, it } from "vitest";
import { canonicalCommand } from "#core/docker/canonical-command";
import { parseCommand } from "#core/docker/parse-command";

it.each([
  ["docker run --oom-score-adj 1001 nginx", /range for oom score adj is/],
  ["docker create --oom-score-adj=-1001 nginx", /range for oom score adj is/],
  ["docker run -m 1g --memory-swap 512m nginx", /Minimum memoryswap limit/],
  ["docker run --memory-swap 512m nginx", /^engine: You should always set the Memory limit when/],
  ["docker run --isolation process nginx", /^engine: invalid isolation \(process\): linux only/],
  ["docker run -v data:/x -v logs:/x nginx", /Duplicate mount point: \/x/],
  ["docker run -v data:/x --mount type=bind,src=/a,dst=/x nginx", /Duplicate mount point/],
  ["docker run --mount src=/srv/a,dst=/b nginx", /"\/srv\/a" includes invalid characters/],
  ["docker run --mount type=foo,dst=/a nginx", /config for type "foo": mount type unknown/],
  ["docker network create bridge", /^engine: operation is not permitted on predefined bridge/],
  ["docker network create -d host shop", /only one instance of "host" network is allowed/],
  ["docker top web -o comm", /^engine: Couldn't find PID field/],
  ["docker top web -eo user,args", /Couldn't find PID field/],
  ["docker top web axo comm", /Couldn't find PID field/],
  ["docker top web -ocmd", /Couldn't find PID field/],
  ["docker top web --no-headers", /Couldn't find PID field/],
  ["docker volume create x", /^engine: create x: volume name is too short, names should be at/],
  ["docker volume create a,b", /^engine: create a,b: "a,b" includes invalid characters/],
  ["docker kill -s FOO web", /^engine: invalid signal: FOO/],
  ["docker run --stop-signal FOO nginx", /^engine: invalid signal: FOO/],
  ["docker rename web w", /^engine: Error when allocating new name: Invalid container name \(w\)/],
  ["docker run --network none --ip 10.0.0.2 nginx", /^engine: invalid config for network none: /],
  ["docker run --ip 10.0.0.2 nginx", /^engine: invalid config for network bridge: /],
  ["docker context create a", /^client: context name "a" is invalid, names are validated/],
  ["docker context create default", /^client: "default" is a reserved context name$/],
  ["docker context use", /^client: accepts 1 arg\(s\), received 0$/],
  ["docker plugin enable --timeout -1 p1", /^client: negative timeout -1 is invalid$/],
  ["docker checkpoint create --leave-running web c1", /^client: docker checkpoint create is only/],
])("the engine or the client refuses %s", (text, message) => {
  const read = canonicalCommand(parseCommand(text));
  expect(read.kind === "refused" && `${read.by}: ${read.message}`).toMatch(message);
});

it.each([
  "docker run --oom-score-adj 1000 nginx",
  "docker run --memory-swap -1 nginx",
  "docker run --isolation default nginx",
  "docker update --memory-swap 512m web",
  "docker run -m 1g --memory-swap 1g nginx",
  "docker run -m 1g --memory-swap -1 nginx",
  "docker run -v data:/x -v data:/x nginx",
  "docker run -v data:/x -v logs:/y nginx",
  "docker run --mount type=bind,src=/srv/a,dst=/b nginx",
  "docker run --mount type=image,src=alpine,dst=/a nginx",
  "docker network create bridge2",
  "docker network create -d bridge host-side",
  "docker top web aux",
  "docker context create dev",
  "docker context use default",
  "docker plugin enable --timeout 5 p1",
  "docker top web -e -f",
  "docker top web -o pid,comm",
  "docker top web -o comm -o pid",
  "docker top web axo pid,args",
  "docker top web -O comm",
])("and takes %s", (text) => {
  expect(canonicalCommand(parseCommand(text)).kind).toBe("canonical");
});
