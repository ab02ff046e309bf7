import "#core/docker/whole";
import { describe, expect, it } from "vitest";
import { type CommandTask, judgeCommand } from "./judge-command";

const task = (answer: string, rest: Partial<CommandTask> = {}): CommandTask => ({
  id: "card",
  answer,
  also: [],
  must: null,
  may: [],
  mustNot: [],
  ...rest,
});

const web = task("docker run -d -p 8080:80 --name web nginx");
const layerOf = (asked: CommandTask, typed: string) => judgeCommand(asked, typed).layer;

describe("layers", () => {
  it.each([
    ["same", "docker run -d -p 8080:80 --name web nginx"],
    ["same", "docker container run --name=web --publish 8080:80 --detach nginx:latest"],
    ["wrong", "docker run nginx -d -p 8080:80 --name web"],
    ["wrong", "docker run -d -p 80:8080 --name web nginx"],
    ["refused", "docker run -pd 8080:80 --name web nginx"],
    ["unmodelled", "docker run -d nginx && docker ps"],
    ["empty", "  "],
  ])("%s: %s", (layer, typed) => {
    expect(layerOf(web, typed)).toBe(layer);
  });

  it("gives full marks to another road to the same effect", () => {
    const asked = task("docker run -v /data:/data nginx");
    const typed = "docker run --mount type=bind,src=/data,dst=/data nginx";
    expect(layerOf(asked, typed)).toBe("same-effect");
    expect(layerOf(asked, "docker run -v data:/data nginx")).toBe("wrong");
  });

  it("takes no folder that is made where one is wanted that is there", () => {
    const asked = task("docker run --mount type=bind,src=/data,dst=/data nginx");
    expect(layerOf(asked, "docker run -v /data:/data nginx")).toBe("wrong");
    expect(layerOf(asked, "docker run --mount type=bind,src=/data,dst=/data,ro nginx")).toBe(
      "wrong",
    );
  });

  it.each([
    ["docker ps -l", "docker ps -al"],
    ["docker ps -f status=exited", "docker ps -a -f status=exited"],
    ["docker top web", "docker top web -ef"],
  ])("takes %s and %s for one effect", (one, other) => {
    expect(layerOf(task(one), other)).toBe("same-effect");
    expect(layerOf(task(other), one)).toBe("same-effect");
  });

  it("goes by the fields that a template prints", () => {
    const both = task("docker version -f '{{.Client.Version}} {{.Server.Version}}'");
    const layer = (format: string) => layerOf(both, `docker version -f '${format}'`);
    expect(layer("{{.Server.Version}} / {{.Client.Version}}")).toBe("same-effect");
    expect(layer("client {{.Client.Version}}, server {{.Server.Version}}")).toBe("same-effect");
    expect(layer("{{println .Client.Version}}{{println .Server.Version}}")).toBe("same-effect");
    expect(layer("{{.Client.Version}}")).toBe("partly");
    expect(layer("{{.Client.Version}}{{.Server.Version}}")).toBe("partly");
    expect(layer("{{.Client.Version}} {{len .Server.Version}}")).toBe("partly");
    expect(
      layerOf(task("docker ps --format '{{.ID}}'"), "docker ps --format 'table {{.ID}}'"),
    ).toBe("partly");
  });

  it("takes a look for anything of a name for one at a kind, and no kind for anything", () => {
    expect(layerOf(task("docker container inspect web"), "docker inspect web")).toBe("same-effect");
    expect(layerOf(task("docker inspect web"), "docker container inspect web")).toBe("wrong");
  });

  it("knows that in 2015 Compose was a program of its own", () => {
    expect(layerOf(task("docker-compose up"), "docker compose up")).toBe("wrong");
    expect(layerOf(task("docker compose up"), "docker-compose up")).toBe("same");
  });

  it("takes what only prints otherwise for half", () => {
    expect(layerOf(task("docker images"), "docker images -q")).toBe("partly");
    expect(layerOf(task("docker ps"), "docker ps -a")).toBe("wrong");
  });

  it("takes any of the answers, and tells the differences from the nearest", () => {
    const asked = task("docker stop web", { also: ["docker kill web"] });
    expect(layerOf(asked, "docker kill web")).toBe("same");
    expect(judgeCommand(asked, "docker kill db")).toMatchObject({
      layer: "wrong",
      differences: [{ aspect: "containers" }],
    });
  });
});

it("reads a template of Docker Machine without the blanks in its braces", () => {
  const asked = task("docker-machine inspect -f '{{.Driver.IPAddress}}' dev");
  const typed = 'docker-machine inspect --format="{{ .Driver.IPAddress }}" dev';
  expect(layerOf(asked, typed)).toBe("same");
});

describe("another road to the same", () => {
  const bind = "docker run -v /a:/b nginx";
  it.each([
    ["docker run -p 80:80 nginx", "docker run -p 0.0.0.0:80:80 -p [::]:80:80 nginx"],
    [bind, "docker run -v /a:/b:z nginx"],
    [bind, "docker run --mount type=bind,src=/a,dst=/b,bind-propagation=rprivate nginx"],
    ["docker run --volumes-from db alpine ls /x", "docker run --volumes-from db:rw alpine ls /x"],
    ["docker exec -u root web cat /x", "docker exec -u 0:root web /bin/cat /x"],
    ["docker exec web cat /x", 'docker exec web sh -c "cat /x"'],
    ["docker exec -it web bash", "docker exec -it web /usr/bin/bash --login"],
    ["docker rename web old", "docker rename web /old"],
    ["docker stop web", "docker stop -s SIGTERM web"],
    ["docker build -t a .", "DOCKER_BUILDKIT=1 docker build --force-rm -t a ."],
    ["docker swarm init", "docker swarm init --availability active --cert-expiry 2160h"],
    ["docker service create nginx", "docker service create --update-parallelism 1 nginx"],
    ["docker network create -d overlay x", "docker network create -d overlay --scope swarm x"],
    ["docker volume prune --filter all=true", "docker volume prune --filter all=1"],
    ["docker -H ssh://ana@web2 ps", "docker -H ssh://ana@web2:22/ ps"],
    ["docker compose up -d", "docker compose -f ./compose.yaml up -d --wait"],
    ["docker compose -p x up -d", "COMPOSE_PROJECT_NAME=x docker compose up --wait"],
    ["docker compose -f a.yaml -f b.yaml up", "COMPOSE_FILE=./a.yaml:b.yaml docker compose up"],
    ["docker-compose up", "docker-compose -f docker-compose.yml up"],
  ])("%s: %s", (asked, typed) => {
    expect(layerOf(task(asked), typed)).toBe("same-effect");
  });

  it.each([
    ["docker run -p 80:80 nginx", "docker run -p [::]:80:80 nginx"],
    ["docker run -p 80:80 nginx", "docker run -p 127.0.0.1:80:80 nginx"],
    [bind, "docker run -v /a:/b:ro,z nginx"],
    ["docker exec -u root web ls", "docker exec -u 0:1000 web ls"],
    ["docker exec web cat /x", 'docker exec web sh -c "cat /x | head"'],
    ["docker exec web cat /x", 'docker exec web sh -c "cd /y"'],
    ["docker exec -it web bash", "docker exec -it web sh"],
    ["docker stop web", "docker stop -s KILL web"],
    ["docker build -t a .", "DOCKER_BUILDKIT=0 docker build -t a ."],
    ["docker service create nginx", "docker service create --update-parallelism 2 nginx"],
    ["docker network create -d overlay x", "docker network create -d overlay --scope local x"],
    ["docker compose up -d", "docker compose -f prod.yaml up -d"],
    ["docker compose up -d", "docker compose -f docker-compose.yml up -d"],
    ["docker compose up", "docker compose up --wait"],
    ["docker-compose up", "docker-compose -f compose.yaml up"],
  ])("not %s: %s", (asked, typed) => {
    expect(layerOf(task(asked), typed)).toBe("wrong");
  });
});

describe("what only prints otherwise", () => {
  it.each([
    ["docker run -d nginx", "docker run -dq nginx"],
    ["docker pull nginx", "docker pull -q nginx"],
    ["docker ps", "docker ps --no-trunc -s"],
    ["docker image inspect nginx", "docker image inspect -f json nginx"],
    ["docker service logs -f web", "docker service logs -f --raw --details web"],
    ["docker service create nginx", "docker service create -d -q nginx"],
    ["docker compose build", "docker compose --progress plain --ansi never build -q"],
    ["docker compose up -d", "docker compose up -d --quiet-pull --wait --wait-timeout 60"],
    ["docker-machine stop dev", "docker-machine --debug stop dev"],
  ])("is allowed on every card: %s: %s", (asked, typed) => {
    expect(layerOf(task(asked), typed)).toBe("allowed");
  });

  it.each([
    ["docker ps", "docker ps -q", "partly"],
    ["docker ps --no-trunc", "docker ps", "partly"],
    ["docker compose ps", "docker compose ps -q", "partly"],
    ["docker swarm join-token manager", "docker swarm join-token worker", "wrong"],
    ["docker swarm join-token manager", "docker swarm join-token -q manager", "wrong"],
    ["docker pull -q nginx", "docker pull nginx", "wrong"],
    ["docker port web 80", "docker port web 81", "wrong"],
    ["docker port web", "docker port web 81", "wrong"],
    ["docker run nginx", "docker run -d nginx", "wrong"],
  ])("but counts where it is asked, or shows less: %s: %s", (asked, typed, layer) => {
    expect(layerOf(task(asked), typed)).toBe(layer);
  });
});

describe("what a card allows", () => {
  it("may: an aspect that does not count", () => {
    const asked = { ...web, may: ["rm", "port"] };
    expect(layerOf(asked, "docker run --rm -d -p 8080:80 --name web nginx")).toBe("allowed");
    expect(layerOf(asked, "docker run -d -p 9090:80 -p 443:443 --name web nginx")).toBe("allowed");
    expect(layerOf(asked, "docker run -d -p 8080:80 --name shop nginx")).toBe("wrong");
  });

  it("must: nothing else counts, but what is done", () => {
    const asked = { ...web, must: ["image", "detached"] };
    expect(layerOf(asked, "docker run -d --name any -e A=1 nginx")).toBe("allowed");
    expect(layerOf(asked, "docker run --name web -p 8080:80 nginx")).toBe("wrong");
    expect(layerOf(asked, "docker create --name web -p 8080:80 nginx")).toBe("wrong");
  });

  it("mustNot: what is forbidden though all else is free", () => {
    const asked = { ...web, must: ["image"], mustNot: ["privileged"] };
    expect(layerOf(asked, "docker run --rm nginx")).toBe("allowed");
    expect(judgeCommand(asked, "docker run --privileged nginx")).toMatchObject({
      layer: "wrong",
      forbidden: [{ aspect: "privileged" }],
    });
  });

  it("range: a value that is left open, both ends included", () => {
    const asked = task("docker stop -t 30 web", {
      range: { timeout: { from: "answer", or: ["-1"] } },
    });
    for (const text of ["docker stop -t 300 web", "docker stop -t -1 web"]) {
      expect([text, layerOf(asked, text)]).toEqual([text, "allowed"]);
    }
    for (const text of ["docker stop -t 29 web", "docker stop -t 0 web", "docker stop web"]) {
      expect([text, layerOf(asked, text)]).toEqual([text, "wrong"]);
    }
    const calm = task("docker stop web", { range: { timeout: { from: "10", to: "60" } } });
    for (const [seconds, layer] of [
      [10, "allowed"],
      [60, "allowed"],
      [61, "wrong"],
      [9, "wrong"],
    ]) {
      expect(layerOf(calm, `docker stop -t ${seconds} web`)).toBe(layer);
    }
    expect(layerOf(calm, "docker stop web")).toBe("same");
  });

  it("takes a name for itself and its kind, not for what begins alike", () => {
    const asked = { ...task("docker run nginx"), may: ["net"] };
    expect(layerOf(asked, "docker run --network front nginx")).toBe("wrong");
  });
});

it("throws, naming the card, where the task itself is no command", () => {
  expect(() => judgeCommand(task("docker frobnicate"), "docker ps")).toThrow(
    /card card.*frobnicate/,
  );
});
