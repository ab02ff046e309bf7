import { digestOf } from "#core/engine/state/ids";
import { debian } from "./base-images";
import { folder, program, text } from "./file-nodes";
import { copied, instruction, type Recipe } from "./recipe";
import { programTexts } from "./scripts";

function httpd(): Recipe {
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
  return { from: debian, steps, config, hour: 12, tags: ["httpd:latest", "httpd:2.4"] };
}

function php(version: string, hour: number, tags: readonly string[]): Recipe {
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
  return { from: debian, steps, config, hour, tags };
}

/** Images with the Apache server. */
export const apacheImages: readonly Recipe[] = [
  httpd(),
  php("8.4.1", 13, ["php:8-apache", "php:8.4-apache"]),
  php("5.6.40", 14, ["php:5.6-apache"]),
];
