/** Choosing the square of a picture: how near, and where its middle is. What is sent is that square and nothing else. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";

import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";

import { type Crop, squareOf, whole } from "./crop";

/** Pixels of what is sent: twice what the server keeps. */
const SENT = 512;

interface Props {
  picture: ImageBitmap;
  round: boolean;
  contact: string;
  isBusy: boolean;
  error: Error | null;
  onChosen: (file: File) => void;
  onClose: () => void;
}

export function Cropping({ picture, round, contact, isBusy, error, onChosen, onClose }: Props) {
  const { t } = useLingui();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [crop, setCrop] = useState<Crop>(whole);
  useEffect(() => {
    const { side, left, top } = squareOf(picture, crop);
    const paper = canvas.current?.getContext("2d");
    if (!paper) return;
    // What shines through would else be black.
    paper.fillStyle = "#fff";
    paper.fillRect(0, 0, SENT, SENT);
    paper.drawImage(picture, left, top, side, side, 0, 0, SENT, SENT);
  }, [picture, crop]);
  const send = () =>
    canvas.current?.toBlob(
      (blob) => blob && onChosen(new File([blob], "face.jpg", { type: blob.type })),
      "image/jpeg",
      0.92,
    );
  return (
    <Dialog isOpen title={<Trans>写真の使うところを選ぶ</Trans>} onClose={onClose}>
      <DialogBody>
        <canvas
          ref={canvas}
          width={SENT}
          height={SENT}
          role="img"
          aria-label={t`選んだところ`}
          className={`size-48 justify-self-center border border-line ${round ? "rounded-full" : "rounded-12"}`}
        />
        <Slider
          label={t`大きさ`}
          value={crop.zoom}
          least={1}
          most={4}
          onChange={(zoom) => setCrop({ ...crop, zoom })}
        />
        <Slider
          label={t`左右の位置`}
          value={crop.across}
          least={0}
          most={1}
          onChange={(across) => setCrop({ ...crop, across })}
        />
        <Slider
          label={t`上下の位置`}
          value={crop.down}
          least={0}
          most={1}
          onChange={(down) => setCrop({ ...crop, down })}
        />
        <Trouble error={error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button look="first" isDisabled={isBusy} onPress={send}>
          <Trans>この写真にする</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

interface SliderProps {
  label: string;
  value: number;
  least: number;
  most: number;
  onChange: (value: number) => void;
}

function Slider({ label, value, least, most, onChange }: SliderProps) {
  return (
    <label className="grid grid-cols-[7rem_minmax(0,1fr)] items-center gap-3">
      {label}
      <input
        type="range"
        min={least}
        max={most}
        step={(most - least) / 50}
        value={value}
        onChange={({ target }) => onChange(Number(target.value))}
        className="min-h-11 accent-accent"
      />
    </label>
  );
}
