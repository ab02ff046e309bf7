import { longestCommand } from "#core/docker/parse/read-line";
import { randomFrom } from "#core/random";

const heads =
  "docker run|docker run -d --name web nginx|docker exec web|docker service create|docker service update web|docker build .|docker ps|docker rm|docker network create n|docker volume create|docker node promote|docker stack deploy s|docker cp|docker login|docker compose up|docker-machine create|docker|";

const pieces =
  '-e A=1|-eA|-l a=b|-p 80:80|-p 1-2000:1-2000|-p 1-65535|-p target=80,published=80|-v /a:/b|-v a1:/b:ro,z|--mount type=bind,src=/a,dst=/b|--tmpfs /a|--network n|--network name=n,alias=b|--link a:b|--dns 1.1.1.1|--subnet 10.0.0.0/24|--cap-add ALL|--expose 1-999|--filter label=a|--format {{.ID}}|--format \'{{|{{range .}}|--env-file .env|--publish-add 1-900:80|--label-add a|--constraint node.role==worker|--build-arg A=b|-dit|-d=false|--rm=|--|-|---|=|,|:|/|@|a=,b|\\|\'|"|"a b"|$PWD|$(pwd)|$(ls)|`pwd`|`|~/a|# |> f|< f|<|cat f ||echo a ||;|\u2014rm|\u2013d|\u201Ca\u201D|\u00A0|\uD83D\uDC33|\uD83D|é|\t|\n|\\\n|nginx|nginx:1|a/b@sha256:c|sh -c|1|0x1f|1.5.|2h3m|512m';

/** Gives as many odd texts as wanted, always the same: mixes of tokens, and long repeats of a few. */
export function oddTexts(count: number, seed: number): string[] {
  const random = randomFrom(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  const starts = heads.split("|");
  // Tokens may hold the sign that parts them, behind a backslash.
  const tokens = pieces.split(/(?<!\\)\|/).map((token) => token.replace("\\|", "|"));
  return Array.from({ length: count }, () => {
    const gap = random() < 0.8 ? " " : "";
    // One in eight is as long as a text may be, of few tokens; the others are as people type.
    const long = random() < 0.125;
    const some = Array.from({ length: long ? 1 + random() * 3 : random() * 30 }, () =>
      pick(tokens),
    );
    const text = some.join(gap) + gap;
    const times = long ? longestCommand / Math.max(1, text.length) : 1;
    return `${pick(starts)} ${text.repeat(times)}`.slice(0, longestCommand);
  });
}
