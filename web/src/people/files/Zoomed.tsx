/** A picture as large as it fits, or larger. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { FilePart } from "@/generated/wire";

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
  const [used, use] = useState(address);
  const { words: name, about } = file;
  const percent = `${scale * 100}%`;
  return (
    <Zooming label={t`画像`} {...{ scale, onScale }}>
      <div style={{ inlineSize: percent, blockSize: percent }}>
        <img
          src={used}
          alt={about ?? name}
          draggable={false}
          onError={() => (used === address ? onOld() : use(address))}
          className="size-full object-contain"
        />
      </div>
    </Zooming>
  );
}
