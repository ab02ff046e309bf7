import { deviceText } from "#core/text/account/device-text";

/** Browsers by a word of their own, those first that claim to be one of the later ones, too. */
const browsers: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\/|\bOPiOS\/|\bOPT\//, "Opera"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bYaBrowser\//, "Yandex Browser"],
  [/\bDuckDuckGo\//, "DuckDuckGo"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bHeadlessChrome\/|\bChrome\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

/** As above: Android names Linux, too, and an iPhone or iPad may name Mac OS X. */
const systems: [RegExp, keyof ReturnType<typeof deviceText>][] = [
  [/\biPhone\b|\biPod\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b.*\bMobile\b/, "androidPhone"],
  [/\bAndroid\b/, "androidTablet"],
  [/\bCrOS\b/, "chromebook"],
  [/\bWindows\b/, "windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "mac"],
  [/\bLinux\b|\bX11\b/, "linux"],
];

/**
 * A device in plain words, by what its browser says of itself: "Firefox on Windows". Of Android,
 * Firefox says first whether it is on a phone.
 */
export function deviceName(userAgent: string | null): string {
  const text = deviceText();
  const said = userAgent ?? "";
  const browser = browsers.find(([word]) => word.test(said))?.[1];
  const system = systems.find(([word]) => word.test(said))?.[1];
  if (!browser && !system) return text.unknown;
  if (!system) return browser ?? text.aBrowser;
  return text.browserOn(browser ?? text.aBrowser, String(text[system]));
}
