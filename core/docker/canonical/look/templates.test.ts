import { describe, expect, test } from "vitest";
import { canonicalCommand } from "#core/docker/canonical-command";
import { parseCommand } from "#core/docker/parse-command";
import { tidyTemplate } from "./templates";

const kindOf = (text: string) => canonicalCommand(parseCommand(text)).kind;

describe("templates in one spelling", () => {
  const same: readonly [string, string][] = [
    ["{{.State|json}}", "{{json .State}}"],
    ["{{ .Names  |  upper }}", "{{upper .Names}}"],
    ["{{(.ID)}}", "{{.ID}}"],
    ["{{.ID|upper|lower}}", "{{lower (upper .ID)}}"],
    ['{{.Labels | split "," }}', '{{split "," .Labels}}'],
    ["{{(index .Mounts 0).Source | upper}}", "{{upper (index .Mounts 0).Source}}"],
    ["{{(.State).Status}}", "{{.State.Status}}"],
    ["a {{- .ID -}} b", "a{{.ID}}b"],
    ["{{/* a note */}}{{.ID}}", "{{.ID}}"],
    ["{{ range  $k,$v := .Ports }}{{ $k }}{{ end }}", "{{range $k,$v := .Ports}}{{$k}}{{end}}"],
    ["{{.|json}}", "json"],
    ['{{printf "%s" .ID}}', "{{.ID}}"],
  ];
  for (const [typed, tidy] of same) {
    test(`${typed} is ${tidy}`, () => {
      expect(tidyTemplate(typed)).toBe(tidy);
      expect(tidyTemplate(tidy)).toBe(tidy);
    });
  }

  test("strings keep their spaces, bars and brackets", () => {
    expect(tidyTemplate('{{join .Names " | (x)  "}}')).toBe('{{join .Names " | (x)  "}}');
  });
});

describe("fields of docker inspect", () => {
  test("a name without its kind may be that of anything", () => {
    for (const field of [
      ".Mountpoint",
      ".IPAM.Config",
      ".ManagerStatus.Leader",
      ".Spec.Name",
      ".Id",
    ]) {
      expect(kindOf(`docker inspect -f '{{${field}}}' shop-db`), field).toBe("canonical");
    }
  });

  test("what nothing has is refused, and so is what the kind lacks", () => {
    for (const text of [
      "docker inspect -f '{{.Bogus}}' shop-db",
      "docker inspect -f '{{.State.Bogus}}' web",
      "docker inspect --type container -f '{{.Mountpoint}}' web",
      "docker volume inspect -f '{{.State}}' shop-db",
      "docker node inspect -f '{{.Name}}' self",
      "docker service inspect -f '{{.Spec.Replicas}}' web",
    ]) {
      expect(kindOf(text), text).toBe("refused");
    }
  });

  test("each kind's own fields are taken", () => {
    for (const text of [
      "docker volume inspect -f '{{.Mountpoint}}' shop-db",
      "docker node inspect -f '{{.Status.Addr}}' self",
      "docker service inspect -f '{{.Spec.Mode}}' web",
      "docker network inspect -f '{{range .Containers}}{{.Name}}{{end}}' shop",
    ]) {
      expect(kindOf(text), text).toBe("canonical");
    }
  });
});
