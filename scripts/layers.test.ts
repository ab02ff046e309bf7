import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

/** Imports that would run up from a lower room to a higher one, or across between rooms. */
const offences = [
  ["app/_local/browser/planted.ts", "#local/store/owner"],
  ["core/engine/state/planted.ts", "#core/engine/files/paths"],
  ["core/engine/tools/planted.ts", "#core/engine/shell/expand"],
  ["core/engine/containers/planted.ts", "#core/engine/client/docker"],
  ["core/engine/build/planted.ts", "#core/engine/commands/run"],
  ["app/_local/store/planted.ts", "#local/sync/sync"],
  ["app/_local/store/planted.ts", "#local/deck/deck-store"],
  ["app/_local/sync/planted.ts", "#local/account/sign-in"],
  ["app/_local/deck/planted.ts", "#local/store/owner"],
  ["app/deck/planted.tsx", "#quiz/setup/quiz-setup"],
  ["app/deck/planted.tsx", "#entry/ask-for-link"],
  ["app/_entry/planted.tsx", "#server/account/auth"],
  ["app/quiz/exam/planted.tsx", "#quiz/taking/taken-quiz"],
  ["app/quiz/setup/planted.tsx", "#quiz/state/use-quiz"],
  ["app/quiz/taking/planted.tsx", "#quiz/result/quiz-result"],
  ["app/quiz/result/planted.tsx", "#quiz/exam/exam-bar"],
  ["app/_ui/planted.tsx", "#ui/keys/key"],
  ["app/_ui/keys/planted.tsx", "#ui/terminal/terminal"],
  ["app/_ui/form/planted.tsx", "#ui/terminal/terminal"],
  ["app/_ui/bar/planted.tsx", "#ui/card/card-back"],
  ["app/_ui/answers/planted.tsx", "#ui/card/card-back"],
  ["server/base/planted.ts", "#server/session/session"],
  ["server/http/planted.ts", "#server/log/sync"],
  ["server/session/planted.ts", "#server/account/auth"],
  ["server/front/planted.ts", "#server/session/session"],
  ["server/log/planted.ts", "#server/account/auth"],
  ["core/content/planted.ts", "#core/content/compile/parse-deck"],
  ["core/content/read/planted.ts", "#core/content/build/build-deck"],
  ["core/content/rules/planted.ts", "#core/content/compile/parse-deck"],
  ["core/docker/canonical/draft/planted.ts", "#core/docker/canonical/swarm/swarm"],
  ["core/docker/canonical/container/planted.ts", "#core/docker/canonical/image/images"],
  ["core/grading/kinds/planted.ts", "#core/grading/grade"],
  ["core/grading/typed/planted.ts", "#core/grading/kinds/grade-order"],
  ["core/quiz/score/planted.ts", "#core/quiz/history/read-quizzes"],
  ["core/quiz/paper/planted.ts", "#core/quiz/taking/quiz-state"],
  ["core/text/quiz/planted.ts", "#core/text/study/card-text"],
] as const;

const allowed = [
  ["app/link/planted.tsx", "#entry/ask-for-link"],
  ["app/_local/account/planted.ts", "#local/sync/sync"],
  ["app/_local/store/planted.ts", "#local/browser/connection"],
  ["app/_local/sync/planted.ts", "#local/store/owner"],
  ["app/quiz/taking/planted.tsx", "#quiz/exam/exam-bar"],
  ["app/_ui/card/planted.tsx", "#ui/answers/output-input"],
  ["server/account/planted.ts", "#server/session/session"],
  ["core/content/compile/planted.ts", "#core/content/rules/all-rules"],
  ["core/quiz/history/planted.ts", "#core/quiz/score/score-quiz"],
] as const;

describe("the linter", () => {
  it("lets no import run up between rooms, and lets those down pass", () => {
    expect(refused([...offences, ...allowed])).toEqual(offences.map(named));
  });
});

function named([file, module]: readonly [string, string]): string {
  return `${file} <- ${module}`;
}

/** Lints files with one import each by the project's rules; those imports that are refused. */
function refused(imports: readonly (readonly [string, string])[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "mooring-layers-"));
  try {
    for (const file of ["biome.json", ".gitignore"]) copyFileSync(file, join(folder, file));
    const planted = imports.map(([file, module], index) => {
      // One file an import: the linter's report names files.
      const name = file.replace("planted", `planted-${index}`);
      mkdirSync(join(folder, dirname(name)), { recursive: true });
      writeFileSync(join(folder, name), `import { some } from "${module}";\n\nsome();\n`);
      return name;
    });
    const told = report(folder);
    return imports.filter((_, index) => told.includes(planted[index] ?? "?")).map(named);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The files in which the linter found an import that is not allowed. */
function report(folder: string): string[] {
  const biome = resolve("node_modules/@biomejs/biome/bin/biome");
  const args = ["lint", "--only=style/noRestrictedImports", "--reporter=rdjson", "."];
  let printed: string;
  try {
    printed = execFileSync(process.execPath, [biome, ...args, "--max-diagnostics=200"], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch (error) {
    // It ends with 1 where it finds something.
    printed = String((error as { stdout?: unknown }).stdout);
  }
  const { diagnostics } = JSON.parse(printed) as Report;
  return diagnostics.map(({ location }) => location.path);
}

type Report = { diagnostics: { location: { path: string } }[] };
