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
          <Link
            href={href}
            prefetch={false}
            aria-current={path === href || path.startsWith(`${href}/`) ? "page" : undefined}
          >
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
