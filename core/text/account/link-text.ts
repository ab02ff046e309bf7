import { inLanguages } from "#core/text/language";

const en = {
  forgotTitle: "Forgot your password?",
  forgotLead: "Enter the address of your account. A link to a new password is mailed to it.",
  noMailLead:
    "This server sends no mail. Ask whoever runs it for a link to a new password. They make it with this command:",
  command: "npm run account -- reset ADDRESS",
  email: "E-mail",
  mailLink: "Mail me the link",
  lookIntoMailbox: "Look into your mailbox",
  resetOnItsWay: (email: string) =>
    `If ${email} has an account, a mail with a link is on its way to it.`,
  registerOnItsWay: (email: string) =>
    `A mail is on its way to ${email}. The link in it makes your account.`,
  notThere:
    "The link works once, for 30 minutes. No mail after some minutes? Look for it in the spam.",
  linkTitle: "Choose a password",
  linkLead: "You are logged in with it at once.",
  newPassword: "New password",
  submit: "Set the password",
  submitting: "Setting it",
  noToken:
    "This page needs a link that was mailed to you, or that whoever runs the server gave you. Open the whole link.",
  askAgain: "Ask for a new link",
  changed: "Your password is changed",
  loggedIn: (email: string) => `You are logged in as ${email}, and logged out everywhere else.`,
  setBut: (failure: string) => `Your password is set. ${failure}`,
  study: "Start studying",
};

/** The pages of links to a password: asking for one, and following it. */
export const linkText = inLanguages({ en });
