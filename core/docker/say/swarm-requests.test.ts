import { expect, it } from "vitest";
import { canonicalCommand } from "#core/docker/canonical-command";
import { parseCommand } from "#core/docker/parse-command";
import { engineRequests } from "./engine-requests";

// Not every request of the client: it also looks up names and ids, which `{id}` or the name stands for.
it.each([
  ["docker update -m 1g web", ["POST /containers/web/update"]],
  ["docker service logs web", ["GET /services/web/logs?stdout=1&stderr=1&details=1"]],
  ["docker service logs --raw web", ["GET /services/web/logs?stdout=1&stderr=1"]],
  [
    "docker service logs -f --tail 5 web",
    ["GET /services/web/logs?stdout=1&stderr=1&follow=1&details=1&tail=5"],
  ],
  ["docker swarm leave -f", ["POST /swarm/leave?force=1"]],
  ["docker node rm -f a", ["DELETE /nodes/a?force=1"]],
  ["docker search --limit 3 nginx", ["GET /images/search?limit=3&term=nginx"]],
  [
    "docker pull --platform linux/arm64 nginx",
    ["POST /images/create?fromImage=docker.io/library/nginx&platform=linux/arm64&tag=latest"],
  ],
  ["docker builder prune -f", ["POST /grpc"]],
  ["DOCKER_BUILDKIT=0 docker builder prune -af", ["POST /build/prune?all=1"]],
  [
    "docker run -d nginx",
    [
      "POST /containers/create",
      "POST /containers/{id}/wait?condition=next-exit",
      "POST /containers/{id}/start",
    ],
  ],
  [
    "docker logs --since 5m --details web",
    ["GET /containers/web/logs?stdout=1&stderr=1&since={time}&details=1"],
  ],
  [
    "docker events --since 2024-01-01 --until 5m",
    ["GET /events?since=1704067200.000000000&until={time}"],
  ],
  [
    "docker commit -a me -m hi -c 'CMD x' --pause=false web",
    ["POST /commit?container=web&comment=hi&author=me&pause=0&changes=CMD%20x"],
  ],
  ["docker rmi --no-prune nginx", ["DELETE /images/nginx?noprune=1"]],
  ["docker inspect -s web", ["GET /containers/web/json?size=1"]],
  ["docker import -m hi a.tar me:1", ["POST /images/create?fromSrc=-&repo=me:1&message=hi"]],
  [
    "docker system prune -f",
    [
      "POST /containers/prune",
      "POST /networks/prune",
      'POST /images/prune?filters={"dangling":{"true":true}}',
      "POST /build/prune",
    ],
  ],
  [
    "docker system prune -af --volumes",
    [
      "POST /containers/prune",
      "POST /networks/prune",
      "POST /volumes/prune",
      'POST /images/prune?filters={"dangling":{"false":true}}',
      "POST /build/prune?all=1",
    ],
  ],
  ["docker swarm init", ["POST /swarm/init"]],
  ["docker swarm join --token T 10.0.0.1:2377", ["POST /swarm/join"]],
  ["docker swarm leave", ["POST /swarm/leave"]],
  ["docker swarm join-token worker", ["GET /swarm"]],
  ["docker swarm join-token --rotate worker", ["GET /swarm", "POST /swarm/update", "GET /swarm"]],
  ["docker swarm ca --rotate", ["GET /swarm", "POST /swarm/update", "GET /swarm"]],
  ["docker swarm ca --rotate -d", ["GET /swarm", "POST /swarm/update"]],
  ["docker swarm ca --rotate -q", ["GET /swarm", "POST /swarm/update"]],
  [
    "docker swarm unlock-key --rotate",
    ["GET /swarm", "POST /swarm/update", "GET /swarm/unlockkey"],
  ],
  ["docker stats -a", ["GET /containers/json?all=1", "GET /containers/{id}/stats"]],
  ["docker build .", ["POST /grpc"]],
  ["docker stop -s SIGINT -t 5 web", ["POST /containers/web/stop?signal=INT&t=5"]],
  ["docker restart -t 5 web", ["POST /containers/web/restart?t=5"]],
  ["docker kill web", ["POST /containers/web/kill"]],
  ["docker logs --tail 5 web", ["GET /containers/web/logs?stdout=1&stderr=1&tail=5"]],
  ["docker import http://a.b/c.tgz", ["POST /images/create?fromSrc=http://a.b/c.tgz"]],
  ["docker pull -a nginx", ["POST /images/create?fromImage=docker.io/library/nginx"]],
  [
    `docker pull localhost:5000/shop@sha256:${"a".repeat(64)}`,
    [`POST /images/create?fromImage=localhost:5000/shop&tag=sha256:${"a".repeat(64)}`],
  ],
  ["docker swarm update --autolock", ["GET /swarm", "POST /swarm/update"]],
  ["docker swarm unlock-key", ["GET /swarm/unlockkey"]],
  ["docker service create --name web nginx", ["POST /services/create"]],
  ["docker service scale web=3", ["GET /services/web", "POST /services/web/update"]],
  ["docker service ps web", ["GET /services", 'GET /tasks?filters={"service":{"{id}":true}}']],
  ["docker service ls", ["GET /services"]],
  ["docker node promote w1", ["GET /nodes/w1", "POST /nodes/w1/update"]],
  ["docker node inspect w1 w2", ["GET /nodes/w1", "GET /nodes/w2"]],
  ["docker node inspect self", ["GET /nodes/{id}"]],
  ["docker node ls", ["GET /nodes"]],
  ["docker stack ls", ['GET /services?filters={"label":{"com.docker.stack.namespace":true}}']],
  ["docker stack ps app", ['GET /tasks?filters={"label":{"com.docker.stack.namespace=app":true}}']],
  ["docker node ps a", ['GET /tasks?filters={"node":{"{id}":true}}']],
  ["docker builder prune --filter until=24h", ["POST /grpc"]],
  ["docker secret create sec s.txt", ["POST /secrets/create"]],
  ["docker config ls", ["GET /configs"]],
  ["docker secret rm a b", ["DELETE /secrets/a", "DELETE /secrets/b"]],
  ["docker stats web", ["GET /containers/web/stats"]],
  ["docker stats", ["GET /containers/json", "GET /containers/{id}/stats"]],
  [
    "docker start -a web",
    [
      "POST /containers/web/attach?stderr=1&stdout=1&stream=1",
      "POST /containers/web/wait?condition=next-exit",
      "POST /containers/web/start",
    ],
  ],
])("the engine is asked for %s", (text, asked) => {
  const canonical = canonicalCommand(parseCommand(text));
  if (canonical.kind !== "canonical") throw new Error(`${text} is ${canonical.kind}`);
  expect(engineRequests(canonical).map(({ method, path }) => `${method} ${path}`)).toEqual(asked);
});
