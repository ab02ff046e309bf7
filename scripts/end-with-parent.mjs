/**
 * Imported first by a process that another one started: it asks itself to end when that one is gone,
 * even if it was killed and could not say so. `?parent=` names that one: it may be gone already when
 * this is read, and the process another's child.
 */
const named = Number(new URL(import.meta.url).searchParams.get("parent"));
const parent = named || process.ppid;
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
