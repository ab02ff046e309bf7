/** The programs that are looked for in what was pasted. */
export const programNames = ["docker", "docker-compose", "docker-machine"];

/** Any of them, as a part of a pattern. */
export const anyProgram = `(?:${programNames.join("|")})`;
