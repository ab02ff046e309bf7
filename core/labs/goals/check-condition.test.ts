import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { playLines, startLab } from "#core/labs/play";
import { checkCondition } from "./check-condition";
import type { Condition } from "./condition";

const at = Date.UTC(2026, 11, 1, 9);
const stateAfter = (...prepared: string[]) => startLab({ seed: 7, at, prepared }).state;
const missing = (condition: Condition, ...lines: string[]) =>
  checkCondition(stateAfter(...lines), condition).missing;

const web = "docker run -d --name web -p 8080:80 nginx";
const page = "/usr/share/nginx/html/index.html";
const hello = `docker exec web sh -c 'echo Hello > ${page}'`;

/** Each condition, a way to meet it, a way that does not, and what is said then. */
const cases: [Condition, string[], string[], string][] = [
  [{ is: "running", container: "web" }, [web], [web, "docker stop web"], "exit code 0"],
  [
    { is: "running", container: "web", image: "nginx:1.27" },
    [web.replace("nginx", "nginx:1.27")],
    [web.replace("nginx", "nginx:1.26")],
    "made of `nginx:1.26`: the goal wants `nginx:1.27`",
  ],
  [{ is: "stopped", container: "web" }, [web, "docker stop web"], [web], "still runs"],
  [
    { is: "exists", what: "volume", name: "data" },
    ["docker volume create data"],
    ["docker volume create date"],
    "there is `date`",
  ],
  [
    { is: "exists", what: "network", name: "front" },
    ["docker network create front"],
    [],
    "There is no network `front`",
  ],
  [{ is: "gone", what: "container", name: "web" }, [], [web], "still there"],
  [
    { is: "published", container: "web", port: 80, at: 8080 },
    [web],
    [web.replace("8080", "80")],
    "its port 80 is at port 80 of the host: the goal wants 8080",
  ],
  [
    { is: "answers", at: 8080, with: "Hello" },
    [web, hello],
    [web],
    "Port 8080 answers, but with “Welcome to nginx!",
  ],
  [
    { is: "reaches", from: "app", name: "web", port: 80 },
    [
      "docker network create quay",
      "docker run -d --name web --network quay nginx",
      "docker run -d --name app --network quay alpine sleep 999",
    ],
    [web, "docker run -d --name app alpine sleep 999"],
    "names are not looked up",
  ],
  [
    { is: "cut-off", from: "app", name: "web", port: 80 },
    [web, "docker run -d --name app alpine sleep 999"],
    [web, "docker run -d --name app --link web alpine sleep 999"],
    "still reaches",
  ],
  [
    { is: "joined", container: "web", network: "quay" },
    [web, "docker network create quay", "docker network connect quay web"],
    [web, "docker network create quay"],
    "is on `bridge`: the goal wants `quay`",
  ],
  [
    { is: "mounted", container: "db", volume: "data", at: "/data" },
    ["docker run -d --name db -v data:/data redis"],
    ["docker run -d --name db redis"],
    "a volume that nobody named",
  ],
  [
    { is: "mounted", container: "db", folder: "/home/ada/lab/data", at: "/data" },
    ["docker run -d --name db -v $PWD/data:/data redis"],
    ["docker run -d --name db -v $PWD/data:/date redis"],
    "but at `/date`",
  ],
  [
    { is: "holds", volume: "data", file: "log", with: "Hello" },
    ["docker run --rm -v data:/d alpine sh -c 'echo Hello > /d/log'"],
    ["docker run --rm -v data:/d alpine sh -c 'echo Bye > /d/log'"],
    "says “Bye”",
  ],
  [
    { is: "file", path: "/home/ada/lab/x", with: "Hello" },
    ["echo Hello > x"],
    ["echo Hello > y"],
    "There is no file",
  ],
  [{ is: "file", path: page, container: "web", with: "Hello" }, [web, hello], [web], "says"],
  [
    { is: "file", path: page, image: "own", with: "Hello" },
    [web, hello, "docker commit web own"],
    [web, "docker commit web own", hello],
    "says",
  ],
  [
    { is: "lost", words: "only copy" },
    [web, hello.replace("Hello", "only copy"), "docker rm -f web"],
    [web, hello.replace("Hello", "only copy"), "docker stop web"],
    "still stands",
  ],
  [
    { is: "env", container: "db", name: "A", value: "b" },
    ["docker run -d --name db -e A=b redis"],
    ["docker run -d --name db -e A=c redis"],
    "is `c`: the goal wants `b`",
  ],
  [
    { is: "restarts", container: "web", policy: "always" },
    [web, "docker update --restart always web"],
    [web],
    "is `no`",
  ],
  [
    { is: "limited", container: "web", memory: 64 },
    [web.replace("-d", "-d -m 64m")],
    [web.replace("-d", "-d -m 32m")],
    "may use 32 MB: the goal wants 64",
  ],
  [
    { is: "starts", image: "own" },
    [web, "docker commit web own"],
    [web, "docker export -o web.tar web", "docker import web.tar own"],
    "does not say what to run",
  ],
  [
    { is: "tagged", name: "own", as: "nginx" },
    [web, "docker tag nginx own"],
    [web, hello, "docker commit web own"],
    "are two images",
  ],
  [
    { is: "pushed", name: "localhost:5000/own" },
    [
      "docker run -d -p 5000:5000 --name registry registry:2",
      "docker pull nginx",
      "docker tag nginx localhost:5000/own",
      "docker push localhost:5000/own",
    ],
    ["docker pull nginx", "docker tag nginx localhost:5000/own"],
    "is only on this host",
  ],
  [
    { is: "dangling", most: 0 },
    [web, "docker commit web own"],
    [web, hello, "docker commit web own", "docker exec web touch /x", "docker commit web own"],
    "1 image without a name",
  ],
];

describe("a condition", () => {
  it.each(cases)("%j is met, and says what is nearest where it is not", (...told) => {
    const [condition, met, unmet, says] = told;
    expect(missing(condition, ...met)).toBeNull();
    expect(missing(condition, ...unmet)).toContain(says);
  });

  it("has an example for each kind", () => {
    const kinds = new Set(cases.map(([{ is }]) => is));
    expect(kinds.size).toBe(20);
  });

  it("compares only what it names", () => {
    const more = web.replace("nginx", "-p 9090:80 -e A=b -v data:/data --restart always nginx");
    expect(missing({ is: "published", container: "web", port: 80, at: 8080 }, more)).toBeNull();
  });

  it("is told in any state, the same each time, and changes none", () => {
    const lines = [...new Set(cases.flatMap(([, met, unmet]) => [...met, ...unmet]))];
    const typed = fc.array(fc.constantFrom(...lines, "docker rm -f web", "docker stop db"), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(typed, fc.constantFrom(...cases.map(([one]) => one)), (texts, condition) => {
        const start = startLab({ seed: 3, at, prepared: [] }).state;
        const steps = playLines(
          start,
          texts.map((text, n) => ({ text, at: at + n * 5000 })),
        );
        const { state } = steps.at(-1) ?? { state: start };
        const before = JSON.stringify(state);
        const first = checkCondition(state, condition);
        expect(checkCondition(state, condition)).toEqual(first);
        expect(JSON.stringify(state)).toBe(before);
      }),
      { numRuns: 40 },
    );
  });
});
