import { describe, expect, test } from "vitest";
import { canonicalCommand } from "./canonical-command";
import { compareCommands } from "./compare-commands";
import { explainPart } from "./explain-part";
import { parseCommand } from "./parse-command";
import { printCommand } from "./print-command";

const verdict = (a: string, b: string) => compareCommands(parseCommand(a), parseCommand(b)).verdict;

describe("what is refused, and where", () => {
  const slips: [string, string, string][] = [
    ["docker run -name web nginx", "unknown shorthand flag: 'n' in -name", "n"],
    ["docker run -rm alpine", "unknown shorthand flag: 'r' in -rm", "r"],
    ["docker ps -A", "unknown shorthand flag: 'A' in -A", "A"],
    ["docker run --port 80 nginx", "unknown flag: --port", "--port"],
    ["docker runn nginx", "docker: unknown command: docker runn", "runn"],
    ["docker images rm nginx", "docker: 'docker images' requires at most 1 argument", "nginx"],
    ["docker exec web", "docker: 'docker exec' requires at least 2 arguments", "exec"],
    ["docker run --name", "flag needs an argument: --name", "--name"],
    ["docker run -p", "flag needs an argument: 'p' in -p", "-p"],
  ];
  test.each(slips)("%s", (text, message, place) => {
    const parsed = parseCommand(text);
    if (parsed.kind !== "refused") expect.fail(parsed.kind);
    const { start, end } = parsed.span;
    expect([parsed.message, text.slice(start, end)]).toEqual([message, place]);
  });

  test("what only its value makes wrong is refused when its meaning is sought", () => {
    const refused = canonicalCommand(parseCommand("docker run -p abc:80 nginx"));
    expect(refused).toMatchObject({ kind: "refused", message: "invalid hostPort: abc" });
  });
});

describe("phones, prompts and shells", () => {
  test("dashes and quotes of phone keyboards are mended, and said so", () => {
    const parsed = parseCommand("$ docker run \u2014rm \u2013d \u2014name \u201Cweb\u201D nginx");
    expect(parsed.repairs.map(({ read }) => read)).toEqual(["", "--", "-", "--", '"', '"']);
    expect(parsed.kind).toBe("command");
  });

  test("symbols stay symbols: the folder is the same however it is written", () => {
    expect(verdict("docker run -v $(pwd):/x a1", "docker run -v ./:/x a1")).toBe("equal");
    expect(verdict("docker run -v $PWD/b:/x a1", `docker run -v "$\{PWD}"/b:/x a1`)).toBe("equal");
    expect(verdict("docker run -v ~/b:/x a1", "docker run -v $HOME/b:/x a1")).toBe("equal");
    expect(verdict("docker run -v $PWD:/x a1", "docker run -v /site:/x a1")).toBe("different");
  });

  test.each([
    "sudo -u x docker ps",
    "sudo -nu x docker ps",
    "sudo -ux -E -- docker ps",
    "sudo --user x docker ps",
    "A=b sudo --user=x --chdir /x docker ps",
    "sudo C=d docker ps",
  ])("%s does what docker ps does, as somebody else", (text) => {
    expect(verdict(text, "docker ps")).toBe("equal");
  });

  test("a variable counts wherever it may stand, and an option of sudo is none", () => {
    const host = "DOCKER_HOST=tcp://a:1 docker ps";
    expect(verdict(`sudo ${host}`, host)).toBe("equal");
    const parsed = parseCommand(`sudo --user=x ${host}`);
    expect(parsed.kind === "command" && parsed.environment).toEqual({ DOCKER_HOST: "tcp://a:1" });
    const [program, option, variable] = parsed.parts.map((part) => explainPart(part, "ps"));
    expect(option).toBe(program);
    expect(variable).not.toBe(program);
  });

  test.each(["docker ps; ls", "docker ps && ls", "docker ps | wc -l", "docker rm $(docker ps -q)"])(
    "%s is not modelled",
    (text) => expect(verdict(text, "docker ps")).toBe("unmodelled"),
  );
});

/** The facts are those of the rules page, sections 9 and 11: these programs were not measured. */
describe("programs beside docker", () => {
  const same: [string, string][] = [
    ["docker-compose up -d", "docker compose up --detach"],
    ["docker compose -f a.yml logs -f web", "docker-compose --file ./a.yml logs web --follow"],
    ["docker compose exec -it web sh", "docker compose exec web sh"],
    ["docker compose down -v", "docker compose down --volumes"],
    ["docker-machine create -d virtualbox dev", "docker-machine create dev --driver virtualbox"],
    ["docker-machine create dev -d virtualbox", "docker-machine create --driver=virtualbox dev"],
    ["docker compose --project-directory . up", "docker compose up"],
    ["docker compose run --no-TTY web ls", "docker compose run -T web ls"],
    ["docker compose up --dry-run", "docker compose --dry-run up"],
    ["docker compose -v", "docker compose version"],
    ["docker compose help up", "docker compose up --help"],
    ["docker compose bridge transformations ls", "docker compose bridge transformations list"],
  ];
  test.each(same)("%s is %s", (a, b) => expect(verdict(a, b)).toBe("equal"));

  const other: [string, string][] = [
    ["docker compose -f a.yml up", "docker compose -f b.yml up"],
    ["docker compose -f a.yml -f b.yml up", "docker compose -f b.yml -f a.yml up"],
    ["docker compose exec -T web sh", "docker compose exec web sh"],
    ["docker compose up", "docker compose up -d"],
    ["docker-machine create dev", "docker-machine create -d virtualbox dev"],
    ["azk start", "azk agent start"],
    ["crane lift web", "crane up web"],
    ["crane lift web db", "crane lift web"],
    ["crane lift web", "crane run web"],
  ];
  test.each(other)("%s is not %s", (a, b) => expect(verdict(a, b)).toBe("different"));

  test.each(["web", "web:2", "web=", "2=web"])("to scale by %s is refused", (words) => {
    expect(verdict(`docker-compose scale ${words}`, "docker-compose scale web=2")).toBe(
      "a-invalid",
    );
  });

  test("Machine takes the settings away again without a name, and dashes before a command", () => {
    expect(verdict("docker-machine env -u dev", "docker-machine env dev")).toBe("a-invalid");
    expect(verdict("docker-machine env -u", "docker-machine env --unset")).toBe("equal");
    expect(verdict("docker-machine ssh dev -- free", "docker-machine ssh dev free")).toBe("equal");
  });

  test("what their tables do not hold is not modelled, never wrong", () => {
    expect(verdict("docker compose frobnicate", "docker compose up")).toBe("unmodelled");
    expect(verdict("azk start --odd", "azk start")).toBe("unmodelled");
  });
});

test("parts are named, and printing gives the house style", () => {
  const parsed = parseCommand("docker run -dp 8080:80 --name=web nginx nginx -g x");
  expect(parsed.parts.map(({ role, text }) => `${role} ${text}`)).toEqual([
    "program docker",
    "verb run",
    "flag -d",
    "flag p",
    "value 8080:80",
    "flag --name",
    "value web",
    "image nginx",
    "command nginx",
    "command -g",
    "command x",
  ]);
  const canonical = canonicalCommand(parsed);
  if (canonical.kind !== "canonical") expect.fail(canonical.kind);
  expect(printCommand(canonical)).toBe(
    "docker container run --detach --name=web --publish=8080:80 -- nginx nginx -g x",
  );
  const [, , detach] = parsed.parts;
  expect(detach && explainPart(detach, "container run")).toContain("background");
});

test("a difference names its aspect and the words it stems from", () => {
  const a = "docker run -d -p 8080:80 nginx";
  const b = "docker run -d -p 80:8080 nginx";
  const found = compareCommands(parseCommand(a), parseCommand(b));
  if (found.verdict !== "different") expect.fail(found.verdict);
  const [first] = found.differences;
  const [span] = first?.aSpans ?? [];
  expect(first?.aspect).toBe("port 80/tcp");
  expect(span && a.slice(span.start, span.end)).toBe("-p 8080:80");
});
