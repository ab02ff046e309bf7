"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { ownerKey, readOwner } from "./account";
import { becomeAccount } from "./sign-in";

/**
 * Stands on pages that the server rendered for an account. A browser that has forgotten whose it is
 * (its storage was cleared, or somebody else logged in here) becomes that account's again.
 */
export function AdoptAccount({ id, email }: { id: string; email: string }) {
  const router = useRouter();
  useEffect(() => {
    if (ownerKey(readOwner()) === id) return;
    void becomeAccount({ id, email }).then(() => router.refresh());
  }, [id, email, router]);
  return null;
}
