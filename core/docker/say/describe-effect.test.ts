import { expect, it } from "vitest";
import { scanInline } from "#core/content/inline";
import { canonicalCommand } from "#core/docker/canonical-command";
import { parseCommand } from "#core/docker/parse-command";
import { describeEffect } from "./describe-effect";

function told(text: string): string {
  const canonical = canonicalCommand(parseCommand(text));
  if (canonical.kind !== "canonical") throw new Error(`${text} is ${canonical.kind}`);
  return describeEffect(canonical).join(" ");
}

it.each([
  ["docker swarm init --advertise-addr 10.0.0.1", "Is reachable for other nodes"],
  ["docker build --build-arg A .", "Passes on the variable `A` with its value in this shell."],
  ["docker top web -ef", "Prints what `ps -ef` prints."],
  ["docker rm -l web/db", "Removes only the link of that name (`-l`)."],
  ["docker rm -l web/db", "Removes a link between containers."],
  ["docker pause web", "Pauses a container, that is, freezes its processes."],
  ["docker builder prune -a", "Removes all that is not in use (`-a`)."],
  ["docker system prune -af", "Removes every unused image, too (`-a`)."],
  ["docker service create -d nginx", "Returns without waiting (`-d`)."],
  ["docker run --ipc private nginx", "Shares memory with nobody."],
  ["docker run --ipc host nginx", "Shares memory with the host."],
  ["docker swarm join-token worker", "Prints it for a `worker`."],
  ["docker build -f - . < Dev", "Reads the Dockerfile `Dev` from standard input."],
  [`docker run --entrypoint "" nginx`, "Starts without the image's own program."],
  ["docker run --entrypoint sh nginx", "Starts with `sh` in place of the image's own program."],
  ["docker run --pids-limit -1 nginx", "Allows it any number of processes."],
  ["docker run --stop-timeout -1 nginx", "Gives it all the time to stop."],
  ["docker stop -t -1 web", "Waits as long as it takes."],
  ["docker stop -t 30 web", "Waits at most `30` seconds."],
  ["docker service update --update-delay 10s web", "Updates its tasks with `10` seconds between"],
  ["docker service update --force web", "Replaces the tasks even if nothing has changed"],
  ["docker import http://a.b/c.tgz", "Reads the archive at `http://a.b/c.tgz`."],
  ["docker run -v /a.ini:/b.ini nginx", "Mounts `/a.ini` of this machine at `/b.ini`."],
  ["docker start -a web", "Attaches this terminal to it (`-a`)."],
  ["docker system prune --volumes", "Removes volumes without a name, too (`--volumes`)."],
  ["docker logs --since 10m web", "Leaves out what is older than 10 minutes."],
  ["docker logs --since 1h web", "Leaves out what is older than 1 hour."],
  ["docker logs --since 90s web", "Leaves out what is older than 90 seconds."],
  [
    "docker inspect shop-db",
    "Prints all details of what has the name `shop-db`, such as a container, an image, a volume or a network.",
  ],
  ["docker inspect --type volume shop-db", "Prints all details of a volume."],
  ["docker", "Lists all commands of docker."],
  ["docker update --restart always web", "Restarts it by the policy `always`."],
  ["docker run -d --restart on-failure:3 nginx", "Restarts it by the policy `on-failure:3`."],
  ["docker login", "Asks you to log in, because the name or the password is missing."],
  ["echo $HOME | docker login -u x --password-stdin", "Reads the password from standard input."],
  ["cat f | docker login -u x --password-stdin", "Reads the password from `f`."],
  ["docker run --gpus all nginx", "Gives it all GPUs."],
  ["docker run --gpus 2 nginx", "Gives it `2` GPUs."],
  ["docker run --gpus device=0 nginx", "Gives it the GPU `0`."],
  [
    "docker build - < Dockerfile",
    "Builds from the Dockerfile `Dockerfile` alone, without a folder.",
  ],
  ["docker build - < x.tar.gz", "Builds from the archive `x.tar.gz`."],
  ["echo FROM alpine | docker build -f- .", "Reads the Dockerfile from standard input."],
  ["docker build https://a.b/c.git", "Builds from `https://a.b/c.git`."],
  [`docker exec web sh -c 'echo "x"'`, "Runs `sh -c 'echo \"x\"'` inside."],
  ["docker exec web sh -c 'echo $A'", "Runs `sh -c 'echo $A'` inside."],
  ["docker volume prune", "Removes volumes without a name that nothing uses."],
  ["docker-machine ssh m", "Acts on the machine `m`."],
  ["docker-machine scp a:/x b", "Copies `a:/x` to `b`."],
  ["docker compose cp web:/a b", "Copies `web:/a` to `b`."],
  ["docker compose port web 80", "Looks up the port `80` of the service `web`."],
  ["docker compose scale web=3", "Runs `3` of `web`."],
  ["docker compose commit web x", "Calls the new image `x`, made of the service `web`."],
  ["docker run --shm-size 1g nginx", "Gives it `1g` of shared memory."],
  ["docker run --ulimit nofile=5:9 nginx", "Limits `nofile` to `5`, or `9` if it asks for more."],
  [
    "docker run --network n --ip 172.18.0.5 nginx",
    "Uses the image `nginx`. Joins the network `n`, with the address `172.18.0.5`.",
  ],
  ["docker run --cpu-quota 50000 nginx", "Gives it `50000` microseconds of processor time"],
  [
    "docker run --device-read-bps /dev/sda:1mb --device-read-bps /dev/sdb:2kb nginx",
    "Reads at most `1048576` bytes a second from `/dev/sda`, and `2048` bytes a second from `/dev/sdb`.",
  ],
  ["docker run --cgroupns private nginx", "Sees control groups of its own."],
  ["docker run --storage-opt size=1G nginx", "Lets it store `1G` at most."],
  ["docker ps --filter name=a", "Takes only what matches `name=a`."],
  ["docker compose ps --filter status=running", "Takes only what matches `status=running`."],
  ["docker swarm update --autolock=false", "Uses `--autolock=false`."],
  ["docker push --disable-content-trust=false a/b", "Signs the image."],
  ["docker pull --disable-content-trust=false a/b", "Checks the image's signature."],
  ["docker commit --pause=false web x", "Lets the container run meanwhile"],
  ["docker rm -v web", "Removes its volumes without a name, too (`-v`)."],
  ["docker rm -f web", "Kills it first if it runs (`-f`)."],
  ["docker compose rm -fv", "Asks no question (`-f`). Removes their volumes without a name, too"],
  ["docker network rm -f net", "Says nothing if it is missing (`-f`)."],
  ["docker volume rm -f data", "Says nothing if it is missing (`-f`)."],
  ["docker run --cap-drop all nginx", "Takes away all rights."],
  ["docker run --cap-add NET_ADMIN nginx", "Adds the right `NET_ADMIN`."],
  ["docker update --restart no web", "Never restarts it by itself."],
  ["docker service create --restart-condition none nginx", "Never restarts its tasks."],
  ["docker import - app", "Reads the archive from standard input."],
  ["docker import a.tar app", "Reads `a.tar`."],
  [
    "docker stack deploy -c a.yaml -c - shop",
    "Reads the stack from `a.yaml`, then standard input.",
  ],
  ["docker stack deploy -d=false -c a.yaml shop", "Waits until its tasks run (`--detach=false`)."],
  ["docker build -f Dockerfile.dev x", "Reads the Dockerfile `Dockerfile.dev`."],
  ["docker build --cpu-shares 5 .", "Uses `--cpu-shares`, which BuildKit ignores."],
  ["docker build --squash .", "Uses `--squash`, which BuildKit ignores."],
  ["docker logs --tail -1 web", "Shows all lines."],
  ["docker run --sysctl net.core.somaxconn=5 nginx", "`net.core.somaxconn` to `5` for it."],
  [
    "docker service create -p mode=host,target=80,published=8080 nginx",
    "Publishes container port 80 on port 8080 of the nodes that run it.",
  ],
  [
    "docker plugin install --alias a --disable vieux/sshfs",
    "Fetches a plug-in of the engine. Names it `a` on this engine. Leaves it off (`--disable`).",
  ],
  ["docker run -v data:/x~ nginx", "Mounts the volume `data` at `/x~`."],
])("%s: %s", (text, sentence) => {
  expect(told(text)).toContain(sentence);
  expect(scanInline(told(text)).open).toBeNull();
});
