"use client";

import { useState } from "react";
import type { Sessions } from "#core/account/ending";
import { leaveAccount } from "#local/account/sign-in";
import { useOneAtATime } from "#ui/form/use-one-at-a-time";

/** Logging out of this browser; `asking` while answers would be lost by it. */
export type Leave = {
  asking: Sessions | null;
  busy: boolean;
  leave: (end: Sessions, discard: boolean) => Promise<void>;
  stay: () => void;
};

/** Ends the session here or everywhere, unless answers would be lost: then it is asked first. */
export function useLeave(): Leave {
  const [asking, setAsking] = useState<Sessions | null>(null);
  const { busy, run } = useOneAtATime();
  const leave = (end: Sessions, discard: boolean) =>
    run(async () => {
      const parting = await leaveAccount(end, discard);
      // With no network no other page may be had: what stands around this one says that it is done.
      if (parting === "left") window.location.assign("/");
      setAsking(parting === "unsent" ? end : null);
      return parting === "left" ? "left" : "ready";
    });
  return { asking, busy, leave, stay: () => setAsking(null) };
}
