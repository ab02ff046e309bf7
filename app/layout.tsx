import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { language } from "#core/text/language";
import { siteText } from "#core/text/site/site-text";
import { Focused } from "#ui/keys/focused";
import { earlySubmitScript } from "./early-submit-script";
import { FirstPaint } from "./first-paint";
import { heading, mono, text, wordmark } from "./fonts";
import "./tokens.css";
import "./globals.css";
import styles from "./layout.module.css";
import { Notices } from "./notices";
import { SiteHeader } from "./site-header";
import { themeScript } from "./theme-script";

export const metadata: Metadata = {
  title: { default: "Mooring", template: "%s · Mooring" },
  description: siteText().description,
};

export const viewport: Viewport = {
  // The page goes to the edges, and what stands there keeps clear of them itself.
  viewportFit: "cover",
  // A keyboard on the screen makes the page smaller: what is at its bottom edge stays in sight.
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f2ea" },
    { media: "(prefers-color-scheme: dark)", color: "#0e1726" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  const fonts = [text, heading, mono, wordmark].map((font) => font.variable).join(" ");
  return (
    // The scripts below add the theme and what is known of the visitor before React sees the element.
    <html lang={language} className={fonts} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a text of our own, allowed by its hash */}
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: as above */}
        <script dangerouslySetInnerHTML={{ __html: earlySubmitScript }} />
      </head>
      <body>
        <FirstPaint />
        <Focused />
        <a className={styles.skip} href="#main">
          {siteText().skip}
        </a>
        <SiteHeader />
        <Notices />
        <main id="main" className={styles.main}>
          {children}
        </main>
      </body>
    </html>
  );
}
