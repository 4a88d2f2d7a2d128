/** 写真・ファイル: all that hangs in a room, beside it. A picture opens in the viewer, and from there one goes to its message. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, type ReactNode, Suspense, useState } from "react";

import type { FileId, FilePart, GalleryFile, Me, RoomId } from "@/generated/wire";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { IconButton } from "@/ui/IconButton";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";
import { HungFiles, HungPictures, ToMessage } from "./HungFiles";
import { type Hung, partOf, type Through, useGallery } from "./hung";

const Viewer = lazy(() => import("@/people/files/Viewer").then((file) => ({ default: file.Viewer })));
const ToShow = lazy(() => import("@/people/sessions/ToShow").then((file) => ({ default: file.ToShow })));

interface Props {
  roomId: RoomId;
  me: Me;
  /** Whoever follows a room comes to no single message of it. */
  through?: Through;
  onClose: () => void;
}

export function Gallery({ roomId, me, through = "/api/rooms/{room_id}/gallery", onClose }: Props) {
  const { t } = useLingui();
  const [hung, look] = useState<Hung>("pictures");
  return (
    <>
      <div className="flex min-h-15 shrink-0 flex-wrap items-center justify-end gap-x-2 border-b border-line py-1.5 pr-2 pl-4 mid:min-h-18">
        <h2 className="shrink-0 grow text-body font-bold">
          <Trans>写真・ファイル</Trans>
        </h2>
        <IconButton icon="close" label={t`写真・ファイルの一覧を閉じる`} onPress={onClose} />
      </div>
      <div className="px-4 pt-3">
        <Choice
          label={t`何を見るか`}
          hidesLabel
          quiet
          value={hung}
          choices={[
            { value: "pictures", says: <Trans>写真</Trans> },
            { value: "files", says: <Trans>ファイル</Trans> },
          ]}
          onChange={look}
        />
      </div>
      <Hanging key={hung} {...{ roomId, me, hung, through }} />
    </>
  );
}

function Hanging({ roomId, me, hung, through }: HangingProps) {
  const { t } = useLingui();
  const { files, people, isError, again, older, isOnItsWay } = useGallery(roomId, hung, through);
  const [open, setOpen] = useState<FileId | null>(null);
  const source = through.endsWith("following/gallery")
    ? null
    : (file: GalleryFile) => <ToMessage {...{ roomId, file }} />;
  if (!files) return <NotThere {...{ isError, me, again }} />;
  const list =
    hung === "pictures" ? (
      <HungPictures {...{ files, people }} onOpen={setOpen} />
    ) : (
      <HungFiles {...{ files, people, source }} contact={me.contact} />
    );
  return (
    <section
      aria-label={hung === "pictures" ? t`このルームの写真` : t`このルームのファイル`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keys.
      tabIndex={0}
      className="@container min-h-0 grow overflow-y-auto px-4 py-3"
    >
      {files.length === 0 ? <Nothing hung={hung} /> : list}
      {(older || isOnItsWay) && (
        <div className="pt-3">
          <Button wide isDisabled={isOnItsWay} onPress={() => older?.()}>
            <Trans>前のものも見る</Trans>
          </Button>
        </div>
      )}
      {open && <Looking {...{ me, files, open, older, source }} onClose={() => setOpen(null)} />}
    </section>
  );
}

interface HangingProps {
  roomId: RoomId;
  me: Me;
  hung: Hung;
  through: Through;
}

function NotThere({ isError, me, again }: { isError: boolean; me: Me; again: () => void }) {
  const { t } = useLingui();
  if (!isError) return <Waiting says={t`一覧を読み込んでいます`} />;
  return <NotRead title={<Trans>一覧を読み込めませんでした。</Trans>} contact={me.contact} onAgain={again} />;
}

function Nothing({ hung }: { hung: Hung }) {
  return hung === "pictures" ? (
    <Notice icon="picture" title={<Trans>このルームに、写真はまだありません。</Trans>}>
      <Trans>写真を送ると、ここに並びます。検査が終わるまでは出ません。</Trans>
    </Notice>
  ) : (
    <Notice icon="file" title={<Trans>このルームに、ファイルはまだありません。</Trans>}>
      <Trans>ファイルを送ると、ここに並びます。検査が終わるまでは出ません。</Trans>
    </Notice>
  );
}

interface LookingProps {
  source: ((file: GalleryFile) => ReactNode) | null;
  me: Me;
  files: readonly GalleryFile[];
  open: FileId;
  older: (() => void) | null;
  onClose: () => void;
}

function Looking({ me, files, open, older, source, onClose }: LookingProps) {
  const pictures: FilePart[] = files.map(partOf);
  const from = (id: FileId) => {
    const file = files.find(({ file_id }) => file_id === id);
    return file && source?.(file);
  };
  const show = (id: FileId) => (
    <Suspense>
      <ToShow pictures={pictures} open={id} contact={me.contact} />
    </Suspense>
  );
  return (
    <Suspense>
      <Viewer
        {...{ pictures, show, onClose }}
        source={from}
        first={open}
        contact={me.contact}
        onOlder={older}
      />
    </Suspense>
  );
}
