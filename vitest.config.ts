import { defineConfig } from "vitest/config";

export default defineConfig({
  // server/ is marked server-only, which throws unless this condition is set.
  resolve: { conditions: ["react-server", "node"] },
  ssr: { resolve: { conditions: ["react-server", "node"] } },
  test: {
    include: ["{app,content,core,db,scripts,server}/**/*.test.ts"],
    setupFiles: ["./vitest.setup.ts"],
  },
});
