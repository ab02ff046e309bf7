"use client";

import { language } from "#core/text/language";
import { brokenText } from "#core/text/site/broken-text";

/** Shown when even the layout breaks; it brings its own html and needs no style of its own. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  const text = brokenText();
  return (
    <html lang={language}>
      <head>
        <title>Mooring</title>
      </head>
      <body>
        <h1>{text.mooringBroke}</h1>
        <p>{text.keptInBrowser}</p>
        <button type="button" onClick={reset}>
          {text.tryAgain}
        </button>
      </body>
    </html>
  );
}
