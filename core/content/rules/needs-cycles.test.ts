import { describe, expect, test } from "vitest";
import { planted, secondFile, toldOf } from "#core/content/compile/sample-content";

type Offence = [what: string, from: string, to: string, message: string];

/** Told once, on the line where it was planted. */
function expectTold([, from, to, message]: Offence) {
  const { file, line } = planted(from, to);
  expect(toldOf(file)).toMatchObject([{ line, message: expect.stringContaining(message) }]);
}

describe("needs in a circle", () => {
  test("are told once, with all members", () => {
    const { file } = planted("needs: []", "needs: [crane]");
    const { line } = planted("needs: [box]", "");
    expect(toldOf(file)).toMatchObject([
      { line, message: expect.stringContaining("box -> crane -> box") },
    ]);
  });

  test("also of one concept, and over files", () => {
    expectTold(["itself", "needs: []", "needs: [box]", "in a circle: box -> box."]);
    const { file } = planted("needs: []", "needs: [waiting]");
    const far = { ...secondFile, text: secondFile.text.replace("needs: []", "needs: [crane]") };
    expect(toldOf(file, far)).toMatchObject([
      { message: expect.stringContaining("box -> waiting -> crane -> box") },
    ]);
  });
});
