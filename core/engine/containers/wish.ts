import type { EndpointWish } from "#core/engine/network/networks";
import type { HealthCheck, HostConfig } from "#core/engine/types";

export type MountWish = {
  type: "volume" | "bind" | "tmpfs";
  /** A volume's name or a path of the host; none for a nameless volume. */
  source?: string;
  target: string;
  ro?: boolean;
  nocopy?: boolean;
  /** Written with --mount, which makes no missing folder. */
  strict?: boolean;
};

export type NetworkWish = EndpointWish & { name: string };

/** A container as it is asked for; what is left out comes from the image or is the usual. */
export type Wish = {
  name?: string;
  image: string;
  platform?: string;
  cmd?: readonly string[];
  /** [""] takes the image's away. */
  entrypoint?: readonly string[];
  env?: readonly string[];
  labels?: Readonly<Record<string, string>>;
  workdir?: string;
  user?: string;
  hostname?: string;
  tty?: boolean;
  stdin?: boolean;
  stopSignal?: string;
  stopTimeout?: number | null;
  healthcheck?: HealthCheck | null;
  exposed?: readonly string[];
  host?: Partial<HostConfig>;
  mounts?: readonly MountWish[];
  networks?: readonly NetworkWish[];
  task?: string;
};
