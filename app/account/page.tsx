import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { accountText } from "#core/text/account/account-text";
import { AdoptAccount } from "#local/account/adopt-account";
import { database } from "#server/base/database";
import { forPage } from "#server/base/for-page";
import { currentLearner } from "#server/session/learner";
import { listSessions } from "#server/session/list-sessions";
import styles from "#ui/form/form-page.module.css";
import { ChangePasswordForm } from "./change-password-form";
import { DeleteAccountForm } from "./delete-account-form";
import { DownloadData } from "./download-data";
import { LastSaved } from "./last-saved";
import { LogOut } from "./log-out";
import { OpenSessions } from "./open-sessions";

export const metadata: Metadata = { title: accountText().title };

export default async function AccountPage() {
  const learner = await currentLearner();
  if (!learner) redirect("/login");
  const text = accountText();
  const now = Date.now();
  const sessions = await forPage(listSessions(database(), { learner, now }));
  return (
    <div className={styles.page}>
      <AdoptAccount id={learner.id} email={learner.email}>
        <h1>{text.title}</h1>
        <p className={styles.lead}>
          {text.lead(learner.email)} <Link href="/settings">{text.settings}</Link>.
        </p>
        <LastSaved />
        <LogOut />
        <OpenSessions sessions={sessions} now={now} />
        <section className={styles.part}>
          <h2>{text.changePassword}</h2>
          <ChangePasswordForm email={learner.email} />
        </section>
        <section className={styles.part}>
          <h2>{text.yourData}</h2>
          <p>{text.yourDataLead}</p>
          <DownloadData />
        </section>
        <section className={styles.part}>
          <h2>{text.deleteAccount}</h2>
          <DeleteAccountForm />
        </section>
      </AdoptAccount>
    </div>
  );
}
