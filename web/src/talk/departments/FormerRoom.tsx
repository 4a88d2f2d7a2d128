/** The room of one's former unit: what was said before the move, a strip that says until when, and nothing to write. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { FormerPage, Me, RoomId } from "@/generated/wire";
import { dayInJapan, fromIso } from "@/kit/days";
import { ReadHead, ReadLog, ReadPages } from "@/talk/messages/ReadLog";
import { Banner } from "@/ui/Banner";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { IconButton } from "@/ui/IconButton";
import { Notice } from "@/ui/Notice";
import { useNow } from "@/ui/now";

import { useFormerRoom } from "./former";

interface Props {
  roomId: RoomId;
  me: Me;
  onBack: () => void;
}

export function FormerRoom({ roomId, me, onBack }: Props) {
  const { t } = useLingui();
  return (
    <ReadPages
      found={useFormerRoom(roomId)}
      contact={me.contact}
      offPaper={t`引継ぎ中のルームは印刷できません。要るときは、いまの担当の人に頼んでください。`}
      gone={<Over onBack={onBack} />}
    >
      {(pages, older) =>
        pages[0] && (
          <ReadLog
            room={pages[0]}
            readTo={null}
            head={<Head room={pages[0]} onBack={onBack} />}
            {...{ pages, me, ...older }}
          >
            <p className="shrink-0 border-t border-line bg-sunken px-4 py-3 text-pretty text-small text-firm mid:px-5">
              <Trans>異動の前に書かれたものだけを読んでいます。書くことはできません。</Trans>
            </p>
          </ReadLog>
        )
      }
    </ReadPages>
  );
}

function Head({ room, onBack }: { room: FormerPage; onBack: () => void }) {
  const { t } = useLingui();
  const { dayLine } = useDates();
  const day = dayLine(fromIso(room.last_day), dayInJapan(useNow()));
  return (
    <>
      <ReadHead
        back={<IconButton icon="back" label={t`引継ぎ中のルームへ戻る`} onPress={onBack} />}
        name={room.name}
        says={<Trans>前の所属のルーム</Trans>}
      />
      <Banner icon="clock" look="warn">
        <Trans>引継ぎのため、{day}まで読めます</Trans>
      </Banner>
    </>
  );
}

function Over({ onBack }: { onBack: () => void }) {
  return (
    <Notice
      urgent
      icon="alert"
      title={<Trans>このルームは、もう読めません。</Trans>}
      action={
        <Button onPress={onBack}>
          <Trans>引継ぎ中のルームへ戻る</Trans>
        </Button>
      }
    >
      <Trans>
        引継ぎの期間が終わったか、管理者が終わらせました。要るものは、いまの担当の人に聞いてください。
      </Trans>
    </Notice>
  );
}
