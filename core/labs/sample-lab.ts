import type { Lab } from "./types";

/** A sound lab, for tests. */
export const sampleLab: Lab = {
  id: "lab-sample",
  title: "A sample",
  topic: "commands",
  level: 1,
  minutes: 3,
  demo: null,
  broken: false,
  ideas: ["docker-run"],
  story: "Run nginx as `web`.",
  prepared: ["docker run -d --name old alpine sleep infinity"],
  goals: [
    { is: "running", container: "web", image: "nginx" },
    { is: "gone", what: "container", name: "old" },
  ],
  fails: [],
  hints: [
    {
      while: [{ is: "exists", what: "container", name: "old" }],
      until: null,
      first: "One is too many.",
      second: "Remove it.",
      command: "docker rm -f old",
    },
    {
      while: [],
      until: { is: "running", container: "web" },
      first: "One is missing.",
      second: "Run it.",
      command: "docker run -d --name web nginx",
    },
  ],
  solution: ["docker rm -f old", "docker run -d --name web nginx"],
  others: [],
  misses: [
    { commands: ["docker run -d --name web nginx"], says: "The container `old` is still there" },
  ],
  meant: "It was a sample.",
};
