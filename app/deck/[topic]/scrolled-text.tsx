import type { ReactNode } from "react";

type Props = { label: string; className: string | undefined; children: ReactNode };

/** A preformatted text that may be wider than the screen: within the keyboard's reach it scrolls. */
export function ScrolledText({ label, className, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    // biome-ignore lint/a11y/useSemanticElements: a preformatted text is no set of fields
    <pre className={className} role="group" aria-label={label} tabIndex={0}>
      {children}
    </pre>
  );
}
