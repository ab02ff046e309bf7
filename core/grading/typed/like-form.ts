import { typingText } from "#core/text/grading/typing-text";

/** Two spellings of one call: of an old script of a service, of its verb, of today's. */
const services: readonly (readonly [RegExp, string])[] = [
  [/^(?:rc-)?service (\S+) (start|stop|restart)$/, "systemctl $2 $1"],
  [/^\/etc\/init\.d\/(\S+) (start|stop|restart)$/, "systemctl $2 $1"],
  [/^(systemctl \S+ \S+)\.service$/, "$1"],
];

/** Room or a hyphen beside a letter; between two digits it keeps numbers apart. */
const joint = /(?<=[\p{L}\d])[ -](?=\p{L})|(?<=\p{L})[ -](?=\d)/gu;

/**
 * What is left of an answer in the form of normaliseTyped where hyphens (but those of options), a
 * plural of five letters or more, numbers in words and other names of one call do not count. Of a
 * text that is such a form already, it is that text.
 */
export function likeForm(text: string): string {
  const { numbers } = typingText();
  const form = services
    .reduce((call, [from, to]) => call.replace(from, to), text)
    .replace(/(?<=\w)=(?=\w)/g, " ")
    .replace(/\p{L}+/gu, (word) => (numbers.includes(word) ? `${numbers.indexOf(word)}` : word))
    .replace(/(?<=(?:^| |\p{L}-)\p{L}{3,}[^su\W\d])s$/u, "")
    .replace(/(?<!\S)[^\s-]\S*(?: [^\s-]\S*)*/g, (words) => words.replace(joint, ""));
  return form === text ? form : likeForm(form);
}
