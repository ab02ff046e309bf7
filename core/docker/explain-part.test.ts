import { expect, it } from "vitest";
import { explainRows } from "./explain-part";
import { parseCommand } from "./parse-command";
import { allFlagNotes } from "./script/all-flag-notes";

it.each([
  ["docker run --rm=false nginx", "--rm=false", "not: remove the container when it ends"],
  ["docker run --rm=true nginx", "--rm=true", "remove the container when it ends"],
  ["docker run --rm=0 nginx", "--rm=0", "not: remove the container when it ends"],
  ["docker run -d=F nginx", "-d=F", "not: run in the background and print the new ID"],
  ["docker run --label=false nginx", "--label=false", "attach a label"],
  ["docker run -e false nginx", "-e false", "set an environment variable"],
  ["docker top web -ef", "-ef", "options of `ps` on the host"],
  ["docker exec web ls -l", "ls -l", "the command in the container; options here belong to it"],
  ["docker build -o out .", "-o out", "where the result goes"],
  ["docker build --secret id=key .", "--secret id=key", "give the build a secret"],
  ["docker build -m 1g .", "-m 1g", "ignored by BuildKit"],
  [
    "docker compose exec web sh -c ls",
    "sh -c ls",
    "the command in the container; options here belong to it",
  ],
  ["docker volume ls -q", "-q", "print IDs or names only"],
  [
    "docker volume update --availability drain v1",
    "--availability drain",
    "whether it may be used: active, pause or drain",
  ],
  ["docker build --rm=false .", "--rm=false", "ignored by BuildKit"],
  ["docker push --disable-content-trust a/b", "--disable-content-trust", "do not sign it"],
  ["docker node rm -f a1", "-f", "remove it even if it is not down"],
  ["docker compose pull --parallel", "--parallel", "no longer used"],
  ["docker trust key generate --dir d a1", "--dir d", "the folder for the public key"],
  ["docker swarm ca --rotate", "--rotate", "put another in its place"],
  ["docker swarm join-token --rotate worker", "--rotate", "make a new one; the old stops working"],
  ["docker swarm unlock-key --rotate", "--rotate", "make a new one"],
  ["docker compose --workdir d up", "--workdir d", "the project's folder (an old name)"],
  ["docker compose bridge convert -o d", "-o d", "the folder to write to"],
  ["docker compose wait --down-project web", "--down-project", "take the project down afterwards"],
  ["docker compose down -v", "-v", "also remove its volumes"],
  ["docker-machine --native-ssh ls", "--native-ssh", "log in by the SSH that is built in"],
  ["docker run -m 1g nginx", "-m 1g", "the most memory it may use"],
])("%s: %s", (text, part, says) => {
  const rows = explainRows(text, parseCommand(text), allFlagNotes);
  expect(rows.find((row) => row.text === part)?.says).toBe(says);
});
