"use client";

import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  type RefObject,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import type { State } from "#core/engine/types";
import { commonStart, complete } from "#core/labs/complete";
import type { Step } from "#core/labs/play";
import { labText } from "#core/text/labs/lab-text";
import controls from "#ui/controls.module.css";
import { isComposing } from "#ui/keys/composing";
import { PhoneKeys } from "./phone-keys";
import { Screen } from "./screen";
import styles from "./terminal.module.css";

/** What the page around the terminal asks of it. */
export type TerminalHandle = { say: (words: string) => void; put: (line: string) => void };

type Props = {
  ref: Ref<TerminalHandle>;
  state: State;
  start: State;
  steps: readonly Step[];
  prompt: string;
  commands: {
    undo: () => void;
    reset: () => void;
    type: (text: string) => Promise<Step | null>;
  };
};

/** The end of input, as Ctrl-D sends it. */
const endOfInput = "\u0004";

/** The line that is being typed: it is run, filled in, dropped, and earlier ones come back. */
function useLine({ state, steps, commands }: Pick<Props, "state" | "steps" | "commands">) {
  const [line, setLine] = useState("");
  const [notice, setNotice] = useState("");
  /** How many steps were cleared off the screen. */
  const [cleared, setCleared] = useState(0);
  /** How far back in the lines typed before. */
  const [back, setBack] = useState(0);
  const text = labText();
  const clear = () => setCleared(steps.length);
  const runLine = async (typed: string) => {
    const words = typed.trim();
    setNotice("");
    if (words === "undo") return commands.undo();
    if (words === "reset") return commands.reset();
    if (words === "clear") return clear();
    if (words === "" && typed !== endOfInput) return;
    const step = await commands.type(typed);
    if (step?.result.unmodelled !== undefined) setNotice(text.notModelled(step.result.unmodelled));
  };
  const begin = (words: string) => {
    setBack(0);
    setLine(words);
  };
  const recall = (further: number) => {
    const typed = steps.map((step) => step.line.text).filter((one) => one !== endOfInput);
    const next = Math.max(0, Math.min(typed.length, back + further));
    setBack(next);
    setLine(next === 0 ? "" : (typed.at(-next) ?? ""));
  };
  return {
    ...{ line, notice, cleared, setNotice, clear, recall, write: begin },
    async runAll(typed: string) {
      begin("");
      for (const one of typed.replace(/\\\n/g, " ").split("\n")) await runLine(one);
    },
    fill() {
      const { from, words } = complete(state, line);
      const common = commonStart(words);
      if (words.length === 1) begin(`${line.slice(0, from)}${words[0]} `);
      else if (common.length > line.length - from) begin(line.slice(0, from) + common);
      setNotice(words.length > 1 ? text.couldBe(words.slice(0, 60)) : "");
    },
    drop() {
      begin("");
      setNotice("^C");
    },
  };
}

/** A terminal: what was typed and shown, and a line to type the next into. */
export function LabTerminal({ ref, state, start, steps, prompt, commands }: Props) {
  const typing = useLine({ state, steps, commands });
  const field = useRef<HTMLTextAreaElement>(null);
  const focus = () => field.current?.focus();
  useImperativeHandle(ref, () => ({
    say: typing.setNotice,
    put: (words) => {
      typing.write(words);
      focus();
    },
  }));
  useKeptFocus(field, steps.length);
  const from = Math.min(typing.cleared, steps.length);
  return (
    <section className={styles.around} aria-label={labText().terminal}>
      <Screen start={start} steps={steps} from={from} notice={typing.notice} />
      <LineField field={field} prompt={prompt} typing={typing} />
      <PhoneKeys
        onSign={(sign) => {
          typing.write(typing.line + sign);
          focus();
        }}
        onTab={() => {
          typing.fill();
          focus();
        }}
        onUp={() => typing.recall(1)}
      />
    </section>
  );
}

type FieldProps = {
  field: RefObject<HTMLTextAreaElement | null>;
  prompt: string;
  typing: ReturnType<typeof useLine>;
};

/** The line at the prompt. */
function LineField({ field, prompt, typing }: FieldProps) {
  const { line, runAll } = typing;
  const help = useId();
  const text = labText();
  const acts: Record<Action, () => void> = {
    run: () => void runAll(line),
    up: () => typing.recall(1),
    down: () => typing.recall(-1),
    fill: typing.fill,
    drop: typing.drop,
    clear: typing.clear,
    end: () => void runAll(endOfInput),
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const action = actionOf(event, line);
    if (action === null) return;
    event.preventDefault();
    acts[action]();
  };
  return (
    <>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void runAll(line);
          field.current?.focus();
        }}
      >
        <span className={styles.prompt} aria-hidden="true">
          {prompt}
        </span>
        <textarea
          ref={field}
          className={styles.field}
          aria-label={text.line}
          aria-describedby={help}
          value={line}
          rows={1}
          onChange={(event) => typing.write(event.target.value)}
          onKeyDown={press}
          onPaste={(event) => {
            const whole = pastedLines(event, line);
            if (whole !== null) void runAll(whole);
          }}
          enterKeyHint="go"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={4000}
        />
        <button type="submit" className={`${controls.button} ${styles.run}`}>
          {text.run}
        </button>
      </form>
      <p id={help} className={styles.help}>
        {text.lineHelp}
      </p>
    </>
  );
}

/** Several lines that are pasted are run at once; null where it is one. */
function pastedLines(event: ClipboardEvent<HTMLTextAreaElement>, line: string): string | null {
  const pasted = event.clipboardData.getData("text").replace(/\r\n?/g, "\n");
  if (!pasted.includes("\n")) return null;
  event.preventDefault();
  const { selectionStart, selectionEnd } = event.currentTarget;
  const whole = line.slice(0, selectionStart) + pasted + line.slice(selectionEnd);
  return whole.replace(/^\$ /gm, "").replace(/\n+$/, "");
}

type Action = "run" | "up" | "down" | "fill" | "drop" | "clear" | "end";

/** What a key does in a terminal; null: what it does anywhere. */
function actionOf(event: KeyboardEvent<HTMLTextAreaElement>, line: string): Action | null {
  const { key, ctrlKey, shiftKey, altKey, metaKey } = event;
  const { selectionStart, selectionEnd } = event.currentTarget;
  if (altKey || metaKey) return null;
  if (ctrlKey) {
    // With something marked, Ctrl-C copies it.
    if (key === "c" && selectionStart === selectionEnd) return "drop";
    if (key === "l") return "clear";
    return key === "d" && line === "" ? "end" : null;
  }
  if (key === "Enter" && !shiftKey) return "run";
  if (key === "ArrowUp" && !line.includes("\n")) return "up";
  if (key === "ArrowDown" && !line.includes("\n")) return "down";
  // An empty line is left by Tab, so that nobody is kept in the field.
  return key === "Tab" && !shiftKey && line !== "" ? "fill" : null;
}

/** After a line was played the field is where it was, and in sight. */
function useKeptFocus(field: { current: HTMLTextAreaElement | null }, steps: number) {
  useEffect(() => {
    if (steps > 0 && document.activeElement === field.current) {
      field.current?.scrollIntoView({ block: "nearest" });
    }
  }, [field, steps]);
}
