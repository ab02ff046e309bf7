import { refuseClient } from "#core/engine/client/words";
import { fieldsOf } from "./read-service";

const topLevel = new Set(
  "version name services networks volumes secrets configs include models".split(" "),
);

/** What each key of a service has to be: a text, a list, a map, any of them. */
const serviceKeys: Readonly<Record<string, string>> = Object.fromEntries(
  "annotations:ml attach:b build:sm blkio_config:m cap_add:l cap_drop:l cgroup:s cgroup_parent:s command:slz configs:l container_name:s cpu_count:n cpu_percent:n cpu_period:n cpu_quota:n cpu_rt_period:n cpu_rt_runtime:n cpu_shares:n cpus:n cpuset:s credential_spec:m depends_on:lm deploy:m develop:m device_cgroup_rules:l devices:l dns:sl dns_opt:l dns_search:sl domainname:s entrypoint:slz env_file:slm environment:lm expose:l extends:sm external_links:l extra_hosts:lm gpus:sl group_add:l healthcheck:m hostname:s image:s init:b ipc:s isolation:s label_file:sl labels:lm links:l logging:m mac_address:s mem_limit:n mem_reservation:n mem_swappiness:n memswap_limit:n models:lm network_mode:s networks:lm oom_kill_disable:b oom_score_adj:n pid:s pids_limit:n platform:s ports:l post_start:l pre_stop:l privileged:b profiles:l provider:m pull_policy:s pull_refresh_after:s read_only:b restart:s runtime:s scale:n secrets:l security_opt:l shm_size:n stdin_open:b stop_grace_period:s stop_signal:s storage_opt:m sysctls:lm tmpfs:sl tty:b ulimits:m use_api_socket:b user:s userns_mode:s uts:s volumes:l volumes_from:l working_dir:s"
    .split(" ")
    .map((one) => one.split(":") as [string, string]),
);

function fits(kinds: string, value: unknown): boolean {
  if (Array.isArray(value)) return kinds.includes("l");
  if (typeof value === "object" && value !== null) return kinds.includes("m");
  if (value === null) return true;
  return /[sbn]/.test(kinds);
}

const named = (kinds: string): string =>
  kinds.startsWith("l") ? "array" : kinds.startsWith("m") ? "mapping" : "string";

function checkService(path: string, name: string, value: unknown): void {
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    refuseClient(`services.${name} must be a mapping`);
  }
  for (const [key, one] of Object.entries(fieldsOf(value))) {
    const kinds = serviceKeys[key];
    if (key.startsWith("x-")) continue;
    if (kinds === undefined)
      refuseClient(
        `validating ${path}: services.${name} additional properties '${key}' not allowed`,
      );
    else if (!fits(kinds, one))
      refuseClient(`validating ${path}: services.${name}.${key} must be a ${named(kinds)}`);
  }
}

/** Refuses a file whose shape is not Compose's. */
export function checkFile(path: string, value: unknown): void {
  if (value === null || value === undefined) refuseClient("empty compose file");
  if (typeof value !== "object" || Array.isArray(value))
    refuseClient("top-level object must be a mapping");
  const file = fieldsOf(value);
  const services = fieldsOf(file.services);
  // What is no mapping is told before what is not known.
  for (const [name, one] of Object.entries(services)) {
    if (typeof one !== "object" && one !== undefined)
      refuseClient(`services.${name} must be a mapping`);
  }
  const odd = Object.keys(file).filter((key) => !topLevel.has(key) && !key.startsWith("x-"));
  if (odd.length > 0) {
    const words = odd.map((key) => `'${key}'`).join(", ");
    refuseClient(`validating ${path}:  additional properties ${words} not allowed`);
  }
  for (const [name, one] of Object.entries(services))
    if (one !== null) checkService(path, name, one);
}
