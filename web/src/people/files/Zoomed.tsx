/** A picture as large as it fits, or larger. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { FilePart } from "@/generated/wire";

import { useLinked } from "./linked";
import { Zooming } from "./Zooming";

interface Props {
  file: FilePart;
  address: string;
  /** 1: all of it is in sight. */
  scale: number;
  onScale: (scale: number) => void;
  /** Its link leads nowhere any more. */
  onOld: () => void;
}

export function Zoomed({ file, address, scale, onScale, onOld }: Props) {
  const { t } = useLingui();
  const { image, isBroken } = useLinked(address, onOld);
  const { words: name, about } = file;
  const percent = `${scale * 100}%`;
  return (
    <Zooming label={t`画像`} {...{ scale, onScale }}>
      {isBroken && (
        <p role="status" className="p-4 text-center text-soft">
          <Trans>まだ読み込めていません。通信がつながると、出ます。</Trans>
        </p>
      )}
      <div style={{ inlineSize: percent, blockSize: percent }}>
        <img
          {...image}
          alt={about ?? name}
          draggable={false}
          className={`size-full object-contain ${isBroken ? "invisible" : ""}`}
        />
      </div>
    </Zooming>
  );
}
