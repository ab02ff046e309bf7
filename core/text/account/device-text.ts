import { inLanguages } from "#core/text/language";

const en = {
  heading: "Where you are logged in",
  thisBrowser: "this browser",
  lastSeen: (ago: string) => `Last seen ${ago}.`,
  begun: (ago: string) => `Logged in ${ago}.`,
  withinTheHour: "within the last hour",
  hoursAgo: (hours: number) => (hours === 1 ? "an hour ago" : `${hours} hours ago`),
  daysAgo: (days: number) => (days === 1 ? "a day ago" : `${days} days ago`),
  end: "End",
  endOf: (device: string) => `End ${device}`,
  endHere: (device: string) => `End ${device}, this browser`,
  ended: (device: string) => `${device} is logged out.`,
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

/** The devices on which somebody is logged in, and how each is called. */
export const deviceText = inLanguages({ en });
