import type { Metadata } from "next";
import { registerText } from "#core/text/account/register-text";
import styles from "#ui/form/form-page.module.css";
import { Register } from "./register";

export const metadata: Metadata = { title: registerText().title };

export default function RegisterPage() {
  return (
    <div className={styles.page}>
      <Register />
    </div>
  );
}
