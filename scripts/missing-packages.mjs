/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, extraneous?: boolean }} Entry */
/** @typedef {{ packages: Record<string, Entry> }} Lock */

/**
 * The packages of a lock file that are not installed, or in another version. What is optional may
 * be absent: it is for another system. What npm calls extraneous it never installs.
 * @param {{ wanted: Lock, found: Lock }} locks package-lock.json, and npm's list of what it installed
 * @returns {string[]} their folders
 */
export function missingPackages({ wanted, found }) {
  return Object.entries(wanted.packages)
    .filter(([folder, { extraneous }]) => folder !== "" && !extraneous)
    .filter(([folder, { version, optional, devOptional }]) => {
      const installed = found.packages[folder];
      if (installed === undefined) return !(optional || devOptional);
      return installed.version !== version;
    })
    .map(([folder]) => folder);
}
