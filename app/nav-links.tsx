"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { siteText } from "#core/text/site/site-text";

const places = ["study", "quiz", "deck", "commands", "progress"] as const;

export function NavLinks() {
  const path = usePathname();
  const text = siteText();
  return (
    <ul>
      {places.map((place) => (
        <li key={place}>
          {path === `/${place}` ? (
            // Where one is already, the link begins anew: a new queue, another quiz.
            <a href={`/${place}`} aria-current="page">
              {text[place]}
            </a>
          ) : (
            <Link
              href={`/${place}`}
              prefetch={false}
              aria-current={path.startsWith(`/${place}/`) ? "page" : undefined}
            >
              {text[place]}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
