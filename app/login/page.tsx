import type { Metadata } from "next";
import Link from "next/link";
import styles from "#ui/form-page.module.css";
import { LoggedOut } from "./logged-out";
import { LoginForm } from "./login-form";

export const metadata: Metadata = { title: "Log in" };

export default function LoginPage() {
  return (
    <div className={styles.page}>
      <h1>Log in</h1>
      <p className={styles.lead}>
        What you answered in this browser comes along. No account yet?{" "}
        <Link href="/register">Make one</Link>.
      </p>
      <LoggedOut />
      <LoginForm />
    </div>
  );
}
