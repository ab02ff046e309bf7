import { imageSize } from "#core/engine/images/layers";
import { digestsOf, tagsOf } from "#core/engine/images/store";
import { membersOf } from "#core/engine/network/networks";
import type { Machine } from "#core/engine/state/machine";
import { apiTime } from "#core/engine/state/words";
import type { Image, Network, Volume } from "#core/engine/types";

const keys = (list: readonly string[]) => Object.fromEntries(list.map((one) => [one, {}]));

/** Tags in the order in which they were given: first come, first named. */
export function imageJson(m: Machine, host: string, image: Image): Record<string, unknown> {
  const { config } = image;
  return {
    Id: `sha256:${image.id}`,
    RepoTags: tagsOf(m, host, image.id),
    RepoDigests: digestsOf(m, host, image.id),
    Parent: image.parent === "" ? "" : `sha256:${image.parent}`,
    Comment: image.comment,
    Created: apiTime(image.created),
    DockerVersion: "",
    Author: image.author,
    Architecture: "amd64",
    Os: "linux",
    Size: imageSize(m, host, image),
    GraphDriver: { Name: "overlay2", Data: {} },
    RootFS: { Type: "layers", Layers: image.layers.map((id) => `sha256:${id}`) },
    Metadata: { LastTagTime: apiTime(m.state.now) },
    Config: {
      Hostname: "",
      Domainname: "",
      User: config.user,
      AttachStdin: false,
      AttachStdout: false,
      AttachStderr: false,
      ...(config.exposed.length > 0 ? { ExposedPorts: keys(config.exposed) } : {}),
      Tty: false,
      OpenStdin: false,
      StdinOnce: false,
      Env: config.env.length > 0 ? [...config.env] : null,
      Cmd: config.cmd && [...config.cmd],
      ...(config.healthcheck === null ? {} : { Healthcheck: config.healthcheck }),
      Image: "",
      Volumes: config.volumes.length > 0 ? keys(config.volumes) : null,
      WorkingDir: config.workdir,
      Entrypoint: config.entrypoint && [...config.entrypoint],
      OnBuild: config.onbuild.length > 0 ? [...config.onbuild] : null,
      Labels: Object.keys(config.labels).length > 0 ? config.labels : null,
      ...(config.stopSignal === "" ? {} : { StopSignal: config.stopSignal }),
      ...(config.shell === null ? {} : { Shell: [...config.shell] }),
    },
  };
}

export function volumeJson(volume: Volume): Record<string, unknown> {
  return {
    CreatedAt: apiTime(volume.created).replace(/\.\d+Z$/, "Z"),
    Driver: volume.driver,
    Labels: volume.labels,
    Mountpoint: `/var/lib/docker/volumes/${volume.name}/_data`,
    Name: volume.name,
    Options: volume.options,
    Scope: "local",
  };
}

export function networkJson(m: Machine, host: string, network: Network): Record<string, unknown> {
  const members = membersOf(m, host, network).map((container) => {
    const end = container.networks[network.name];
    const bits = network.subnet.split("/")[1] ?? "16";
    const value = {
      Name: container.name,
      EndpointID: end?.endpoint ?? "",
      MacAddress: "02:42:ac:12:00:02",
      IPv4Address: `${end?.ip}/${bits}`,
      IPv6Address: "",
    };
    return [container.id, value] as const;
  });
  const range = network.range === "" ? {} : { IPRange: network.range };
  return {
    Name: network.name,
    Id: network.id,
    Created: apiTime(network.created),
    Scope: network.scope,
    Driver: network.driver,
    EnableIPv4: true,
    EnableIPv6: false,
    IPAM: {
      Driver: "default",
      Options: {},
      Config:
        network.subnet === ""
          ? []
          : [{ Subnet: network.subnet, ...range, Gateway: network.gateway }],
    },
    Internal: network.internal,
    Attachable: network.attachable,
    Ingress: network.ingress,
    ConfigFrom: { Network: "" },
    ConfigOnly: false,
    Containers: Object.fromEntries(members),
    Options: network.options,
    Labels: network.labels,
  };
}
