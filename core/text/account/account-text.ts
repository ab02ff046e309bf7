import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  title: "Account",
  lead: (email: string) => `Logged in as ${email}. You choose cards a day, keys and theme in the`,
  settings: "settings",
  waiting: (answers: number) =>
    `${counted(answers, "answer")} in this browser ${answers === 1 ? "has" : "have"} not been sent yet.`,
  logOut: "Log out",
  logOutEverywhere: "Log out on every device",
  wouldBeLost:
    "Some answers have not been sent yet, and the server cannot be reached now. If you log out, they are lost.",
  stay: "Stay logged in",
  logOutAndLose: "Log out and lose them",
  parted: "Logged out",
  endsLater:
    "Nothing of the account is left in this browser. The server could not be reached yet. As soon as it can be, your session ends there, too.",
  changePassword: "Change the password",
  passwordNow: "Current password",
  newPassword: "New password",
  newPasswordHint:
    "8 characters or more. Several words are good. You are logged out on every other device.",
  change: "Change the password",
  changed: "Your password is changed. You are logged out on every other device.",
  yourData: "Your data",
  yourDataLead:
    "One file with everything that is stored of this account: every answer, quiz and setting, what follows from them, and your sessions. It is JSON, and described with the source.",
  download: "Download your data",
  deleteAccount: "Delete the account",
  deleteWarning:
    "This deletes every answer, quiz and setting of this account, at once and for good. There is no copy.",
  yourPassword: "Your password",
};

/** The page of who is logged in: logging out, the password, the end of the account. */
export const accountText = inLanguages({ en });
