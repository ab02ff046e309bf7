"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

const places = [
  { href: "/study", name: "Study" },
  { href: "/quiz", name: "Quiz" },
  { href: "/deck", name: "Deck" },
  { href: "/commands", name: "Commands" },
  { href: "/progress", name: "Progress" },
];

export function NavLinks() {
  const path = usePathname();
  return (
    <ul>
      {places.map(({ href, name }) => (
        <li key={href}>
          {path === href ? (
            // Where one is already, the link begins anew: a new queue, another quiz.
            <a href={href} aria-current="page">
              {name}
            </a>
          ) : (
            <Link
              href={href}
              prefetch={false}
              aria-current={path.startsWith(`${href}/`) ? "page" : undefined}
            >
              {name}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
