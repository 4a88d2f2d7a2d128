/** Invitations on paper, a sheet for each: to be handed over where no mail goes. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { HandedInvitation, Invited } from "@/generated/wire";
import { fromIso } from "@/kit/days";
import { AsTyped } from "@/ui/AsTyped";
import { useDates } from "@/ui/dates";
import { PaperDesk } from "@/ui/PaperDesk";
import { QrCode } from "@/ui/QrCode";

interface Props {
  room: string;
  invited: Invited;
  onClose: () => void;
}

export function GuestSlips({ room, invited, onClose }: Props) {
  const { t } = useLingui();
  return (
    <PaperDesk
      title={t`ゲストの招待`}
      says={<Trans>{invited.handed.length}枚</Trans>}
      isReady
      onClose={onClose}
    >
      <div className="grid gap-6">
        {invited.handed.map((each) => (
          <Sheet key={each.email} handed={each} room={room} invited={invited} />
        ))}
      </div>
    </PaperDesk>
  );
}

function Sheet({ handed, room, invited }: { handed: HandedInvitation; room: string; invited: Invited }) {
  const { t } = useLingui();
  const { longDay } = useDates();
  const { name, firm, code, link, qr, last_day, ends_on } = handed;
  const lines = [
    [t`入るルーム`, room],
    [t`使える期間`, t`${longDay(fromIso(ends_on))} まで`],
    [t`招待の番号`, code ?? ""],
    [t`番号の期限`, t`${last_day ?? ""}まで、1回だけ`],
  ] as const;
  return (
    <article
      lang="ja"
      aria-label={t`${name} 様の招待`}
      className="on-paper a4 seen-whole grid content-start gap-[6mm] break-after-page text-[11pt] last:break-after-auto"
    >
      <div className="flex items-center justify-between gap-[5mm]">
        <span>{invited.body}</span>
        <span className="border border-black px-[3mm] py-[1mm] text-[10pt]">
          <Trans>取扱注意　本人のほかは使わないでください</Trans>
        </span>
      </div>
      <p className="text-[16pt] font-bold">
        <Trans>寄合（よりあい）　ゲストの招待</Trans>
      </p>
      <div>
        <p>{firm}</p>
        <p className="font-name text-[20pt] font-bold">
          <AsTyped>{t`${name} 様`}</AsTyped>
        </p>
      </div>
      <div className="grid grid-cols-[1fr_auto] gap-[8mm]">
        <dl className="grid content-start gap-[3mm]">
          {lines.map(([says, value]) => (
            <div key={says} className="grid grid-cols-[30mm_1fr]">
              <dt>{says}</dt>
              <dd className="font-bold wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
        {qr.length > 0 && <QrCode rows={qr} />}
      </div>
      <ol className="list-decimal pl-[6mm]">
        <li>
          <Trans>スマートフォンのカメラで読み取るか、下のアドレスを開きます（インターネット側）。</Trans>
        </li>
        <li>
          <Trans>守っていただくことを読み、自分だけのパスワードを決めます。</Trans>
        </li>
        <li>
          <Trans>次からは、メールアドレスとパスワードでログインします。</Trans>
        </li>
      </ol>
      <p className="wrap-anywhere">{link}</p>
      <p>
        <Trans>困ったときは{invited.contact}へ。</Trans>
      </p>
    </article>
  );
}
