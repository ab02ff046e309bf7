/** Test data, read as text. */
declare module "*.jsonl?raw" {
  const text: string;
  export = text;
}
