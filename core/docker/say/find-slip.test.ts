import { describe, expect, it } from "vitest";
import { canonicalCommand } from "#core/docker/canonical-command";
import { parseCommand } from "#core/docker/parse-command";
import { findSlip } from "./find-slip";

function slipOf(typed: string, task: string): string | null {
  const wanted = canonicalCommand(parseCommand(task));
  if (wanted.kind !== "canonical") throw new Error(`not a task: ${task}`);
  const parsed = parseCommand(typed);
  const given = canonicalCommand(parsed);
  return findSlip({ parsed, canonical: given.kind === "canonical" ? given : null }, wanted);
}

describe("each classic slip has its own sentence", () => {
  it.each([
    ["docker run -p 80:8080 nginx", "docker run -p 8080:80 nginx", "the other way round"],
    ["docker run nginx -d -p 8080:80", "docker run -d -p 8080:80 nginx", "before the image"],
    ["docker exec web -it bash", "docker exec -it web bash", "before the container's name"],
    ["docker run -name web nginx", "docker run --name web nginx", "two dashes: `--name`"],
    ["docker run -rm nginx", "docker run --rm nginx", "two dashes: `--rm`"],
    ["docker run --rm false alpine", "docker run alpine", "write `--rm=false`, or leave both out"],
    [
      "docker run --rm true alpine",
      "docker run --rm alpine",
      "`true` became the image; leave it out",
    ],
    ["docker exec web -it bash", "docker exec -it web bash", "`-it bash` became the command"],
    ["docker run -v data:/x nginx", "docker run -v ./data:/x nginx", "A bare name is a volume"],
    ["docker run -v ./data:/x nginx", "docker run -v data:/x nginx", "a volume has a bare name"],
    ["docker run -v x:/x nginx", "docker run -v data:/x nginx", "a drive of Windows"],
    ["docker run -v data nginx", "docker run -v data:/x nginx", "without a name at `/data`"],
    ["docker run -v /b:/a nginx", "docker run -v /a:/b nginx", "the wrong way round: yours mounts"],
    ["docker exec -it web", "docker exec -it web sh", "needs the command to run"],
    ["docker exec web sh", "docker exec -it web sh", "both an open input and a terminal"],
    ["docker rm nginx", "docker rmi nginx", "`docker rm` removes containers"],
    ["docker rmi web", "docker rm web", "`docker rmi` removes images"],
    ["docker run -pd 8080:80 nginx", "docker run -d -p 8080:80 nginx", "only the last may take"],
    [
      "docker run -d --pull nginx",
      "docker run -d nginx",
      "took `nginx` as its value, so no image is left",
    ],
    ["docker commit web app -m hi", "docker commit -m hi web app", "only before the names"],
    ["docker volumes", "docker volume ls", "it is `docker volume ls`"],
    ["docker machine ls", "docker-machine ls", "it is `docker-machine`"],
    ["docker compose up -f a.yml", "docker compose -f a.yml up", "it stands before the verb"],
    ["docker-compose -d up", "docker compose up -d", "it stands after it"],
    ['docker exec web "ls -l"', "docker exec web ls -l", "Quotes make one word of it"],
    ["docker run -P nginx", "docker run -p 8080:80 nginx", "on random ports"],
    ["docker run -p 80 nginx", "docker run -p 8080:80 nginx", "a random port of the host"],
    ["docker run -h web nginx", "docker run --name web nginx", "is the host name"],
    ["docker tag me/app app", "docker tag app me/app", "the wrong way round: first `app`"],
    ["docker rename db1 db2", "docker rename db2 db1", "the wrong way round"],
    ["docker network connect web net", "docker network connect net web", "first `net`"],
    ["docker cp . web:/a", "docker cp web:/a .", "copies into the container"],
    ["docker start web", "docker run web", "takes a container that is there"],
    ["docker run web bash", "docker exec web bash", "starts another container"],
  ])("%s for %s", (typed, task, said) => {
    expect(slipOf(typed, task)).toContain(said);
    expect(slipOf(task, task)).toBeNull();
  });
});

it("says nothing of what was not done", () => {
  expect(slipOf("docker run -p web nginx", "docker run -p 8080:80 nginx")).toBeNull();
  expect(slipOf("docker kill web", "docker stop web")).toContain("ends it at once");
  expect(slipOf("docker kill -s TERM web", "docker stop web")).toBeNull();
  expect(slipOf("docker run --hostname web nginx", "docker run --name web nginx")).toBeNull();
  expect(slipOf("docker run -p 80:80 true", "docker run -p 80:80 nginx")).toBeNull();
  expect(slipOf("docker run -P -p 8080:80 nginx", "docker run -p 8080:80 nginx")).toBeNull();
});

it("takes a program's own options for no slip", () => {
  expect(slipOf("docker exec web ls -l /", "docker exec web ls -l")).toBeNull();
  expect(slipOf("docker run alpine ls -a", "docker run alpine ls -l")).toBeNull();
  expect(slipOf("docker run redis redis-server --appendonly yes", "docker run redis")).toBeNull();
  expect(slipOf("docker run nginx nginx -d", "docker run -d nginx")).toContain("before the image");
  const shell = "docker run --entrypoint sh alpine";
  expect(slipOf(`${shell} -l`, shell)).toBeNull();
});

it("has nothing to say of what is only different", () => {
  expect(slipOf("docker run -p 9090:80 nginx", "docker run -p 8080:80 nginx")).toBeNull();
  expect(slipOf("docker run httpd", "docker run nginx")).toBeNull();
  expect(slipOf("docker frobnicate", "docker run nginx")).toBeNull();
});
