const systems = new Set(
  "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos".split(
    " ",
  ),
);
const machines = new Set(
  "386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm".split(
    " ",
  ),
);
/** Machines by other names; some name their variant, too. */
const others: Readonly<Record<string, string>> = {
  i386: "386/",
  x86_64: "amd64",
  "x86-64": "amd64",
  aarch64: "arm64",
  armhf: "arm/v7",
  armel: "arm/v6",
};

function readMachine(name: string, said: string): { machine: string; variant: string } {
  const [machine = "", fixed] = (others[name] ?? name).split("/");
  let variant = fixed ?? said;
  if (machine === "amd64" && variant === "v1") variant = "";
  if (machine === "arm64")
    variant = variant.replace(/^(?:v?8|v8\.0)$/, "").replace(/^v?9\.0$|^9$/, "v9");
  if (machine === "arm") variant = (variant || "v7").replace(/^[5678]$/, "v$&");
  return { machine, variant };
}

/** `linux/amd64` in one spelling, as containerd's platforms reads it; null for what is none. */
export function readPlatform(text: string): string | null {
  const [first = "", second, third, more] = text.toLowerCase().split("/");
  const [, name = "", version] = /^([\w-]+)(\([\w.-]+\)|\(\))?$/.exec(first) ?? [];
  const rest = [second, third].filter((part) => part !== undefined);
  if (name === "" || more !== undefined || rest.some((part) => !/^[\w.-]+$/.test(part)))
    return null;
  const system = (name === "macos" ? "darwin" : name) + (version ?? "").replace("()", "");
  // What is said alone is a system on the client's own machine, or a machine with Linux.
  if (second === undefined && systems.has(system.replace(/\(.*/, ""))) return `${system}/amd64`;
  const { machine, variant } = readMachine(second ?? first, third ?? "");
  if (second === undefined && !machines.has(machine)) return null;
  const whole = [second === undefined ? "linux" : system, machine];
  const usual = third === undefined && machine === "arm" && variant === "v7";
  if (!usual && variant !== "") whole.push(variant);
  else if (third !== undefined && machine === "arm64") whole.push("v8");
  return whole.join("/");
}
