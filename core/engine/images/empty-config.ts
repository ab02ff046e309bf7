import type { ImageConfig } from "#core/engine/types";

/** An image's settings where none are made. */
export const emptyConfig: ImageConfig = {
  cmd: null,
  entrypoint: null,
  env: [],
  workdir: "",
  user: "",
  labels: {},
  exposed: [],
  volumes: [],
  stopSignal: "",
  healthcheck: null,
  onbuild: [],
  shell: null,
};
