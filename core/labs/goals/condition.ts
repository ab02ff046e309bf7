/** What can be there, or gone. */
export type Thing = "container" | "image" | "volume" | "network";

/**
 * A condition on the state of the first host. Only what it names is compared: a container may have
 * any other port, name or volume besides.
 */
export type Condition =
  | { is: "running"; container: string; image?: string | undefined }
  | { is: "stopped"; container: string }
  | { is: "exists"; what: Thing; name: string }
  | { is: "gone"; what: Thing; name: string }
  /** The container's port is reached at that port of the host. */
  | { is: "published"; container: string; port: number; at: number }
  /** A web server at that port of the host answers with a page in which the words stand. */
  | { is: "answers"; at: number; path?: string | undefined; with: string }
  | { is: "reaches"; from: string; name: string; port: number }
  | { is: "cut-off"; from: string; name: string; port: number }
  | { is: "joined"; container: string; network: string }
  /** A volume by its name, or a folder of the host by its path, at a path of the container. */
  | {
      is: "mounted";
      container: string;
      volume?: string | undefined;
      folder?: string | undefined;
      at: string;
    }
  | { is: "holds"; volume: string; file: string; with: string }
  /** A file of the host, of a container or of an image. */
  | {
      is: "file";
      path: string;
      container?: string | undefined;
      image?: string | undefined;
      with: string;
    }
  /** The words stand in no file any more: of the host, a container, a volume or an image. */
  | { is: "lost"; words: string }
  | { is: "env"; container: string; name: string; value: string }
  | { is: "restarts"; container: string; policy: string }
  /** The most memory it may use, in megabytes. */
  | { is: "limited"; container: string; memory: number }
  /** The image says itself what its containers run. */
  | { is: "starts"; image: string }
  /** Both names mean the same image. */
  | { is: "tagged"; name: string; as: string }
  | { is: "pushed"; name: string }
  | { is: "dangling"; most: number };

/** How a state stands to a condition: what is wanted, and what is still missing for it, if anything. */
export type Checked = { wanted: string; missing: string | null };
