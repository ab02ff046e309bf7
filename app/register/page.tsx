import type { Metadata } from "next";
import Link from "next/link";
import styles from "#ui/form-page.module.css";
import { RegisterForm } from "./register-form";

export const metadata: Metadata = { title: "Make an account" };

export default function RegisterPage() {
  return (
    <div className={styles.page}>
      <h1>Make an account</h1>
      <p className={styles.lead}>
        It keeps your progress and brings it to every device. What you answered in this browser
        comes along. Already have one? <Link href="/login">Log in</Link>.
      </p>
      <RegisterForm />
    </div>
  );
}
