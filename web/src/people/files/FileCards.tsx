/** The files of a message: pictures in boxes that are there from the first moment, everything else as a card. */
import { useLingui } from "@lingui/react/macro";
import { lazy, type ReactNode, Suspense, useState } from "react";

import type { FileId, FilePart } from "@/generated/wire";

import { FileCard } from "./FileCard";
import { looksLikePicture } from "./kinds";
import { PictureTile } from "./PictureTile";
import { useShown } from "./shown";

const Viewer = lazy(() => import("./Viewer").then((file) => ({ default: file.Viewer })));

interface Props {
  files: readonly FilePart[];
  contact: string;
  /** In the viewer: the way to show one of these pictures to somebody. */
  show?: (pictures: readonly FilePart[], open: FileId) => ReactNode;
}

export function FileCards({ files, contact, show }: Props) {
  const { t } = useLingui();
  const [open, setOpen] = useState<FileId | null>(null);
  const pictures = files.filter(({ words }) => looksLikePicture(words));
  return (
    <ul
      aria-label={t`添付ファイル`}
      className="flex w-fit max-w-[min(25.5rem,calc(100cqi-10rem))] flex-wrap gap-1.5 py-1"
    >
      {files.map((file) => (
        <Shown
          key={file.file_id}
          {...{ file, contact }}
          isAlone={pictures.length === 1}
          onOpen={() => setOpen(file.file_id)}
        />
      ))}
      <Suspense>
        {open !== null && (
          <Viewer
            pictures={pictures}
            first={open}
            contact={contact}
            onClose={() => setOpen(null)}
            show={show && ((shown) => show(pictures, shown))}
          />
        )}
      </Suspense>
    </ul>
  );
}

interface ShownProps extends Omit<Props, "files" | "show"> {
  file: FilePart;
  /** The only picture of its message. */
  isAlone: boolean;
  onOpen: () => void;
}

function Shown({ file, contact, isAlone, onOpen }: ShownProps) {
  const shown = useShown(file.file_id);
  // What is a picture by its name has the box of one, until it is known that there is none to be shown.
  const isOnItsWay = shown === undefined || shown?.state === "checking";
  const isPicture = looksLikePicture(file.words) && (isOnItsWay || Boolean(shown?.small));
  return (
    <li>
      {isPicture ? (
        <PictureTile {...{ file, shown, isAlone, onOpen }} />
      ) : (
        <FileCard {...{ file, shown, contact }} />
      )}
    </li>
  );
}
