import { inLanguages } from "#core/text/language";

type Links = { origin: string; link: string; minutes: number };

/** Lines stay under 76 characters, so that no mail program breaks them; a link has its own. */
const en = {
  resetSubject: "Choose a new password for Mooring",
  reset: ({
    origin,
    link,
    minutes,
  }: Links) => `Somebody, most likely you, asked for a new password for your account at
${origin}

Open this link to choose one:

${link}

It works once, within ${minutes} minutes. You are logged out on every other
device then.

If it was not you, do nothing. Your password stays as it is.
`,
  registerSubject: "Make your account at Mooring",
  register: ({
    origin,
    link,
    minutes,
  }: Links) => `Somebody, most likely you, asked for an account with this address at
${origin}

Open this link to choose a password. Then the account is made:

${link}

It works once, within ${minutes} minutes.

If it was not you, do nothing. No account is made.
`,
  registeredSubject: "You have an account at Mooring already",
  registered: ({
    origin,
    link,
    minutes,
  }: Links) => `Somebody, most likely you, asked for an account with this address at
${origin}

There is one already: log in with this address. If you do not know the
password any more, open this link to choose a new one:

${link}

It works once, within ${minutes} minutes. You are logged out on every other
device then.

If it was not you, do nothing. Nothing was changed.
`,
};

/** The mails that hold a link. */
export const mailText = inLanguages({ en });
