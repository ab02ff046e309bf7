"use client";

/** Shown when even the layout breaks; it brings its own html and needs no style of its own. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>Mooring</title>
      </head>
      <body>
        <h1>Mooring broke on this page</h1>
        <p>Your answers are kept in this browser. Try once more, or reload the page.</p>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </body>
    </html>
  );
}
