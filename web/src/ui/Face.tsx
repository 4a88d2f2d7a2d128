/** A face: its picture, or one or two characters on a quiet colour. People are round, rooms square. */
import type { ReactNode } from "react";

import { usePicture } from "./pictures";

const hues = [
  "bg-face-blue text-face-blue-ink",
  "bg-face-green text-face-green-ink",
  "bg-face-cyan text-face-cyan-ink",
  "bg-face-yellow text-face-yellow-ink",
  "bg-face-orange text-face-orange-ink",
  "bg-face-gray text-face-gray-ink",
] as const;

const sizes = {
  small: "size-9 text-small tight:size-12 tight:text-[0.6rem]",
  medium: "size-10 text-[0.9375rem] tight:size-13 tight:text-[0.65rem]",
  large: "size-11 text-[0.9375rem] tight:size-13 tight:text-[0.65rem]",
} as const;

interface Props {
  letters: string;
  /** Whose face it is: the same id always gets the same colour. */
  of: string;
  round?: boolean;
  size?: keyof typeof sizes;
  /** A small sign at its foot, with a shape of its own. */
  mark?: ReactNode;
}

export function Face({ letters, of, round = false, size = "large", mark }: Props) {
  const picture = usePicture(of, round);
  return (
    <span
      aria-hidden="true"
      data-fill=""
      className={`relative grid shrink-0 select-none place-items-center whitespace-nowrap font-name font-bold leading-100 ${sizes[size]} ${round ? "rounded-full" : "rounded-12"} ${hues[hueOf(of)]}`}
    >
      {letters}
      {picture && <img src={picture} alt="" className="absolute size-full rounded-[inherit]" />}
      {mark}
    </span>
  );
}

function hueOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % hues.length;
}
