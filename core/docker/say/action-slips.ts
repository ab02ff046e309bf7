import type { Canonical } from "#core/docker/types";
import { text } from "./slip-parts";

/** By what the task wants, then by what was typed. */
const slips: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "remove images": {
    "remove containers": "`docker rm` removes containers; an image is removed by `docker rmi`.",
    "prune images":
      "Pruning removes images without a name, or all unused ones; a certain one is removed by `docker rmi`.",
  },
  "remove containers": {
    "remove images": "`docker rmi` removes images; a container is removed by `docker rm`.",
    "stop containers": "Stopping ends the process and keeps the container; `docker rm` removes it.",
    "prune containers":
      "Pruning removes every stopped container; a certain one is removed by `docker rm`.",
  },
  "stop containers": {
    "remove containers": "`docker rm` removes the container; `docker stop` only ends its process.",
    "kill containers":
      "`docker kill` ends it at once; `docker stop` lets it end in good order first.",
    "pause containers": "`docker pause` only freezes the processes; `docker stop` ends them.",
  },
  "start containers": {
    "run container":
      "`docker run` makes a new container each time; one that is there is started by `docker start`.",
    "restart containers":
      "`docker restart` stops what runs and starts it again; `docker start` only starts.",
  },
  "run container": {
    "start containers":
      "`docker start` takes a container that is there; a new one is made by `docker run`.",
    "create container":
      "`docker create` makes the container and leaves it; `docker run` starts it, too.",
    "execute in container":
      "`docker exec` goes into a container that runs; a new one is made by `docker run`.",
    "pull image": "`docker pull` only fetches the image; `docker run` starts a container from it.",
  },
  "execute in container": {
    "run container":
      "`docker run` starts another container; `docker exec` goes into the one that runs.",
    "attach to container":
      "`docker attach` joins the main process; `docker exec` starts one more beside it.",
  },
  "list containers": {
    "list images": "`docker images` lists images; containers are listed by `docker ps`.",
  },
  "list images": {
    "list containers": "`docker ps` lists containers; images are listed by `docker images`.",
    "search images":
      "`docker search` asks Docker Hub; what is on this machine is listed by `docker images`.",
  },
  "pull image": {
    "push image": "`docker push` sends an image away; `docker pull` fetches one.",
    "run container": "`docker run` starts a container, too; `docker pull` only fetches the image.",
    "search images": "`docker search` only finds names; `docker pull` fetches the image.",
  },
  "push image": {
    "pull image": "`docker pull` fetches an image; `docker push` sends one to the registry.",
  },
  "save images": {
    "export container":
      "`docker export` takes a container's files without layers; `docker save` takes an image with them.",
  },
  "export container": {
    "save images":
      "`docker save` takes an image with its layers; `docker export` takes a container's files.",
  },
  "load images": {
    "import image":
      "`docker import` makes one layer of plain files; what was saved is read by `docker load`.",
  },
  "import image": {
    "load images":
      "`docker load` reads what was saved; plain files become an image by `docker import`.",
  },
  "build image": {
    "commit container":
      "`docker commit` makes an image of a container; `docker build` follows a Dockerfile.",
  },
  "commit container": {
    "build image":
      "`docker build` follows a Dockerfile; `docker commit` makes an image of a container.",
  },
  "copy files to container": {
    "copy files from container":
      "The first path is where from, the second where to: yours copies out of the container.",
  },
  "copy files from container": {
    "copy files to container":
      "The first path is where from, the second where to: yours copies into the container.",
  },
  "connect network": {
    "create network": "`docker network create` makes a network; `connect` puts a container on one.",
  },
  "join swarm": {
    "start swarm":
      "`docker swarm init` starts a new swarm; a host enters one that is there by `join`.",
  },
  "start swarm": {
    "join swarm": "`docker swarm join` needs a swarm that is there; the first node says `init`.",
  },
  "create service": {
    "run container":
      "`docker run` starts one container on this engine; on a swarm it is `docker service create`.",
  },
  "docker compose down": {
    "docker compose stop": "`stop` keeps containers and networks; `down` removes them, too.",
  },
  "docker compose up": {
    "docker compose start":
      "`start` only starts containers that are there; `up` makes what is missing or has changed.",
    "docker compose run": "`run` starts one service for one command; `up` starts them all.",
  },
};

/** The sentence on one action taken for another. */
export function actionSlip(given: Canonical, wanted: Canonical): string | null {
  // With another signal than its own, `docker kill` ends nothing at once.
  if (given.action === "kill containers" && !["", "KILL"].includes(text(given, "signal")))
    return null;
  return slips[wanted.action]?.[given.action] ?? null;
}
