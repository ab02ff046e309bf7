/** What one node's Patroni says of it. */
export type Role = { leads: boolean; isSynchronous: boolean };

/**
 * Whether one leads and another has all that it wrote. Who has just been promoted calls itself both
 * for a moment: it is not its own standby.
 */
export function isInStep(roles: readonly Role[]): boolean {
  return roles.some(
    ({ leads }, leader) =>
      leads && roles.some(({ isSynchronous }, other) => isSynchronous && other !== leader),
  );
}
