import { expect, it } from "vitest";
import { changesBetween, hostView } from "./host-view";
import { playLines, startLab } from "./play";

const at = Date.UTC(2026, 11, 1, 9);
const start = startLab({ seed: 1, at, prepared: ["docker run -d --name web nginx"] }).state;
const after = (...lines: string[]) =>
  playLines(
    start,
    lines.map((text, n) => ({ text, at: at + n * 5000 })),
  ).at(-1)?.state ?? start;

it("shows what is on the host, and what a command changed", () => {
  const before = hostView(start);
  expect(before.networks).toEqual(["bridge"]);
  const state = after(
    "docker network create quay",
    "docker run -d --name db --network quay -v data:/data -p 6000:6379 redis",
    "docker stop web",
  );
  const now = hostView(state);
  expect(now.containers).toEqual([
    {
      name: "db",
      image: "redis",
      status: "running",
      exit: 0,
      ports: ["6000:6379"],
      mounts: ["data:/data"],
      networks: ["quay"],
    },
    expect.objectContaining({ name: "web", status: "exited", exit: 0, ports: [] }),
  ]);
  const changes = changesBetween(before, now);
  expect([...changes.changed].sort()).toEqual([
    "container db",
    "container web",
    "image redis:latest",
    "network quay",
    "volume data",
  ]);
  expect(changesBetween(now, before).gone).toContain("volume data");
  expect(changesBetween(now, now)).toEqual({ changed: new Set(), gone: [] });
});
