"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { type FocusEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { isEntrance } from "#core/account/entrances";
import { siteText } from "#core/text/site/site-text";
import type { Owner } from "#local/store/owner";
import styles from "./account-menu.module.css";

const id = "account-menu";

/**
 * The way to the pages that are the learner's own; null as long as nobody knows whose browser this
 * is. The list is a popover: the browser itself opens it and closes it by Escape or a tap beside it,
 * before the page's scripts have come and without them, too.
 */
export function AccountMenu({ owner }: { owner: Owner | null }) {
  const path = usePathname();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  // Nothing is said until the scripts can say it truly; the browser knows by itself.
  const [open, setOpen] = useState<boolean>();
  useEffect(() => {
    if (knowsPopovers()) setOpen(list.current?.matches(":popover-open"));
  }, []);
  const close = () => knowsPopovers() && list.current?.hidePopover();
  // The focus goes on to another part of the page.
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node) || relatedTarget === button.current) return;
    if (!list.current?.contains(relatedTarget)) close();
  };
  const text = siteText();
  const pages =
    owner?.kind === "account"
      ? [["/account", text.yourAccount] as const, settings()]
      : [["/login", text.logIn] as const, ["/register", text.register] as const, settings()];
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.button}
        onBlur={leave}
        popoverTarget={id}
        aria-expanded={open}
        aria-controls={id}
        data-here={isEntrance(path) || pages.some(([page]) => page === path) || undefined}
      >
        {text.account}
        <Arrow />
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        className={styles.list}
        onToggle={({ newState }) => setOpen(newState === "open")}
      >
        <p className={styles.whose}>{owner && whose(owner)}</p>
        <ul>
          {pages.map(([page, name]) => (
            <li key={page}>
              <Link
                href={page}
                prefetch={false}
                aria-current={page === path ? "page" : undefined}
                onBlur={leave}
                onClick={close}
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** Where a browser knows none, the list stands open below its button. */
const knowsPopovers = () => "popover" in HTMLElement.prototype;

const settings = () => ["/settings", siteText().settings] as const;

function whose(owner: Owner): ReactNode {
  return owner.kind === "account" ? owner.email : siteText().asGuest;
}

/** That the button opens something. */
function Arrow() {
  return (
    <svg className={styles.arrow} viewBox="0 0 10 6" aria-hidden="true">
      <path d="M1 1l4 4 4-4" />
    </svg>
  );
}
