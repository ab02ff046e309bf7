import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The longest file by far goes first: as the last one it would leave the other cores idle. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => moduleId.endsWith("/play-devices.test.ts");
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Tests that run once more on PostgreSQL: on what engine, `db/sample-database.ts` knows. */
const onBoth = [
  "db/scope.test.ts",
  "server/account/closed-account.test.ts",
  "server/base/attempts-at-once.test.ts",
  ...["newest-quizzes", "reports", "sync", "sync-laws", "told"].map(
    (name) => `server/log/${name}.test.ts`,
  ),
];

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
    sequence: { sequencer: LongestFirst },
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
        test: {
          name: "others",
          include: ["{app,bench,db,scripts,server}/**/*.test.ts"],
          exclude: ["db/postgres/**", "**/node_modules/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          include: ["db/postgres/**/*.test.ts", ...onBoth],
          globalSetup: ["./vitest.postgres.ts"],
        },
      },
    ],
  },
});
