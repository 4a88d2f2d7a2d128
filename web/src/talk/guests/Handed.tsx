/** What was drawn, shown once: a link to copy into a mail of one's own, and a sheet of paper for each. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";

import type { HandedInvitation, Invited } from "@/generated/wire";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { DialogBody, DialogFoot } from "@/ui/Dialog";
import { Icon } from "@/ui/Icon";

import { mailFor } from "./mailFor";

const GuestSlips = lazy(() => import("./GuestSlips").then((file) => ({ default: file.GuestSlips })));

interface Props {
  room: string;
  invited: Invited;
  onBack: () => void;
  onClose: () => void;
}

export function Handed({ room, invited, onBack, onClose }: Props) {
  const [printing, print] = useState(false);
  const drawn = invited.handed.filter((each) => each.code !== null);
  return (
    <>
      <DialogBody>
        <p role="status" className="font-bold">
          {drawn.length > 0 ? (
            <Trans>招待をつくりました（{drawn.length}人）。番号が見えるのは、いまだけです。</Trans>
          ) : (
            <Trans>ルームに入れました。もうゲストの方なので、招待は要りません。</Trans>
          )}
        </p>
        {drawn.length > 0 && (
          <p className="text-small text-firm">
            <Trans>
              寄合からメールは送りません。リンクを本人へ伝えるか、紙を手渡してください。リンクは一度だけ、インターネット側で開きます。
            </Trans>
          </p>
        )}
        <ul className="grid gap-3">
          {invited.handed.map((each) => (
            <HandedRow key={each.email} handed={each} room={room} invited={invited} />
          ))}
        </ul>
      </DialogBody>
      <DialogFoot>
        <Button onPress={onBack}>
          <Trans>ほかの人も招待する</Trans>
        </Button>
        {drawn.length > 0 && (
          <Button icon="print" onPress={() => print(true)}>
            <Trans>紙に印刷する</Trans>
          </Button>
        )}
        <Button look="first" onPress={onClose}>
          <Trans>終わる</Trans>
        </Button>
      </DialogFoot>
      <Suspense>
        {printing && (
          <GuestSlips room={room} invited={{ ...invited, handed: drawn }} onClose={() => print(false)} />
        )}
      </Suspense>
    </>
  );
}

interface RowProps {
  handed: HandedInvitation;
  room: string;
  invited: Invited;
}

function HandedRow({ handed, room, invited }: RowProps) {
  const { t } = useLingui();
  const { name, firm, code, link, last_day } = handed;
  return (
    <li className="grid gap-2 rounded-12 border border-line px-4 py-3">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-name font-bold">
          <AsTyped>{name}</AsTyped>
        </span>
        <span className="text-small text-firm">{firm}</span>
      </p>
      {code === null ? (
        <p className="text-small text-firm">
          <Trans>ルームに入りました。</Trans>
        </p>
      ) : (
        <>
          {link && <p className="select-all text-small wrap-anywhere">{link}</p>}
          <p className="text-small text-soft">{t`番号 ${code}（${last_day ?? ""}まで、1回だけ）`}</p>
          <div className="flex flex-wrap gap-2">
            {link && <Copy says={t`リンクをコピー`} text={link} />}
            {link && <Copy says={t`メールの文をコピー`} text={mailFor(handed, room, invited)} />}
          </div>
        </>
      )}
    </li>
  );
}

function Copy({ says, text }: { says: string; text: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard?.writeText(text).then(() => setCopied(true));
  return (
    <span className="flex items-center gap-2">
      <Button small onPress={copy}>
        {says}
      </Button>
      <span role="status" className="flex items-center gap-1 text-small text-soft">
        {isCopied && (
          <>
            <Icon name="check" size={16} />
            <Trans>コピーしました</Trans>
          </>
        )}
      </span>
    </span>
  );
}
