/** Whether labels are those that a filter asks for. */
export function hasLabels(
  labels: Readonly<Record<string, string>> | null,
  values: readonly string[],
): boolean {
  return values.every((value) => {
    const [name = "", wanted] = value.split(/=(.*)/s);
    const own = labels?.[name];
    return own !== undefined && (wanted === undefined || own === wanted);
  });
}
