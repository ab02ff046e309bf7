/** What the account pages send and what they are told when it does not work. */
export type Credentials = { email: string; password: string };

/** A browser in which an account is logged in. Moments are milliseconds. */
export type OpenSession = {
  /** Names it among the account's, to end it. */
  id: string;
  /** In plain words. */
  device: string;
  begunAt: number;
  /** To the hour: less is not kept. */
  seenAt: number;
  /** The one that asks. */
  isThis: boolean;
};

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
    | "expired"
    | "signed-out"
    | "foreign-origin"
    | "not-found"
    | "not-allowed"
    | "too-large"
    | "unavailable"
    | "internal";
  message: string;
  fields?: Record<string, string>;
  /** Of a problem that passes: when to ask again. */
  seconds?: number;
};
