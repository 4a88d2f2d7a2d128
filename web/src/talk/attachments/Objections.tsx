/** Files that were not added, each by its name and with its reason. What is written and the others stay as they are. */
import { useLingui } from "@lingui/react/macro";

import { MOST_FILES, type Sorted } from "@/people/files/chosen";
import { sizeWords } from "@/people/files/sizes";
import { Icon } from "@/ui/Icon";
import { IconButton } from "@/ui/IconButton";
import type { Taken } from "./useTaken";

export type NotAdded = Sorted["refused"][number];

interface Props {
  notAdded: readonly NotAdded[];
  /** What one file may weigh, in words. */
  most: string | null;
  taken: Taken;
  contact: string;
  onClose: () => void;
}

export function Objections({ notAdded, most, taken, contact, onClose }: Props) {
  const { t } = useLingui();
  const says = useSentences(most, taken, contact);
  if (notAdded.length === 0) return null;
  return (
    <div className="order-1 flex w-full items-start gap-2 px-2 pt-1">
      <div
        role="alert"
        className="min-w-0 grow rounded-8 border border-danger-line bg-danger-soft px-3 py-2 text-small text-danger"
      >
        <ul className="grid max-h-[min(9.5rem,15dvh)] gap-1 overflow-y-auto">
          {says(notAdded).map((sentence) => (
            <li key={sentence} className="flex items-start gap-1.5 wrap-anywhere">
              <span className="pt-0.5">
                <Icon name="alert" size={16} />
              </span>
              {sentence}
            </li>
          ))}
        </ul>
      </div>
      <IconButton icon="close" label={t`添付しなかったファイルの知らせを閉じる`} onPress={onClose} />
    </div>
  );
}

/** Words of people go through `t`: a component would take a < in them for one of its own elements. */
function useSentences(most: string | null, { rule, words, isShut }: Taken, contact: string) {
  const { t } = useLingui();
  const sentenceFor = ({ file: { name, size }, objection }: NotAdded): string[] => {
    const weight = sizeWords(size);
    switch (objection) {
      case "empty":
        return [t`「${name}」は添付していません。中身のないファイルです。元のファイルを確かめてください。`];
      case "large":
        return [
          t`「${name}」は添付していません。${weight} あります。1件 ${most ?? ""} までです。小さくするか、分けて送ってください。`,
        ];
      case "full":
        return [
          t`「${name}」は添付していません。団体のファイルの置き場所が足りません。${contact}へ相談してください。`,
        ];
      case "forbidden":
        if (isShut) {
          return [
            t`「${name}」は添付していません。${rule ?? ""}で、ここからはファイルを送れません。急ぐときは${contact}へ。`,
          ];
        }
        return [
          t`「${name}」は添付していません。${rule ?? ""}で、ここから送れるのは${words}です。要るときは${contact}へ。`,
        ];
      case "many":
        return [];
    }
  };
  return (notAdded: readonly NotAdded[]): string[] => {
    const many = notAdded.filter(({ objection }) => objection === "many").length;
    const rest = t`${many}件は添付していません。1通に添付できるのは${MOST_FILES}件までです。残りは次のメッセージで送ってください。`;
    return [...notAdded.flatMap(sentenceFor), ...(many > 0 ? [rest] : [])];
  };
}
