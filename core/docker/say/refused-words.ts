import type { Refused } from "#core/docker/types";

type Hint = [message: RegExp, hint: string];

/** What a refusal means for a beginner, where its own words do not tell. */
const hints: readonly Hint[] = [
  [
    /^unknown shorthand flag/,
    "There is no option of that letter here. After one dash each letter is an option of its own.",
  ],
  [/^unknown flag/, "There is no such option here; names of options cannot be shortened."],
  [/^flag needs an argument/, "The option at the end waits for its value."],
  [
    /requires at least 1 argument/,
    "Something to act on is missing, or an option took it as its value.",
  ],
  [
    /requires (?:at least )?\d+ arguments?/,
    "It takes just so many names. Count them, and look for an option that took one as its value.",
  ],
  [/accepts no arguments/, "It takes options, but no names."],
  [/requires at most|at most \d/, "It was given more names than it takes."],
  [/unknown command/, "Docker has no such command."],
  [/invalid reference format/, "An image's name is in small letters, with a tag after a colon."],
  [
    /not a docker command/,
    "The line has to begin with `docker` or with one of the tools of the talk.",
  ],
  [/invalid (?:hostPort|containerPort)/, "A port is a number from 0 to 65535, or a range of them."],
  [
    /mount path must be absolute/,
    "What is mounted comes first; then the place in the container, a path that begins with a slash.",
  ],
  [/invalid mode/, "After the second colon stands how it is mounted, such as `ro`."],
  [/invalid IP address/, "Three parts are read as address, host port and container port."],
  [/target is required/, "A mount needs to know where in the container: `dst=/path`."],
  [/cowardly refusing/, "The archive needs a file: `-o name.tar`, or the shell's `>`."],
  [/invalid proto/, "The protocol is `tcp`, `udp` or `sctp`."],
];

/** The program's own words, and one line on what they mean where that helps. */
export function sayRefused({ message }: Refused): { message: string; hint: string | null } {
  return { message, hint: hints.find(([pattern]) => pattern.test(message))?.[1] ?? null };
}
