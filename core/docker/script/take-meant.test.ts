import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalCommand } from "#core/docker/canonical-command";
import { readScript } from "./read-script";
import { withMeant } from "./source";
import { meantCommand } from "./suggest";

/** What was pasted, each time with one more of its commands as it was meant; null: cannot be taken. */
function taken(pasted: string): (string | null)[] {
  return readScript(pasted).pieces.flatMap((piece) => {
    if (piece.kind === "shell") return [];
    const meant = meantCommand(piece.text, canonicalCommand(piece.parsed));
    return meant === null ? [] : [withMeant(pasted, piece.code, meant)];
  });
}

describe("what was meant is taken in its own place", () => {
  it.each([
    ["docker rnu \u2013name x nginx && docker ps", "docker run \u2013name x nginx && docker ps"],
    ["docker ps -q | xargs docker rmm", "docker ps -q | xargs docker rm"],
    ["$ docker rnu nginx\n$ docker ps", "$ docker run nginx\n$ docker ps"],
    ["/usr/bin/dcoker ps && ls", "/usr/bin/docker ps && ls"],
    [
      "docker buidl - <<EOF\nFROM x\nEOF\ndocker ps",
      "docker build - <<EOF\nFROM x\nEOF\ndocker ps",
    ],
    ["docker ps && docker rnu \u201Ca b\u201D", "docker ps && docker run \u201Ca b\u201D"],
    ["docker rnu nginx \\\n  ls && docker ps", "docker run nginx \\\n  ls && docker ps"],
    ["docker ps &amp;&amp; dcoker images", "docker ps &amp;&amp; docker images"],
    ["docker rm $(docker psx -q)", "docker rm $(docker ps -q)"],
    ["docker run \u2014naem web nginx; docker ps", "docker run \u2014name web nginx; docker ps"],
    ["docker run -name web nginx; docker ps", "docker run --name web nginx; docker ps"],
    ["bash -c 'docker imagse'; docker ps", "bash -c 'docker images'; docker ps"],
    ["1. docker pss\n2. docker ps", "1. docker ps\n2. docker ps"],
    ["docker ps; docker ps\ndocker pss", "docker ps; docker ps\ndocker ps"],
    ["0 3 * * * docker systme prune", "0 3 * * * docker system prune"],
    ["$ dcoker rnu -naem x nginx", "$ docker run --name x nginx"],
  ])("%j", (pasted, next) => expect(taken(pasted)).toEqual([next]));

  it("is not offered where signs that are no part of the command stand between two slips", () => {
    expect(taken("docker buidl <<EOF --flie x .\nFROM x\nEOF")).toEqual([null]);
  });

  it("leaves all else as it was pasted, whatever stands around", () => {
    const before = fc.constantFrom(
      "",
      "$ ",
      "1. ",
      "\u00A0",
      "sudo ",
      "cd x && ",
      "\uFEFFls; \\\n ",
      "A=1 ",
    );
    const slip = fc.constantFrom(
      ["docker rnu nginx", "docker run nginx"],
      ["dcoker \u200Bps", "docker \u200Bps"],
      ["docker\u00A0run\u3000--naem x y", "docker\u00A0run\u3000--name x y"],
    );
    const after = fc.constantFrom(
      "",
      "\n",
      " | wc",
      "; docker ps",
      " \\\n&& ls",
      " &amp;&amp; ls",
      "\u2028docker ps",
    );
    const line = fc.constantFrom(
      "",
      "docker ps\n",
      "# then rnu\n",
      "docker ps -q | xargs docker rm\n",
    );
    fc.assert(
      fc.property(line, before, slip, after, (above, lead, [typed = "", meant = ""], rest) => {
        const head = above + lead;
        expect(taken(head + typed + rest)).toEqual([head + meant + rest]);
      }),
    );
  });
});
