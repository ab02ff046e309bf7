import type { Canonical } from "#core/docker/types";
import {
  type Asked,
  forEach,
  isOn,
  listOf,
  nameAndTag,
  one,
  query,
  request,
  textOf,
  valueIn,
} from "./request-parts";
import { shortImage } from "./words";

const cache = "remove cache that nothing uses";

/** `POST /images/create`, which fetches. */
export const pull: Asked = (canonical) => {
  // A digest stands where a tag does; with every tag none is named.
  const [, fromImage = "", tag = ""] =
    /^([^@]*?)(?:@|:(?!.*\/)|$)(.*)$/.exec(textOf(canonical, "image")) ?? [];
  const given = query({ fromImage, platform: textOf(canonical, "platform"), tag });
  return [request("POST", `/images/create${given}`, "fetch the image")];
};

/** What `-c` applies, each by itself. */
const changesOf = (canonical: Canonical) =>
  listOf(canonical, "change")
    .map((change) => `&changes=${encodeURI(change)}`)
    .join("");

const isOldBuilder = (canonical: Canonical) =>
  /^(?:0|f|false)$/i.test(textOf(canonical, "variable DOCKER_BUILDKIT"));

/** What is asked of the engine for images and what they are built of. */
export const imageRequests: Readonly<Record<string, Asked>> = {
  "pull image": pull,
  "list images": (canonical) => [
    request(
      "GET",
      `/images/json${query({ all: isOn(canonical, "all"), manifests: isOn(canonical, "tree") })}`,
      "list them",
    ),
  ],
  "remove images": forEach("images", (id, canonical) =>
    request(
      "DELETE",
      `/images/${shortImage(id)}${query({ force: isOn(canonical, "force"), noprune: isOn(canonical, "no-prune") })}`,
      "remove its name, and its layers if no other has them",
    ),
  ),
  "inspect images": forEach("images", (id) =>
    request("GET", `/images/${shortImage(id)}/json`, "give all its details"),
  ),
  "commit container": (canonical) => {
    const { name: repo, tag } = nameAndTag(canonical, "reference");
    const container = textOf(canonical, "container");
    const [comment, author] = [textOf(canonical, "message"), textOf(canonical, "author")];
    const pause = valueIn(canonical, "pause") === false ? "0" : "";
    const given = query({ container, repo, tag, comment, author, pause });
    return [request("POST", `/commit${given}${changesOf(canonical)}`, "make the image")];
  },
  "tag image": (canonical) => {
    const { name: repo, tag } = nameAndTag(canonical, "target image");
    const source = shortImage(textOf(canonical, "source image"));
    return [request("POST", `/images/${source}/tag${query({ repo, tag })}`, "add the name")];
  },
  "push image": (canonical) => {
    const { name, tag } = nameAndTag(canonical, "image");
    return [request("POST", `/images/${name}/push${query({ tag })}`, "send it to the registry")];
  },
  "build image": (canonical) => {
    if (isOldBuilder(canonical))
      return [request("POST", "/build", "send the folder, and follow the Dockerfile")];
    // Another builder may run elsewhere.
    const isOwn = /^(?:default)?$/.test(textOf(canonical, "builder"));
    return isOwn ? [request("POST", "/grpc", "ask BuildKit to follow the Dockerfile")] : [];
  },
  "prune build cache": (canonical) =>
    isOldBuilder(canonical)
      ? [request("POST", `/build/prune${query({ all: isOn(canonical, "all") })}`, cache)]
      : [request("POST", "/grpc", cache)],
  "show history": (canonical) => [
    request("GET", `/images/${shortImage(textOf(canonical, "image"))}/history`, "its steps"),
  ],
  "search images": (canonical) => {
    const limit = String(valueIn(canonical, "limit") ?? "");
    const given = query({ limit, term: textOf(canonical, "term") });
    return [request("GET", `/images/search${given}`, "ask Docker Hub")];
  },
  "save images": (canonical) => {
    const names = listOf(canonical, "images").map((image) => `names=${shortImage(image)}`);
    return [request("GET", `/images/get?${names.join("&")}`, "the images as an archive")];
  },
  "load images": one("POST", "/images/load", "read the archive"),
  "import image": (canonical) => {
    const source = valueIn(canonical, "source");
    const url = typeof source === "object" && source !== null && "url" in source ? source.url : "-";
    const repo = shortImage(textOf(canonical, "reference"));
    const [message, platform] = [textOf(canonical, "message"), textOf(canonical, "platform")];
    const given = query({ fromSrc: String(url), repo, message, platform });
    return [request("POST", `/images/create${given}${changesOf(canonical)}`, "make the image")];
  },
  "prune images": one("POST", "/images/prune", "remove those that are not needed"),
};
