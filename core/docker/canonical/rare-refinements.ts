import { showLogs } from "#core/docker/canonical/container/container-life";
import type { Draft } from "#core/docker/canonical/draft/draft";
import { putInspectFormat } from "#core/docker/canonical/look/inspect";
import { putLook } from "#core/docker/canonical/look/look";
import { listNodeTasks, setRole, updateNode } from "#core/docker/canonical/swarm/nodes";
import { scaleServices, updateService } from "#core/docker/canonical/swarm/service-changes";
import { createService, putPatience } from "#core/docker/canonical/swarm/services";
import {
  createSecret,
  deployStack,
  listStackServices,
  putStackFiles,
  putWaiting,
} from "#core/docker/canonical/swarm/stacks";
import {
  joinSwarm,
  showAuthority,
  showJoinToken,
  showUnlockKey,
  startSwarm,
  unlockSwarm,
  updateSwarm,
} from "#core/docker/canonical/swarm/swarm";
import {
  checkContextName,
  enablePlugin,
  inspectManifest,
  refuseCheckpoint,
  useContext,
} from "./rare-rules";

/** The rules of the rare commands beyond what their tables say. */
export const rareRefinements: Readonly<Record<string, (draft: Draft) => void>> = {
  "swarm init": startSwarm,
  "swarm join": joinSwarm,
  "swarm join-token": showJoinToken,
  "swarm update": updateSwarm,
  "swarm unlock-key": showUnlockKey,
  "swarm unlock": unlockSwarm,
  "swarm ca": showAuthority,
  "node ls": putLook,
  "node ps": listNodeTasks,
  "node inspect": putInspectFormat,
  "node promote": setRole("manager"),
  "node demote": setRole("worker"),
  "node update": updateNode,
  "service create": createService,
  "service update": updateService,
  "service scale": scaleServices,
  "service rollback": putPatience,
  "service ls": putLook,
  "service ps": putLook,
  "service inspect": putInspectFormat,
  "service logs": showLogs,
  "stack deploy": deployStack,
  "stack rm": putWaiting,
  "stack ls": putLook,
  "stack ps": putLook,
  "stack services": listStackServices,
  "stack config": putStackFiles,
  "secret create": createSecret,
  "config create": createSecret,
  "secret inspect": putInspectFormat,
  "config inspect": putInspectFormat,
  "secret ls": putLook,
  "config ls": putLook,
  "context create": checkContextName,
  "context update": checkContextName,
  "context use": useContext,
  "context ls": putLook,
  "context inspect": putInspectFormat,
  "plugin enable": enablePlugin,
  "plugin ls": putLook,
  "plugin inspect": putInspectFormat,
  "manifest inspect": inspectManifest,
  "checkpoint create": refuseCheckpoint,
  "checkpoint ls": refuseCheckpoint,
  "checkpoint rm": refuseCheckpoint,
};
