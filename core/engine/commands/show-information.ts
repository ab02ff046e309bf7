import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { isUp } from "#core/engine/containers/is-up";
import { hostOf } from "#core/engine/state/machine";
import { showObject } from "./show-object";
import { version } from "./show-version";

function infoOf(ctx: Ctx): Record<string, unknown> {
  const { m, host } = ctx;
  const own = hostOf(m, host);
  const containers = Object.values(own.containers);
  const count = (status: string) => containers.filter((one) => one.status === status).length;
  const node = Object.values(m.state.cluster?.nodes ?? {}).find((one) => one.host === host);
  const nodes = Object.values(m.state.cluster?.nodes ?? {});
  return {
    ID: `${own.name}-engine`,
    Containers: containers.length,
    ContainersRunning: count("running"),
    ContainersPaused: count("paused"),
    ContainersStopped: containers.filter((one) => !isUp(one)).length,
    Images: Object.keys(own.images).length,
    Driver: "overlay2",
    LoggingDriver: "json-file",
    CgroupDriver: "cgroupfs",
    CgroupVersion: "1",
    KernelVersion: "6.12.8",
    OperatingSystem: "Debian GNU/Linux forky/sid",
    OSType: "linux",
    OSVersion: "",
    Architecture: "x86_64",
    NCPU: 2,
    MemTotal: 8_337_690_624,
    DockerRootDir: "/var/lib/docker",
    Name: own.name,
    ServerVersion: version,
    Swarm: {
      NodeID: node?.id ?? "",
      NodeAddr: node?.address ?? "",
      LocalNodeState: node ? "active" : "inactive",
      ControlAvailable: node?.role === "manager",
      Error: "",
      Managers: nodes.filter(({ role }) => role === "manager").length,
      Nodes: nodes.length,
    },
    Runtimes: { runc: {} },
    DefaultRuntime: "runc",
    LiveRestoreEnabled: false,
    IndexServerAddress: "https://index.docker.io/v1/",
    Warnings: null,
  };
}

function info(ctx: Ctx): number {
  const value = infoOf(ctx);
  const line = (name: string, key: string) => ` ${name}: ${String(value[key])}\n`;
  const swarm = value.Swarm as { LocalNodeState: string };
  return showObject(ctx, value, () =>
    [
      `Client:\n Version:    ${version}\n Context:    default\n Debug Mode: false\n\nServer:\n`,
      line("Containers", "Containers"),
      ` ${line("Running", "ContainersRunning")} ${line("Paused", "ContainersPaused")} ${line("Stopped", "ContainersStopped")}`,
      line("Images", "Images"),
      line("Server Version", "ServerVersion"),
      line("Storage Driver", "Driver"),
      line("Logging Driver", "LoggingDriver"),
      ` Swarm: ${swarm.LocalNodeState}\n`,
      line("Kernel Version", "KernelVersion"),
      line("Operating System", "OperatingSystem"),
      line("OSType", "OSType"),
      line("Architecture", "Architecture"),
      line("CPUs", "NCPU"),
      " Total Memory: 7.765GiB\n",
      line("Name", "Name"),
      line("Docker Root Dir", "DockerRootDir"),
    ].join(""),
  );
}

addHandlers({ "show information": info });
