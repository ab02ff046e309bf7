import { defineConfig } from "vitest/config";

export default defineConfig({
  // server/ is marked server-only, which throws unless this condition is set.
  resolve: { conditions: ["react-server", "node"] },
  ssr: { resolve: { conditions: ["react-server", "node"] } },
  test: {
    include: ["{app,bench,content,core,db,scripts,server}/**/*.test.ts"],
    // Laws try hundreds of cases; a busy machine takes its time over them.
    testTimeout: 60_000,
    setupFiles: ["./vitest.setup.ts"],
  },
});
