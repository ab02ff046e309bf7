/** A sum of the shell: + - * / % ** comparisons, && || !, ?:, brackets and names. */
export function calculate(text: string, value: (name: string) => string): number {
  const list =
    text.match(/\d+|[A-Za-z_$]\w*|\*\*|<=|>=|==|!=|&&|\|\||<<|>>|[-+*/%()<>!?:&|^~]/g) ?? [];
  let i = 0;
  const binary: readonly (readonly string[])[] = [
    ["||"],
    ["&&"],
    ["|"],
    ["^"],
    ["&"],
    ["==", "!="],
    ["<", ">", "<=", ">="],
    ["<<", ">>"],
    ["+", "-"],
    ["*", "/", "%"],
    ["**"],
  ];
  const level = (depth: number): number => {
    const signs = binary[depth];
    if (signs === undefined) return single();
    let left = level(depth + 1);
    for (let sign = list[i]; sign !== undefined && signs.includes(sign); sign = list[i]) {
      i++;
      left = compute(sign, left, level(depth + 1));
    }
    return left;
  };
  const single = (): number => {
    const token = list[i++] ?? "0";
    if (token === "-") return -single();
    if (token === "+") return single();
    if (token === "!") return single() === 0 ? 1 : 0;
    if (token === "~") return ~single();
    if (token === "(") {
      const inner = ternary();
      i++;
      return inner;
    }
    if (/^\d/.test(token)) return Number(token);
    const known = value(token.replace(/^\$/, ""));
    return /^-?\d+$/.test(known) ? Number(known) : 0;
  };
  const ternary = (): number => {
    const test = level(0);
    if (list[i] !== "?") return test;
    i++;
    const yes = ternary();
    i++;
    const no = ternary();
    return test === 0 ? no : yes;
  };
  return ternary();
}

function compute(sign: string, a: number, b: number): number {
  const whole = (x: number) => Math.trunc(x);
  const truth = (x: boolean) => (x ? 1 : 0);
  switch (sign) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? 0 : whole(a / b);
    case "%":
      return b === 0 ? 0 : a % b;
    case "**":
      return a ** b;
    case "<":
      return truth(a < b);
    case ">":
      return truth(a > b);
    case "<=":
      return truth(a <= b);
    case ">=":
      return truth(a >= b);
    case "==":
      return truth(a === b);
    case "!=":
      return truth(a !== b);
    case "&&":
      return truth(a !== 0 && b !== 0);
    case "||":
      return truth(a !== 0 || b !== 0);
    case "&":
      return a & b;
    case "|":
      return a | b;
    case "^":
      return a ^ b;
    case "<<":
      return a << b;
    default:
      return a >> b;
  }
}
