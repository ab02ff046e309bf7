import type { FileNode, Files } from "#core/engine/types";
import { applets } from "./applets";
import { folder, program, text } from "./file-nodes";
import { programTexts } from "./scripts";

const folders =
  "/mnt /media /srv /opt /bin /sbin /etc /root /usr /usr/bin /usr/sbin /usr/local /usr/local/bin /var /var/log /var/lib /dev /proc /sys /home /run /lib";
const accounts =
  "root:x:0:0:root:/root:/bin/sh\ndaemon:x:1:1:daemon:/usr/sbin:/sbin/nologin\nwww-data:x:33:33:www-data:/var/www:/sbin/nologin\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n";
const groups = "root:x:0:\ndaemon:x:1:\nwww-data:x:33:\nnogroup:x:65534:\n";

/** What every image of a distribution holds, and what it holds of its own. */
export function baseFiles(extra: Files): Files {
  const files: Record<string, FileNode> = {};
  for (const path of folders.split(" ")) files[path] = folder;
  files["/tmp"] = { t: "d", m: 0o777 };
  files["/bin/busybox"] = program("busybox");
  for (const name of applets) files[`/bin/${name}`] = { t: "l", x: "busybox" };
  files["/etc/passwd"] = text(accounts);
  files["/etc/group"] = text(groups);
  return { ...files, ...extra };
}

const release = (pretty: string, name: string, id: string, version: string) =>
  text(`PRETTY_NAME="${pretty}"\nNAME="${name}"\nID=${id}\nVERSION_ID=${version}\n`);

const bash: Files = {
  "/bin/bash": program(programTexts.bash),
  "/etc/bash.bashrc": text("PS1='\\u@\\h:\\w\\$ '\n"),
};
export const alpineFiles = baseFiles({
  "/etc/alpine-release": text("3.20.3\n"),
  "/etc/os-release": text(
    'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.20.3\nPRETTY_NAME="Alpine Linux v3.20"\n',
  ),
});
export const debianFiles = baseFiles({
  ...bash,
  "/bin/unshare": program(programTexts.unshare),
  "/etc/debian_version": text("12.8\n"),
  "/etc/os-release": release(
    "Debian GNU/Linux 12 (bookworm)",
    "Debian GNU/Linux",
    "debian",
    '"12"',
  ),
});
export const ubuntuFiles = baseFiles({
  ...bash,
  "/etc/os-release": release("Ubuntu 24.04.1 LTS", "Ubuntu", "ubuntu", '"24.04"'),
});
