/** Who can read a room, in words: only our own body, other bodies, guests, devices on the Internet; and its label. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { RoomRow } from "@/generated/wire";
import { Chip } from "@/ui/Chip";

type Readers = RoomRow["readers"];

export function ReadersChips({ readers }: { readers: Readers }) {
  const { other_bodies: bodies, guests } = readers;
  return (
    <>
      {bodies === 0 && guests === 0 && (
        <Chip look="safe">{readers.lgwan_only ? <Trans>庁内LGWANのみ</Trans> : <Trans>庁内のみ</Trans>}</Chip>
      )}
      {bodies > 0 && (
        <Chip look="outside">
          <Trans>他団体あり（{bodies}団体）</Trans>
        </Chip>
      )}
      {guests > 0 && (
        <Chip look="guest">
          <Trans>ゲストあり（{guests}人）</Trans>
        </Chip>
      )}
    </>
  );
}

/** In one's own notes nobody else reads. */
export function OwnChip() {
  return (
    <Chip look="safe">
      <Trans>自分だけ</Trans>
    </Chip>
  );
}

export function InternetDevices({ readers }: { readers: Readers }) {
  if (!readers.internet_devices) return null;
  return (
    <span>
      <Trans>インターネット端末あり</Trans>
    </span>
  );
}

/** What its body calls its confidentiality; what that means stands among the members and beside 送信. */
export function LabelChip({ name }: { name: string }) {
  const { t } = useLingui();
  return (
    <Chip>
      <span className="sr-only">{t`ラベル：`}</span>
      {name}
    </Chip>
  );
}
