/** What hangs in a room as it is listed: pictures in squares, other files as cards, each with whose it is and when. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";

import type { FileId, GalleryFile, People, RoomId } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { FileCard } from "@/people/files/FileCard";
import { Small } from "@/people/files/Small";
import { useShown } from "@/people/files/shown";
import { useDates } from "@/ui/dates";
import { Icon } from "@/ui/Icon";
import { useNow } from "@/ui/now";

import { partOf } from "./hung";

interface PicturesProps {
  files: readonly GalleryFile[];
  people: People;
  onOpen: (file: FileId) => void;
}

export function HungPictures({ files, people, onOpen }: PicturesProps) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(6rem,28cqi),1fr))] gap-1.5">
      {files.map((file) => (
        <li key={file.file_id}>
          <Square {...{ file, people }} onOpen={() => onOpen(file.file_id)} />
        </li>
      ))}
    </ul>
  );
}

function Square({ file, people, onOpen }: { file: GalleryFile; people: People; onOpen: () => void }) {
  const { t } = useLingui();
  const shown = useShown(file.file_id);
  const from = useFrom(file, people);
  const name = file.about || file.words;
  return (
    <Button
      aria-label={t`${name}（${from}）を開く`}
      onPress={onOpen}
      className="grid aspect-square w-full cursor-zoom-in place-items-center overflow-hidden rounded-6 border border-line bg-sunken text-firm"
    >
      {shown?.small ? (
        <Small file_id={file.file_id} address={shown.small} isWhole={false} />
      ) : (
        <Icon name="picture" size={28} />
      )}
    </Button>
  );
}

interface FilesProps {
  /** The way to where it comes from, if there is one. */
  source: ((file: GalleryFile) => ReactNode) | null;
  files: readonly GalleryFile[];
  people: People;
  contact: string;
}

export function HungFiles({ files, ...of }: FilesProps) {
  return (
    <ul className="grid gap-3">
      {files.map((file) => (
        <li key={file.file_id}>
          <Row file={file} {...of} />
        </li>
      ))}
    </ul>
  );
}

function Row({ file, source, people, contact }: Omit<FilesProps, "files"> & { file: GalleryFile }) {
  const shown = useShown(file.file_id);
  const from = useFrom(file, people);
  return (
    <>
      <FileCard file={partOf(file)} {...{ shown, contact }} isWide />
      <p className="flex flex-wrap gap-x-3 px-1 pt-1 text-small text-soft">
        <span className="font-name">{from}</span>
        {source?.(file)}
      </p>
    </>
  );
}

/** Whose it is, and when it came. */
function useFrom({ author_id, posted_at }: GalleryFile, people: People): string {
  const { listTime } = useDates();
  const author = people[author_id];
  return [author && fullName(author), listTime(posted_at, useNow())].filter(Boolean).join("、");
}

/** To the message from which it comes, in the room or in its thread. */
export function ToMessage({ roomId, file }: { roomId: RoomId; file: GalleryFile }) {
  const { message_id, thread_id } = file;
  const look = "text-accent underline underline-offset-3";
  if (thread_id) {
    return (
      <Link
        to="/rooms/$roomId/threads/$threadId/$answerId"
        params={{ roomId, threadId: thread_id, answerId: message_id }}
        className={look}
      >
        <Trans>メッセージを見る</Trans>
      </Link>
    );
  }
  return (
    <Link to="/rooms/$roomId/messages/$messageId" params={{ roomId, messageId: message_id }} className={look}>
      <Trans>メッセージを見る</Trans>
    </Link>
  );
}
