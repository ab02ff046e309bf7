import { type CommandSpec, readTableLine } from "./command-table";

/**
 * Programs beside docker, by the flags that teaching needs, in the form of the flag table. They
 * are written by hand from their sources and manuals; what is not in here is not modelled.
 * Codes: 3 text, 4 whole number, 6 switch, 0* list.
 */
const compose = `
up;;i;0-;[SERVICE...];detach/d/6 build//6 force-recreate//6 no-recreate//6 no-build//6 no-deps//6 no-start//6 remove-orphans//6 scale//0* renew-anon-volumes/V/6 watch/w/6 yes/y/6 timeout/t/4 pull//3 quiet-pull//6 wait//6 abort-on-container-exit//6 no-color//6 no-log-prefix//6
down;;i;0-;[SERVICE...];volumes/v/6 rmi//3 remove-orphans//6 timeout/t/4
ps;;i;0-;[SERVICE...];all/a/6 quiet/q/6 services//6 format//3 filter//3 status//0* no-trunc//6
logs;;i;0-;[SERVICE...];follow/f/6 tail/n/3=all timestamps/t/6 since//3 until//3 no-color//6 no-log-prefix//6
exec;;;2-;SERVICE COMMAND [ARGS...];detach/d/6 env/e/0* index//4 interactive/i/6=true no-tty/T/6 privileged//6 tty/t/6=true user/u/3 workdir/w/3
run;;;1-;SERVICE [COMMAND] [ARGS...];build//6 detach/d/6 entrypoint//3 env/e/0* interactive/i/6=true label/l/0* name//3 no-tty/T/6 tty/t/6=true no-deps//6 publish/p/0* rm//6 service-ports/P/6 user/u/3 volume/v/0* workdir/w/3 use-aliases//6 remove-orphans//6
build;;i;0-;[SERVICE...];build-arg//0* no-cache//6 pull//6 push//6 quiet/q/6 memory/m/3
pull;;i;0-;[SERVICE...];quiet/q/6 ignore-pull-failures//6 include-deps//6 policy//3
push;;i;0-;[SERVICE...];quiet/q/6 ignore-push-failures//6 include-deps//6
start;;i;0-;[SERVICE...];wait//6
stop;;i;0-;[SERVICE...];timeout/t/4
restart;;i;0-;[SERVICE...];timeout/t/4 no-deps//6
kill;;i;0-;[SERVICE...];signal/s/3=SIGKILL remove-orphans//6
rm;;i;0-;[SERVICE...];force/f/6 stop/s/6 volumes/v/6
pause;;i;0-;[SERVICE...];
unpause;;i;0-;[SERVICE...];
create;;i;0-;[SERVICE...];build//6 force-recreate//6 no-recreate//6 pull//3 remove-orphans//6 scale//0*
config;convert;i;0-;[SERVICE...];services//6 volumes//6 quiet/q/6 images//6 profiles//6 format//3
images;;i;0-;[SERVICE...];quiet/q/6 format//3
top;;i;0-;[SERVICE...];
port;;i;2-2;SERVICE PORT;index//4 protocol//3=tcp
ls;;i;0-0;;all/a/6 quiet/q/6 format//3 filter//3
scale;;i;1-;[SERVICE=REPLICAS...];no-deps//6
version;;i;0-0;;short//6 format/f/3
`;

const machine = `
create;;i;1-1;NAME;driver/d/3 engine-env//0* engine-insecure-registry//0* engine-label//0* engine-opt//0* engine-registry-mirror//0* swarm//6 swarm-master//6 swarm-discovery//3 swarm-addr//3 swarm-host//3 swarm-image//3 swarm-opt//0* swarm-strategy//3 virtualbox-memory//4 virtualbox-cpu-count//4 virtualbox-disk-size//4 digitalocean-access-token//3 generic-ip-address//3 generic-ssh-user//3 generic-ssh-key//3 generic-ssh-port//4
ls;;i;0-0;;quiet/q/6 filter//0*
env;;i;0-1;[NAME];swarm//6 shell//3 unset/u/6 no-proxy//6
ip;;i;0-;[NAME...];
ssh;;;1-;NAME [COMMAND...];
rm;;i;1-;NAME...;force/f/6 y//6
start;;i;0-;[NAME...];
stop;;i;0-;[NAME...];
restart;;i;0-;[NAME...];
kill;;i;0-;[NAME...];
status;;i;0-1;[NAME];
inspect;;i;0-1;[NAME];format/f/3
url;;i;0-1;[NAME];
config;;i;0-1;[NAME];swarm//6
active;;i;0-0;;
upgrade;;i;0-;[NAME...];
regenerate-certs;;i;0-;[NAME...];force/f/6
scp;;i;2-2;FROM TO;recursive/r/6
version;;i;0-0;;
`;

const crane = "lift;up;;0-;[TARGET...];recreate/r/6 no-cache/n/6";

const azk = `
agent start;;i;0-0;;
agent stop;;i;0-0;;
agent status;;i;0-0;;
start;;i;0-;[SYSTEM...];
stop;;i;0-;[SYSTEM...];
restart;;i;0-;[SYSTEM...];
status;;i;0-;[SYSTEM...];
shell;;i;0-;[SYSTEM...];
scale;;i;0-2;[SYSTEM] [TO];
logs;;i;0-;[SYSTEM...];
`;

/** One program beside docker: its own flags before the verb, and its verbs. */
export type OtherProgram = {
  /** The name that all its spellings share. */
  name: string;
  globals: CommandSpec;
  verbs: ReadonlyMap<string, CommandSpec>;
  /** Whether letters after one dash are separate flags. */
  clusters: boolean;
};

function program(name: string, globals: string, table: string, clusters: boolean): OtherProgram {
  const specs = table
    .trim()
    .split("\n")
    .map(readTableLine)
    .map((spec) => ({ ...spec, name: `${name} ${spec.name}` }));
  const verbs = new Map(specs.flatMap((spec) => spec.roads.map((road) => [road, spec] as const)));
  return { name, globals: readTableLine(`;;;0-;;${globals}`), verbs, clusters };
}

const composeGlobals =
  "file/f/0* project-name/p/3 profile//0* env-file//0* project-directory//3 compatibility//6 ansi//3 progress//3 parallel//4 dry-run//6";

const dockerCompose = program("docker compose", composeGlobals, compose, true);

/** By the words that start them. */
export const programs: ReadonlyMap<string, OtherProgram> = new Map([
  ["docker compose", dockerCompose],
  ["docker-compose", dockerCompose],
  ["docker-machine", program("docker-machine", "debug/D/6 storage-path/s/3", machine, false)],
  ["crane", program("crane", "config/c/3 verbose/v/6", crane, true)],
  ["azk", program("azk", "", azk, true)],
]);

const byName = new Map(
  [...programs.values()].flatMap(({ verbs }) =>
    [...verbs.values()].map((spec) => [spec.name, spec] as const),
  ),
);

/** The spec of a verb by its full name: "docker compose up". */
export const otherCommand = (name: string): CommandSpec | undefined => byName.get(name);
