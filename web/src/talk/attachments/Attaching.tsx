/** In the field for writing: the ways to attach files, and those that are attached (FILE-1, FILE-12). */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueries, useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";

import type { FileId, FilePart, Me } from "@/generated/wire";
import type { Brought } from "@/people/files/brought";
import { MOST_FILES, pastedAs, sorted } from "@/people/files/chosen";
import { limitsQuery } from "@/people/files/limits";
import { shownQuery } from "@/people/files/shown";
import { sizeWords } from "@/people/files/sizes";
import { useBringing } from "@/people/files/useBringing";
import { type Attached, nothing, type Place } from "./attached";
import { BringButtons } from "./BringButtons";
import { DropArea } from "./DropArea";
import { FileRows } from "./FileRows";
import { isShort } from "./lengths";
import { type NotAdded, Objections } from "./Objections";
import { type Taken, useTaken } from "./useTaken";

interface Props {
  me: Me;
  place: Place;
  field: RefObject<HTMLTextAreaElement | null>;
  /** Where the ways to attach stand, below the field. */
  foot: HTMLElement | null;
  onFiles: (attached: Attached) => void;
}

export function Attaching({ me, place, field, foot, onFiles }: Props) {
  const { t } = useLingui();
  const spot = `${place.room_id} ${place.thread_id ?? ""}`;
  const { files, bringing } = useBringing(me.account_id, spot);
  const limits = useQuery(limitsQuery).data;
  const [notAdded, refuse] = useState<NotAdded[]>([]);
  const [said, say] = useState("");
  const choosing = useRef<() => void>(() => {});
  const most = limits ? sizeWords(limits.most_bytes) : null;
  const taken = useTaken(limits);
  const limit = useLimitWords(most, taken);

  const add = (chosen: readonly File[]) => {
    const named = chosen.map((file) => pastedAs(file, t`貼り付けた画像`));
    const room = {
      most: limits?.most_bytes ?? null,
      left: limits ? limits.quota_bytes - limits.used_bytes : null,
      endings: taken.endings,
      there: files.length,
    };
    const { added, refused } = sorted(named, room);
    bringing.add(spot, added);
    refuse((before) => (refused.length > 0 ? refused : before));
    if (added.length === 1) say(t`${added[0]?.name ?? ""} を追加しました`);
    else if (added.length > 1) say(t`${added.length}件のファイルを追加しました`);
    field.current?.focus({ preventScroll: true });
  };
  const declined = useDeclined(files);
  useTelling(files, declined.size > 0, () => bringing.hand(spot), onFiles);

  return (
    <>
      <DropArea field={field} onFiles={add} limit={limit} />
      {foot &&
        createPortal(
          <BringButtons onFiles={add} limit={limit} endings={taken.endings} choosing={choosing} />,
          foot,
        )}
      <Objections
        notAdded={notAdded}
        most={most}
        taken={taken}
        contact={me.contact}
        onClose={() => {
          refuse([]);
          field.current?.focus({ preventScroll: true });
        }}
      />
      <FileRows
        files={files}
        declined={declined}
        contact={me.contact}
        onRemove={(key) => {
          bringing.remove(key);
          say("");
          field.current?.focus({ preventScroll: true });
        }}
        onAgain={(key) => bringing.again(key)}
        onPause={(key) => bringing.pause(key)}
        onGoOn={(key) => bringing.goOn(key)}
        onDescribe={(key, about) => bringing.describe(key, about)}
        onDescribed={() => field.current?.focus({ preventScroll: true })}
        onChoose={() => choosing.current()}
      />
      <p role="status" className="sr-only">
        {said}
        {files.length > 0 && declined.size === 0 && files.every(isWhole) && (
          <Trans>すべてのファイルの準備ができました。</Trans>
        )}
      </p>
    </>
  );
}

/** What may be attached, before anything is chosen. */
function useLimitWords(most: string | null, { rule, words, isShut }: Taken): string | null {
  const { t } = useLingui();
  if (!most) return null;
  if (rule && isShut) return t`ここからは送れません：${rule}`;
  return rule === null
    ? t`1件 ${most} まで、${MOST_FILES}件まで`
    : t`${words}（${rule}）。1件 ${most} まで、${MOST_FILES}件まで`;
}

const isWhole = ({ standing }: Brought) => standing === "whole";

/** Those that were looked at already and go to nobody, with the reason: a message with one of them is not taken. */
function useDeclined(files: readonly Brought[]): ReadonlyMap<FileId, string> {
  const ids = files.flatMap(({ file_id }) => file_id ?? []);
  const found = useQueries({ queries: ids.map(shownQuery) });
  return new Map(
    found.flatMap(({ data }): [FileId, string][] =>
      data?.state === "declined" ? [[data.file_id, data.reason]] : [],
    ),
  );
}

/** Whoever sends hears of every change; the field itself is drawn without any of this. */
function useTelling(files: readonly Brought[], isShut: boolean, hand: () => void, onFiles: Props["onFiles"]) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the files change, and of nothing else.
  useEffect(() => {
    const parts = files.flatMap(({ file_id, name, about }): FilePart[] =>
      file_id ? [{ kind: "file", file_id, words: name, ...(about && { about }) }] : [],
    );
    const isIn = files.every((file) => isWhole(file) && isShort(file.about)) && !isShut;
    onFiles({ parts, count: files.length, isIn, clear: hand });
    return () => onFiles(nothing);
  }, [files, isShut]);
}
