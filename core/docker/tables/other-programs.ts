import { type CommandSpec, readTableLine } from "./command-table";
import { composeAnywhere, composeGlobals, composeTable } from "./compose-table";

/**
 * The programs of the talk beside docker, one verb a line as in the flag table: name; other roads; i
 * if options may follow arguments; least-most arguments; their names; flags; what it does, as a
 * phrase that begins with its verb. They were not measured.
 */
const machine = `
create;;i;1-1;NAME;driver/d/3 engine-env//0* engine-insecure-registry//0* engine-label//0* engine-opt//0* engine-registry-mirror//0* swarm//6 swarm-master//6 swarm-discovery//3 swarm-addr//3 swarm-host//3 swarm-image//3 swarm-opt//0* swarm-strategy//3 virtualbox-memory//4 virtualbox-cpu-count//4 virtualbox-disk-size//4 digitalocean-access-token//3 generic-ip-address//3 generic-ssh-user//3 generic-ssh-key//3 generic-ssh-port//4;create~ a machine and install~ Docker on it
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

const crane =
  "lift;up;;0-;[TARGET...];recreate/r/6 no-cache/n/6;build~ or fetch~ the images and run~ the containers of the crane file";

const azk = `
agent start;;i;0-0;;;start azk's agent
agent stop;;i;0-0;;;stop azk's agent
agent status;;i;0-0;;;print whether azk's agent runs
start;;i;0-;[SYSTEM...];;start the systems of the project
stop;;i;0-;[SYSTEM...];;stop the systems of the project
restart;;i;0-;[SYSTEM...];;stop~ the systems of the project and start~ them again
status;;i;0-;[SYSTEM...];;print how the systems of the project are
shell;;i;0-;[SYSTEM...];;open a shell in a system
scale;;i;0-2;[SYSTEM] [TO];;run so many instances of a system
logs;;i;0-;[SYSTEM...];;print what the systems have written
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
  globals: "debug/D/6 storage-path/s/3",
  table: machine,
  clusters: false,
});

/** By the words that start them. */
export const programs: ReadonlyMap<string, OtherProgram> = new Map([
  ["docker compose", dockerCompose],
  ["docker-compose", dockerCompose],
  ["docker-machine", dockerMachine],
  ["crane", readProgram({ name: "crane", globals: "config/c/3 verbose/v/6", table: crane })],
  ["azk", readProgram({ name: "azk", globals: "", table: azk })],
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
