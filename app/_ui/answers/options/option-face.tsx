import { Key } from "#ui/keys/key";
import { RichText } from "#ui/rich-text";

/** What stands on the button of an option: the key that chooses it, and its text. */
export function OptionFace({ place, text }: { place: number; text: string }) {
  return (
    <>
      <Key name={place + 1} />
      <span>
        <RichText text={text} />
      </span>
    </>
  );
}
