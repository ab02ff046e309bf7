import type { Metadata } from "next";
import Link from "next/link";
import { registerText } from "#core/text/account/register-text";
import styles from "#ui/form/form-page.module.css";
import { RegisterForm } from "./register-form";

export const metadata: Metadata = { title: registerText().title };

export default function RegisterPage() {
  const text = registerText();
  return (
    <div className={styles.page}>
      <h1>{text.title}</h1>
      <p className={styles.lead}>
        {text.lead} <Link href="/login">{text.logIn}</Link>.
      </p>
      <RegisterForm />
    </div>
  );
}
