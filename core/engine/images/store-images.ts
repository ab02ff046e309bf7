import { digestOf } from "#core/engine/state/ids";
import type { Files, ImageConfig } from "#core/engine/types";
import { debian } from "./base-images";
import { folder, program } from "./file-nodes";
import { copied, instruction, type Recipe, type Step } from "./recipe";
import { programTexts } from "./scripts";

/** A server that keeps its data in a volume and is begun by a script. */
function store(
  name: string,
  tags: string[],
  hour: number,
  programs: Files,
  more: Partial<ImageConfig>,
): Recipe {
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
  return { from: debian, steps, config, hour, tags };
}

const bin = "/usr/local/bin";

/** Stores of data. */
export const storeImages: readonly Recipe[] = [
  store(
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
  ),
  store(
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
  ),
  store(
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
  ),
];
