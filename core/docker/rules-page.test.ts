import { describe, expect, test } from "vitest";
import { compareCommands } from "./compare-commands";
import { parseCommand } from "./parse-command";

const verdict = (a: string, b: string) => compareCommands(parseCommand(a), parseCommand(b)).verdict;

/** What the rules page states and no measured case shows, by its section. */
const facts: Readonly<Record<string, readonly [string, string, string][]>> = {
  "section 1: before the CLI, the shell": [
    ['docker run --name "web" nginx', "docker run --name web nginx", "equal"],
    ["A=1 sudo docker ps", "docker ps", "equal"],
    ["docker run -d \\\n  nginx # in the background", "docker run -d nginx", "equal"],
    ['docker exec web "ls -l"', "docker exec web ls -l", "different"],
    ["docker rm $(docker ps -aq)", "docker rm a", "unmodelled"],
    ["docker\u00A0run \u2014rm nginx", "docker run --rm nginx", "equal"],
  ],
  "section 4: forwarded and unknown commands": [
    ["docker build -t a .", "docker builder build . -t a", "equal"],
    ["docker daemon", "docker ps", "a-invalid"],
    ["docker machine ls", "docker ps", "a-invalid"],
    ["docker plugin ls", "docker ps", "different"],
    ["docker trust sign a:1", "docker ps", "different"],
    ["docker context use dev", "docker ps", "different"],
    ["docker scout cves a", "docker ps", "unmodelled"],
  ],
  "section 9: compose, where flags stand": [
    ["docker-compose up", "docker compose up", "equal"],
    ["docker compose -f a.yml up", "docker compose --file=a.yml up", "equal"],
    ["docker compose -f a.yml -f b.yml up", "docker compose -f b.yml -f a.yml up", "different"],
    ["docker compose -p shop ps", "docker compose --project-name shop ps", "equal"],
    ["docker compose logs -f web", "docker compose logs --follow web", "equal"],
    ["docker compose up -f a.yml", "docker compose -f a.yml up", "a-invalid"],
    ["docker compose up -d -p shop", "docker compose -p shop up -d", "a-invalid"],
    ["docker compose -d up", "docker compose up -d", "a-invalid"],
    ["docker compose up --unheard-of", "docker compose up", "unmodelled"],
    ["docker compose -f web logs", "docker compose logs -f web", "different"],
    ["docker compose run -p 80:80 web", "docker compose -p shop run web", "different"],
    ["docker compose run -p 80:80 web", "docker compose run --publish 80:80 web", "equal"],
    ["docker compose run -P web", "docker compose run --service-ports web", "equal"],
    ["docker compose up --build -d", "docker compose up -d --build", "equal"],
    ["docker compose up --scale web=3", "docker compose up", "different"],
    ["docker compose down -v", "docker compose down", "different"],
    ["docker compose stop -t 0", "docker compose stop", "different"],
    ["docker compose ps -aq", "docker compose ps --all --quiet", "equal"],
    ["docker compose logs -n 5", "docker compose logs --tail=5", "equal"],
    ["docker compose scale web=2", "docker compose scale web=3", "different"],
  ],
  "section 9: compose, terminals": [
    ["docker compose exec -it web sh", "docker compose exec web sh", "equal"],
    ["docker compose exec -t web sh", "docker compose exec web sh", "equal"],
    ["docker compose exec -i=false web sh", "docker compose exec web sh", "different"],
    ["docker compose exec -T web sh", "docker compose exec web sh", "different"],
    ["docker compose exec web -T sh", "docker compose exec web sh", "different"],
    ["docker compose run -i web sh", "docker compose run web sh", "equal"],
    ["docker compose run -t -T web", "docker compose run web", "a-invalid"],
    ["docker compose run --rm web sh", "docker compose run web sh", "different"],
  ],
  "section 11: machine": [
    [
      "docker-machine create -d virtualbox dev",
      "docker-machine create dev --driver virtualbox",
      "equal",
    ],
    ["docker-machine create dev", "docker-machine create -d virtualbox dev", "different"],
    ["docker-machine ls -q", "docker-machine ls --quiet", "equal"],
    ["docker-machine env dev", "docker-machine ip dev", "different"],
    ["docker-machine ssh dev ls", "docker-machine ssh dev", "different"],
    ["docker-machine rm a b", "docker-machine rm b a", "equal"],
  ],
  "section 11: crane and azk": [
    ["crane lift web", "crane lift", "different"],
    ["azk agent start", "azk start", "different"],
    ["azk start", "azk start", "equal"],
    ["azk shell", "azk start", "different"],
  ],
};

describe.each(Object.entries(facts))("%s", (_, pairs) => {
  test.each(pairs)("%s | %s: %s", (a, b, wanted) => expect(verdict(a, b)).toBe(wanted));
});
