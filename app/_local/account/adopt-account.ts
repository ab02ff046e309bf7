"use client";

import { useRouter } from "next/navigation";
import { createElement, Fragment, type ReactNode, useEffect, useRef, useState } from "react";
import { accountText } from "#core/text/account/account-text";
import { ownerKey, readOwner } from "#local/store/owner";
import { useLearner } from "#local/store/use-learner";
import { hasParted } from "#local/sync/ending";
import { becomeAccount } from "./sign-in";

type Props = { id: string; email: string; children: ReactNode };

/**
 * Stands around what the server rendered for an account. A browser that has forgotten whose it is
 * (its storage was cleared, or somebody else logged in here) becomes that account's again; where it
 * cannot, it says why. An account that was logged out here is not shown, whatever was rendered.
 */
export function AdoptAccount({ id, email, children }: Props) {
  const router = useRouter();
  const guest = useLearner()?.owner.kind === "guest";
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (ownerKey(readOwner()) === id || hasParted(id)) return;
    void becomeAccount({ id, email }).then((failure) => {
      setProblem(failure);
      if (failure === null) router.refresh();
    });
  }, [id, email, router]);
  if (guest && hasParted(id)) return createElement(Parted);
  const told = problem === null ? null : createElement("p", { role: "alert" }, problem);
  return createElement(Fragment, null, told, children);
}

/** In the place of what was shown; what had the focus is gone. */
function Parted() {
  const said = useRef<HTMLHeadingElement>(null);
  useEffect(() => said.current?.focus(), []);
  const text = accountText();
  return createElement(
    Fragment,
    null,
    createElement("h1", { ref: said, tabIndex: -1 }, text.parted),
    createElement("p", null, text.endsLater),
  );
}
