/** A file of a message as a card: what it is called, how large it is, what was done to it, and the way to have it. */
import { lazy, Suspense } from "react";

import type { FilePart, ShownFile } from "@/generated/wire";
import { AsTyped } from "@/ui/AsTyped";
import { Icon } from "@/ui/Icon";

import { FileState } from "./FileState";
import { looksLikePicture } from "./kinds";
import { SaveLink } from "./SaveLink";
import { sizeWords } from "./sizes";

const FileMore = lazy(() => import("./FileMore").then((file) => ({ default: file.FileMore })));

interface Props {
  file: FilePart;
  shown: ShownFile | null | undefined;
  contact: string;
  /** It has all of its column; in a log it leaves room at the side. */
  isWide?: boolean;
}

export function FileCard({ file, shown, contact, isWide = false }: Props) {
  const width = isWide ? "w-full" : "w-[min(25.5rem,calc(100cqi-10rem))]";
  return (
    <div
      className={`${width} flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-8 border border-line bg-surface px-3 py-2 text-ink`}
    >
      <span className="grid size-10 shrink-0 place-items-center rounded-6 bg-sunken text-firm">
        <Icon name={looksLikePicture(file.words) ? "picture" : "file"} size={24} />
      </span>
      <div className="min-w-0 grow basis-[6rem]">
        <p className="text-small font-bold wrap-anywhere">
          <AsTyped>{shown?.name ?? file.words}</AsTyped>
        </p>
        {file.about && (
          <p className="text-small wrap-anywhere">
            <AsTyped>{file.about}</AsTyped>
          </p>
        )}
        <p className="flex flex-wrap gap-x-2.5 text-small text-soft">
          {shown && <span className="figures whitespace-nowrap">{sizeWords(shown.size)}</span>}
          <FileState shown={shown} />
        </p>
      </div>
      <Suspense>{shown && <FileMore {...{ file, shown, contact }} />}</Suspense>
      {shown?.whole && <SaveLink file={file} address={shown.whole} />}
    </div>
  );
}
