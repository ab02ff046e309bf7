"use client";

import { useRouter } from "next/navigation";
import { createElement, useEffect, useState } from "react";
import { ownerKey, readOwner } from "./account";
import { becomeAccount } from "./sign-in";

/**
 * Stands on pages that the server rendered for an account. A browser that has forgotten whose it is
 * (its storage was cleared, or somebody else logged in here) becomes that account's again; where it
 * cannot, it says why.
 */
export function AdoptAccount({ id, email }: { id: string; email: string }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (ownerKey(readOwner()) === id) return;
    void becomeAccount({ id, email }).then((failure) => {
      setProblem(failure);
      if (failure === null) router.refresh();
    });
  }, [id, email, router]);
  return problem === null ? null : createElement("p", { role: "alert" }, problem);
}
