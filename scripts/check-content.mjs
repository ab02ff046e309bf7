import { run } from "./child.mjs";

/**
 * Reads all content and prints each problem with its file and line.
 * @returns {Promise<boolean>} whether it is sound
 */
export async function checkContent() {
  const { code } = await run(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "scripts/content.ts"],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  return code === 0;
}
