/** Runs a task at once, and once more when it is asked for again meanwhile, however often. */
export function onceMore(run: () => Promise<void>): () => void {
  let asked: "not" | "once" | "again" = "not";
  const runAll = async () => {
    do {
      asked = "once";
      await run();
    } while ((asked as string) === "again");
    asked = "not";
  };
  return () => {
    if (asked === "not") void runAll();
    else asked = "again";
  };
}
