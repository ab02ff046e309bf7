import "./require-node.mjs";
import { run } from "./child.mjs";
import { inProject } from "./project.mjs";

// `npm run types`: Next writes the types of routes and style sheets, then everything is checked.
const steps = [
  [inProject("node_modules", "next", "dist", "bin", "next"), "typegen"],
  [inProject("node_modules", "typescript", "bin", "tsc"), "--noEmit"],
  // A worker has no document: it is checked against what it has.
  [
    inProject("node_modules", "typescript", "bin", "tsc"),
    "--noEmit",
    "--project",
    inProject("app", "_worker"),
  ],
];
for (const args of steps) {
  const { code } = await run(process.execPath, args);
  if (code !== 0) process.exit(code);
}
