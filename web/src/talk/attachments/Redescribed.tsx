/** While a message is put right: what is to be seen in its pictures, to be said or said otherwise. */
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";

import type { FileId, FilePart, Message, MessageId, Part } from "@/generated/wire";
import { looksLikePicture } from "@/people/files/kinds";
import { AsTyped } from "@/ui/AsTyped";

import { Described } from "./Described";
import { isShort } from "./lengths";

type Abouts = Record<FileId, string>;

/** Said and neither saved nor given up, like the words beside it. */
const unsaved = new Map<MessageId, Abouts>();

interface Redescribed {
  /** The files of the message, as they shall read. */
  files: FilePart[];
  /** Whether they read so in this message already. */
  isIn: (message: Message) => boolean;
  isShort: boolean;
  forget: () => void;
  rows: ReactNode;
}

export function useRedescribed(began: Message, onDescribed: () => void): Redescribed {
  const { t } = useLingui();
  const { message_id: id } = began;
  const [abouts, setAbouts] = useState(() => unsaved.get(id) ?? {});
  const files = filesIn(began).map((file) => said(file, abouts[file.file_id]));
  const describe = (file_id: string, about: string) => {
    const next = { ...abouts, [file_id]: about };
    unsaved.set(id, next);
    setAbouts(next);
  };
  const pictures = files.filter(({ words }) => looksLikePicture(words));
  return {
    files,
    isIn: (message) => filesIn(message).every((file, at) => (file.about ?? "") === (files[at]?.about ?? "")),
    isShort: files.every(({ about = "" }) => isShort(about)),
    forget: () => unsaved.delete(id),
    rows: pictures.length > 0 && (
      <ul aria-label={t`写真の説明`} className="grid max-h-[40dvh] gap-1 overflow-y-auto">
        {pictures.map(({ file_id, words, about = "" }) => (
          <li key={file_id} className="rounded-8 border border-line bg-sunken py-1 pl-2.5">
            <p className="text-small font-bold wrap-anywhere">
              <AsTyped>{words}</AsTyped>
            </p>
            <Described
              file={{ key: file_id, name: words, about }}
              onDescribe={describe}
              onDescribed={onDescribed}
            />
          </li>
        ))}
      </ul>
    ),
  };
}

/** An empty one is said, too: it takes away what was there. */
function said(file: FilePart, about: string | undefined): FilePart {
  return about === undefined ? file : { ...file, about };
}

function filesIn({ parts }: Message): FilePart[] {
  return parts.filter(isFile);
}

function isFile(part: Part): part is FilePart {
  return part.kind === "file";
}
