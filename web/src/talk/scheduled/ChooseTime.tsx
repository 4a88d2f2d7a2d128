/** 日時を選ぶ: typed as people write dates, in any width; and the words, where they are changed along with it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { TextArea, TextField } from "react-aria-components";

import { type Day, dayInJapan, plusDays } from "@/kit/days";
import { readDay, reiwa } from "@/kit/eras";
import { Button } from "@/ui/Button";
import { DayButtons, useSoon } from "@/ui/DayButtons";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { useDates } from "@/ui/dates";
import { box, Field, FieldLabel, FieldTrouble } from "@/ui/Field";

import type { Change } from "./scheduled";
import { momentOf, readTime, timeOf } from "./times";

interface Props {
  title: ReactNode;
  act: string;
  /** What stands there now. */
  at?: string;
  text?: string | null;
  /** What the server said to it. */
  trouble?: ReactNode;
  onChoose: (change: Change) => void;
  onClose: () => void;
}

export function ChooseTime({ title, act, at, text = null, trouble, onChoose, onClose }: Props) {
  const { t } = useLingui();
  const { denseDay, longDay } = useDates();
  const [day, setDay] = useState(() => denseDay(at ? dayInJapan(at) : plusDays(dayInJapan(new Date()), 1)));
  const [time, setTime] = useState(() => (at ? timeOf(at) : "8:30"));
  const [words, setWords] = useState(text);
  const [tried, trying] = useState(false);
  const usual = useSoon();
  const read = dayFrom(day);
  const due_at = dueAt(read, time);
  const isOver = due_at !== null && Date.parse(due_at) <= Date.now();
  const choose = () => {
    trying(true);
    if (due_at && !isOver && words?.trim() !== "") onChoose({ text: words === text ? null : words, due_at });
  };
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <DialogBody>
        {words !== null && (
          <TextField
            value={words}
            onChange={setWords}
            isInvalid={tried && words.trim() === ""}
            className="grid gap-1.5"
          >
            <FieldLabel required={false}>{t`メッセージ`}</FieldLabel>
            <TextArea rows={3} className={`${box} font-name`} />
            <FieldTrouble>
              <Trans>送る文を書いてください。</Trans>
            </FieldTrouble>
          </TextField>
        )}
        <div className="grid gap-2">
          <Field
            label={t`日付`}
            hint={t`例：R8.11.30、20261130`}
            value={day}
            onChange={setDay}
            error={tried && !read && <Trans>日付を読み取れません。書き方を確かめてください。</Trans>}
          />
          <DayButtons
            label={t`日付`}
            chosen={read}
            usual={usual}
            onChoose={(chosen) => chosen && setDay(denseDay(chosen))}
          />
        </div>
        <Field
          label={t`時刻`}
          hint={t`例：8:30、13時`}
          value={time}
          onChange={setTime}
          error={
            (tried && !readTime(time) && <Trans>時刻を読み取れません。書き方を確かめてください。</Trans>) ||
            (isOver && <Trans>この日時は過ぎています。これからの日時にしてください。</Trans>)
          }
        />
        <p role="status" className="figures text-firm">
          {read && due_at && !isOver && t`${longDay(read)} ${timeOf(due_at)} に送ります。`}
        </p>
        {trouble}
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button look="first" onPress={choose}>
          {act}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

function dayFrom(text: string): Day | null {
  const read = readDay(text, reiwa);
  return "day" in read ? read.day : null;
}

function dueAt(day: Day | null, text: string): string | null {
  const time = readTime(text);
  return day && time ? momentOf(day, time) : null;
}
