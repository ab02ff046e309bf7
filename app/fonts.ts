import localFont from "next/font/local";

// Paths are literals because the font loader reads them at build time.
export const text = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  weight: "200 800",
  variable: "--font-text",
});

export const heading = localFont({
  src: "../node_modules/@fontsource/barlow-condensed/files/barlow-condensed-latin-600-normal.woff2",
  weight: "600",
  variable: "--font-heading",
});

export const mono = localFont({
  src: "../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2",
  weight: "100 800",
  variable: "--font-mono",
  preload: false,
});

export const wordmark = localFont({
  src: "../node_modules/@fontsource-variable/big-shoulders-stencil/files/big-shoulders-stencil-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-wordmark",
  preload: false,
});
