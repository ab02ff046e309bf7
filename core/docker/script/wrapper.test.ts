import { describe, expect, it } from "vitest";
import { canonicalCommand } from "#core/docker/canonical-command";
import { shellText } from "#core/text/grading/shell-text";
import { readScript } from "./read-script";
import { meantCommand } from "./suggest";

const piecesOf = (text: string) => readScript(text).pieces;
const commandsIn = (text: string) =>
  piecesOf(text).flatMap((piece) => (piece.kind === "command" ? [piece.text] : []));
const othersIn = (text: string) =>
  piecesOf(text).flatMap((piece) =>
    piece.kind === "shell" ? [`${piece.text}: ${piece.says}`] : [],
  );

describe("behind sudo and its like stands a program, whatever words follow it", () => {
  it.each([
    "sudo groupadd docker",
    "sudo usermod -aG docker $USER",
    "sudo systemctl start docker",
    "sudo systemctl enable --now docker",
    "sudo service docker start",
    "sudo yum install docker",
    "sudo dnf install docker-ce docker-compose",
    "sudo apt install docker docker-compose",
    "sudo journalctl -fu docker",
    "sudo -u bob systemctl status docker",
    'sudo echo "docker"',
    "command -v docker",
    "command -V docker-compose",
    "ssh docker",
    "ssh -p 22 docker",
    "time ls docker",
    "env | grep docker",
    "xargs echo docker",
  ])("%s holds no command of ours", (text) => {
    expect(commandsIn(text)).toEqual([]);
    for (const said of othersIn(text)) expect(said).not.toContain(shellText().other);
  });

  it.each([
    ["sudo docker ps", "docker ps"],
    ["sudo -E docker ps", "docker ps"],
    ["sudo -u x -E -- docker ps", "docker ps"],
    ["sudo --user x docker ps", "docker ps"],
    ["sudo --user=x A=b docker ps", "docker ps"],
    ["env A=b C='d e' docker ps", "docker ps"],
    ["env -u A docker ps", "docker ps"],
    ["ssh -p 22 -i key host docker ps", "docker ps"],
    ["ssh -p22 host sudo docker ps", "docker ps"],
    ["ssh -t me@host 'sudo docker ps'", "docker ps"],
    ["time -p docker build .", "docker build ."],
    ["nohup docker pull nginx", "docker pull nginx"],
    ["watch -n 2 docker ps", "docker ps"],
    ["watch -d 'docker ps'", "docker ps"],
    ["timeout 5 docker ps", "docker ps"],
    ["timeout -s KILL -k 2 5 docker ps", "docker ps"],
    ["nice -n 10 docker build .", "docker build ."],
    ["xargs -n1 docker stop", "docker stop {}"],
    ["xargs -r sudo docker rm -f", "docker rm -f {}"],
    ["xargs -I % docker rm %", "docker rm %"],
    ["xargs --replace=NAME docker rm NAME", "docker rm NAME"],
    ["xargs --replace docker rm {}", "docker rm {}"],
    ["xargs -I{} sh -c 'docker logs {}'", "docker logs {}"],
    [
      'sudo sh -c "docker inspect --format \\"{{.Id}}\\" web"',
      'docker inspect --format "{{.Id}}" web',
    ],
    ["A=b sudo -E docker ps", "docker ps"],
  ])("%s runs %s", (text, command) => {
    expect(commandsIn(text)).toEqual([command]);
  });

  it.each([
    "apt-get update",
    "mkdir -p /etc/docker",
    "curl -fsSL https://example.com -o x",
    "rm -rf /var/lib/docker",
    "chmod a+r key",
    "tee file",
    "dockerd --debug",
    "truncate -s 0 x",
  ])("sudo %s is named as without sudo", (text) => {
    expect(othersIn(text)).toHaveLength(1);
    expect(othersIn(`sudo ${text}`).slice(1)).toEqual(othersIn(text));
    expect(othersIn(text)[0]).not.toContain(shellText().other);
  });
});

describe("a program of another name is no slip for docker", () => {
  it.each(
    "dockerd snap scp ip psql stat code top history diff wait esac ps kill cp rm rsync nano go ss".split(
      " ",
    ),
  )("%s", (program) => {
    const [piece] = piecesOf(`${program} x`);
    expect(piece?.kind).toBe("shell");
    expect(piece?.kind === "shell" && piece.says).not.toBe(shellText().other);
  });

  it.each(["frob x", "stapt x", "plul nginx"])("%s is not known, and no guess is made", (text) => {
    for (const piece of piecesOf(text)) {
      if (piece.kind === "command") {
        expect(meantCommand(piece.text, canonicalCommand(piece.parsed))).toBeNull();
      } else expect(piece.says).toBe(shellText().other);
    }
  });
});
