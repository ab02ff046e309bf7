import localFont from "next/font/local";

// What the app shows of each font (scripts/subset-fonts.mjs). Paths are literals because the font
// loader reads them at build time.
export const text = localFont({
  src: "./_fonts/text.woff2",
  weight: "400 700",
  variable: "--font-text",
});

export const heading = localFont({
  src: "./_fonts/heading.woff2",
  weight: "600",
  variable: "--font-heading",
});

export const mono = localFont({
  src: "./_fonts/mono.woff2",
  weight: "400 700",
  variable: "--font-mono",
  preload: false,
});

export const wordmark = localFont({
  src: "./_fonts/wordmark.woff2",
  weight: "700",
  variable: "--font-wordmark",
  preload: false,
});
