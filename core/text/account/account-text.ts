import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  title: "Account",
  lead: (email: string) => `Logged in as ${email}. How many cards a day, and the keys, are in the`,
  settings: "settings",
  waiting: (answers: number) =>
    `${counted(answers, "answer")} ${answers === 1 ? "waits" : "wait"} in this browser to be sent.`,
  logOut: "Log out",
  logOutEverywhere: "Log out on every device",
  wouldBeLost:
    "Some answers are not on the server yet, and it cannot be reached now. Logging out removes them from this browser.",
  stay: "Stay logged in",
  logOutAndLose: "Log out and lose them",
  parted: "Logged out",
  endsLater:
    "Nothing of the account is left in this browser. The server could not be told yet: the session ends there as soon as it can be.",
  changePassword: "Change the password",
  passwordNow: "Password now",
  newPassword: "New password",
  newPasswordHint: "8 characters or more. Every other device is logged out.",
  change: "Change it",
  changed: "Changed. Other devices are logged out.",
  deleteAccount: "Delete the account",
  deleteWarning:
    "Every answer, quiz and setting of this account goes, at once and for good. There is no copy to bring it back from.",
  yourPassword: "Your password",
};

/** The page of who is logged in: logging out, the password, the end of the account. */
export const accountText = inLanguages({ en });
