/** From the viewer to 見せる: which pictures somebody is to see, and what it means, before the screen is handed over. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Checkbox, CheckboxGroup, Label } from "react-aria-components";

import type { FileId, FilePart } from "@/generated/wire";
import { Small } from "@/people/files/Small";
import { useShown } from "@/people/files/shown";
import { Refusal, sentenceOf } from "@/platform/refusals";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Icon } from "@/ui/Icon";

import { MOST_SHOWN, useShow } from "./showing";

interface Props {
  pictures: readonly FilePart[];
  open: FileId;
  contact: string;
}

export function ToShow(props: Props) {
  const [isAsked, ask] = useState(false);
  return (
    <>
      <Button small icon="eye" onPress={() => ask(true)}>
        <Trans>見せる</Trans>
      </Button>
      {isAsked && <Choose {...props} onClose={() => ask(false)} />}
    </>
  );
}

function Choose({ pictures, open, contact, onClose }: Props & { onClose: () => void }) {
  const { t } = useLingui();
  const [chosen, choose] = useState<readonly string[]>([open]);
  const show = useShow();
  const near = around(pictures, open);
  const ids = near.flatMap(({ file_id }) => (chosen.includes(file_id) ? [file_id] : []));
  return (
    <Dialog title={<Trans>写真を見せる</Trans>} isOpen onClose={onClose}>
      <DialogBody>
        <p>
          <Trans>
            選んだ写真だけを、画面いっぱいに出します。ルームの一覧、通知、ほかの人の名前は出ません。終えるときに、あなたのパスワードを入れます。
          </Trans>
        </p>
        <CheckboxGroup value={[...chosen]} onChange={choose} className="grid gap-2">
          <Label className="font-bold">
            <Trans>見せる写真</Trans>
          </Label>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] gap-2">
            {near.map((file) => (
              <Box key={file.file_id} file={file} />
            ))}
          </div>
        </CheckboxGroup>
        {show.error && <Trouble error={show.error} contact={contact} />}
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button
          look="first"
          icon="eye"
          isDisabled={ids.length === 0 || show.isPending}
          onPress={() => show.mutate(ids)}
        >
          {t`${ids.length}枚を見せる`}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

/** Of very many those that stand beside the one that is open. */
function around(pictures: readonly FilePart[], open: FileId): readonly FilePart[] {
  const at = pictures.findIndex(({ file_id }) => file_id === open);
  const from = Math.max(0, Math.min(at - MOST_SHOWN / 2, pictures.length - MOST_SHOWN));
  return pictures.slice(from, from + MOST_SHOWN);
}

function Box({ file: { file_id, words, about } }: { file: FilePart }) {
  const shown = useShown(file_id);
  // What has no picture to be shown cannot be chosen: the server would refuse all of them for it.
  if (!shown?.small) return null;
  return (
    <Checkbox
      value={file_id}
      aria-label={about ?? words}
      className="group relative block aspect-square cursor-pointer overflow-hidden rounded-8 border-2 border-line bg-sunken data-selected:border-accent"
    >
      <Small file_id={file_id} address={shown.small} isWhole={false} />
      <span
        aria-hidden="true"
        className="absolute top-1 left-1 grid size-6 place-items-center rounded-4 border-2 border-edge bg-surface text-accent group-data-selected:border-accent"
      >
        <span className="hidden group-data-selected:block">
          <Icon name="check" size={18} />
        </span>
      </span>
    </Checkbox>
  );
}

function Trouble({ error, contact }: { error: Error; contact: string }) {
  return (
    <p role="alert" className="text-danger">
      {error instanceof Refusal ? (
        sentenceOf(error, contact)
      ) : (
        <Trans>見せる画面を始められませんでした。通信が切れています。</Trans>
      )}
    </p>
  );
}
