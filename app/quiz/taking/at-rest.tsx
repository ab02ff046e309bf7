"use client";

import { type ReactNode, useContext } from "react";
import { KeysAtRest } from "#ui/keys/use-keys";

/** A part of the page that can be seen and does nothing, keys included, as long as it is `resting`. */
export function AtRest({ resting, children }: { resting: boolean; children: ReactNode }) {
  const around = useContext(KeysAtRest);
  return (
    <KeysAtRest.Provider value={around || resting}>
      <div inert={resting}>{children}</div>
    </KeysAtRest.Provider>
  );
}
