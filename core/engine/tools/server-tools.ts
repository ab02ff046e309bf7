import { isFolder, listFolder, readText } from "#core/engine/files/file-system";
import { fullPath } from "#core/engine/files/paths";
import { containerAt, reach } from "#core/engine/network/reach";
import type { Call, Tool } from "#core/engine/process/call";
import { readOptions } from "./options";

const webEnds = { TERM: 0, INT: 0, QUIT: 0 };

/** A web server of an image: serves a folder at port 80 until it is told to end. */
function webServer(root: string, name: string, ends: Readonly<Record<string, number>>): Tool {
  return ({ thread }) => {
    thread.title = `/bin/sh ${name}`;
    return { service: { kind: "http", port: 80, root, ends, child: `httpd -f -p 80 -h ${root}` } };
  };
}

const nginx: Tool = (call) => {
  const { args, err, env } = call;
  if (args[1] === "-v" || args[1] === "-V") {
    err(`nginx version: nginx/${env.NGINX_VERSION ?? "1.27.3"}\n`);
    return 0;
  }
  if (args[1] === "-t") {
    err(
      "nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\nnginx: configuration file /etc/nginx/nginx.conf test is successful\n",
    );
    return 0;
  }
  if (args[1] === "-s") return 0;
  return webServer(
    "/usr/share/nginx/html",
    ["/usr/sbin/nginx", ...args.slice(1)].join(" "),
    webEnds,
  )(call);
};

/** BusyBox's own web server: `httpd -f -p PORT -h FOLDER`. */
const httpd: Tool = ({ args, thread }) => {
  const options = readOptions(args.slice(1), "p h c u r");
  const port = Number((options.value("p") ?? "80").split(":").at(-1));
  const root = fullPath(options.value("h") ?? ".", thread.cwd);
  // As the first process it heeds no signal.
  return { service: { kind: "http", port, root, ends: {} } };
};

const redisServer: Tool = ({ out, thread, args }) => {
  out("1:M * Ready to accept connections tcp\n");
  thread.title = ["/bin/sh /usr/local/bin/redis-server", ...args.slice(1)].join(" ");
  const last = "1:signal-handler Received SIGTERM scheduling shutdown...\n";
  return {
    service: {
      kind: "redis",
      port: 6379,
      ends: { TERM: 0, INT: 0 },
      last,
      child: "nc -ll -p 6379 -e /tmp/h",
    },
  };
};

const redisCli: Tool = ({ m, place, args, out }) => {
  const words = args.slice(1);
  let host = "127.0.0.1";
  if (words[0] === "-h") {
    host = words[1] ?? host;
    words.splice(0, 2);
  }
  const found = reach(m, place, host, 6379);
  if (found.kind !== "service" || found.service.kind !== "redis") {
    out(`Could not connect to Redis at ${host}:6379\n`);
    return 1;
  }
  out(/^ping$/i.test(words[0] ?? "") ? "PONG\n" : "-ERR unknown command\n");
  return 0;
};

const mysqld: Tool = ({ out, thread, args }) => {
  out(
    "[System] [Server] /usr/sbin/mysqld: ready for connections. Version: '8.4.3'  socket: '/var/run/mysqld/mysqld.sock'  port: 3306\n",
  );
  thread.title = ["/bin/sh /usr/local/bin/mysqld", ...args.slice(1)].join(" ");
  return {
    service: {
      kind: "mysql",
      port: 3306,
      ends: { TERM: 0, INT: 0 },
      child: "nc -ll -p 3306 -e /bin/echo 8.4.3",
    },
  };
};

const answers = ({ m, place }: Call, host: string, port: number) =>
  reach(m, place, host, port).kind === "service";

const mysqladmin: Tool = (call) => {
  if (answers(call, "localhost", 3306)) {
    call.out("mysqld is alive\n");
    return 0;
  }
  call.err("mysqladmin: connect to server at 'localhost' failed\n");
  return 1;
};

const postgres: Tool = ({ out, thread, args }) => {
  out("LOG:  database system is ready to accept connections\n");
  thread.title = ["/bin/sh /usr/local/bin/postgres", ...args.slice(1)].join(" ");
  return {
    service: {
      kind: "postgres",
      port: 5432,
      ends: { TERM: 0, INT: 0 },
      child: "nc -ll -p 5432 -e /bin/cat",
    },
  };
};

const pgIsready: Tool = (call) => {
  const ready = answers(call, "127.0.0.1", 5432);
  call.out(`/var/run/postgresql:5432 - ${ready ? "accepting connections" : "no response"}\n`);
  return ready ? 0 : 2;
};

const apache: Tool = (call) => {
  const own = containerAt(call.m, call.place);
  const ip = Object.values(own?.networks ?? {})[0]?.ip || "172.17.0.2";
  call.err(
    `AH00558: apache2: Could not reliably determine the server's fully qualified domain name, using ${ip}. Set the 'ServerName' directive globally to suppress this message\n`,
  );
  return webServer("/var/www/html", "/usr/local/bin/apache2-foreground", {
    WINCH: 0,
    TERM: 0,
    INT: 0,
  })(call);
};

const registry: Tool = ({ args, thread }) => {
  thread.title = args.join(" ");
  return { service: { kind: "registry", port: 5000, ends: { TERM: 2, INT: 2 } } };
};

const php: Tool = (call) => {
  const { m, place, args, out, err, env, thread } = call;
  if (args[1] === "-v") {
    out(`PHP ${env.PHP_VERSION ?? "8.4.1"} (cli)\n`);
    return 0;
  }
  const folder = "/usr/local/etc/php/conf.d";
  if (args[1] === "-m") {
    const names = isFolder(m, place, folder) ? listFolder(m, place, folder) : [];
    for (const name of names) out(`${name.replace("docker-php-ext-", "").replace(".ini", "")}\n`);
    return 0;
  }
  const text = readText(m, place, fullPath(args[1] ?? "", thread.cwd));
  if (text === null) {
    err(`cat: can't open '${args[1] ?? ""}': No such file or directory\n`);
    return 1;
  }
  out(text);
  return 0;
};

const hello: Tool = ({ m, place, out }) => {
  out(readText(m, place, "/hello.txt") ?? "");
  return 0;
};

const unshare: Tool = (call) => {
  const words = call.args.slice(1).filter((word) => !word.startsWith("-"));
  const own = containerAt(call.m, call.place);
  const allowed =
    own?.host.privileged || own?.host.security.some((one) => /seccomp[=:]unconfined/.test(one));
  if (own !== null && !allowed) {
    call.err("unshare: unshare failed: Operation not permitted\n");
    return 1;
  }
  call.thread.user = "nobody";
  return call.invoke(words);
};

/** The models behind the programs of images, by the name in their files. */
export const serverModels: readonly (readonly [string, Tool])[] = [
  ["nginx", nginx],
  [
    "httpd-foreground",
    webServer("/usr/local/apache2/htdocs", "/usr/local/bin/httpd-foreground", {
      WINCH: 0,
      TERM: 0,
      INT: 0,
    }),
  ],
  ["apache2-foreground", apache],
  ["redis-server", redisServer],
  ["redis-cli", redisCli],
  ["mysqld", mysqld],
  ["mysqladmin", mysqladmin],
  ["postgres", postgres],
  ["pg_isready", pgIsready],
  ["registry", registry],
  ["php", php],
  ["hello", hello],
  ["unshare", unshare],
];
export const serverTools: readonly (readonly [string, Tool])[] = [["httpd", httpd]];
