import { expect, it } from "vitest";
import { canonicalCommand } from "#core/docker/canonical-command";
import { explainRows } from "#core/docker/explain-part";
import { parseCommand } from "#core/docker/parse-command";
import { allFlagNotes } from "#core/docker/script/all-flag-notes";
import type { Canonical } from "#core/docker/types";
import { describeEffect } from "./describe-effect";
import { engineRequests } from "./engine-requests";

function read(text: string): Canonical {
  const canonical = canonicalCommand(parseCommand(text));
  if (canonical.kind !== "canonical") throw new Error(`${text} is ${canonical.kind}`);
  return canonical;
}

it.each([
  // An image's program may be given the words: nobody knows that they are run.
  ["docker run a1/git clone x", "Uses `clone x` as its command."],
  ["docker exec web ls", "Runs `ls` inside."],
  ["docker run --read-only nginx", "Makes its root file system read-only."],
  // With cgroup v2 it is what is spared, not what is held.
  ["docker run --memory-reservation 32m nginx", "Sets the soft limit of its memory to `32m`."],
  ["docker run --memory-swappiness 0 nginx", "`0` of 100, which needs cgroup v1."],
  ["docker run --isolation default nginx", "Uses the usual isolation."],
  ["docker run --pids-limit 9 nginx", "Allows it `9` processes and threads."],
  ["docker run --add-host h1:host-gateway nginx", "Gives `h1` the address of the host in its"],
  ["docker run --add-host h1:[::1] nginx", "Gives `h1` the address `::1` in its hosts file."],
  ["docker run --health-cmd 'curl -f x' nginx", "Checks its health by `curl -f x`."],
  ["docker run --health-interval 5s nginx", "Checks its health as the image says, every `5` sec"],
  ["docker run --link db:data nginx", "Links it to `db`, known to it as `data`."],
  ["docker run --link db nginx", "Links it to `db`."],
  ["docker run --link-local-ip 169.254.1.1 nginx", "with the link-local address `169.254.1.1`."],
  [
    "docker run --network name=n1,driver-opt=a=b,gw-priority=5 nginx",
    "Joins the network `n1`, with the option `a=b`, with the priority of its gateway `5`.",
  ],
  ["docker run -v data:/d:nocopy nginx", "at `/d`, without copying the image's files into it."],
  ["docker run -v /h:/c:ro,rshared nginx", "at `/c`, read-only, with the propagation `rshared`."],
  ["docker run --mount type=tmpfs,dst=/t,tmpfs-size=64m nginx", "in memory, of at most `64m`."],
  ["docker run --mount type=tmpfs,dst=/t,tmpfs-mode=700 nginx", "with the rights `700`."],
  ["docker run --mount src=v1,dst=/c,volume-opt=a=b nginx", "at `/c`, with the option `a=b`."],
  ["docker run --mount src=v1,dst=/c,volume-subpath=s nginx", "with the subpath `s`."],
  [
    "docker run --mount type=bind,src=/h,dst=/c,bind-nonrecursive nginx",
    "Mounts `/h` of the host at `/c`, without what is mounted below it.",
  ],
  ["docker run --privileged --cap-drop ALL a1", "rights, which is passed over with `--privileged`"],
  ["docker run --network none -P nginx", "which is passed over on the network `none`."],
  // Whether a folder is there, into which is copied, is not known.
  ["docker cp a.d web:/b", "Copies it to `/b`."],
  ["docker cp web:/a b", "Copies it to `b`."],
  ["docker rm -l web/db", "Acts on the link `web/db`."],
  ["docker images", "Lists the engine's images."],
  ["docker inspect -f '{{.Id}}' web", "Looks up the details of what has the name `web`, such as"],
  ["docker volume inspect -f '{{.Name}}' v1", "Looks up the details of a volume."],
  ["docker volume inspect v1", "Prints all details of a volume."],
  ["docker build -", "Builds from standard input, a Dockerfile alone or an archive."],
  ["docker volume create --secret a=b v1", "passed over without another option of cluster vol"],
  ["docker build --add-host a:1.1.1.1 .", "Gives `a` the address `1.1.1.1` in the hosts file of"],
  ["docker build --secret id=a .", "Gives the build the secret `id=a`."],
  ["docker build --shm-size 1g .", "Gives its steps `1g` of shared memory."],
  ["docker build --cgroup-parent /a .", "Puts its steps under the control group `/a`."],
  ["docker build --build-context a=../a .", "Gives the Dockerfile the source `a=../a`."],
  ["docker build --disable-content-trust=false .", "which only the old builder takes."],
  ["docker build --cache-from type=registry,ref=x .", "Takes the cache from `type=registry,ref=x`"],
  ["docker build -o out .", "Follows a Dockerfile and makes no image of it."],
  ["docker build -o type=cacheonly .", "Follows a Dockerfile and makes no image of it."],
  ["docker build -o type=docker .", "Builds an image."],
  ["docker build -o out --load .", "Builds an image."],
])("%s: %s", (text, sentence) => {
  expect(describeEffect(read(text)).join(" ")).toContain(sentence);
});

it.each([
  [
    "docker run -it --rm nginx",
    [
      "POST /containers/create",
      "POST /containers/{id}/attach?stderr=1&stdin=1&stdout=1&stream=1",
      "POST /containers/{id}/wait?condition=removed",
      "POST /containers/{id}/start",
    ],
  ],
  [
    "docker run -d --pull always nginx",
    [
      "POST /images/create?fromImage=docker.io/library/nginx&tag=latest",
      "POST /containers/create",
      "POST /containers/{id}/wait?condition=next-exit",
      "POST /containers/{id}/start",
    ],
  ],
  [
    "docker start -i web",
    [
      "POST /containers/web/attach?stderr=1&stdin=1&stdout=1&stream=1",
      "POST /containers/web/wait?condition=next-exit",
      "POST /containers/web/start",
    ],
  ],
  [
    "docker attach web",
    ["POST /containers/web/wait", "POST /containers/web/attach?stderr=1&stdout=1&stream=1"],
  ],
  [
    "docker history --platform linux/arm64/v9 a1",
    ['GET /images/a1/history?platform={"architecture":"arm64","os":"linux","variant":"v9"}'],
  ],
  [
    "docker rmi -f --platform amd64 a1",
    ['DELETE /images/a1?force=1&platforms={"architecture":"amd64","os":"linux"}'],
  ],
  ["docker images --tree", ["GET /images/json?manifests=1"]],
  ["docker build --builder b1 .", []],
])("the engine is asked for %s", (text, asked) => {
  expect(engineRequests(read(text)).map(({ method, path }) => `${method} ${path}`)).toEqual(asked);
});

it("fetches nothing for a container whose image is never pulled", () => {
  const [made] = engineRequests(read("docker run --pull never nginx"));
  expect(made?.why).toBe("make it");
});

it.each([
  ["docker rename web db", "db", "the new name"],
  ["docker top web -o pid", "-o pid", "options of `ps` on the host"],
  ["docker cp web:/a b", "b", "where to"],
  ["docker tag a1 b1", "b1", "one more name for it"],
  ["docker search nginx", "nginx", "what to search for"],
  ["docker build .", ".", "what to build from"],
  ["docker volume rm v1", "v1", "the volume"],
  ["docker network connect n1 web", "n1", "the network"],
  ["docker service scale web=3", "web=3", "the service, and how many of it"],
  ["docker run a1 ls -l", "ls -l", "the command in the container; options here belong to it"],
  ["docker create --pull always a1", "--pull always", "when to fetch the image first"],
  [
    "docker build --add-host a:1.1.1.1 .",
    "--add-host a:1.1.1.1",
    "a line for the hosts file of its steps",
  ],
])("%s: %s", (text, part, says) => {
  const rows = explainRows(text, parseCommand(text), allFlagNotes);
  expect(rows.find((row) => row.text === part)?.says).toBe(says);
});
