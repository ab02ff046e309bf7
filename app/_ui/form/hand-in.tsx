"use client";

import { createContext, type ReactNode, useContext } from "react";
import controls from "#ui/controls.module.css";
import { keepComposing } from "#ui/keys/composing";
import { Key } from "#ui/keys/key";

const HandedInAt = createContext<string | null>(null);

/** The id of the form below whose button stands elsewhere, in the bar at the bottom edge. */
export const HandedInAtProvider = HandedInAt.Provider;

type FormProps = { words: string; children: ReactNode; onHandIn: () => void };

/** An answer in the making, and the button that hands it in unless that one stands elsewhere. */
export function HandInForm({ words, children, onHandIn }: FormProps) {
  const id = useContext(HandedInAt);
  return (
    <form
      id={id ?? undefined}
      onKeyDown={keepComposing}
      onSubmit={(event) => {
        event.preventDefault();
        onHandIn();
      }}
    >
      {children}
      {id === null && (
        <div className={controls.actions}>
          <HandInButton words={words} />
        </div>
      )}
    </form>
  );
}

/** Hands the form around it in, or the one of that id. */
export function HandInButton({ words, form }: { words: string; form?: string }) {
  return (
    <button type="submit" form={form} className={controls.strong}>
      {words} <Key name="Enter" />
    </button>
  );
}
