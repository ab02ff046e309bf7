import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { heading, mono, text, wordmark } from "./fonts";
import "./globals.css";
import styles from "./layout.module.css";
import { SiteHeader } from "./site-header";

export const metadata: Metadata = {
  title: { default: "Mooring", template: "%s · Mooring" },
  description:
    "Learn Docker from one conference talk and keep it: flashcards on a schedule, quizzes, and your progress.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f2ea" },
    { media: "(prefers-color-scheme: dark)", color: "#0e1726" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  const fonts = [text, heading, mono, wordmark].map((font) => font.variable).join(" ");
  return (
    <html lang="en" className={fonts}>
      <body>
        <a className={styles.skip} href="#main">
          Skip to the content
        </a>
        <SiteHeader />
        <main id="main" className={styles.main}>
          {children}
        </main>
      </body>
    </html>
  );
}
