/** What the account pages send and what they are told when it does not work. */
export type Credentials = { email: string; password: string };

export type PasswordChange = { current: string; next: string };

/**
 * Why the server did not do as asked, the same shape everywhere: `error` is for the program,
 * `message` for the person, `fields` says what is wrong with which field of the form.
 */
export type RequestProblem = {
  error:
    | "invalid"
    | "taken"
    | "wrong-password"
    | "wait"
    | "signed-out"
    | "foreign-origin"
    | "too-large"
    | "unavailable"
    | "internal";
  message: string;
  fields?: Record<string, string>;
  /** Of a problem that passes: when to ask again. */
  seconds?: number;
};
