import { markScript } from "#core/account/known-mark";

/** What has to be right when the page is first painted, and is known in the browser alone. */
export function FirstPaint() {
  return <script>{markScript}</script>;
}
