import type { Container } from "#core/engine/types";

export const isUp = ({ status }: Container): boolean => status === "running" || status === "paused";
