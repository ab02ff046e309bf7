import { expect, it } from "vitest";
import { readScript } from "./read-script";

/** Each piece: `> ` and a command of ours, or another stretch and what it is. */
const told = (text: string) =>
  readScript(text).pieces.map((piece) =>
    piece.kind === "command" ? `> ${piece.text}` : `${piece.text}: ${piece.says}`,
  );

it.each([
  [
    "cd app && \\\n  docker build . ; \\\r\n docker ps",
    [
      "cd app: goes to another folder",
      "&&: goes on only if that succeeded",
      "> docker build .",
      ";: then the next",
      "> docker ps",
    ],
  ],
  [
    "docker pull web \\\n&& docker run web \\",
    ["> docker pull web", "&&: goes on only if that succeeded", "> docker run web"],
  ],
  [
    "if docker ps; then \\\n docker stop web; \\\nfi",
    [
      "if: a condition: what follows is done only if this succeeds",
      "> docker ps",
      ";: then the next",
      "then: what is done if the condition is true",
      "> docker stop web",
      ";: then the next",
      "fi: the condition ends",
    ],
  ],
  [
    "$ docker build -t x - <<EOF\nFROM nginx\nEOF\n$ docker ps\nweb",
    [
      "> docker build -t x -",
      "FROM nginx\nEOF: a text that is given to the command as input",
      "> docker ps",
      "web: what a command printed, not a command",
    ],
  ],
  [
    '$ docker exec -i db psql <<< "select 1" | wc',
    [
      "> docker exec -i db psql",
      '<<< "select 1": a text that is given to the command as input',
      "|: passes what it prints on to the next",
      "wc: counts lines and words",
    ],
  ],
  [
    "docker run -v <(echo hi):/x nginx",
    [
      "echo hi: prints its words",
      "<(…): what the command before it prints is read as a file",
      "> docker run -v <(echo hi):/x nginx",
    ],
  ],
  [
    "tee >(docker load) < web.tar",
    [
      "> docker load",
      ">(…): what is written to it goes to the command before it",
      "tee >(docker load) < web.tar: writes to a file and passes on what it reads",
    ],
  ],
  [
    "docker ps \uFF06\uFF06 docker images\uFF1Bdocker info",
    [
      "> docker ps",
      "&&: goes on only if that succeeded",
      "> docker images",
      ";: then the next",
      "> docker info",
    ],
  ],
  [
    "alias d='docker ps' i=\"docker images\"",
    [
      "alias d='…' i=\"…\": gives the command that follows a short name",
      "> docker ps",
      "> docker images",
    ],
  ],
  [
    "trap 'docker stop web' EXIT",
    [
      "trap '…' EXIT: runs the command that follows when the shell gets a signal or ends",
      "> docker stop web",
    ],
  ],
  [
    "find . -name Dockerfile -exec docker build -f {} . \\;",
    [
      "find . -name Dockerfile -exec: looks for files and runs the command that follows with them, in place of `{}`",
      "> docker build -f {} .",
    ],
  ],
  [
    "find . -name x -ok docker ps \\;",
    [
      "find . -name x -ok: looks for files and runs the command that follows with them, in place of `{}`",
      "> docker ps",
    ],
  ],
  [
    "parallel docker inspect -f '{{.Id}}' ::: web{1..3}",
    [
      "parallel: runs the command that follows for each word after `:::`, in place of `{}`, several at once",
      "> docker inspect -f '{{.Id}}' {}",
    ],
  ],
  [
    "parallel docker stop ::: web db",
    [
      "parallel: runs the command that follows for each word after `:::`, in place of `{}`, several at once",
      "> docker stop {}",
    ],
  ],
  [
    "function f { docker ps; }\ng() (docker images)",
    [
      "function f: a function is defined",
      "{: a group begins",
      "> docker ps",
      ";: then the next",
      "}: the group ends",
      "g(): a function is defined",
      "(: a subshell begins",
      "> docker images",
      "): the subshell ends, or a pattern of `case`",
    ],
  ],
  [
    "0 3 * * 1-5 docker system prune -f\n*/5 * * * * root /usr/bin/docker ps\n@daily docker ps",
    [
      "0 3 * * 1-5: runs the command that follows at these times, by cron",
      "> docker system prune -f",
      "*/5 * * * * root: runs the command that follows at these times, by cron",
      "> docker ps",
      "@daily: runs the command that follows at these times, by cron",
      "> docker ps",
    ],
  ],
  ["1. docker ps\n2) `docker images`", ["> docker ps", "> docker images"]],
  [
    "script:\n  - docker build .\n  - run: docker push x\n  - run: |\n      docker ps",
    [
      "script:: a line of a YAML file, such as compose.yaml",
      "> docker build .",
      "- run:: a line of a YAML file, such as compose.yaml",
      "> docker push x",
      "- run: |: a line of a YAML file, such as compose.yaml",
      "> docker ps",
    ],
  ],
  [
    "\u001B[32mme@host\u001B[0m:~$ docker ps\nweb",
    ["> docker ps", "web: what a command printed, not a command"],
  ],
  ["\u279C  app git:(main) docker ps", ["> \u279C  app git:(main) docker ps"]],
  [
    "docker ps &amp;&amp; docker images",
    ["> docker ps", "&&: goes on only if that succeeded", "> docker images"],
  ],
])("each command is read where it stands: %j", (text, wanted) =>
  expect(told(text)).toEqual(wanted),
);
