import { inLanguages } from "#core/text/language";

const en = {
  unknown: "A browser that gives no name",
  browserOn: (browser: string, system: string) => `${browser} on ${system}`,
  aBrowser: "A browser",
  androidPhone: "an Android phone",
  androidTablet: "an Android tablet",
  iPhone: "an iPhone",
  iPad: "an iPad",
  mac: "a Mac",
  chromebook: "a Chromebook",
  windows: "Windows",
  linux: "Linux",
};

/** What a device is called by which somebody is logged in. */
export const deviceText = inLanguages({ en });
