import type { ContentFile } from "#core/content/read/problem";
import { sampleFile, sampleLesson, toldOf } from "./sample-content";

/** A recording of what a terminal in the sample's lesson may show. */
export const sampleRecording: ContentFile = {
  path: "content/recorded/boxes.yaml",
  text: `recording:
  about: Boxes come and go
  made: {engine: "28.5.2", compose: "2.40.3", buildx: "0.29.1", system: "Debian 12"}
  steps:
    - set: address
      from: hostname -i
    - do: docker pull -q nginx
    - command: docker run -d --name web nginx
      output: |
        5c1d7be0f2a35c1d7be0f2a35c1d7be0f2a35c1d7be0f2a35c1d7be0f2a35c1d
    - command: docker ps -a
      output: |
        CONTAINER ID   IMAGE     STATUS                  NAMES
        5c1d7be0f2a3   nginx     Up 2 seconds            web
        a91e44d06c7f   nginx     Exited (0) 1 hour ago   old
    - command: docker ping {{address}}:80
      output: |
        docker: one line of an answer that is so long that no terminal of 80 columns could hold it
    - command: docker compose ls
      output: |
        NAME                STATUS
        shop                running(1)
    - command: uname -r
      output: |
        6.1.0
`,
};

const documented = `documented: {reason: old-tool, source: {title: Lifting, url: "https://example.org/lifting"}}`;

/** What is told when the lesson's terminal shows this by this proof, and the terminal's line. */
export function toldOfTerminal(terminal: string, proof: string) {
  const block = terminal.replace(/^/gm, "        ");
  const shown = "        $ docker-machine ls -q\n        quay";
  const text = sampleLesson.text.replace(shown, block).replace(documented, proof);
  const line = text.slice(0, text.indexOf("- terminal:")).split("\n").length;
  const told = toldOf(sampleFile, { ...sampleLesson, text }, sampleRecording);
  return { line, told };
}
