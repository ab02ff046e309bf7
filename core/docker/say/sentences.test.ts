import { describe, expect, it } from "vitest";
import { canonicalCommand } from "#core/docker/canonical-command";
import { differencesOf } from "#core/docker/compare-commands";
import { parseCommand } from "#core/docker/parse-command";
import { effectsOf } from "#core/docker/same-effect";
import type { Canonical } from "#core/docker/types";
import { describeEffect } from "./describe-effect";
import { engineRequests } from "./engine-requests";
import { firstDifference, sayContrast, sayDifference } from "./say-difference";
import { thirdPerson } from "./words";

function read(text: string): Canonical {
  const canonical = canonicalCommand(parseCommand(text));
  if (canonical.kind !== "canonical") throw new Error(`${text} is ${canonical.kind}`);
  return canonical;
}

describe("sayDifference", () => {
  it.each([
    [
      "docker run -d nginx",
      "docker run nginx",
      "The task wants you to run it in the background (`-d`); yours does not.",
    ],
    [
      "docker run nginx",
      "docker run --name web nginx",
      "Yours names it `web`, which is not part of the task.",
    ],
    [
      "docker run nginx:1.25",
      "docker run nginx",
      "Yours uses the image `nginx`; the task wants you to use the image `nginx:1.25`.",
    ],
    [
      "docker run -p 127.0.0.1:80:80 nginx",
      "docker run -p 80:80 nginx",
      "Yours publishes container port 80 on host port 80; the task wants you to publish container port 80 on host port 80, on the address 127.0.0.1 alone.",
    ],
    [
      "docker run --mount type=bind,src=/a,dst=/b nginx",
      "docker run -v /a:/b nginx",
      "Yours mounts `/a` of the host at `/b` (a missing `/a` is made); the task wants you to mount `/a` of the host at `/b` (a missing `/a` is refused).",
    ],
    [
      "docker swarm init --advertise-addr eth0",
      "docker swarm init",
      "The task wants you to be reachable for other nodes at `eth0:2377`; yours is not.",
    ],
    [
      "docker run nginx echo $HOME",
      "docker run nginx echo '$HOME'",
      "Yours uses `echo '$HOME'` as its command; the task wants you to use `echo $HOME` as its command.",
    ],
    [
      "docker image inspect nginx",
      "docker inspect nginx",
      "Yours would print all details of whatever has the name; the task wants you to print all details of an image.",
    ],
    [
      "docker inspect web",
      "docker inspect db",
      "Yours looks for `db`; the task wants you to look for `web`.",
    ],
    [
      "docker login -u a --password-stdin",
      "docker login -u a",
      "Yours leaves the name or the password to be asked for, which is not part of the task.",
    ],
    [
      "docker run -e A=1 nginx",
      "docker run -e A nginx",
      "Yours passes on the variable `A` with its value in this shell; the task wants you to set `A=1`.",
    ],
    [
      "docker run -m 512m nginx",
      "docker run -m 1g nginx",
      "Yours limits its memory to `1g`; the task wants you to limit its memory to `512m`.",
    ],
    [
      "docker run -v data:/x nginx",
      "docker run -v data:/x:ro nginx",
      "Yours mounts the volume `data` at `/x`, read-only; the task wants you to mount the volume `data` at `/x`.",
    ],
    [
      "docker stop web",
      "docker rm web",
      "Yours would remove a container; the task wants you to stop a running container.",
    ],
    [
      "docker rm web db",
      "docker rm web",
      "Yours acts on the container `web`; the task wants you to act on the containers `db`, `web`.",
    ],
    [
      "docker logs --tail 20 web",
      "docker logs web",
      "The task wants you to show the last `20` lines; yours does not.",
    ],
    [
      "docker run --network front nginx",
      "docker run nginx",
      "The task wants you to use the network `front`; yours does not.",
    ],
    [
      "docker run --network shop --network-alias db nginx",
      "docker run --network shop nginx",
      "The task wants you to join the network `shop`, known there as `db`; yours joins it without that.",
    ],
    [
      "docker volume prune -af",
      "docker image prune -af",
      "Yours would remove images that are not needed; the task wants you to remove volumes that nothing uses.",
    ],
    [
      "docker service scale web=5",
      "docker service scale web=3",
      "Yours changes the service `web`: replicas `3`; the task wants you to change the service `web`: replicas `5`.",
    ],
  ])("%s <- %s", (task, typed, said) => {
    const [wanted, given] = [read(task), read(typed)];
    const first = firstDifference(differencesOf(wanted, given));
    expect(sayDifference(first, { wanted, given })).toBe(said);
  });

  it("tells what goes without saying, and a template, as they were typed", () => {
    const said = (task: string, typed: string) => {
      const [wanted, given] = [read(task), read(typed)];
      const first = firstDifference(differencesOf(...effectsOf(wanted, given)));
      return sayDifference(first, { wanted, given });
    };
    expect(
      said("docker compose -f compose.yaml -f b.yaml up", "docker compose -f compose.yaml up"),
    ).toBe(
      "Yours reads the Compose file `compose.yaml`; the task wants you to read the Compose file `compose.yaml`, `b.yaml`.",
    );
    expect(said("docker images --format '{{.Tag}} {{.ID}}'", "docker images -q")).toBe(
      "Yours prints only the IDs; the task wants you to print it in the format `{{.Tag}} {{.ID}}`.",
    );
  });

  it("tells first what is done, then what it is done to, and what is printed last", () => {
    const first = (task: string, typed: string) =>
      firstDifference(differencesOf(read(task), read(typed))).aspect;
    expect(first("docker run -d --name web nginx", "docker create httpd")).toBe("action");
    expect(first("docker run -d --name web nginx", "docker run --rm httpd")).toBe("image");
    expect(first("docker images -q", "docker images -a")).toBe("all");
  });
});

it.each([
  [
    "docker run -d nginx",
    "docker run nginx",
    "The first runs it in the background (`-d`); the second does not.",
  ],
  [
    "docker run nginx",
    "docker run -d nginx",
    "The second runs it in the background (`-d`); the first does not.",
  ],
  [
    "docker run --name a1 nginx",
    "docker run --name b1 nginx",
    "The first names it `a1`; the second names it `b1`.",
  ],
  [
    "docker stop web",
    "docker rm web",
    "The first stops a running container; the second removes a container.",
  ],
])("%s beside %s", (one, other, said) => {
  const [first, second] = [read(one), read(other)];
  const difference = firstDifference(differencesOf(first, second));
  expect(sayContrast(difference, { first, second })).toBe(said);
});

it.each([
  [
    "docker run -d --rm -p 8080:80 --name web nginx",
    [
      "Creates a container and starts it.",
      "Runs it in the background (`-d`).",
      "Uses the image `nginx`.",
      "Names it `web`.",
      "Publishes container port 80 on host port 8080.",
      "Removes the container when it ends (`--rm`).",
    ],
  ],
  [
    "docker ps -aq",
    ["Lists containers.", "Shows stopped ones, too (`-a`).", "Prints only the IDs."],
  ],
  [
    "docker network create -d overlay net",
    ["Creates a network.", "Uses the driver `overlay`.", "Calls the network `net`."],
  ],
  [
    "docker-compose up -d",
    [
      "Creates what is missing of the project, remakes what has changed, and starts its services.",
      "Leaves it in the background (`-d`).",
    ],
  ],
])("%s is described", (text, told) => {
  expect(describeEffect(read(text))).toEqual(told);
});

it.each([
  [
    "docker run -d --name web nginx",
    [
      "POST /containers/create?name=web",
      "POST /containers/{id}/wait?condition=next-exit",
      "POST /containers/{id}/start",
    ],
  ],
  [
    "docker run nginx",
    [
      "POST /containers/create",
      "POST /containers/{id}/attach?stderr=1&stdout=1&stream=1",
      "POST /containers/{id}/wait?condition=next-exit",
      "POST /containers/{id}/start",
    ],
  ],
  ["docker ps -a", ["GET /containers/json?all=1"]],
  [
    "docker pull localhost:5000/app",
    ["POST /images/create?fromImage=localhost:5000/app&tag=latest"],
  ],
  [
    "docker rm -fv web db",
    ["DELETE /containers/db?force=1&v=1", "DELETE /containers/web?force=1&v=1"],
  ],
  ["docker-machine ls", []],
  ["docker ps -f status=exited", ['GET /containers/json?filters={"status":{"exited":true}}']],
  ["docker volume prune -af", ['POST /volumes/prune?filters={"all":{"true":true}}']],
  ["docker volume rm -f data", ["DELETE /volumes/data?force=1"]],
  ["docker push localhost:5000/a/b:2", ["POST /images/localhost:5000/a/b/push?tag=2"]],
  ["docker tag app localhost:5000/app:2", ["POST /images/app/tag?repo=localhost:5000/app&tag=2"]],
  ["docker commit c a1", ["POST /commit?container=c&repo=docker.io/library/a1&tag=latest"]],
  ["docker commit c", ["POST /commit?container=c"]],
  ["docker push a/b", ["POST /images/docker.io/a/b/push?tag=latest"]],
  ["docker push -a a/b", ["POST /images/docker.io/a/b/push"]],
  ["docker image prune -af", ['POST /images/prune?filters={"dangling":{"false":true}}']],
  ["docker save a1 b1:2 -o x.tar", ["GET /images/get?names=a1&names=b1:2"]],
  ["docker top web aux", ["GET /containers/web/top?ps_args=aux"]],
  ["DOCKER_BUILDKIT=0 docker build .", ["POST /build"]],
  ["DOCKER_BUILDKIT=1 docker build .", ["POST /grpc"]],
])("the engine is asked for %s", (text, asked) => {
  expect(engineRequests(read(text)).map(({ method, path }) => `${method} ${path}`)).toEqual(asked);
});

it("conjugates", () => {
  const said = ["run it", "publish it", "copy it", "pass it", "go on", "play it", "have it"];
  expect(said.map(thirdPerson)).toEqual([
    "runs it",
    "publishes it",
    "copies it",
    "passes it",
    "goes on",
    "plays it",
    "has it",
  ]);
});
