import type { Canonical } from "#core/docker/types";
import { code } from "./words";

/** Actions whose names are no plain words for what they do. */
const phrases: Readonly<Record<string, string>> = {
  "run container": "create~ a container and start~ it",
  "create container": "create a container without starting it",
  "execute in container": "run one more command in a running container",
  "start containers": "start a container that is there already",
  "stop containers": "stop~ a running container and keep~ it",
  "kill containers": "send a running container a signal",
  "restart containers": "stop~ a container and start~ it again",
  "pause containers": "freeze a container's processes",
  "unpause containers": "let a frozen container go on",
  "remove containers": "remove a container",
  "remove images": "remove an image",
  "list containers": "list containers",
  "list images": "list the images on this machine",
  "show logs": "print what a container has written",
  "show processes": "list the processes of a container",
  "list processes": "list the processes of a container",
  "build image": "build an image",
  "tag image": "give an image one more name",
  "commit container": "make an image of a container's file system",
  "save images": "save images with their layers to an archive",
  "load images": "load images from an archive",
  "export container": "export a container's file system as an archive",
  "import image": "make an image of a plain archive",
  "copy files from container": "copy files out of a container",
  "copy files to container": "copy files into a container",
  "attach to container": "attach this terminal to a running container",
  "start swarm": "make this engine the first manager of a new swarm",
  "join swarm": "join this engine to a swarm",
  "leave swarm": "take this engine out of its swarm",
  "show join token": "print the command that joins a swarm",
  "update services": "change a service",
  "update nodes": "change a node",
  "list tasks of services": "list the tasks of a service",
  "list tasks of nodes": "list the tasks on a node",
  "list tasks of stack": "list the tasks of a stack",
  "list changed files": "list what a container changed in its file system",
  "deploy stack": "deploy a stack, or bring it up to date",
  "show information": "print what the engine knows of itself",
  "connect network": "connect a container to a network",
  "disconnect network": "take a container off a network",
  "log in": "log in to a registry",
  "log out": "log out of a registry",
  "show history": "list the layers of an image",
  "show ports": "print which ports a container publishes",
  "show version": "print the versions of client and engine",
  "show client version": "print the client's version",
  "show disk usage": "print what takes room on the disk",
  "show statistics": "show what containers use of processor and memory",
  "show events": "print what happens in the engine, as it happens",
  "show logs of service": "print what a service's tasks have written",
  "show stack file": "print a stack file as it is read",
  "show context": "print the context in use",
  "search images": "search the registry for images",
  "wait for containers": "wait~ until a container ends, and print~ its exit code",
  "roll back service": "take a service back to how it was before",
  "prune system": "remove all that nothing uses",
  "prune build cache": "empty the build cache",
  "inspect containers": "print all there is to know of a container",
  "inspect images": "print all there is to know of an image",
  "inspect volumes": "print all there is to know of a volume",
  "inspect networks": "print all there is to know of a network",
  "inspect services": "print all there is to know of a service",
  "inspect nodes": "print all there is to know of a node",
  "remove volumes": "remove a volume",
  "remove networks": "remove a network",
  "remove services": "remove a service",
  "remove nodes": "remove a node",
  "remove stacks": "remove a stack",
  "update containers": "change a container's limits",
  "update swarm": "change the swarm",
  help: "print help",
};

/** "create network" is "create a network"; of several things it says "list volumes" already. */
function withArticle(action: string): string {
  const [verb = "", ...rest] = action.split(" ");
  const [noun = ""] = rest;
  if (rest.length === 0 || rest.join(" ").endsWith("s")) return action;
  return [verb, /^[aeiou]/.test(noun) ? "an" : "a", ...rest].join(" ");
}

/** What a command does, as a phrase that begins with its verb. */
export function actionPhrase({ program, action }: Canonical): string {
  if (program !== "docker") return `run ${code(action)}`;
  return phrases[action] ?? withArticle(action);
}
