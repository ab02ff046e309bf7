import type { Call, Tool } from "#core/engine/process/call";
import { formatPrintf } from "#core/engine/process/printf";
import { testExpression } from "#core/engine/process/test-expression";

/** A program that prints something and is content. */
export const printing =
  (words: (call: Call) => string): Tool =>
  (call) => {
    call.out(words(call));
    return 0;
  };

const echo: Tool = ({ args, out }) => {
  const bare = args[1] === "-n";
  out(`${args.slice(bare ? 2 : 1).join(" ")}${bare ? "" : "\n"}`);
  return 0;
};

/** Programs that the shell has itself, for those who start them without one. */
export const builtinTools: readonly (readonly [string, Tool])[] = [
  ["echo", echo],
  [
    "pwd",
    printing(
      ({ thread }) => `${thread.cwd}
`,
    ),
  ],
  ["printf", printing(({ args }) => formatPrintf(args[1] ?? "", args.slice(2)))],
  ["test", (call) => testExpression(call, call.args.slice(1))],
  ["[", (call) => testExpression(call, call.args.slice(1, -1))],
];
