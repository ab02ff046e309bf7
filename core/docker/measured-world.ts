import type { World } from "./types";

const environment = "A=1\nB=2\n";
const stack = "the measured stack file";

/**
 * The small world that the measured cases were run in: a folder /site with a few files, a swarm
 * whose nodes called mgr… or manager… manage. Only grading of such cases supposes it.
 */
export const measuredWorld: World = {
  variables: { PWD: "/site", HOME: "/home/user", USER: "user", UID: "1000" },
  closed: true,
  exported: {
    HOME: "/home/user",
    USER: "user",
    TERM: "xterm",
    PATH: "/usr/local/bin:/usr/bin:/bin",
    DOCKER_CLI_HINTS: "false",
  },
  files: {
    ".env": environment,
    "env.list": environment,
    "password.txt": "pw\n",
    "secret.txt": "s3cret\n",
    "file.txt": "hello\n",
    "index.html": "<h1>hi</h1>\n",
    "app.js": "console.log(1)\n",
    "docker-compose.yml": stack,
    "compose.yml": stack,
    "compose.yaml": stack,
    "stack.yml": stack,
    Dockerfile: "FROM scratch\nCOPY . /app\n",
    "Dockerfile.dev": "FROM alpine\n",
  },
  node: (name) => ({
    role: /^(?:mgr|manager)/.test(name) || name === "self" ? "manager" : "worker",
    availability: "active",
    "label zone": "fx1",
    "label disk": "fx2",
  }),
  service: {
    "environment A": "fx1",
    "environment B": "fx2",
    "label tier": "front",
    "label owner": "ops",
    "container-label clabel": "x",
    command: ["nginx"],
    workdir: "/srv",
    user: "www",
    "mount /data": [{ type: "volume", source: "data" }],
    "network mynet": {},
    constraint: ["node.role==worker"],
    ports: [[80, "tcp", "ingress", 8080]],
  },
  measured: true,
};
