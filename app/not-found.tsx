import Link from "next/link";
import controls from "#ui/controls.module.css";

export const metadata = { title: "Not here" };

export default function NotFound() {
  return (
    <>
      <h1>There is nothing at this address</h1>
      <p>What you look for may have moved, or it belongs to another account.</p>
      <div className={controls.actions}>
        <Link href="/" className={controls.button}>
          To the start
        </Link>
      </div>
    </>
  );
}
