import type { Container } from "#core/engine/types";

export type Process = { pid: number; parent: number; user: string; title: string };

/** The processes of a container, numbered as it sees them itself. */
export function processesOf(container: Container): Process[] {
  const user = container.config.user.split(":")[0] || "root";
  const list: Process[] = [];
  const { thread } = container;
  const words = [...(container.config.entrypoint ?? []), ...(container.config.cmd ?? [])].join(" ");
  const title = thread?.title || words;
  if (container.host.init) {
    list.push({ pid: 1, parent: 0, user, title: `/sbin/docker-init -- ${words}` });
    list.push({ pid: 7, parent: 1, user, title });
  } else list.push({ pid: 1, parent: 0, user, title });
  let next = container.host.init ? 8 : 7;
  const main = container.host.init ? 7 : 1;
  const child = thread?.service?.child ?? (thread?.wake != null ? thread.child : "");
  if (child && child !== title) list.push({ pid: next++, parent: main, user, title: child });
  for (const { pid, thread: extra } of container.extras) {
    list.push({
      pid: Math.max(pid, next++),
      parent: 0,
      user: extra.user || "root",
      title: extra.title,
    });
  }
  return list;
}
