import { digestOf } from "#core/engine/state/ids";
import type { FileNode, Files, HistoryLine, Image, ImageConfig } from "#core/engine/types";
import { applets } from "./applets";
import { programTexts } from "./scripts";

const folder: FileNode = { t: "d" };
const text = (x: string): FileNode => ({ t: "f", x });
const program = (x: string): FileNode => ({ t: "f", x, m: 0o755 });
const searchPath = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** Moment of the images' making: the recorded ones are of late November 2026. */
const born = Date.UTC(2026, 10, 20, 9);

const emptyConfig: ImageConfig = {
  cmd: null,
  entrypoint: null,
  env: [searchPath],
  workdir: "",
  user: "",
  labels: {},
  exposed: [],
  volumes: [],
  stopSignal: "",
  healthcheck: null,
  onbuild: [],
  shell: null,
};

const folders =
  "/mnt /media /srv /opt /bin /sbin /etc /root /usr /usr/bin /usr/sbin /usr/local /usr/local/bin /var /var/log /var/lib /dev /proc /sys /home /run /lib";
const accounts =
  "root:x:0:0:root:/root:/bin/sh\ndaemon:x:1:1:daemon:/usr/sbin:/sbin/nologin\nwww-data:x:33:33:www-data:/var/www:/sbin/nologin\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n";
const groups = "root:x:0:\ndaemon:x:1:\nwww-data:x:33:\nnogroup:x:65534:\n";

function baseFiles(extra: Files): Files {
  const files: Record<string, FileNode> = {};
  for (const path of folders.split(" ")) files[path] = folder;
  files["/tmp"] = { t: "d", m: 0o777 };
  files["/bin/busybox"] = program("busybox");
  for (const name of applets) files[`/bin/${name}`] = { t: "l", x: "busybox" };
  files["/etc/passwd"] = text(accounts);
  files["/etc/group"] = text(groups);
  return { ...files, ...extra };
}

const release = (pretty: string, name: string, id: string, version: string) =>
  text(`PRETTY_NAME="${pretty}"\nNAME="${name}"\nID=${id}\nVERSION_ID=${version}\n`);

/** One instruction of an image's making: what history says, and the files it adds. */
type Step = { by: string; files?: Files; size?: number; comment?: string };

const instruction = (words: string): Step => ({ by: `/bin/sh -c #(nop)  ${words}` });
const copied = (what: string, to: string, files: Files): Step => ({
  by: `/bin/sh -c #(nop) COPY ${what} in ${to} `,
  files,
  size: 1200,
});

type Recipe = {
  from: readonly Step[];
  steps: readonly Step[];
  config: Partial<ImageConfig>;
  hour: number;
};

/** Files of the layers that every registry knows, by the layer's id. */
export const knownLayers = new Map<string, { files: Files; size: number }>();
/** Images of the registry by short name and tag. */
export const catalog = new Map<string, Image>();

function addImage(recipe: Recipe, tags: readonly string[]): void {
  const layers: string[] = [];
  const history: HistoryLine[] = [];
  const created = born + recipe.hour * 3_600_000;
  let chain = "";
  for (const { by, files, size = 0, comment = "" } of [...recipe.from, ...recipe.steps]) {
    history.push({ by, created, comment, layer: files !== undefined, size });
    if (files === undefined) continue;
    chain = digestOf(`${chain}|${JSON.stringify(files)}`);
    layers.push(chain);
    knownLayers.set(chain, { files, size });
  }
  const env = [...emptyConfig.env, ...(recipe.config.env ?? [])];
  const config = { ...emptyConfig, ...recipe.config, env };
  const comment = recipe.steps.length === 0 ? "Imported from -" : "";
  const id = digestOf(JSON.stringify([layers, config, comment]));
  const image: Image = { id, created, layers, config, history, parent: "", comment, author: "" };
  for (const tag of tags) catalog.set(tag, image);
}

const imported = (files: Files, size: number): Step => ({
  by: "",
  files,
  size,
  comment: "Imported from -",
});

const bash: Files = {
  "/bin/bash": program(programTexts.bash),
  "/etc/bash.bashrc": text("PS1='\\u@\\h:\\w\\$ '\n"),
};
const alpineFiles = baseFiles({
  "/etc/alpine-release": text("3.20.3\n"),
  "/etc/os-release": text(
    'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.20.3\nPRETTY_NAME="Alpine Linux v3.20"\n',
  ),
});
const debianFiles = baseFiles({
  ...bash,
  "/bin/unshare": program(programTexts.unshare),
  "/etc/debian_version": text("12.8\n"),
  "/etc/os-release": release(
    "Debian GNU/Linux 12 (bookworm)",
    "Debian GNU/Linux",
    "debian",
    '"12"',
  ),
});
const ubuntuFiles = baseFiles({
  ...bash,
  "/etc/os-release": release("Ubuntu 24.04.1 LTS", "Ubuntu", "ubuntu", '"24.04"'),
});
const debian = [imported(debianFiles, 12_400_000)];

function addBases(): void {
  const base = (files: Files, size: number, cmd: string[], hour: number, tags: string[]) =>
    addImage({ from: [imported(files, size)], steps: [], config: { cmd }, hour }, tags);
  base(baseFiles({}), 2_100_000, ["sh"], 0, ["busybox:latest", "busybox:1.36"]);
  base(alpineFiles, 2_110_000, ["/bin/sh"], 1, ["alpine:latest", "alpine:3.19", "alpine:3.20"]);
  base(debianFiles, 12_400_000, ["bash"], 2, ["debian:latest", "debian:12", "debian:bookworm"]);
  base(ubuntuFiles, 12_300_000, ["/bin/bash"], 3, ["ubuntu:latest", "ubuntu:24.04"]);
  const hello =
    "\nHello from Docker!\nThis message shows that your installation appears to be working correctly.\n\n";
  const helloFiles = baseFiles({
    "/hello.txt": text(hello),
    "/hello": program(programTexts.hello),
  });
  base(helloFiles, 2_100_000, ["/hello"], 4, ["hello-world:latest"]);
  const configText =
    'version: 0.1\nlog: {level: error}\nstorage: {delete: {enabled: true}, filesystem: {rootdirectory: /var/lib/registry}}\nhttp: {addr: ":5000"}\n';
  const registryFiles: Files = {
    "/bin": folder,
    "/bin/registry": program(programTexts.registry),
    "/etc": folder,
    "/etc/docker": folder,
    "/etc/docker/registry": folder,
    "/etc/docker/registry/config.yml": text(configText),
    "/tmp": folder,
    "/var": folder,
    "/var/lib": folder,
    "/var/lib/registry": folder,
  };
  const config = {
    exposed: ["5000/tcp"],
    volumes: ["/var/lib/registry"],
    entrypoint: ["registry"],
    cmd: ["serve", "/etc/docker/registry/config.yml"],
  };
  addImage({ from: [imported(registryFiles, 25_000_000)], steps: [], config, hour: 5 }, [
    "registry:2",
    "registry:latest",
  ]);
}

const maintainer = "NGINX Docker Maintainers <docker-maint@nginx.com>";

function nginxSteps(version: string): Step[] {
  const conf: Files = {
    "/etc/nginx": folder,
    "/etc/nginx/nginx.conf": text("user nginx;\n"),
    "/etc/nginx/conf.d": folder,
    "/etc/nginx/conf.d/default.conf": text("server { listen 80; }\n"),
    "/etc/nginx/mime.types": text("# mime.types\n"),
    "/etc/nginx/fastcgi_params": text("# fastcgi_params\n"),
  };
  const page = "<!DOCTYPE html>\n<title>Welcome to nginx!</title>\n<h1>Welcome to nginx!</h1>\n";
  const html: Files = {
    "/usr/share": folder,
    "/usr/share/nginx": folder,
    "/usr/share/nginx/html": folder,
    "/usr/share/nginx/html/index.html": text(page),
    "/usr/share/nginx/html/50x.html": text("<h1>error</h1>\n"),
  };
  const logs: Files = {
    "/var/log/nginx": folder,
    "/var/log/nginx/access.log": { t: "l", x: "/dev/stdout" },
    "/var/log/nginx/error.log": { t: "l", x: "/dev/stderr" },
  };
  const linked =
    "mkdir -p /var/log/nginx && ln -s /dev/stdout /var/log/nginx/access.log && ln -s /dev/stderr /var/log/nginx/error.log";
  return [
    instruction(`LABEL maintainer=${maintainer}`),
    instruction("ARG V=1.27.3"),
    instruction(`ENV NGINX_VERSION=${version}`),
    copied(
      "dir:7efba85f3a54231f290c3e6fa118c7bc75fc5a28a2cca171c0f990a00c00e19a",
      "/etc/nginx",
      conf,
    ),
    copied(
      "dir:6182e2c36107a34e46a60ca48cc158f0935b4f6f5b2d9792a278497cee77a170",
      "/usr/share/nginx/html",
      html,
    ),
    copied(
      "file:eaab03a1a093af08c4451e10bfb2aed739d316e01435686a38b25513a8ec65b2",
      "/usr/sbin/nginx",
      {
        "/usr/sbin/nginx": program(programTexts.nginx),
      },
    ),
    copied("file:11b0156cf93d97c70b8fc8261638efb45464fc0b08820c0470a2a21975614977", "/", {
      "/docker-entrypoint.sh": program(programTexts.nginxEntry),
    }),
    { by: `|1 V=${version} /bin/sh -c ${linked}`, files: logs },
    instruction('ENTRYPOINT ["/docker-entrypoint.sh"]'),
    instruction("EXPOSE 80"),
    instruction("STOPSIGNAL SIGQUIT"),
    instruction('CMD ["nginx" "-g" "daemon off;"]'),
  ];
}

const nginxConfig = (version: string): Partial<ImageConfig> => ({
  cmd: ["nginx", "-g", "daemon off;"],
  entrypoint: ["/docker-entrypoint.sh"],
  env: [`NGINX_VERSION=${version}`],
  exposed: ["80/tcp"],
  labels: { maintainer },
  stopSignal: "SIGQUIT",
});

function addServers(): void {
  for (const [version, hour, tags] of [
    ["1.27.3", 8, ["nginx:latest", "nginx:1.27", "nginx:alpine"]],
    ["1.26.2", 9, ["nginx:1.26"]],
  ] as const) {
    addImage(
      { from: debian, steps: nginxSteps(version), config: nginxConfig(version), hour },
      tags,
    );
  }
  for (const [i, version] of ["1.4", "1.5", "2.0", "2.1"].entries()) {
    const label = "org.opencontainers.image.version";
    const page = text(`<h1>shop ${version}</h1>\n`);
    const steps = [
      ...nginxSteps("1.27.3"),
      instruction("ARG V"),
      instruction(`LABEL ${label}=${version}`),
      {
        by: `|1 V=${version} /bin/sh -c echo "<h1>shop $V</h1>" > /usr/share/nginx/html/index.html`,
        files: { "/usr/share/nginx/html/index.html": page },
        size: 18,
      },
    ];
    const config = { ...nginxConfig("1.27.3"), labels: { maintainer, [label]: version } };
    const tags = [`acme/shop:${version}`, ...(version === "2.1" ? ["acme/shop:latest"] : [])];
    addImage({ from: debian, steps, config, hour: 20 + i }, tags);
  }
  addHttpd();
  addPhp("8.4.1", 13, ["php:8-apache", "php:8.4-apache"]);
  addPhp("5.6.40", 14, ["php:5.6-apache"]);
}

function addHttpd(): void {
  const root = "/usr/local/apache2";
  const steps = [
    instruction(`ENV HTTPD_PREFIX=${root}`),
    { by: `/bin/sh -c #(nop) WORKDIR ${root}`, files: { [root]: folder } },
    copied(`file:${digestOf("httpd-foreground")}`, "/usr/local/bin/", {
      "/usr/local/bin/httpd-foreground": program(programTexts.httpd),
    }),
    copied(`dir:${digestOf("htdocs")}`, "htdocs", {
      [`${root}/htdocs`]: folder,
      [`${root}/htdocs/index.html`]: text("<html><body><h1>It works!</h1></body></html>\n"),
    }),
    instruction("STOPSIGNAL SIGWINCH"),
    instruction("EXPOSE 80"),
    instruction('CMD ["httpd-foreground"]'),
  ];
  const config = {
    cmd: ["httpd-foreground"],
    env: [`HTTPD_PREFIX=${root}`],
    workdir: root,
    exposed: ["80/tcp"],
    stopSignal: "SIGWINCH",
  };
  addImage({ from: debian, steps, config, hour: 12 }, ["httpd:latest", "httpd:2.4"]);
}

function addPhp(version: string, hour: number, tags: readonly string[]): void {
  const bin = "/usr/local/bin";
  const variables = [
    "PHP_INI_DIR=/usr/local/etc/php",
    "APACHE_CONFDIR=/etc/apache2",
    `PHP_VERSION=${version}`,
  ];
  const steps = [
    instruction("ARG V=8.4.1"),
    instruction(`ENV ${variables.join(" ")}`),
    copied(`multi:${digestOf("php")}`, "/usr/local/bin/", {
      [`${bin}/php`]: program(programTexts.php),
      [`${bin}/docker-php-entrypoint`]: program(programTexts.phpEntry),
      [`${bin}/docker-php-ext-install`]: program(programTexts.phpInstall),
      [`${bin}/apache2-foreground`]: program(programTexts.apache),
    }),
    {
      by: `|1 V=${version} /bin/sh -c mkdir -p /var/www/html /usr/local/etc/php/conf.d`,
      files: {
        "/var/www": folder,
        "/var/www/html": folder,
        "/usr/local/etc": folder,
        "/usr/local/etc/php": folder,
        "/usr/local/etc/php/conf.d": folder,
      },
    },
    instruction('ENTRYPOINT ["docker-php-entrypoint"]'),
    instruction("STOPSIGNAL SIGWINCH"),
    { by: "/bin/sh -c #(nop) WORKDIR /var/www/html" },
    instruction("EXPOSE 80"),
    instruction('CMD ["apache2-foreground"]'),
  ];
  const config = {
    cmd: ["apache2-foreground"],
    entrypoint: ["docker-php-entrypoint"],
    env: variables,
    workdir: "/var/www/html",
    exposed: ["80/tcp"],
    stopSignal: "SIGWINCH",
  };
  addImage({ from: debian, steps, config, hour }, tags);
}

/** A server that keeps its data in a volume and is begun by a script. */
function addStore(
  name: string,
  tags: string[],
  hour: number,
  programs: Files,
  more: Partial<ImageConfig>,
): void {
  const config = { entrypoint: ["docker-entrypoint.sh"], ...more };
  const steps: Step[] = [
    instruction(`ENV ${(more.env ?? []).join(" ")}`),
    copied(`multi:${digestOf(name)}`, "/usr/local/bin/", programs),
    instruction(`VOLUME [${more.volumes?.join(" ")}]`),
    ...(more.workdir === undefined
      ? []
      : [{ by: `/bin/sh -c #(nop) WORKDIR ${more.workdir}`, files: { [more.workdir]: folder } }]),
    instruction('ENTRYPOINT ["docker-entrypoint.sh"]'),
    ...(more.stopSignal === undefined ? [] : [instruction(`STOPSIGNAL ${more.stopSignal}`)]),
    instruction(`EXPOSE ${(more.exposed ?? []).map((port) => port.replace("/tcp", "")).join(" ")}`),
    instruction(`CMD [${(more.cmd ?? []).map((word) => JSON.stringify(word)).join(" ")}]`),
  ];
  addImage({ from: debian, steps, config, hour }, tags);
}

function addStores(): void {
  const bin = "/usr/local/bin";
  addStore(
    "redis",
    ["redis:latest", "redis:7"],
    10,
    {
      [`${bin}/redis-server`]: program(programTexts.redisServer),
      [`${bin}/redis-cli`]: program(programTexts.redisCli),
      [`${bin}/docker-entrypoint.sh`]: program(programTexts.passOn),
    },
    {
      env: ["REDIS_VERSION=7.4.1"],
      volumes: ["/data"],
      workdir: "/data",
      exposed: ["6379/tcp"],
      cmd: ["redis-server"],
    },
  );
  addStore(
    "mysql",
    ["mysql:latest", "mysql:8.4", "mysql:8", "mariadb:11"],
    11,
    {
      [`${bin}/mysqld`]: program(programTexts.mysqld),
      [`${bin}/mysqladmin`]: program(programTexts.mysqladmin),
      [`${bin}/docker-entrypoint.sh`]: program(programTexts.mysqlEntry),
    },
    {
      env: ["MYSQL_VERSION=8.4.3-1.el9"],
      volumes: ["/var/lib/mysql"],
      exposed: ["3306/tcp", "33060/tcp"],
      cmd: ["mysqld"],
    },
  );
  addStore(
    "postgres",
    ["postgres:latest", "postgres:17"],
    15,
    {
      [`${bin}/postgres`]: program(programTexts.postgres),
      [`${bin}/pg_isready`]: program(programTexts.pgIsready),
      [`${bin}/docker-entrypoint.sh`]: program(programTexts.postgresEntry),
    },
    {
      env: ["PG_MAJOR=17", "PGDATA=/var/lib/postgresql/data"],
      volumes: ["/var/lib/postgresql/data"],
      stopSignal: "SIGINT",
      exposed: ["5432/tcp"],
      cmd: ["postgres"],
    },
  );
}

addBases();
addServers();
addStores();

/** What `docker search` finds. */
export const searchable: readonly {
  name: string;
  description: string;
  stars: number;
  official: boolean;
}[] = [
  { name: "nginx", description: "Official build of Nginx.", stars: 20000, official: true },
  {
    name: "nginx/nginx-ingress",
    description: "NGINX and NGINX Plus Ingress Controllers",
    stars: 100,
    official: false,
  },
];
