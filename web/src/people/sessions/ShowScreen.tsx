/** The screen that was handed over: the chosen pictures and nothing else. The way out is the holder's password. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";

import type { Away, Entrance, FilePart, ShownFile } from "@/generated/wire";
import { lookedAt } from "@/people/files/shown";
import { Turns } from "@/people/files/Turns";
import { Sizes } from "@/people/files/ViewerFrame";
import { askedBy, useKeys } from "@/people/files/viewing";
import { Zoomed } from "@/people/files/Zoomed";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { Waiting } from "@/ui/Waiting";

import { LockScreen } from "./LockScreen";
import { fillScreen, leaveFullScreen, useShowing } from "./showing";

const MOST = 8;

interface Props {
  entrance: Entrance;
  away: Away;
}

export function ShowScreen({ entrance, away }: Props) {
  const [isEnding, end] = useState(false);
  // Whoever is back has the window as it was.
  useEffect(() => leaveFullScreen, []);
  if (isEnding) return <LockScreen {...{ entrance, away }} onBack={() => end(false)} />;
  return <Pictures onEnd={() => end(true)} />;
}

function Pictures({ onEnd }: { onEnd: () => void }) {
  const { t } = useLingui();
  const { data, refetch } = useShowing();
  const [wanted, go] = useState(0);
  const [scale, zoom] = useState(1);
  const files = data?.files ?? [];
  const at = Math.min(wanted, files.length - 1);
  const file = files[at];
  const turn = (by: number) => {
    if (!files[at + by]) return;
    go(at + by);
    zoom(1);
  };
  const set = (next: number) => zoom(Math.min(MOST, Math.max(1, next)));
  useKeys((event) => {
    const asked = askedBy(event, scale > 1);
    if (!asked) return;
    event.preventDefault();
    if (asked.turn) turn(asked.turn);
    else set(scale * (asked.times ?? 1));
  });
  return (
    <main aria-label={t`写真`} className="flex h-dvh flex-col bg-surface text-ink">
      <div className="flex items-center justify-end gap-1 border-b border-line px-2 py-1.5">
        {document.fullscreenEnabled && (
          <IconButton icon="unfold" label={t`画面いっぱいに出す`} onPress={() => void fillScreen()} />
        )}
        <Sizes scale={scale} least={1} most={MOST} onScale={set} />
        <Button icon="lock" onPress={onEnd}>
          <Trans>終わる</Trans>
        </Button>
      </div>
      {data ? (
        <Picture key={file?.file_id} {...{ file, scale }} onScale={set} onOld={() => void refetch()} />
      ) : (
        <Waiting says={t`写真を読み込んでいます`} />
      )}
      <Turns at={at} of={files.length} onTurn={turn} />
    </main>
  );
}

interface PictureProps {
  file: ShownFile | undefined;
  scale: number;
  onScale: (scale: number) => void;
  onOld: () => void;
}

/** Without its name: in it may stand what is nobody's business here. */
function Picture({ file, ...does }: PictureProps) {
  const { t } = useLingui();
  const address = lookedAt(file);
  if (!file || !address) {
    return (
      <p className="grid grow place-items-center p-4 text-soft">
        <Trans>この写真は、もう見られません。</Trans>
      </p>
    );
  }
  const part: FilePart = { kind: "file", file_id: file.file_id, words: t`写真` };
  return <Zoomed file={part} address={address} {...does} />;
}
