import "#core/docker/whole";
import { describe, expect, test } from "vitest";
import { repairText } from "./repair-text";

describe("what is meant stays", () => {
  test.each([
    "docker run -e 'TITLE=a \u2014 b' alpine",
    'docker run -e "TITLE=it\u2019s \u2013 here" alpine',
    "docker run -e TITLE=a\u2014b alpine",
    "docker run alpine echo a \u2014 b",
    "docker run alpine echo \u2014help don\u2019t",
    "echo a \u2013 b \u2014c | docker load",
    "docker run -e 'A=\u4F60\u597D\uFF0C\u4E16\u754C\u3000\uFF01' alpine",
    "docker run -e '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}=1' alpine",
    "docker ps # \u2014all \u201Cof them",
    "docker ps > out.txt",
    "docker run -e 'A=&lt;b&gt;' nginx",
    "docker run -e A=- nginx",
    "docker run alpine grep '^[[a-z]' x",
    "docker run x; docker rm `docker ps -q`",
    "docker save web \\\n> web.tar",
    "# docker ps lists them\ndocker ps",
  ])("%s", (text) => {
    expect(repairText(text)).toMatchObject({ text, repairs: [] });
  });
});

describe("pieces of pages", () => {
  test.each([
    ["docker run \u2013it alpine", "docker run -it alpine"],
    ["docker run \u2013rm \u2013it alpine", "docker run --rm -it alpine"],
    ["docker run \u2013-name web nginx", "docker run --name web nginx"],
    ["docker run -\u2013name web nginx", "docker run --name web nginx"],
    ["docker ps \u2014aq", "docker ps -aq"],
    ["docker run -p 8000\u20138002:80\u201382 nginx", "docker run -p 8000-8002:80-82 nginx"],
    ["docker exec web ls \u2013la", "docker exec web ls -la"],
    ["docker build \u2013 < Dockerfile", "docker build - < Dockerfile"],
    ["docker run --memory-swap \u22121 nginx", "docker run --memory-swap -1 nginx"],
    ["docker\u2011compose up \u2013d \u2014build", "docker-compose up -d --build"],
    ["docker run -d\n  --name web nginx", "docker run -d   --name web nginx"],
    ["docker run -d `\n  nginx", "docker run -d    nginx"],
    ["`docker ps -a`", "docker ps -a"],
    ["```bash\ndocker ps\n```", "docker ps"],
    ["$ docker run \\\n> -d \\\n> nginx", "docker run \\\n-d \\\nnginx"],
    ["\u{1D5F1}\u{1D5FC}\u{1D5F0}\u{1D5F8}\u{1D5F2}\u{1D5FF} ps", "docker ps"],
    ["docker ps --\uFB01lter a=b", "docker ps --filter a=b"],
    ["docker ps &amp;&amp; docker images", "docker ps && docker images"],
    ["docker run &lt;image&gt;", "docker run <image>"],
    ["docker run -e &quot;A=a &amp; b&quot; nginx", 'docker run -e "A=a & b" nginx'],
    ["docker run &#8211;&#x2013;name web nginx", "docker run --name web nginx"],
    [
      "docker ps \uFF06\uFF06 docker images\uFF1Bdocker info",
      "docker ps && docker images;docker info",
    ],
    ["docker ps \u2223 head", "docker ps | head"],
    ["docker ps &&^\n docker images", "docker ps &&  docker images"],
    ["1. docker ps", "docker ps"],
    ["- docker ps\n- docker images", "docker ps\ndocker images"],
    ["2) `docker ps`\n3) `$ docker images`", "docker ps\ndocker images"],
    ["\u2022 sudo docker ps", "sudo docker ps"],
    ["Then:\n```bash\ndocker ps\n```", "Then:\n\ndocker ps\n"],
    ["\u001B]0;me@host: ~\u0007\u001B(Bdocker ps", "docker ps"],
    ["\u001B[32mdocker\u001B[0m ps", "docker ps"],
    ["docker ps\u2028", "docker ps\n"],
    ['docker run -e "A=b\u201D nginx', 'docker run -e "A=b" nginx'],
    ["docker run -e \u201CA=it\u2019s\u201D nginx", 'docker run -e "A=it\'s" nginx'],
  ])("%s", (typed, text) => {
    expect(repairText(typed).text).toBe(text);
    expect(repairText(typed).repairs).not.toEqual([]);
  });
});

describe("prompts", () => {
  test.each([
    "\u279C  ~ ",
    "\u279C  app ",
    "\u279C  docker ",
    "\u279C  app git:(main) ",
    "\u279C  app git:(main) \u2717 ",
    "\u279C ~/code/app ",
    "~/code \u276F ",
    "~/code main* \u276F ",
    "app on main via 18.2 \u276F ",
    "$> ",
    "#> ",
    ">>> ",
    "PS C:\\Users\\me> ",
    "[host]: PS C:\\> ",
    "C:\\>",
    "C:\\Program Files\\x>",
    "[root@host ~]# ",
    "root@abc:/# ",
    "(venv) user@host:~$ ",
    "(venv) PS C:\\x> ",
    "user@host:~/docker$ ",
    "user@mac docker % ",
    "Mac-mini:docker me$ ",
    "\u2514\u2500$ ",
    "\u250C\u2500\u2500(me\u327Fhost)-[~]\n\u2514\u2500$ ",
  ])("%s", (prompt) => {
    for (const text of ["docker ps -a", "sudo docker run x > $A", "docker-compose up # x"]) {
      expect(repairText(prompt + text).text).toBe(text);
    }
  });
});

test("a text of line separators is read as so many lines", () => {
  const reads = (sign: string) => repairText(sign.repeat(4_000)).text;
  expect(reads("\u2028")).toBe("\n".repeat(4_000));
  expect(reads("\u2029 ")).toBe("\n ".repeat(4_000));
});
