import type { Files, ImageConfig } from "#core/engine/types";
import { debian } from "./base-images";
import { folder, program, text } from "./file-nodes";
import { copied, instruction, type Recipe, type Step } from "./recipe";
import { programTexts } from "./scripts";

const maintainer = "NGINX Docker Maintainers <docker-maint@nginx.com>";

const conf: Files = {
  "/etc/nginx": folder,
  "/etc/nginx/nginx.conf": text("user nginx;\n"),
  "/etc/nginx/conf.d": folder,
  "/etc/nginx/conf.d/default.conf": text("server { listen 80; }\n"),
  "/etc/nginx/mime.types": text("# mime.types\n"),
  "/etc/nginx/fastcgi_params": text("# fastcgi_params\n"),
};
const welcome = "<!DOCTYPE html>\n<title>Welcome to nginx!</title>\n<h1>Welcome to nginx!</h1>\n";
const html: Files = {
  "/usr/share": folder,
  "/usr/share/nginx": folder,
  "/usr/share/nginx/html": folder,
  "/usr/share/nginx/html/index.html": text(welcome),
  "/usr/share/nginx/html/50x.html": text("<h1>error</h1>\n"),
};
const logs: Files = {
  "/var/log/nginx": folder,
  "/var/log/nginx/access.log": { t: "l", x: "/dev/stdout" },
  "/var/log/nginx/error.log": { t: "l", x: "/dev/stderr" },
};
const linked =
  "mkdir -p /var/log/nginx && ln -s /dev/stdout /var/log/nginx/access.log && ln -s /dev/stderr /var/log/nginx/error.log";

function nginxSteps(version: string): Step[] {
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

/** Versions of nginx itself. */
const plain: readonly Recipe[] = (
  [
    ["1.27.3", 8, ["nginx:latest", "nginx:1.27", "nginx:alpine"]],
    ["1.26.2", 9, ["nginx:1.26"]],
  ] as const
).map(([version, hour, tags]) => ({
  from: debian,
  steps: nginxSteps(version),
  config: nginxConfig(version),
  hour,
  tags,
}));

/** A shop's page, served by nginx. */
function shop(version: string, hour: number): Recipe {
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
  return { from: debian, steps, config, hour, tags };
}

/** nginx, and what is built upon it. */
export const nginxImages: readonly Recipe[] = [
  ...plain,
  ...["1.4", "1.5", "2.0", "2.1"].map((version, i) => shop(version, 20 + i)),
];
