import { type CommandSpec, readTableLine } from "./command-table";
import { composeAnywhere, composeGlobals, composeTable } from "./compose-table";

/**
 * The programs of the talk beside docker, one verb a line as in the flag table: name; other roads; i
 * if options may follow arguments; least-most arguments; their names; flags; what it does, as a
 * phrase that begins with its verb. They were not measured.
 */
const machine = `
create;;i;1-1;NAME;driver/d/3 engine-env//0* engine-insecure-registry//0* engine-label//0* engine-opt//0* engine-registry-mirror//0* swarm//6 swarm-master//6 swarm-discovery//3 swarm-addr//3 swarm-host//3 swarm-image//3 swarm-opt//0* swarm-strategy//3 virtualbox-memory//4 virtualbox-cpu-count//4 virtualbox-disk-size//4 virtualbox-boot2docker-url//3 virtualbox-import-boot2docker-vm//3 virtualbox-hostonly-cidr//3 virtualbox-hostonly-nictype//3 virtualbox-hostonly-nicpromisc//3 virtualbox-no-share//6 digitalocean-access-token//3 generic-ip-address//3 generic-ssh-user//3 generic-ssh-key//3 generic-ssh-port//4;create~ a machine and install~ Docker on it
ls;;i;0-0;;quiet/q/6 filter//0*;list the machines
env;;i;0-1;[NAME];swarm//6 shell//3 unset/u/6 no-proxy//6;print the variables that point the client at a machine
ip;;i;0-;[NAME...];;print a machine's address
ssh;;;1-;NAME [COMMAND...];;open~ a shell on a machine, or run~ one command there
rm;;i;1-;NAME...;force/f/6 y//6;remove a machine
start;;i;0-;[NAME...];;start a machine
stop;;i;0-;[NAME...];;stop a machine
restart;;i;0-;[NAME...];;stop~ a machine and start~ it again
kill;;i;0-;[NAME...];;end a machine at once
status;;i;0-1;[NAME];;print whether a machine runs
inspect;;i;0-1;[NAME];format/f/3;print all there is to know of a machine
url;;i;0-1;[NAME];;print the address of a machine's engine
config;;i;0-1;[NAME];swarm//6;print the options that connect the client to a machine
active;;i;0-0;;;print the machine that the client talks to
upgrade;;i;0-;[NAME...];;bring Docker on a machine up to date
regenerate-certs;;i;0-;[NAME...];force/f/6;make a machine's certificates anew
scp;;i;2-2;FROM TO;recursive/r/6;copy files between machines
version;;i;0-0;;;print the version of Docker Machine
`;

/** Crane 2.2.0, of the talk's days; `up` came with 3.0 in 2017. Options may not follow arguments. */
const crane = `
lift;;;0-;[TARGET] [COMMAND...];no-cache/n/6 no-trunc//6;build~ or fetch~ the images and run~ the containers of the crane file
up;;;0-;[TARGET] [COMMAND...];no-cache/n/6;bring up the containers of the crane file, as Crane has done since 2017
provision;;;0-1;[TARGET];no-cache/n/6;build~ or fetch~ the images of the crane file
run;;;0-;[TARGET] [COMMAND...];;run the containers of the crane file
create;;;0-;[TARGET] [COMMAND...];;create the containers of the crane file
start;;;0-1;[TARGET];;start the containers of the crane file
stop;;;0-1;[TARGET];;stop the containers of the crane file
kill;;;0-1;[TARGET];;end the containers of the crane file at once
rm;;;0-1;[TARGET];force/f/6;remove the containers of the crane file
pause;;;0-1;[TARGET];;pause the containers of the crane file
unpause;;;0-1;[TARGET];;let the paused containers of the crane file run again
exec;;;0-;[TARGET] [COMMAND...];;run one more command in the containers of the crane file
logs;;;0-1;[TARGET];follow/f/6 tail//3 timestamps/t/6 colorize/z/6 since//3;print what the containers of the crane file have written
stats;;;0-1;[TARGET];;show what the containers of the crane file use
status;;;0-1;[TARGET];;print how the containers of the crane file are
push;;;0-1;[TARGET];;send the images of the crane file to a registry
pull;;;0-1;[TARGET];;fetch the images of the crane file
generate;;;0-1;[TARGET];template/t/3 output/o/3;write files from a template and the crane file
version;;;0-0;;;print the version of Crane
`;

const craneGlobals = "config/c/3 verbose/v/6 prefix/p/3 exclude/e/3 tag//3";

const azk = `
agent start;;i;0-0;;no-daemon//6 no-reload-vm//6;start azk's agent
agent stop;;i;0-0;;;stop azk's agent
agent status;;i;0-0;;;print whether azk's agent runs
start;;i;0-;[SYSTEM...];reprovision/R/6 rebuild/B/6 open/o/6 open-with/a/3 git-ref//3;start the systems of the project
stop;;i;0-;[SYSTEM...];;stop the systems of the project
restart;;i;0-;[SYSTEM...];;stop~ the systems of the project and start~ them again
status;;i;0-;[SYSTEM...];;print how the systems of the project are
shell;;i;0-;[SYSTEM...];;open a shell in a system
scale;;i;0-2;[SYSTEM] [TO];;run so many instances of a system
logs;;i;0-;[SYSTEM...];;print what the systems have written
open;;i;0-1;[SYSTEM];open-with/a/3;open the page of a system in a browser
init;;i;0-1;[PATH];;write a first Azkfile.js
info;;i;0-0;;;print what the Azkfile.js describes
`;

/** What every verb of azk takes. */
const azkAnywhere = "quiet/q/6 verbose/v/6 log/l/3";

/** One program beside docker: its own flags before the verb, and its verbs. */
export type OtherProgram = {
  /** The name that all its spellings share. */
  name: string;
  globals: CommandSpec;
  verbs: ReadonlyMap<string, CommandSpec>;
  /** Whether letters after one dash are separate flags. */
  clusters: boolean;
};

type Tables = {
  name: string;
  globals: string;
  table: string;
  /** Flags that every verb takes. */
  anywhere?: string;
  clusters?: boolean;
};

/** A program from its table. */
export function readProgram(tables: Tables): OtherProgram {
  const { name, globals, table, anywhere, clusters = true } = tables;
  const specs = table
    .trim()
    .split("\n")
    .map((line) => readTableLine(withFlags(line, anywhere)))
    .map((spec) => ({ ...spec, name: `${name} ${spec.name}` }));
  const verbs = new Map(specs.flatMap((spec) => spec.roads.map((road) => [road, spec] as const)));
  return { name, globals: readTableLine(`;;;0-;;${globals}`), verbs, clusters };
}

function withFlags(line: string, more: string | undefined): string {
  if (more === undefined) return line;
  const fields = line.split(";");
  fields[5] = `${fields[5] ?? ""} ${more}`.trim();
  return fields.join(";");
}

const dockerCompose = readProgram({
  name: "docker compose",
  globals: composeGlobals,
  table: composeTable,
  anywhere: composeAnywhere,
});

const dockerMachine = readProgram({
  name: "docker-machine",
  globals: "debug/D/6 storage-path/s/3 native-ssh//6",
  table: machine,
  clusters: false,
});

/** By the words that start them. */
export const programs: ReadonlyMap<string, OtherProgram> = new Map([
  ["docker compose", dockerCompose],
  ["docker-compose", dockerCompose],
  ["docker-machine", dockerMachine],
  ["crane", readProgram({ name: "crane", globals: craneGlobals, table: crane })],
  ["azk", readProgram({ name: "azk", globals: "", table: azk, anywhere: azkAnywhere })],
]);

const byName = new Map(
  [...programs.values()].flatMap(({ verbs }) =>
    [...verbs.values()].map((spec) => [spec.name, spec] as const),
  ),
);

/** The spec of a verb by its full name: "docker compose up". */
export const otherCommand = (name: string): CommandSpec | undefined => byName.get(name);

/** Verbs of plug-ins, which only who asks for them knows: what a verb does is part of its spec. */
export type Plugins = ReadonlyMap<string, OtherProgram>;
