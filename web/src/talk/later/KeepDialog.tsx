/** あとで見る: keep a message, and say when to be reminded of it, or that one looks by oneself. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useState } from "react";
import { Form } from "react-aria-components";

import { shortDay } from "@/kit/dates";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { DayButtons, useSoon } from "@/ui/DayButtons";
import { dayWritten } from "@/ui/DayField";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { useDates } from "@/ui/dates";
import { Field } from "@/ui/Field";

import { type Kept, useKeep } from "./later";
import { type Offer, offersAt, readMoment, type Wrong } from "./times";

interface Props {
  kept: Kept;
  contact: string;
  onClose: () => void;
  onKept: () => void;
}

type Chosen = "none" | Offer["when"] | "other";

export function KeepDialog({ kept, contact, onClose, onKept }: Props) {
  const { t } = useLingui();
  const [offers] = useState(() => offersAt(new Date()));
  const [chosen, choose] = useState<Chosen>("none");
  const [date, setDate] = useState("");
  const [time, setTime] = useState("8:30");
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const { denseDay } = useDates();
  const usual = useSoon();
  const keeping = useKeep(kept);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const offered = offers.find(({ when }) => when === chosen)?.at ?? null;
    const read = chosen === "other" ? readMoment(date, time, new Date()) : { at: offered };
    setWrong("wrong" in read ? read.wrong : null);
    if ("at" in read) keeping.mutate(read.at, { onSuccess: onKept });
  };
  return (
    <Dialog isOpen title={<Trans>あとで見る</Trans>} onClose={onClose}>
      <Form validationBehavior="aria" onSubmit={save} className="flex min-h-0 flex-col">
        <DialogBody>
          <Choice<Chosen>
            label={t`思い出すとき`}
            value={chosen}
            choices={[
              { value: "none", says: <Trans>時間を決めない</Trans> },
              ...offers.map((offer) => ({ value: offer.when, says: <OfferWords offer={offer} /> })),
              { value: "other", says: <Trans>日時を選ぶ</Trans> },
            ]}
            onChange={choose}
          />
          {chosen === "other" && (
            <div className="grid items-start gap-x-4 gap-y-2 mid:grid-cols-2">
              <Field
                label={t`日付`}
                hint={t`例：R8.11.30、20261130`}
                value={date}
                onChange={setDate}
                error={wrong && wrong !== "not_a_time" && <DateWrong wrong={wrong} />}
              />
              <div className="mid:col-span-2 mid:row-start-2">
                <DayButtons
                  label={t`日付`}
                  chosen={dayWritten(date) ?? null}
                  usual={usual}
                  onChoose={(day) => day && setDate(denseDay(day))}
                />
              </div>
              <Field
                label={t`時刻`}
                hint={t`例：8:30、13時`}
                value={time}
                onChange={setTime}
                error={wrong === "not_a_time" && <Trans>時刻を「8:30」のように入れてください。</Trans>}
              />
            </div>
          )}
          <p className="text-pretty text-small text-soft">
            <Trans>
              トークの一覧の「あとで見る」に入ります。ほかの人には分かりません。決めた時間に、自分のどの端末にも知らせます。
            </Trans>
          </p>
          <Trouble error={keeping.error} contact={contact} />
        </DialogBody>
        <DialogFoot>
          <Button onPress={onClose}>
            <Trans>やめる</Trans>
          </Button>
          <Button type="submit" look="first" isDisabled={keeping.isPending}>
            <Trans>あとで見るに入れる</Trans>
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  );
}

function OfferWords({ offer: { when, day, isTomorrow } }: { offer: Offer }): ReactNode {
  const date = shortDay(day);
  if (when === "evening") return <Trans>今日の夕方（17:00）</Trans>;
  if (when === "week") return <Trans>来週（{date} 8:30）</Trans>;
  return isTomorrow ? <Trans>明日の朝（{date} 8:30）</Trans> : <Trans>次の開庁日の朝（{date} 8:30）</Trans>;
}

function DateWrong({ wrong }: { wrong: Exclude<Wrong, "not_a_time"> }): ReactNode {
  if (wrong === "past") return <Trans>この日時は過ぎています。これから来る日時を入れてください。</Trans>;
  if (wrong === "no_such_date") return <Trans>この日付はありません。</Trans>;
  return <Trans>日付を「R8.11.30」のように入れてください。</Trans>;
}
