/** What stands in a program's file where the program is a model of ours, followed by its name. */
export const modelMark = "#!model ";

const model = (name: string) => `${modelMark}${name}\n`;

const passOn = '#!/bin/sh\nexec "$@"\n';

const nginxEntry =
  '#!/bin/sh\necho "/docker-entrypoint.sh: Configuration complete; ready for start up"\nexec "$@"\n';

const mysqlEntry = `#!/bin/sh
echo "[Note] [Entrypoint]: Entrypoint script for MySQL Server 8.4.3-1.el9 started."
if [ "$1" = mysqld ] && [ ! -d /var/lib/mysql/mysql ]; then
  if [ -z "$MYSQL_ROOT_PASSWORD$MYSQL_ALLOW_EMPTY_PASSWORD$MYSQL_RANDOM_ROOT_PASSWORD" ]; then
    echo "[ERROR] [Entrypoint]: Database is uninitialized and password option is not specified" >&2
    echo "    You need to specify one of the following as an environment variable:" >&2
    for v in MYSQL_ROOT_PASSWORD MYSQL_ALLOW_EMPTY_PASSWORD MYSQL_RANDOM_ROOT_PASSWORD; do
      echo "    - $v" >&2
    done
    exit 1
  fi
  mkdir -p /var/lib/mysql/mysql
  [ -n "$MYSQL_DATABASE" ] && mkdir -p /var/lib/mysql/$MYSQL_DATABASE
fi
exec "$@"
`;

const postgresEntry = `#!/bin/sh
if [ "$1" = postgres ] && [ ! -s "$PGDATA/PG_VERSION" ]; then
  if [ -z "$POSTGRES_PASSWORD" ]; then
    echo "Error: Database is uninitialized and superuser password is not specified." >&2
    echo '       You must specify POSTGRES_PASSWORD to a non-empty value for the' >&2
    echo '       superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".' >&2
    exit 1
  fi
  mkdir -p $PGDATA
  echo 17 > $PGDATA/PG_VERSION
fi
exec "$@"
`;

const phpEntry = `#!/bin/sh
if [ "\${1#-}" != "$1" ]; then set -- apache2-foreground "$@"; fi
exec "$@"
`;

const phpInstall = `#!/bin/sh
mkdir -p /usr/local/lib/php/extensions
for e; do
  echo "Configuring for: $e"
  echo "extension=$e" > /usr/local/etc/php/conf.d/docker-php-ext-$e.ini
  echo $e > /usr/local/lib/php/extensions/$e.so
  echo "Installing shared extensions"
done
`;

/** The programs that images add to the base: their files' texts by name. */
export const programTexts = {
  nginx: model("nginx"),
  nginxEntry,
  redisServer: model("redis-server"),
  redisCli: model("redis-cli"),
  mysqld: model("mysqld"),
  mysqladmin: model("mysqladmin"),
  mysqlEntry,
  postgres: model("postgres"),
  pgIsready: model("pg_isready"),
  postgresEntry,
  php: model("php"),
  phpEntry,
  phpInstall,
  apache: model("apache2-foreground"),
  httpd: model("httpd-foreground"),
  registry: model("registry"),
  hello: model("hello"),
  bash: model("bash"),
  unshare: model("unshare"),
  passOn,
} as const;
