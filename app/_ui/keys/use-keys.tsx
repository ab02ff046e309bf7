"use client";

import { createContext, useContext, useLayoutEffect, useRef } from "react";
import { isComposing } from "./composing";

/** What a key does; `null` leaves the key to the browser. "undo" is Ctrl+Z, on a Mac ⌘Z. */
export type KeyMap = Record<string, (() => void) | null | undefined>;

const textFields = "input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]";
/** What already acts on Enter and Space when it has the focus. */
const controls = "button, a[href], summary, input[type=checkbox], input[type=radio]";

/** Whether the keys of what stands below are at rest. */
export const KeysAtRest = createContext(false);

/**
 * Lets single keys act on the page. They never fire in a text field, with a modifier, or while a
 * dialog is open, and keys that print a character only when `shortcuts` is on (WCAG 2.1.4).
 * Enter and Space stay with a control that has the focus. They act as soon as the page shows what
 * they are for.
 */
export function useKeys(keys: KeyMap, shortcuts: boolean) {
  const resting = useContext(KeysAtRest);
  const latest = useRef({ keys, shortcuts });
  useLayoutEffect(() => {
    latest.current = { keys: resting ? {} : keys, shortcuts };
  });
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const action = latest.current.keys[nameOf(event)];
      if (!action || !applies(event, latest.current.shortcuts)) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

function nameOf(event: KeyboardEvent): string {
  if (isUndo(event)) return "undo";
  return event.key === " " ? "space" : event.key;
}

function isUndo({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === "z" && ctrlKey !== metaKey && !shiftKey && !altKey;
}

function applies(event: KeyboardEvent, shortcuts: boolean): boolean {
  const isModified = event.ctrlKey || event.metaKey || event.altKey;
  if (event.defaultPrevented || isComposing(event) || event.repeat) return false;
  if (isModified && !isUndo(event)) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(textFields)) return false;
  if (document.querySelector("dialog[open]")) return false;
  const isControlKey = event.key === "Enter" || event.key === " ";
  if (isControlKey) return !target?.closest(controls);
  return event.key.length > 1 || shortcuts || isUndo(event);
}
