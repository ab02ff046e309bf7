import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalCommand } from "#core/docker/canonical-command";
import { readScript } from "./read-script";
import { describeUnknown } from "./unknown-values";

/** The last command of a script, as it is explained, or why it is not. */
function told(text: string): string {
  const piece = readScript(text).pieces.at(-1);
  if (piece?.kind !== "command") throw new Error(`${text} holds no command`);
  const read = canonicalCommand(piece.parsed);
  if (read.kind === "canonical") return describeUnknown(read).join(" ");
  if (read.kind === "empty") return "empty";
  return read.kind === "refused" ? `refused: ${read.message}` : `unmodelled: ${read.why}`;
}

describe("what only the shell knows is told as it was typed", () => {
  it.each([
    ["docker pull $IMAGE", "Uses the image `$IMAGE`."],
    ["docker build -t $REG/$IMG:$TAG .", "Tags the image `$REG/$IMG:$TAG`."],
    ["docker build -t $REG/$IMG:$TAG .", "`$REG`, `$IMG` and `$TAG` stand for whatever they hold"],
    ["docker run -p $PORT:80 nginx", "Publishes container port 80 on host port `$PORT`."],
    ["docker run -p $PORT:80 nginx", "`$PORT` stands for whatever it holds"],
    ["docker run -p $IP:$PORT:80 nginx", "on host port `$PORT`, on the address `$IP` alone"],
    ["for i in 1 2; do docker run -p 808$i:80 nginx", "on host port `808$i`"],
    ["docker run -m $(mem)m nginx", "Limits its memory to `$(mem)m`."],
    ["docker run --name x$(date +%s) nginx", "Names it `x$(date +%s)`."],
    ["docker service scale web=$N", "replicas `$N`"],
    ["docker run $(docker build -q .)", "Uses the image `$(docker build -q .)`."],
    ["docker network create --subnet=$S n1", "Sets `--subnet` to whatever `$S` holds."],
    ["docker network create --subnet=10.$N.0.0/16 n1", "Uses the addresses `10.$N.0.0/16`."],
    ["docker run -p $PORT nginx", "Sets `--publish` to whatever `$PORT` holds."],
    ["docker run --restart $POLICY nginx", "Sets `--restart` to whatever `$POLICY` holds."],
    ["docker service create --replicas $N --mode $M x", "Sets `--mode` to whatever `$M` holds."],
    ["docker run -m $M nginx", "Sets `--memory` to whatever `$M` holds."],
    ["docker run -m $M --memory-swap 2g x", "Sets `--memory` to whatever `$M` holds."],
    ["docker run -m 1g --memory-swap $S x", "Sets `--memory-swap` to whatever `$S` holds."],
    ["docker ps -f $F", "Sets `--filter` to whatever `$F` holds."],
    ["docker run -v $FROM:$TO nginx", "Mounts `$FROM` at `$TO`."],
    ['docker run nginx sh -c "echo $A"', 'Uses `sh -c "echo $A"` as its command.'],
    ["docker run nginx sh -c 'echo $A'", "Uses `sh -c 'echo $A'` as its command."],
    ['docker exec web "$@"', "Runs `$@` inside."],
  ])("%s: %s", (text, sentence) => {
    expect(told(text)).toContain(sentence);
  });

  it.each([
    ["docker exec $C", "$C"],
    ['docker ps "$@"', "$@"],
    ['docker run "$@"', "$@"],
    ["docker run $OPTIONS nginx", "$OPTIONS"],
    ["docker $VERB x", "$VERB"],
    ["docker compose $VERB", "$VERB"],
    ["docker cp $A $B", "$A"],
    ["docker build -t x $WHAT more", "$WHAT"],
  ])("%s depends on %s", (text, raw) => {
    expect(told(text)).toBe(
      `unmodelled: it depends on whatever ${raw} holds, which only the shell knows`,
    );
  });

  it.each([
    ["docker pull --bad $IMAGE", "refused: unknown flag: --bad"],
    ["docker rnu $IMAGE", "refused: docker: unknown command: docker rnu"],
    ["docker run -p x:80 $IMAGE", "refused: invalid hostPort: x"],
  ])("%s is refused, whatever it holds", (text, refusal) => {
    expect(told(text)).toBe(refusal);
  });

  it("never lets a value that stands in be seen", () => {
    const words = fc.constantFrom(
      ..."run pull -p -v -m --name --network --ip --cpus $A:$B $A $(b)m $C:80 x$(id) -e A=$A nginx web $A/$B $(pwd)/x:/y scale web=$N `id`".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (typed) => {
        for (const piece of readScript(`docker ${typed.join(" ")}`).pieces) {
          if (piece.kind !== "command") continue;
          const read = canonicalCommand(piece.parsed);
          const said =
            read.kind === "canonical" ? describeUnknown(read).join(" ") : JSON.stringify(read);
          expect(said).not.toMatch(/409\d|41\d\d|shellq|10\.249|[\uE010\uE011]/);
        }
      }),
      { numRuns: 300 },
    );
  });
});
