import { expect, it } from "vitest";
import { compareCommands } from "./compare-commands";
import { parseCommand } from "./parse-command";

const verdict = (a: string, b: string) => compareCommands(parseCommand(a), parseCommand(b)).verdict;

it.each([
  ["docker ps -a -q | wc -l", "docker container ls -qa | wc  -l", "equal"],
  ["docker images | grep 'a b'", 'docker image ls | grep "a b"', "equal"],
  ["docker save x | gzip > x.gz", "docker image save x:latest | gzip > x.gz", "equal"],
  ["docker ps | grep web", "docker ps | grep db", "unmodelled"],
  ["docker ps | grep web", "docker ps", "unmodelled"],
  ["docker ps | xargs docker rm", "docker ps | xargs docker rm", "unmodelled"],
  ["docker ps | grep", "docker --bad | grep", "b-invalid"],
  ["docker ps |", "docker ps |", "unmodelled"],
  ["docker history nginx | less -S", "docker history nginx", "equal"],
  ["docker ps -a", "docker ps -a | more", "equal"],
  ["docker ps | grep web | cat", "docker ps | grep web", "equal"],
  ["docker ps | cat notes.txt", "docker ps", "unmodelled"],
  ["docker ps | less", "docker ps -a", "different"],
])("%s and %s: %s", (a, b, wanted) => {
  expect(verdict(a, b)).toBe(wanted);
});
