import type { ContentFile, Problem } from "#core/content/read/problem";
import { parseDeck } from "./parse-deck";

/** A small deck with nothing wrong in it and a card of each kind that draws nothing, for tests to break. */
const text = `topic:
  id: harbour
  title: The harbour
  short: Harbour
  section: docker
  slides: [60, 64]
  summary: What ships and boxes have to do with each other.
  points:
    - {id: "61", slide: 61, text: "boxes are alike"}
    - {id: "62a", slide: 62, text: "cranes lift boxes"}

concepts:
  - id: box
    title: The box
    slides: [61]
    needs: []
    then: A box is a box.
    now:
      text: It still is.
      since: "2015"
      sources: [{title: "ISO 668", url: "https://www.iso.org/standard/76912.html"}]
  - id: crane
    title: The crane
    slides: [62, 63]
    needs: [box]
    then: A crane lifts a box.
    now: {text: It still does.}

cards:
  - id: box-what
    kind: recall
    concept: box
    covers: ["61"]
    front: What makes loading quick?
    answer: All boxes have one size.
    explain: One gear fits all.
  - id: crane-parts
    kind: list
    concept: crane
    covers: ["62a"]
    slides: [63]
    front: Name two parts of a lifting gear.
    items: [{text: hook}, {text: cable, note: made of steel}]
    explain: Both carry the load.
    sources: [{title: "Lifting"}]
  - id: box-gap
    kind: cloze
    concept: box
    covers: ["61"]
    front: Run \`docker {{ps}} -a\` to see all boxes.
    accept: [container ls]
    refuse: [{text: images, why: That lists what boxes are made from.}]
    explain: It lists what runs and what does not.
  - id: box-year
    kind: text
    concept: box
    covers: []
    front: When did the first load go to sea?
    accept: ["1956"]
    number: {value: 1956, tolerance: 1}
    explain: It sailed from Newark.
  - id: crane-choice
    kind: choice
    concept: crane
    covers: ["62a"]
    front: Who lifts the load?
    options:
      - {text: The gear, why: It is made for that., right: true}
      - {text: The ship, why: It only carries.}
      - {text: The sea, why: It only bears.}
    explain: Lifting is its work.
  - id: crane-multi
    kind: multi
    concept: crane
    covers: []
    front: Which are made of steel?
    options:
      - {text: hook, why: It bears the load., right: true}
      - {text: rail, why: It bears the gear., right: true}
      - {text: water, why: It is wet.}
    explain: Steel bears much.
  - id: crane-order
    kind: order
    concept: crane
    covers: []
    front: Put the steps in order, first one first.
    items: [{text: hook on}, {text: lift, why: It hangs now.}, {text: set down}]
    explain: No step can be left out.
  - id: box-match
    kind: match
    concept: box
    covers: []
    front: Match each thing with its place.
    pairs: [{left: goods, right: inside}, {left: number, right: outside}, {left: lock, right: outside}]
    explain: What guards is outside.
  - id: box-classify
    kind: classify
    concept: box
    covers: []
    front: Sort by age.
    bins: [old, new]
    items: [{text: barrel, bin: old, why: Romans had it.}, {text: pallet, bin: new, why: Forklifts need it.}, {text: sack, bin: old, why: Older than ships.}]
    explain: Every age has its own.
  - id: crane-run
    kind: command
    concept: crane
    covers: []
    front: Start \`nginx\` named {{name}}, and see it answer on port {{port}}.
    draw: {name: [quay, pier], port: ["8080", "9090"]}
    answer: docker run -d -p {{port}}:80 --name {{name}} nginx
    may: [rm]
    right:
      - docker container run --detach --name={{name}} --publish {{port}}:80 nginx:latest
      - docker run --rm -dp {{port}}:80 --name {{name}} nginx
    wrong:
      - {text: "docker run -d -p 80:{{port}} --name {{name}} nginx", verdict: wrong, why: "Port {{port}} is outside."}
      - {text: "docker run -pd {{port}}:80 nginx", verdict: refused}
    explain: Outside comes first.
  - id: crane-shown
    kind: output
    concept: crane
    covers: []
    command: docker-machine ls -q
    output: |
      quay
      pier
    documented: {reason: old-tool, source: {title: Lifting, url: "https://example.org/lifting"}}
    front: How many are at work?
    number: {value: 2, tolerance: 0}
    explain: One line each.
`;

export const sampleFile: ContentFile = { path: "content/topics/01-harbour.yaml", text };

/** Another sound file, which needs nothing of the first. */
export const secondFile: ContentFile = {
  path: "content/topics/02-yard.yaml",
  text: `topic: {id: yard, title: Yard, short: Yard, section: lxc, slides: [65, 66], summary: Yard., points: [{id: "65", slide: 65, text: wait}]}
concepts:
  - {id: waiting, title: Waiting, slides: [65], needs: [], then: They wait., now: {text: So.}}
cards:
  - {id: waiting-why, kind: recall, concept: waiting, covers: ["65"], front: Why wait?, answer: So., explain: Late.}
  - {id: waiting-who, kind: list, concept: waiting, covers: ["65"], front: Who queues?, items: [{text: carts}, {text: boats}], explain: No room.}
`,
};

/** A lesson of the first file's topic with one part of each form. */
export const sampleLesson: ContentFile = {
  path: "content/lessons/01-harbour.yaml",
  text: `lesson:
  topic: harbour
  parts:
    - heading: Boxes
      text: ${"Boxes are *alike* and so are the ships. ".repeat(50)}
      slides: [61]
    - now: ${"They still are, says everybody here. ".repeat(15)}
      slides: [61]
      since: "1956"
      sources: [{title: ISO 668}]
    - code: |
        FROM harbour
        RUN lift \`box\`
      language: dockerfile
      caption: What a crane reads.
      slides: [62]
    - terminal: |
        $ docker-machine ls -q
        quay
      documented: {reason: old-tool, source: {title: Lifting, url: "https://example.org/lifting"}}
      caption: What it answers.
      slides: [62]
`,
};

/** A drawing with boxes in a box and a line. */
export const sampleDiagram: ContentFile = {
  path: "content/diagrams/quay.yaml",
  text: `diagram:
  id: quay
  title: The quay
  slides: [61]
  text: A {ship} with a {hold} and a {deck}, and a {shed}.
  parts:
    - {id: ship, label: Ship, at: [0, 0, 40, 10]}
    - {id: hold, label: Hold, in: ship, at: [1, 4, 20, 5], tone: strong}
    - {id: deck, label: Deck, in: ship, at: [22, 4, 17, 5]}
    - {id: shed, label: Shed, at: [24, 14, 16, 4]}
  lines:
    - {from: ship, to: shed, label: unload, at: 33}
`,
};

/** The sample with a card on that drawing. */
export const drawnFile: ContentFile = {
  ...sampleFile,
  text: `${text}  - id: crane-drawn
    kind: diagram
    concept: crane
    covers: []
    front: Name the parts of this scene.
    diagram: quay
    places: [{part: hold, why: Below.}, {part: shed, label: Store}]
    extra: [{text: Mast, why: Steamers have none.}]
    explain: Goods go from one to the other.
`,
};

/** What is told of these files. */
export function toldOf(...files: ContentFile[]): Problem[] {
  const parsed = parseDeck(files, sampleHash);
  return parsed.ok ? [] : parsed.problems;
}

/** The sample with one thing changed, and the line on which the change stands. */
export function planted(from: string, to: string): { file: ContentFile; line: number } {
  const at = text.indexOf(from);
  if (at < 0) throw new Error(`the sample does not hold ${from}`);
  const changed = text.slice(0, at) + to + text.slice(at + from.length);
  return { file: { ...sampleFile, text: changed }, line: text.slice(0, at).split("\n").length };
}

/** Spreads like a good hash, is none: 32 hexadecimal digits. */
export function sampleHash(text: string): string {
  return [1, 2, 3, 4].map((seed) => mix(text, seed).toString(16).padStart(8, "0")).join("");
}

function mix(text: string, seed: number): number {
  let h = Math.imul(seed, 0x9e3779b9);
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    h ^= h >>> 15;
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
