import {
  commitContainer,
  execInContainer,
  killContainers,
  listProcesses,
  renameContainer,
  showLogs,
  showPorts,
  startContainers,
  stopContainers,
  updateContainers,
} from "#core/docker/canonical/container/container-life";
import { copyFiles } from "#core/docker/canonical/container/copy-files";
import { runContainer } from "#core/docker/canonical/container/run-container";
import type { Draft } from "#core/docker/canonical/draft/draft";
import { buildImage } from "#core/docker/canonical/image/build-image";
import {
  importImage,
  loadImages,
  tagImage,
  transferImage,
  writeArchive,
} from "#core/docker/canonical/image/images";
import { logIn, logOut } from "#core/docker/canonical/image/registry";
import { inspectAny, putInspectFormat } from "#core/docker/canonical/look/inspect";
import {
  listContainers,
  listImages,
  putLook,
  showStatistics,
} from "#core/docker/canonical/look/look";
import { connectNetwork, createNetwork, createVolume, removeNetworks } from "./networks-volumes";
import { prune } from "./prune";
import { removeFirst, showEvents } from "./small-rules";

type Rules = Readonly<Record<string, (draft: Draft) => void>>;

/** The rules of each command beyond what its tables say. */
const refinements: Record<string, Rules[string]> = {
  "container run": runContainer,
  "container create": runContainer,
  "container exec": execInContainer,
  "container ls": listContainers,
  "container commit": commitContainer,
  "container cp": copyFiles,
  "container export": writeArchive,
  "container inspect": putInspectFormat,
  "container kill": killContainers,
  "container logs": showLogs,
  "container port": showPorts,
  "container prune": prune,
  "container rename": renameContainer,
  "container restart": stopContainers,
  "container rm": removeFirst,
  "container start": startContainers,
  "container stats": showStatistics,
  "container stop": stopContainers,
  "container top": listProcesses,
  "container update": updateContainers,
  "image build": buildImage,
  "image history": putLook,
  "image import": importImage,
  "image inspect": putInspectFormat,
  "image load": loadImages,
  "image ls": listImages,
  "image prune": prune,
  "image pull": transferImage,
  "image push": transferImage,
  "image save": writeArchive,
  "image tag": tagImage,
  login: logIn,
  logout: logOut,
  search: putLook,
  version: putLook,
  "system info": putLook,
  "system df": putLook,
  "system events": showEvents,
  "system prune": prune,
  "builder prune": prune,
  inspect: inspectAny,
  "volume create": createVolume,
  "volume inspect": putInspectFormat,
  "volume ls": putLook,
  "volume prune": prune,
  "network connect": connectNetwork,
  "network create": createNetwork,
  "network inspect": putInspectFormat,
  "network ls": putLook,
  "network prune": prune,
  "network rm": removeNetworks,
};

/** The rule of a command, if it has one. */
export const refinementOf = (verb: string): Rules[string] | undefined => refinements[verb];

/** Adds the rules of the rare commands. */
export function addRefinements(rare: Rules): void {
  Object.assign(refinements, rare);
}
