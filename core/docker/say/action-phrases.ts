import type { Aspect, Canonical } from "#core/docker/types";
import { buildsNothing } from "./build-phrases";
import { list } from "./phrase-parts";
import { code } from "./words";

/** Actions whose names are no plain words for what they do. */
const phrases: Readonly<Record<string, string>> = {
  "run container": "create~ a container and start~ it",
  "create container": "create a container without starting it",
  "execute in container": "run one more command in a running container",
  "start containers": "start a container that is there already",
  "stop containers": "stop a running container",
  "kill containers": "send a running container a signal",
  "restart containers": "stop~ a container and start~ it again",
  "pause containers": "pause~ a container, that is, freeze~ its processes",
  "unpause containers": "let a paused container run again",
  "remove containers": "remove a container",
  "remove images": "remove an image",
  "list containers": "list containers",
  "list images": "list the engine's images",
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
  "leave swarm": "remove this engine from its swarm",
  "show join token": "print how a node joins the swarm",
  "update services": "change a service",
  "update nodes": "change a node",
  "list tasks of services": "list the tasks of a service",
  "list tasks of nodes": "list the tasks on a node",
  "list tasks of stack": "list the tasks of a stack",
  "list changed files": "list what a container changed in its file system",
  "deploy stack": "deploy~ a stack, or bring~ it up to date",
  "show information": "print information about the engine",
  "connect network": "connect a container to a network",
  "disconnect network": "disconnect a container from a network",
  "log in": "log in to a registry",
  "log out": "log out of a registry",
  "show history": "list the steps in which an image was made",
  "show ports": "print which ports a container publishes",
  "show version": "print the versions of client and engine",
  "show client version": "print the client's version",
  "show disk usage": "print what takes up disk space",
  "show statistics": "show what containers use of processor and memory",
  "show events": "print what happens in the engine, as it happens",
  "show logs of service": "print what a service's tasks have written",
  "show stack file": "print a stack file as the client reads it",
  "show context": "print the context in use",
  "search images": "search Docker Hub for images",
  "wait for containers": "wait~ until a container ends, and print~ its exit code",
  "roll back service": "return a service to its previous version",
  "prune system":
    "remove stopped containers, networks and build cache that nothing uses, and images without a name",
  "prune build cache": "remove build cache that nothing uses",
  "inspect containers": "print all details of a container",
  "inspect images": "print all details of an image",
  "inspect volumes": "print all details of a volume",
  "inspect networks": "print all details of a network",
  "inspect services": "print all details of a service",
  "inspect nodes": "print all details of a node",
  "remove volumes": "remove a volume",
  "remove networks": "remove a network",
  "remove services": "remove a service",
  "remove nodes": "remove a node",
  "remove stacks": "remove a stack",
  "update containers": "change a container's limits or restart policy",
  "update swarm": "change the swarm",
  "help for swarm update": "print the help of `docker swarm update`",
  "use context": "make a context the current one",
  "update context": "change a context",
  "export context": "write a context as an archive",
  "import context": "make a context of an archive",
  "list contexts": "list contexts",
  "install plugin": "fetch~ a plug-in of the engine and turn~ it on",
  "enable plugin": "turn a plug-in of the engine on",
  "disable plugin": "turn a plug-in of the engine off",
  "remove plugins": "remove a plug-in of the engine",
  "list plugins": "list the plug-ins of the engine",
  "inspect plugins": "print all details of a plug-in of the engine",
  "set plugin": "change the settings of a plug-in of the engine",
  "create plugin": "make a plug-in of the engine from a folder",
  "push plugin": "send a plug-in of the engine to a registry",
  "upgrade plugin": "bring a plug-in of the engine up to date",
  "create checkpoint": "save the state of a running container",
  "list checkpoints": "list the saved states of a container",
  "remove checkpoint": "remove a saved state of a container",
  "create manifest list": "make a list of one image for several systems",
  "annotate manifest": "note for which system an image in a list is",
  "inspect manifest": "print an image's manifest, or a list of them",
  "push manifest list": "send a list of images to a registry",
  "remove manifest lists": "remove a list of images from this machine",
  "inspect signatures": "print who has signed an image",
  "sign image": "sign~ an image and send~ its signature to the registry",
  "revoke signature": "remove trust for an image",
  "generate signing key": "make a key to sign images with",
  "load signing key": "read a key to sign images with",
  "add signer": "let somebody sign the images of a repository",
  "remove signer": "stop letting somebody sign the images of a repository",
  "update volume": "change a cluster volume",
  "inspect contexts": "print all details of a context",
  "inspect configs": "print all details of a config",
  "inspect secrets": "print all details of a secret except its content",
  "remove contexts": "remove a context",
  "remove configs": "remove a config",
  "remove secrets": "remove a secret",
  "prune containers": "remove all stopped containers",
  "prune images": "remove images that are not needed",
  "prune volumes": "remove volumes without a name that nothing uses",
  "prune networks": "remove networks that nothing running uses, but not Docker's own",
  "show unlock key": "print the key that unlocks a locked manager",
  "unlock swarm": "unlock a locked manager",
  "show root certificate": "print the swarm's root certificate",
  help: "print~ help and do~ nothing else",
};

/** "create network" is "create a network"; of several things it says "list volumes" already. */
function withArticle(action: string): string {
  const [verb = "", ...rest] = action.split(" ");
  const [noun = ""] = rest;
  if (rest.length === 0 || rest.join(" ").endsWith("s")) return action;
  return [verb, /^[aeiou]/.test(noun) ? "an" : "a", ...rest].join(" ");
}

const isOfAnyKind = ({ name, value }: Aspect) =>
  name === "looks for" && value === "anything of the name";

/** A template prints what it asks for, not all there is. */
export const byTemplate = (phrase: string) =>
  phrase.replace(/^print all details of/, "look~ up the details of");

const isAll = ({ name, value }: Aspect) =>
  name === "filter all" && list(value).some((said) => said === "true" || said === "1");

/** What a command does, as a phrase that begins with its verb. */
export function actionPhrase(canonical: Canonical): string {
  const { program, action, command, aspects } = canonical;
  const nothing = command.help ? null : buildsNothing(canonical);
  if (nothing !== null) return nothing;
  if (program !== "docker") {
    if (command.help) return `print the help of ${code(command.verb)}`;
    // With these `docker buildx create` makes none.
    const isOther = aspects.some(
      ({ name, value }) => /^(?:append|leave)$/.test(name) && value === true,
    );
    if (isOther && action === "docker buildx create") return "change the nodes of a builder";
    return command.spec?.action || `run ${code(action)}`;
  }
  const isOn = (name: string) => aspects.some((one) => one.name === name && one.value === true);
  if (action === "show root certificate" && isOn("rotate")) {
    // Only who waits, and wants to see it, is shown the new one.
    return isOn("detach") || isOn("quiet")
      ? "change the swarm's root certificate"
      : "change~ the swarm's root certificate and print~ the new one";
  }
  // `docker rm -l` keeps the container.
  if (action === "remove containers" && aspects.some(({ name }) => name === "link"))
    return "remove a link between containers";
  if (action === "install plugin" && aspects.some(({ name }) => name === "disable"))
    return "fetch a plug-in of the engine";
  if (action === "prune volumes" && aspects.some(isAll)) return "remove volumes that nothing uses";
  const phrase = aspects.some(isOfAnyKind)
    ? "print all details of whatever has the name"
    : (phrases[action] ?? withArticle(action));
  return aspects.some(({ name }) => name === "format") ? byTemplate(phrase) : phrase;
}
