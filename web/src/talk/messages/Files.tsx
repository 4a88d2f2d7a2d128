/** The files of a message. Room is kept for them from the first moment: nothing below moves when they come. */
import { lazy, Suspense, useContext } from "react";

import type { FileId, FilePart } from "@/generated/wire";

import { Reading } from "./NamedPart";

const FileCards = lazy(() =>
  import("@/people/files/FileCards").then((file) => ({ default: file.FileCards })),
);
const ToShow = lazy(() => import("@/people/sessions/ToShow").then((file) => ({ default: file.ToShow })));

export function Files({ files }: { files: FilePart[] }) {
  const { me } = useContext(Reading);
  const contact = me?.contact ?? "";
  const show = (pictures: readonly FilePart[], open: FileId) => (
    <Suspense>
      <ToShow {...{ pictures, open, contact }} />
    </Suspense>
  );
  return (
    <Suspense fallback={<div style={{ blockSize: `${files.length > 1 ? 9 : 13.5}rem` }} />}>
      <FileCards files={files} contact={contact} {...(me && { show })} />
    </Suspense>
  );
}
