import { z } from "zod";
import { id, text } from "./field-shapes";

/** The shapes of labs: content/labs. */

const port = z.number().int().min(1).max(65_535);
const thing = z.enum(["container", "image", "volume", "network"]);
/** A path of a host or a container. */
const place = text.regex(/^\//, {
  error: (issue) => `"${issue.input}" is no path: it begins with a slash.`,
});

const is = <Name extends string>(name: Name) => z.literal(name);

/** The conditions of core/labs/goals/condition.ts, by what they are. */
export const conditionShapes = {
  running: z.strictObject({ is: is("running"), container: text, image: text.optional() }),
  stopped: z.strictObject({ is: is("stopped"), container: text }),
  exists: z.strictObject({ is: is("exists"), what: thing, name: text }),
  gone: z.strictObject({ is: is("gone"), what: thing, name: text }),
  published: z.strictObject({ is: is("published"), container: text, port, at: port }),
  answers: z.strictObject({
    is: is("answers"),
    at: port,
    path: place.optional(),
    with: text,
  }),
  reaches: z.strictObject({ is: is("reaches"), from: text, name: text, port }),
  "cut-off": z.strictObject({ is: is("cut-off"), from: text, name: text, port }),
  joined: z.strictObject({ is: is("joined"), container: text, network: text }),
  mounted: z
    .strictObject({
      is: is("mounted"),
      container: text,
      volume: text.optional(),
      folder: place.optional(),
      at: place,
    })
    .refine(({ volume, folder }) => (volume === undefined) !== (folder === undefined), {
      error: "What is mounted is a volume or a folder: write one of the two.",
    }),
  holds: z.strictObject({ is: is("holds"), volume: text, file: text, with: text }),
  file: z.strictObject({
    is: is("file"),
    path: place,
    container: text.optional(),
    image: text.optional(),
    with: text,
  }),
  lost: z.strictObject({ is: is("lost"), words: text }),
  env: z.strictObject({ is: is("env"), container: text, name: text, value: text }),
  restarts: z.strictObject({
    is: is("restarts"),
    container: text,
    policy: z.enum(["no", "always", "on-failure", "unless-stopped"]),
  }),
  limited: z.strictObject({ is: is("limited"), container: text, memory: z.number().int().min(6) }),
  starts: z.strictObject({ is: is("starts"), image: text }),
  tagged: z.strictObject({ is: is("tagged"), name: text, as: text }),
  pushed: z.strictObject({ is: is("pushed"), name: text }),
  dangling: z.strictObject({ is: is("dangling"), most: z.number().int().min(0) }),
};

const condition = z.discriminatedUnion("is", [
  conditionShapes.running,
  conditionShapes.stopped,
  conditionShapes.exists,
  conditionShapes.gone,
  conditionShapes.published,
  conditionShapes.answers,
  conditionShapes.reaches,
  conditionShapes["cut-off"],
  conditionShapes.joined,
  conditionShapes.mounted,
  conditionShapes.holds,
  conditionShapes.file,
  conditionShapes.lost,
  conditionShapes.env,
  conditionShapes.restarts,
  conditionShapes.limited,
  conditionShapes.starts,
  conditionShapes.tagged,
  conditionShapes.pushed,
  conditionShapes.dangling,
]);

const commands = z.array(text).min(1);

export const labShape = z.strictObject({
  id,
  title: text.max(60),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  minutes: z.number().int().min(1).max(30),
  demo: z.number().int().min(1).max(4).optional(),
  broken: z.boolean().optional(),
  ideas: z.array(id).min(1),
  story: text,
  prepared: z.array(text).optional(),
  goals: z.array(condition).min(1),
  fails: z.array(z.strictObject({ when: condition, says: text })).optional(),
  hints: z
    .array(
      z.strictObject({
        while: z.array(condition).optional(),
        until: condition.optional(),
        first: text,
        second: text,
        command: text,
      }),
    )
    .min(1),
  solution: commands,
  others: z.array(z.strictObject({ about: text, commands })).optional(),
  misses: z.array(z.strictObject({ commands, says: text })).min(1),
  meant: text,
});

export type AuthoredLab = z.infer<typeof labShape>;
