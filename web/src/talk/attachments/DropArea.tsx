/** Files dragged over a room, or pasted where one writes: where they may be let go is said in words. */
import { Trans } from "@lingui/react/macro";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { createPortal } from "react-dom";

import { filesIn } from "@/people/files/chosen";
import { dropped } from "@/people/files/dropped";
import { Icon } from "@/ui/Icon";

interface Props {
  field: RefObject<HTMLTextAreaElement | null>;
  onFiles: (files: File[]) => void;
  limit: string | null;
}

/** Each room and each thread takes what is let go over it. */
const AREAS = "[data-pane], aside, [role=dialog], main";

export function DropArea({ field, onFiles, limit }: Props) {
  const [over, setOver] = useState<DOMRect | null>(null);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const area = field.current?.closest<HTMLElement>(AREAS);
    const writing = field.current;
    if (!area || !writing) return;
    const ways = new AbortController();
    const { signal } = ways;
    const whenFiles = (act: (event: DragEvent, carried: DataTransfer) => void) => (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) act(event, event.dataTransfer);
    };
    const hold = whenFiles((event) => {
      event.preventDefault();
      setOver(area.getBoundingClientRect());
    });
    area.addEventListener("dragenter", hold, { signal });
    area.addEventListener("dragover", hold, { signal });
    area.addEventListener(
      "dragleave",
      ({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && area.contains(relatedTarget))) setOver(null);
      },
      { signal },
    );
    area.addEventListener(
      "drop",
      whenFiles((event, carried) => {
        event.preventDefault();
        setOver(null);
        void dropped(carried).then(take, () => {});
      }),
      { signal },
    );
    writing.addEventListener(
      "paste",
      (event) => {
        const files = event.clipboardData ? filesIn(event.clipboardData) : [];
        if (files.length === 0) return;
        event.preventDefault();
        take(files);
      },
      { signal },
    );
    guardTheWindow(signal);
    return () => ways.abort();
  }, [field]);
  return over && createPortal(<Area over={over} limit={limit} />, document.body);
}

/** Let go beside a room, a file would be opened in place of the page. */
function guardTheWindow(signal: AbortSignal) {
  const keep = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  };
  addEventListener("dragover", keep, { signal });
  addEventListener("drop", keep, { signal });
}

function Area({ over, limit }: { over: DOMRect; limit: string | null }) {
  const { left, top, width, height } = over;
  return (
    <div
      style={{ left, top, width, height }}
      className="pointer-events-none fixed z-10 grid place-items-center bg-surface/90 p-4"
    >
      <div className="grid size-full place-content-center justify-items-center gap-2 rounded-12 border-2 border-dashed border-accent bg-accent-soft p-4 text-center text-accent-firm">
        <Icon name="clip" size={32} />
        <p className="text-lead font-bold">
          <Trans>ここに放すと、添付します</Trans>
        </p>
        <p className="text-small">{limit}</p>
      </div>
    </div>
  );
}
