import { freePort } from "#scripts/free-port";
import { builtFolder } from "./built-folder";
import { expect, test } from "./fixtures";

test("a build that was taken elsewhere starts, keeps data, and stops, with nothing else beside it", async () => {
  const port = await freePort();
  const folder = builtFolder(port);
  try {
    expect(folder.names).toEqual([
      ...[".next", "content", "csp-hashes.json", "db", "front.mjs", "node_modules"],
      ...["package.json", "public", "scripts", "server", "server.js"],
    ]);
    expect(folder.run("healthy").status).toBe(1);
    expect(await folder.start()).toContain(`Mooring is ready: http://localhost:${port}`);
    expect(folder.run("healthy").status).toBe(0);
    expect((await fetch(`http://127.0.0.1:${port}/study`)).status).toBe(200);
    const backup = folder.run("backup", "--to", "/dev/null");
    expect(backup).toMatchObject({ status: 1, said: expect.stringContaining("/dev/null") });
    const made = folder.run("backup");
    expect(made).toMatchObject({ status: 0, said: expect.stringContaining("It is sound.") });
    const file = made.said.slice(0, made.said.indexOf(".db") + 3);
    expect(folder.run("restore", file).said).toContain("is in use");
    expect(await folder.stop()).toBe(0);
    expect(folder.run("restore", file)).toMatchObject({ status: 0 });
    expect(await folder.start()).toContain("Mooring is ready");
    expect(await folder.stop()).toBe(0);
  } finally {
    folder.remove();
  }
});
