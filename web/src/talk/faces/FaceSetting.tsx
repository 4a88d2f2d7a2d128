/** The picture of oneself, or of a room: choosing one, changing it, taking it off. While another is looked at, it stays. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useRef, useState } from "react";

import type { FaceState, RoomId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { FileReason } from "@/people/files/FileReason";
import { Button } from "@/ui/Button";
import { Face } from "@/ui/Face";

import { useBringFace, useFace, useTakeOffFace } from "./own";

const Cropping = lazy(() => import("./Cropping").then((file) => ({ default: file.Cropping })));

interface Props {
  /** Null: one's own. */
  room: RoomId | null;
  letters: string;
  of: string;
  contact: string;
}

export function FaceSetting({ room, letters, of, contact }: Props) {
  const face = useFace(room);
  const bring = useBringFace(room);
  const takeOff = useTakeOffFace(room);
  const [picture, show] = useState<ImageBitmap | null>(null);
  if (!face.data?.may_set) return null;
  // A browser that cannot draw it (a photograph of some phones) sends it as it is: the server takes its middle.
  const chosen = (file: File) => {
    bring.reset();
    createImageBitmap(file).then(show, () => bring.mutate(file));
  };
  const close = () => show(null);
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Face round={room === null} letters={letters} of={of} />
      <div className="grid min-w-0 grow basis-[14rem] gap-2">
        <div className="flex flex-wrap gap-2">
          <Choose isSet={face.data.is_set} isBusy={bring.isPending} onFile={chosen} />
          {(face.data.is_set || face.data.is_coming) && (
            <Button isDisabled={takeOff.isPending} onPress={() => takeOff.mutate()}>
              <Trans>写真を外す</Trans>
            </Button>
          )}
        </div>
        <p role="status" className="text-pretty text-small text-firm">
          <Says face={face.data} isSent={bring.isPending} contact={contact} />
        </p>
        {!picture && <Trouble error={bring.error ?? takeOff.error} contact={contact} />}
      </div>
      <Suspense>
        {picture && (
          <Cropping
            picture={picture}
            round={room === null}
            contact={contact}
            isBusy={bring.isPending}
            error={bring.error}
            onChosen={(file) => bring.mutate(file, { onSuccess: close })}
            onClose={close}
          />
        )}
      </Suspense>
    </div>
  );
}

function Says({ face, isSent, contact }: { face: FaceState; isSent: boolean; contact: string }) {
  if (isSent) return <Trans>写真を送っています。</Trans>;
  if (face.is_coming)
    return <Trans>写真を調べています。終わると替わります。それまでは、いまのままです。</Trans>;
  if (face.reason) return <FileReason code={face.reason} contact={contact} />;
  return <Trans>小さな四角に縮めて見せます。元の写真は、だれにも渡しません。</Trans>;
}

interface ChooseProps {
  isSet: boolean;
  isBusy: boolean;
  onFile: (file: File) => void;
}

function Choose({ isSet, isBusy, onFile }: ChooseProps) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        aria-label={t`写真のファイル`}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same one can be chosen once more.
          target.value = "";
          if (file) onFile(file);
        }}
      />
      <Button isDisabled={isBusy} onPress={() => input.current?.click()}>
        {isSet ? <Trans>写真を替える</Trans> : <Trans>写真を選ぶ</Trans>}
      </Button>
    </>
  );
}
