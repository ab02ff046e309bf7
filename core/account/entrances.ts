/** The pages on which one enters an account. */
const entrances = ["/login", "/register", "/forgot", "/link"];

/** Whether one enters an account on the page of this path. */
export const isEntrance = (path: string): boolean => entrances.includes(path);
