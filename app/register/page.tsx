import type { Metadata } from "next";
import { connection } from "next/server";
import { registerText } from "#core/text/account/register-text";
import { UnlessLoggedIn } from "#entry/unless-logged-in";
import { env } from "#server/base/env";
import styles from "#ui/form/form-page.module.css";
import { Register } from "./register";

export const metadata: Metadata = { title: registerText().title };

/** Rendered for each request: whether mail is sent is a setting of the server that runs. */
export default async function RegisterPage() {
  await connection();
  return (
    <div className={styles.page}>
      <UnlessLoggedIn>
        <Register byMail={env().mail !== null} />
      </UnlessLoggedIn>
    </div>
  );
}
