"use client";

import { offlineText } from "#core/text/site/offline-text";
import controls from "#ui/controls.module.css";

/** Asks again for the page in whose place the offline page stands; its address is still the page's. */
export function RetryLink() {
  return (
    <button type="button" className={controls.button} onClick={() => window.location.reload()}>
      {offlineText().retry}
    </button>
  );
}
