import type { CardState } from "#core/scheduling/types";

// What runs in the page stands alone: nothing outside a function is there.

/** Logs what the page's content security policy refuses. */
export function complainOfPolicy(): void {
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    console.error(`The policy refused ${blockedURI} by ${violatedDirective}`),
  );
}

/** Whether the app has taken over the page: what is pressed before may be lost. */
export function isAlive(): boolean {
  const all = [...document.querySelectorAll("main, form, button, input, select, textarea")];
  // React's own note on each element that it has taken over.
  return all.every((one) => Object.keys(one).some((key) => key.startsWith("__reactProps")));
}

/** All card states in a store of the browser. */
export async function readStates(name: string): Promise<{ card: string; state: CardState }[]> {
  const settle = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settle(indexedDB.open(name));
  const found = await settle(database.transaction("states").objectStore("states").getAll());
  database.close();
  return found;
}

/** Writes a little beside what the app keeps. Gives the error's name, null if none. */
export function writeForTrial(): Promise<string | null> {
  return new Promise((resolve) => {
    const opening = indexedDB.open("trial", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
    opening.onerror = () => resolve(opening.error?.name ?? "");
    opening.onsuccess = () => {
      const tx = opening.result.transaction("kept", "readwrite");
      tx.objectStore("kept").put(1, 1);
      const close = (outcome: string | null) => {
        opening.result.close();
        resolve(outcome);
      };
      tx.oncomplete = () => close(null);
      tx.onabort = () => close(tx.error?.name ?? "");
    };
  });
}
