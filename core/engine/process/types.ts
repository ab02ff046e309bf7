/** A part of a word: text, a variable, a command's output or a sum; `q` for quoted. */
export type Piece =
  | { readonly k: "s"; readonly x: string; readonly q: boolean }
  | {
      readonly k: "v";
      readonly n: string;
      readonly q: boolean;
      readonly op?: string;
      readonly arg?: Word;
    }
  | { readonly k: "c"; readonly x: string; readonly q: boolean }
  | { readonly k: "a"; readonly x: string; readonly q: boolean };

export type Word = readonly Piece[];

export type Redirection = { readonly fd: number; readonly op: string; readonly to: Word };

/** A piece of a script as it was read. */
export type Node =
  | { readonly k: "seq"; readonly l: readonly Node[] }
  | { readonly k: "and" | "or"; readonly a: Node; readonly b: Node }
  | { readonly k: "not" | "bg"; readonly a: Node }
  | { readonly k: "pipe"; readonly l: readonly Node[] }
  | { readonly k: "if"; readonly c: Node; readonly t: Node; readonly e: Node | null }
  | { readonly k: "while"; readonly c: Node; readonly b: Node; readonly until: boolean }
  | { readonly k: "for"; readonly v: string; readonly w: readonly Word[]; readonly b: Node }
  | {
      readonly k: "case";
      readonly w: Word;
      readonly arms: readonly { readonly p: readonly Word[]; readonly b: Node }[];
    }
  | {
      readonly k: "group";
      readonly b: Node;
      readonly sub: boolean;
      readonly r: readonly Redirection[];
    }
  | { readonly k: "fn"; readonly n: string; readonly b: Node }
  | { readonly k: "time"; readonly a: Node }
  | {
      readonly k: "cmd";
      readonly set: readonly { readonly n: string; readonly w: Word }[];
      readonly w: readonly Word[];
      readonly r: readonly Redirection[];
      /** Its line in the script, from 0. */
      readonly ln: number;
    }
  /** A program that is started as it is, by its words. */
  | { readonly k: "argv"; readonly a: readonly string[] };

/** How far a node has come. `l` are the words a loop still goes through. */
export type Frame = { n: Node; i: number; l?: string[] };

/** What a server listens on, and what ends it. */
export type Service = {
  readonly kind: "http" | "redis" | "mysql" | "postgres" | "registry" | "echo";
  readonly port: number;
  readonly root?: string;
  /** Signals at which it ends, with its exit code. */
  readonly ends: Readonly<Record<string, number>>;
  /** What it says when it ends. */
  readonly last?: string;
  /** Its children, as `top` shows them. */
  readonly child?: string;
};

/** A process: a script that has come so far, what it knows, and what it waits for. */
export type Thread = {
  frames: Frame[];
  vars: Record<string, string>;
  exported: string[];
  fns: Record<string, Node>;
  traps: Record<string, string>;
  args: string[];
  /** What it is called by, for messages: "sh", "/bin/sh", "bash". */
  name: string;
  cwd: string;
  user: string;
  status: number;
  /** When it goes on; null: never by itself. */
  wake: number | null;
  /** It has come to its end with this code. */
  done: number | null;
  /** How it looks in a list of processes. */
  title: string;
  /** What it runs right now, where that is not itself. */
  child: string;
  service: Service | null;
  /** It reads what is typed. */
  reads: boolean;
  strict: boolean;
  /** Jobs in the background by the moment they end. */
  jobs: (number | null)[];
  /** Milliseconds slept in a part that could not wait. */
  debt: number;
  /** Whether it is the shell of a host, which has its own words. */
  bash: boolean;
};
