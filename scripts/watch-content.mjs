import { watch } from "node:fs";
import { checkContent } from "./check-content.mjs";
import { inProject } from "./project.mjs";

/** An editor writes a file in several steps; this is longer than they take, in milliseconds. */
const settleMs = 150;

/**
 * Checks the content now and after each change, and prints its problems as they come, and once when
 * there are none any more. Ends with the process.
 */
export function watchContent() {
  let busy = false;
  let again = false;
  let sound = true;
  /** @type {NodeJS.Timeout | undefined} */
  let settling;

  const check = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    const before = sound;
    sound = await checkContent();
    if (sound && !before) console.log("The content is sound.");
    busy = false;
    if (again) {
      again = false;
      void check();
    }
  };

  const watcher = watch(inProject("content"), { recursive: true }, () => {
    clearTimeout(settling);
    settling = setTimeout(check, settleMs);
  });
  watcher.on("error", (error) => console.error(`The content is not watched: ${error.message}`));
  void check();
}
