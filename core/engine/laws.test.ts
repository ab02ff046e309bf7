import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, undo } from "./apply";
import "./compose/read-yaml";
import { after, replay } from "./replay";
import { run } from "./run";
import { startState } from "./state/start-state";
import type { Container, Line, State } from "./types";

const at = Date.UTC(2026, 10, 28, 10);
const start = startState({ seed: 3, at });

const names = ["web", "db", "cache"];
const images = ["nginx", "redis", "alpine", "mysql:8.4", "nosuch", "hello-world"];
const ports = ["8080:80", "8080:6379", "80", "127.0.0.1:8081:80"];
const mounts = ["data:/data", "/srv/x:/x", "/anon", "./here:/here:ro"];

const name = fc.constantFrom(...names);
const options = fc
  .tuple(
    fc.option(fc.constantFrom(...ports)),
    fc.option(fc.constantFrom(...mounts)),
    fc.option(fc.constantFrom("shop", "bridge", "host", "none", "back")),
    fc.option(fc.constantFrom("always", "on-failure:2")),
  )
  .map(([port, mount, network, restart]) =>
    [
      port === null ? "" : `-p ${port}`,
      mount === null ? "" : `-v ${mount}`,
      network === null ? "" : `--network ${network}`,
      restart === null ? "" : `--restart ${restart}`,
    ].join(" "),
  );
const started = fc
  .tuple(options, name, fc.constantFrom(...images), fc.constantFrom("", "sleep 3", "false"))
  .map(([flags, one, image, words]) => `docker run -d ${flags} --name ${one} ${image} ${words}`);
const look = fc
  .tuple(fc.constantFrom("inspect", "logs", "top", "diff", "port", "export", "wait"), name)
  .map(([verb, one]) => `docker ${verb} ${one}`);
const anyVerb = fc
  .tuple(
    fc.constantFrom(
      "start",
      "stop -t 1",
      "kill",
      "restart -t 1",
      "pause",
      "unpause",
      "rm -f",
      "rm",
      "rename web",
    ),
    name,
  )
  .map(([verb, one]) => `docker ${verb} ${one}`);
const others = fc.constantFrom(
  "docker network create shop",
  "docker network create back",
  "docker network connect shop web",
  "docker network disconnect shop web",
  "docker network rm shop",
  "docker volume create data",
  "docker volume rm data",
  "docker volume prune -af",
  "docker rmi nginx",
  "docker tag nginx mine",
  "docker commit web snap",
  "docker system prune -af",
  "docker container prune -f",
  "docker exec web touch /tmp/x",
  "docker ps -a | wc -l",
  "docker rm -f $(docker ps -aq)",
  "docker images -q | sort -u",
  "printf 'FROM alpine\\nRUN echo x > /x\\n' > Dockerfile; docker build -q -t made .",
  "docker run --rm -v data:/d alpine sh -c 'echo x > /d/f; ls /d'",
  "echo x > file; cat file; rm file",
  "for i in 1 2; do docker create alpine true; done",
  "cd /nowhere; echo $?",
  "docker run",
  "docker nosuch",
  "nosuch | cat",
);
const many = fc.constantFrom(
  "printf 'services:\\n  web:\\n    image: nginx\\n  db:\\n    image: redis\\n' > compose.yaml",
  "docker compose up -d",
  "docker compose up -d --scale db=2",
  "docker compose down",
  "docker compose ps",
  "docker swarm init",
  "docker swarm leave --force",
  "docker service create --name front --replicas 2 nginx",
  "docker service update --image httpd front",
  "docker service rollback front",
  "docker service scale front=1",
  "docker service ps front",
  "docker service rm front",
  "docker stack deploy -c compose.yaml app",
  "docker stack rm app",
  "echo x | docker secret create word -",
);
const noise = fc.string({ maxLength: 30 }).map((text) => `docker ${text}`);
const command = fc.oneof(
  { weight: 4, arbitrary: started },
  { weight: 3, arbitrary: anyVerb },
  { weight: 2, arbitrary: look },
  { weight: 4, arbitrary: others },
  { weight: 4, arbitrary: many },
  { weight: 1, arbitrary: noise },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
);
const lines = fc
  .array(fc.tuple(command, fc.integer({ min: 0, max: 20_000 })), { maxLength: 9 })
  .map((list): Line[] => {
    let moment = at;
    return list.map(([text, later]) => {
      moment += later;
      return { text, at: moment };
    });
  });

const runs = { numRuns: 60 };

const upOnes = (state: State): Container[] =>
  Object.values(state.hosts["1"]?.containers ?? {}).filter(
    ({ status }) => status === "running" || status === "paused",
  );

const doubled = (list: readonly string[]): string[] =>
  list.filter((one, i) => list.indexOf(one) !== i);

describe("the engine", () => {
  it("gives the earlier state when events are taken back", () => {
    fc.assert(
      fc.property(lines, (typed) => {
        let state = start;
        const before: State[] = [];
        const events = typed.map((line) => {
          before.push(state);
          const result = run(state, line);
          state = after(state, result);
          return result.events;
        });
        for (let i = events.length - 1; i >= 0; i--) {
          state = undo(state, events[i] ?? []);
          expect(state).toEqual(before[i]);
        }
      }),
      runs,
    );
  });

  it("does and says the same for the same seed and lines", () => {
    fc.assert(
      fc.property(lines, (typed) => {
        expect(replay(start, typed)).toEqual(replay(start, typed));
      }),
      runs,
    );
  });

  it("has a state that survives JSON, and goes on alike after it", () => {
    fc.assert(
      fc.property(lines, command, (typed, next) => {
        const { state } = replay(start, typed);
        const copy = JSON.parse(JSON.stringify(state)) as State;
        expect(copy).toEqual(state);
        const line = { text: next, at: state.now + 500 };
        expect(run(copy, line)).toEqual(run(state, line));
      }),
      runs,
    );
  });

  it("never throws, and changes nothing where it does not model a line", () => {
    fc.assert(
      fc.property(lines, (typed) => {
        for (const { unmodelled, events } of replay(start, typed).results) {
          if (unmodelled !== undefined) expect(events).toEqual([]);
          expect(unmodelled ?? "").not.toMatch(/has a fault/);
        }
      }),
      runs,
    );
  });

  it("lets no names, ports, mounts or addresses clash", () => {
    fc.assert(
      fc.property(lines, (typed) => {
        const { state } = replay(start, typed);
        const all = Object.values(state.hosts["1"]?.containers ?? {});
        expect(doubled(all.map((one) => one.name))).toEqual([]);
        const bound = upOnes(state).flatMap(({ ports: list }) =>
          Object.entries(list).flatMap(([target, bindings]) =>
            (bindings ?? []).map(({ ip, port }) => `${ip}:${port}/${target.split("/")[1]}`),
          ),
        );
        expect(doubled(bound)).toEqual([]);
        const ips = upOnes(state).flatMap(({ networks }) =>
          Object.values(networks).flatMap(({ network, ip }) =>
            ip === "" ? [] : [`${network} ${ip}`],
          ),
        );
        expect(doubled(ips)).toEqual([]);
        for (const { mounts: own } of all)
          expect(doubled(own.map(({ target }) => target))).toEqual([]);
      }),
      runs,
    );
  });

  it("tells in its events all that happened", () => {
    fc.assert(
      fc.property(lines, (typed) => {
        let state = start;
        for (const line of typed) state = run(state, line).events.reduce(apply, state);
        expect(state).toEqual(replay(start, typed).state);
      }),
      runs,
    );
  });
});
