/** Run by Next once, before the server takes requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  // The build needs neither settings nor data.
  if (process.env.NEXT_PHASE === "phase-production-build") return;
  const { startOrEnd } = await import("#server/start");
  await startOrEnd();
}
