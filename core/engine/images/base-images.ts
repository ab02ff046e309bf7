import type { Files } from "#core/engine/types";
import { alpineFiles, baseFiles, debianFiles, ubuntuFiles } from "./base-files";
import { folder, program, text } from "./file-nodes";
import { imported, type Recipe, type Step } from "./recipe";
import { programTexts } from "./scripts";

const base = (files: Files, size: number, cmd: string[], hour: number, tags: string[]): Recipe => ({
  from: [imported(files, size)],
  steps: [],
  config: { cmd },
  hour,
  tags,
});

const hello =
  "\nHello from Docker!\nThis message shows that your installation appears to be working correctly.\n\n";
const helloFiles = baseFiles({
  "/hello.txt": text(hello),
  "/hello": program(programTexts.hello),
});

const configText =
  'version: 0.1\nlog: {level: error}\nstorage: {delete: {enabled: true}, filesystem: {rootdirectory: /var/lib/registry}}\nhttp: {addr: ":5000"}\n';
const registryFiles: Files = {
  "/bin": folder,
  "/bin/registry": program(programTexts.registry),
  "/etc": folder,
  "/etc/docker": folder,
  "/etc/docker/registry": folder,
  "/etc/docker/registry/config.yml": text(configText),
  "/tmp": folder,
  "/var": folder,
  "/var/lib": folder,
  "/var/lib/registry": folder,
};

const registry: Recipe = {
  from: [imported(registryFiles, 25_000_000)],
  steps: [],
  config: {
    exposed: ["5000/tcp"],
    volumes: ["/var/lib/registry"],
    entrypoint: ["registry"],
    cmd: ["serve", "/etc/docker/registry/config.yml"],
  },
  hour: 5,
  tags: ["registry:2", "registry:latest"],
};

/** What most servers' images are built upon. */
export const debian: readonly Step[] = [imported(debianFiles, 12_400_000)];

/** Images that are built upon no other. */
export const baseImages: readonly Recipe[] = [
  base(baseFiles({}), 2_100_000, ["sh"], 0, ["busybox:latest", "busybox:1.36"]),
  base(alpineFiles, 2_110_000, ["/bin/sh"], 1, ["alpine:latest", "alpine:3.19", "alpine:3.20"]),
  base(debianFiles, 12_400_000, ["bash"], 2, ["debian:latest", "debian:12", "debian:bookworm"]),
  base(ubuntuFiles, 12_300_000, ["/bin/bash"], 3, ["ubuntu:latest", "ubuntu:24.04"]),
  base(helloFiles, 2_100_000, ["/hello"], 4, ["hello-world:latest"]),
  registry,
];
