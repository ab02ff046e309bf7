import "./run";
import "./state-commands";
import "./list-containers";
import "./look";
import "./files-commands";
import "./inspect";
import "./networks-volumes";
import "./prune";
import "./system";
import "#core/engine/image-commands/pull";
import "#core/engine/image-commands/list";
import "#core/engine/image-commands/remove";
import "#core/engine/image-commands/archives";
import "#core/engine/build/build";
import "./help";
import "#core/engine/compose/lifecycle";
import "#core/engine/compose/show";
import "#core/engine/compose/stack";
import "#core/engine/swarm/clockwork";
import "#core/engine/swarm/nodes";
import "#core/engine/swarm/services";
import "#core/engine/swarm/list-services";
import "#core/engine/swarm/show-tasks";
import "#core/engine/swarm/show-nodes";
import "#core/engine/swarm/inspect-services";
import "#core/engine/swarm/service-logs";

/* Every verb that the engine knows, and the swarm's own steps in time; each file adds its own. */
