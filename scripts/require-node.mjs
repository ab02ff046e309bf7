import { nodeInRange } from "./node-range.mjs";
import { packageJson } from "./project.mjs";

// Imported first by every command: it runs before anything that an old Node may not know.
const { node } = packageJson().engines;
if (!nodeInRange(process.versions.node, node)) {
  console.error(`Mooring needs Node ${node}; this is Node ${process.versions.node}.`);
  process.exit(1);
}
