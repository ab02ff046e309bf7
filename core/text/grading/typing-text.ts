import { inLanguages } from "#core/text/language";

const scales: Record<string, number> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 };

const sizes: Record<string, string> = {
  kilo: "k",
  mega: "m",
  giga: "g",
  tera: "t",
  kibi: "k",
  mebi: "m",
  gibi: "g",
};

const months =
  "january february march april may june july august september october november december";

const en = {
  /** From nought on. */
  numbers: "zero one two three four five six seven eight nine ten eleven twelve".split(" "),
  scales,
  /** What stands before a number and does not count. */
  hedge: /^(?:(?:about|around|approximately|approx\.?|roughly|circa|ca\.?|in|~|≈) ?)+/,
  /** What stands before an answer and does not count. */
  article: /^(?:the|an|a) (?=\S)/,
  /** A unit in lower case, the same in singular and plural; % may be written out. */
  bareUnit: (unit: string) => unit.replace(/^per ?cent$/, "%").replace(/s$/, ""),
  /** Amounts of memory, by what stands before "byte". */
  sizes,

  /** Words that may stand before any answer: an article, a preposition, "it is", "only". */
  lead: /^(?:the|an|a|it is|it's|its|called|named|about|around|roughly|approximately|approx\.?|at|in|on|by|with|from|since|as of|to|only|just|exactly) (?=\S)/,
  /** Words that may stand after any answer. */
  tail: / (?:itself|of (?:it|them|these|those))$/,
  /** The bound that a front may ask for, said again. */
  atLeast: /^(?:at least|(?:a )?min(?:imum|\.)?(?: of)?|no less than|(?:the )?first) (?=\S)/,
  atMost: /^(?:at most|up to|(?:a )?max(?:imum|\.)?(?: of)?|(?:no|not) more than) (?=\S)/,
  orMore: / or (?:more|longer)$/,
  orLess: / or (?:fewer|less)$/,
  asksLeast: /\b(?:at least|minimum|fewest)\b/,
  /** "all 4", "all of the ten", "number 1", "no. 1". */
  beforeNumber: /^(?:all(?: of)?(?: the)?|number|no\.|nr\.?|#|:) ?(?=[\p{L}\d])/u,
  /** "2 of 5": the number, and of how many. */
  ofMany: /^(\S+) (?:of|out of) (?:the |all )?(\S+)$/,
  /** What may follow a number and is no unit. */
  afterNumber: /^(?:of (?:it|them|these|those|the)|in all|in total|altogether|each|or so|\/?tcp)$/,
  /** A day, for where a year is asked. */
  dated: new RegExp(
    `^(?:the )?(?:year |(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?)?(?:${months.replaceAll(" ", "|")})(?: \\d{1,2}(?:st|nd|rd|th)?)?,? )(?=\\d{4}$)`,
  ),

  /** Who made a product; the name may stand before it. */
  makers:
    "amd canonical cncf docker google hashicorp ibm intel linux microsoft moby ms oracle orchard php".split(
      " ",
    ),
  madeBy: / by (\w+)$/,
  /** What a thing is; where the front says so, the answer may say it again. */
  kinds:
    "builder command company container driver edition extension field file flag format kernel key mode name number option organisation package pid port process program registry release service setting site switch system tag tool verb version year".split(
      " ",
    ),
  /** Around a version. */
  beforeVersion: /^(?:versions?|ver\.?|v\.?|release|engine|ce|at least|>=|≥) ?(?=v?\d)/,
  afterVersion:
    /(?<=\d)(?:\.x|\+| (?:or|and) (?:later|newer|higher|above|up|upwards?|greater|more|after)| (?:on|onwards?|upwards?|ce|release|version))$/,

  /** Either of two answers, where both are right. */
  either: / or | ?\/ | \/ ?| ?\||, ?| ?\(|\)/,
  /** What a remark in brackets must not say. */
  takesBack: /\b(?:not|or|no|never)\b/,
};

/** The words that a typed answer may hold beside what is asked. */
export const typingText = inLanguages({ en });
