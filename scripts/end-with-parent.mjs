/**
 * Imported first by a process that another one started: it asks itself to end when that one is gone,
 * even if it was killed and could not say so.
 */
const parent = process.ppid;
const everyMs = 500;
/** By then it has ended in good order, or does not know how to. */
const graceMs = 8_000;

const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  setTimeout(() => process.exit(1), graceMs).unref();
  process.kill(process.pid, "SIGTERM");
}, everyMs);
watch.unref();
