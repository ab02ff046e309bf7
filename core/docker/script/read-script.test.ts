import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalCommand } from "#core/docker/canonical-command";
import { printCommand } from "#core/docker/print-command";
import { readScript } from "./read-script";

/** Each piece: `> ` and a command of ours, or another stretch and what it is. */
const told = (text: string) =>
  readScript(text).pieces.map((piece) =>
    piece.kind === "command" ? `> ${piece.text}` : `${piece.text}: ${piece.says}`,
  );

describe("what people paste", () => {
  it.each([
    [
      "docker ps && docker images",
      ["> docker ps", "&&: goes on only if that succeeded", "> docker images"],
    ],
    [
      "docker rm $(docker ps -aq)",
      [
        "> docker ps -aq",
        "$(…): what the command before it prints stands in its place",
        "> docker rm $(docker ps -aq)",
      ],
    ],
    [
      "docker rm `docker ps -aq`; docker ps",
      [
        "> docker ps -aq",
        "$(…): what the command before it prints stands in its place",
        "> docker rm `docker ps -aq`",
        ";: then the next",
        "> docker ps",
      ],
    ],
    [
      "docker ps | grep web | wc -l",
      [
        "> docker ps",
        "|: passes what it prints on to the next",
        "grep web: keeps the lines that match",
        "|: passes what it prints on to the next",
        "wc -l: counts lines and words",
      ],
    ],
    [
      "# all of them\ndocker ps -a\n\ncd app\ndocker build .",
      [
        "# all of them: a comment, which the shell ignores",
        "> docker ps -a",
        "cd app: goes to another folder",
        "> docker build .",
      ],
    ],
    [
      "docker build -t web - <<EOF\nFROM nginx\nEOF\ndocker run web",
      [
        "> docker build -t web -",
        "FROM nginx\nEOF: a text that is given to the command as input",
        "> docker run web",
      ],
    ],
    [
      "for c in $(docker ps -q); do docker stop $c; done",
      [
        "> docker ps -q",
        "$(…): what the command before it prints stands in its place",
        "for c in $(docker ps -q): a loop: what follows is done once for each word",
        ";: then the next",
        "do: the loop begins",
        "> docker stop $c",
        ";: then the next",
        "done: the loop ends",
      ],
    ],
    [
      "docker ps -aq | xargs docker rm -f",
      [
        "> docker ps -aq",
        "|: passes what it prints on to the next",
        "xargs: runs the command that follows with what xargs reads, in place of `{}`",
        "> docker rm -f {}",
      ],
    ],
    [
      "sudo -u root docker ps & time docker images",
      [
        "sudo -u root: runs the command that follows as another user, usually root",
        "> docker ps",
        "&: runs it in the background and goes on",
        "time: runs the command that follows and prints how long it took",
        "> docker images",
      ],
    ],
    [
      "bash -c 'docker ps || docker images'",
      [
        "bash -c: runs the command that follows in a new shell",
        "> docker ps",
        "||: goes on only if that failed",
        "> docker images",
      ],
    ],
    [
      "DOCKER_HOST=ssh://a docker ps > out.txt 2>&1",
      ["> DOCKER_HOST=ssh://a docker ps > out.txt 2>&1"],
    ],
    [
      "$ docker ps -q\n3f2a\n$ docker stop 3f2a",
      ["> docker ps -q", "3f2a: what a command printed, not a command", "> docker stop 3f2a"],
    ],
    [
      "$ docker ps\n# then\ndocker images",
      ["> docker ps", "# then: a comment, which the shell ignores", "> docker images"],
    ],
    [
      "FROM nginx\nRUN apt-get update\n",
      [
        "FROM nginx: a line of a Dockerfile, which `docker build` reads",
        "RUN apt-get update: a line of a Dockerfile, which `docker build` reads",
      ],
    ],
    [
      "services:\n  web:\n    image: nginx",
      [
        "services:: a line of a YAML file, such as compose.yaml",
        "web:: a line of a YAML file, such as compose.yaml",
        "image: nginx: a line of a YAML file, such as compose.yaml",
      ],
    ],
    [
      "docker stop web || true",
      ["> docker stop web", "||: goes on only if that failed", "true: does nothing, and succeeds"],
    ],
    [
      "env -u A docker ps",
      [
        "env -u A: runs the command that follows with variables set or left out for this one command",
        "> docker ps",
      ],
    ],
    ["podman ps", ["podman ps: runs containers, with nearly the same commands as docker"]],
    [
      "kubectl get pods",
      ["kubectl get pods: the client of Kubernetes, whose commands are not those of docker"],
    ],
    ["frobnicate --all", ["frobnicate --all: another program"]],
  ])("%s", (text, wanted) => expect(told(text)).toEqual(wanted));

  it("reads each command of ours as what it is, whatever feeds it or takes what it prints", () => {
    for (const text of [
      "docker save web | gzip > web.tgz",
      "gunzip -c web.tgz | docker load",
      "docker export web | tar t",
      "curl -s example.com/x.tar | docker import - web",
      "docker ps -aq | xargs docker inspect --format '{{.Name}}'",
      "docker stop $(docker ps -q --filter ancestor=nginx)",
      'docker run -v "$HOME/x:/x" -e TOKEN=$TOKEN nginx',
    ]) {
      const commands = readScript(text).pieces.filter((piece) => piece.kind === "command");
      expect(commands.length).toBeGreaterThan(0);
      for (const one of commands) {
        const read = canonicalCommand(one.parsed);
        expect([one.text, read.kind]).toEqual([one.text, "canonical"]);
      }
    }
  });

  it("spells a command without what others of the script give it or take from it", () => {
    for (const [text, spelled] of [
      ["docker ps -a | grep web", "docker container ls --all"],
      ["echo hi | docker run -i alpine", "docker container run --interactive alpine"],
      ["cat x | docker load | tee y", "docker image load"],
      ["docker run -i alpine sh <<EOF\nls\nEOF", "docker container run --interactive alpine sh"],
    ] as const) {
      const piece = readScript(text).pieces.find(({ kind }) => kind === "command");
      const read = piece?.kind === "command" ? canonicalCommand(piece.parsed) : null;
      if (read?.kind !== "canonical") expect.fail(text);
      expect(printCommand(read)).toBe(spelled);
    }
  });

  it("never fails, whatever is pasted, and takes no long time", () => {
    const fragments = fc.constantFrom(
      ..."docker run ps && || ; | & ( ) { } $( ` ' \" << <<EOF EOF # for in do done if then fi \\ \n $ $x -d nginx > < 2>&1 sudo xargs".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 60 }), (words) => {
        for (const piece of readScript(words.join(" ")).pieces) {
          if (piece.kind === "shell") expect(piece.says).not.toBe("");
          else canonicalCommand(piece.parsed);
        }
      }),
      { numRuns: 500 },
    );
  });
});

it.each(["docker stack deploy -c <(cat a.yml) app", "docker events > >(tee log)"])(
  "does not say that a shell refuses %s",
  (text) => {
    const last = readScript(text).pieces.at(-1);
    expect(last?.kind === "command" && last.parsed.kind).toBe("unmodelled");
  },
);
