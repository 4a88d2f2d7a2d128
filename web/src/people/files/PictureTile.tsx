/** A picture of a message in a box that keeps its size, whatever comes: on its way, being looked at, or there. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "react-aria-components";

import type { FilePart, ShownFile } from "@/generated/wire";
import { Icon } from "@/ui/Icon";

import { FileState } from "./FileState";
import { Small } from "./Small";

interface Props {
  file: FilePart;
  shown: ShownFile | null | undefined;
  isAlone: boolean;
  onOpen: () => void;
}

export function PictureTile({ file, shown, isAlone, onOpen }: Props) {
  const { t } = useLingui();
  const { words: name, about } = file;
  // By the width of the log, never by what is in it: nothing moves when a picture comes.
  const width = isAlone ? "w-[min(16rem,calc(100cqi-10rem))]" : "w-[min(8.25rem,calc(50cqi-5.25rem))]";
  const frame = `grid w-full place-items-center overflow-hidden rounded-8 border border-line bg-sunken text-firm ${isAlone ? "aspect-4/3" : "aspect-square"}`;
  return (
    <div className={width}>
      {shown?.small ? (
        <Button
          aria-label={about ? t`${about}（${name} を開く）` : t`${name} を開く`}
          onPress={onOpen}
          className={`${frame} cursor-zoom-in`}
        >
          <Small file_id={file.file_id} address={shown.small} isWhole={isAlone} />
        </Button>
      ) : (
        <div className={`${frame} content-center justify-items-center gap-1 p-2 text-center text-small`}>
          <Icon name="picture" size={28} />
          <span className="line-clamp-2 wrap-anywhere">{name}</span>
          {shown?.state === "checking" && <Trans>検査中</Trans>}
        </div>
      )}
      {isAlone && (
        <p className="pt-1 text-small text-soft">
          <span className="wrap-anywhere">{name}</span>
          {"　"}
          <FileState shown={shown} />
        </p>
      )}
    </div>
  );
}
