import { describe, expect, it } from "vitest";
import { canonicalCommand } from "#core/docker/canonical-command";
import { readScript } from "./read-script";
import { meantCommand } from "./suggest";

describe("did you mean", () => {
  it.each([
    ["docker rnu -d nginx", "docker run -d nginx"],
    ["docker rnu nginx", "docker run nginx"],
    ["run -d nginx", "docker run -d nginx"],
    ["docker delete x", "docker rm x"],
    ["docker list", "docker ps"],
    ["docker ls -a", "docker ps -a"],
    ["docker volume delete x", "docker volume rm x"],
    ["docker secret get", "docker secret ls"],
    ["docker secret get x", "docker secret inspect x"],
    ["docker service show", "docker service ls"],
    ["docker network add shop", "docker network create shop"],
    ["docker network add shop web", "docker network connect shop web"],
    ["docker plugin add x", "docker plugin install x"],
    ["docker plugin pull x", "docker plugin install x"],
    ["docker plugin uninstall x", "docker plugin rm x"],
    ["docker scale web=3", "docker service scale web=3"],
    ["docker join --token T 10.0.0.1", "docker swarm join --token T 10.0.0.1"],
    ["docker context switch x", "docker context use x"],
    ["docker network delete x", "docker network rm x"],
    ["docker up -d", "docker compose up -d"],
    ["docker down", "docker compose down"],
    ["docker compose delete", "docker compose rm"],
    ["docker run --port 80:80 nginx", "docker run --publish 80:80 nginx"],
    ["docker service update --publish 80:80 web", "docker service update --publish-add 80:80 web"],
    ["docker service create --memory 1g nginx", "docker service create --limit-memory 1g nginx"],
    ["docker system prune --yes", "docker system prune --force"],
    ["docker run --detatched nginx", "docker run --detach nginx"],
    ["docker run --detached nginx", "docker run --detach nginx"],
    ["docker build --dockerfile x .", "docker build --file x ."],
    ["dcoker ps", "docker ps"],
    ["Docker ps", "docker ps"],
    ["docker run --naem web nginx", "docker run --name web nginx"],
    ["docker run -name web nginx", "docker run --name web nginx"],
    ["docker run --detatch nginx", "docker run --detach nginx"],
    ["docker contaner ls", "docker container ls"],
    ["docker container lss", "docker container ls"],
    ["docker volume crate data", "docker volume create data"],
    ["docker compse up", "docker compose up"],
    ["docker-compse up", "docker-compose up"],
    ["docker compose pu -d", "docker compose up -d"],
    ["docker compose up --biuld", "docker compose up --build"],
    ["docker builx ls", "docker buildx ls"],
    ["docker buildx biuld .", "docker buildx build ."],
    ["docker buildx build --taag x .", "docker buildx build --tag x ."],
    ["docker --conetxt x ps", "docker --context x ps"],
    ["dcoker rnu --naem web nginx", "docker run --name web nginx"],
  ])("%s: %s", (typed, meant) => {
    const [piece] = readScript(typed).pieces;
    if (piece?.kind !== "command") expect.fail(typed);
    expect(meantCommand(piece.text, canonicalCommand(piece.parsed))).toBe(meant);
  });

  it.each([
    "docker ps",
    "docker xyzzy",
    "docker run --qqqqqq nginx",
    "docker ls web",
    "docker rm --yes web",
    "docker service update --yes web",
    "docker network create --port 80 shop",
    "docker compose build --prune",
    "docker clean web",
    "docker manifest pull x",
    "docker compose prune",
  ])("nothing near: %s", (typed) => {
    const [piece] = readScript(typed).pieces;
    if (piece?.kind !== "command") expect.fail(typed);
    expect(meantCommand(piece.text, canonicalCommand(piece.parsed))).toBeNull();
  });
});
