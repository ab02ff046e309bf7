import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AdoptAccount } from "#local/adopt-account";
import { currentLearner } from "#server/learner";
import styles from "#ui/form-page.module.css";
import { ChangePasswordForm } from "./change-password-form";
import { DeleteAccountForm } from "./delete-account-form";
import { LogOut } from "./log-out";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const learner = await currentLearner();
  if (!learner) redirect("/login");
  return (
    <div className={styles.page}>
      <AdoptAccount id={learner.id} email={learner.email} />
      <h1>Account</h1>
      <p className={styles.lead}>
        Logged in as {learner.email}. How many cards a day, and the keys, are in the{" "}
        <Link href="/settings">settings</Link>.
      </p>
      <LogOut />
      <section className={styles.part}>
        <h2>Change the password</h2>
        <ChangePasswordForm email={learner.email} />
      </section>
      <section className={styles.part}>
        <h2>Delete the account</h2>
        <DeleteAccountForm />
      </section>
    </div>
  );
}
