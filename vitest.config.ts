import { defineConfig } from "vitest/config";

export default defineConfig({
  // server/ is marked server-only, which throws unless this condition is set.
  resolve: { conditions: ["react-server", "node"] },
  ssr: { resolve: { conditions: ["react-server", "node"] } },
  test: {
    // Laws try hundreds of cases; a busy machine takes its time over them.
    testTimeout: 60_000,
    // By default one core is left for the runner, which has next to nothing to do: on two cores that
    // is half of them.
    maxWorkers: "100%",
    setupFiles: ["./vitest.setup.ts"],
    projects: [
      {
        extends: true,
        // Nothing in core has a state that a test could leave behind: its modules are loaded once for
        // all of its tests, which takes less than half the time.
        test: { name: "pure", include: ["{content,core}/**/*.test.ts"], isolate: false },
      },
      {
        extends: true,
        test: { name: "others", include: ["{app,bench,db,scripts,server}/**/*.test.ts"] },
      },
    ],
  },
});
