"use client";

import { useEffect } from "react";

const fields = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';
const controls = "button, a[href], summary";

/** Says on the root what kind of thing has the focus, for hints of keys: see controls.module.css. */
export function Focused() {
  useEffect(() => {
    const { dataset } = document.documentElement;
    const say = () => {
      const { activeElement } = document;
      if (activeElement?.matches(fields)) dataset.focused = "field";
      else if (activeElement?.matches(controls)) dataset.focused = "control";
      else delete dataset.focused;
    };
    say();
    document.addEventListener("focusin", say);
    document.addEventListener("focusout", say);
    return () => {
      document.removeEventListener("focusin", say);
      document.removeEventListener("focusout", say);
    };
  }, []);
  return null;
}
