import type { Metadata } from "next";
import Link from "next/link";
import { loginText } from "#core/text/account/login-text";
import { UnlessLoggedIn } from "#entry/unless-logged-in";
import styles from "#ui/form/form-page.module.css";
import { LoggedOut } from "./logged-out";
import { LoginForm } from "./login-form";

export const metadata: Metadata = { title: loginText().title };

export default function LoginPage() {
  const text = loginText();
  return (
    <div className={styles.page}>
      <UnlessLoggedIn>
        <h1>{text.title}</h1>
        <p className={styles.lead}>
          {text.lead} <Link href="/register">{text.register}</Link>.
        </p>
        <LoggedOut />
        <LoginForm />
        <p className={styles.after}>
          <Link href="/forgot">{text.forgot}</Link>
        </p>
      </UnlessLoggedIn>
    </div>
  );
}
