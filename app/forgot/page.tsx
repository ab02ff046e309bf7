import type { Metadata } from "next";
import { connection } from "next/server";
import { linkText } from "#core/text/account/link-text";
import { AskForLink } from "#entry/ask-for-link";
import { env } from "#server/base/env";
import styles from "#ui/form/form-page.module.css";
import { WholeOptions } from "#ui/whole-options";

export const metadata: Metadata = { title: linkText().forgotTitle };

/** Rendered for each request: whether mail is sent is a setting of the server that runs. */
export default async function ForgotPage() {
  await connection();
  const text = linkText();
  const mails = env().mail !== null;
  return (
    <div className={styles.page}>
      <h1>{text.forgotTitle}</h1>
      <p className={styles.lead}>{mails ? text.forgotLead : text.noMailLead}</p>
      {mails ? (
        <AskForLink purpose="reset" />
      ) : (
        <p>
          <code>
            <WholeOptions text={text.command} />
          </code>
        </p>
      )}
    </div>
  );
}
