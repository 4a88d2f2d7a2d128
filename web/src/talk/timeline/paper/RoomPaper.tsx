/** A room as it will lie on paper: which days of it, and everything that was said on them, on sheets of A4. */
import { Trans, useLingui } from "@lingui/react/macro";
import { use, useState } from "react";

import type { RoomId, RoomRow } from "@/generated/wire";
import { dayInJapan } from "@/kit/days";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { useNow } from "@/ui/now";
import { PaperDesk } from "@/ui/PaperDesk";
import { PaperHolder } from "@/ui/wide/holder";
import { usePageFoot } from "@/ui/wide/pageFoot";

import { PeriodChoice } from "./PeriodChoice";
import { type Through, usePaper } from "./paper";
import { type Chosen, periodOf } from "./period";
import { RoomSheet } from "./RoomSheet";

/** What stands at the head of the first page. */
export interface OnPaper {
  room_id: RoomId;
  name: string;
  kind: RoomRow["kind"];
  purpose: string;
  /** 機密性, from 1 on. */
  label: number | null;
}

interface Props {
  room: OnPaper;
  contact: string;
  through?: Through;
  onClose: () => void;
}

export function RoomPaper({ room, contact, through = "/api/rooms/{room_id}/paper", onClose }: Props) {
  const { t } = useLingui();
  const holder = use(PaperHolder);
  const now = useNow();
  const today = dayInJapan(now);
  const [chosen, choose] = useState<Chosen>("week");
  const [written, write] = useState({ first: "", last: "" });
  const period = periodOf(chosen, written, today);
  const paper = usePaper(room.room_id, period, through);
  const time = useDates().documentTime(now, false);
  const foot = t`印刷 ${time}　${holder?.by ?? ""}`;
  usePageFoot(foot, t`ページ`);
  // A direct talk is called by the other one: alone, that would be the name of a person.
  const title = room.kind === "direct" ? t`${room.name}さんとのダイレクト` : room.name;
  const count = paper.printed?.messages.length ?? 0;
  return (
    <PaperDesk
      title={title}
      {...{ foot, onClose }}
      isReady={paper.isWhole && count > 0 && !paper.error}
      says={<Says {...paper} count={count} />}
      more={
        paper.hasStopped && (
          <Button look="quiet" onPress={paper.again}>
            <Trans>もう一度読み込む</Trans>
          </Button>
        )
      }
      choices={
        <>
          <PeriodChoice chosen={chosen} onChoose={choose} written={written} onWrite={write} />
          <Trouble error={paper.error} contact={contact} why={{ operation: "print", room: room.room_id }} />
        </>
      }
    >
      {paper.printed && period && (
        <RoomSheet
          room={{ ...room, name: title }}
          printed={paper.printed}
          period={period}
          body={holder?.body ?? ""}
          today={today}
        />
      )}
    </PaperDesk>
  );
}

/** How far it has come; how much it is at the end, the first sheet says, and whoever does not see it hears it. */
function Says({ read, inAll, isWhole, isPending, count }: SaysProps) {
  if (isWhole) {
    return (
      <span className="sr-only">
        <Trans>全{figures(count)}件</Trans>
      </span>
    );
  }
  if (read === 0) return isPending ? <Trans>読み込んでいます</Trans> : null;
  const [all, there] = [figures(inAll), figures(read)];
  return (
    <Trans>
      全{all}件のうち{there}件を読み込みました
    </Trans>
  );
}

interface SaysProps extends Omit<ReturnType<typeof usePaper>, "error"> {
  /** Of all that was read, what is printed. */
  count: number;
}

const figures = (number: number) => number.toLocaleString("ja-JP");
