/** What a person chooses for themselves, section by section. Each choice holds at once, on all of their devices. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { Refusal, sentenceOf } from "@/platform/refusals";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { useDates } from "@/ui/dates";
import { useNow } from "@/ui/now";
import { usePreferences } from "@/ui/preferences";

import { type Choosing, EnterKey, SizeOfLetters } from "./Letters";
import { useChoose } from "./preferences";

interface Props {
  contact: string;
  /** Whoever reads no directory puts none in order. */
  hasDirectory: boolean;
}

export function Choices({ contact, hasDirectory }: Props) {
  const chosen = usePreferences();
  const choosing = useChoose();
  const props = { chosen, choose: choosing.mutate };
  return (
    <>
      <NotKept error={choosing.error} contact={contact} />
      <Section title={<Trans>かんたん表示</Trans>}>
        <Simple {...props} />
      </Section>
      <Section title={<Trans>表示</Trans>}>
        <Reading {...props} />
        <Years {...props} />
        {hasDirectory && <Order {...props} />}
      </Section>
      <Section title={<Trans>入力</Trans>}>
        <EnterKey {...props} />
        <Delay {...props} />
      </Section>
    </>
  );
}

function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-5 border-t border-line pt-5">
      <h2 className="text-lead font-bold">{title}</h2>
      {children}
    </section>
  );
}

function NotKept({ error, contact }: { error: Error | null; contact: string }) {
  const { t } = useLingui();
  if (!error) return null;
  return (
    <p role="alert" className="rounded-8 border border-danger-line bg-danger-soft px-3 py-2 text-danger">
      {error instanceof Refusal
        ? sentenceOf(error, contact)
        : t`通信が切れているため、設定は変わっていません。つながってから、もう一度選んでください。`}
    </p>
  );
}

function Simple({ chosen, choose }: Choosing) {
  return (
    <div className="grid justify-items-start gap-3">
      <p>
        <Trans>
          文字とボタンを大きくし、トークだけを一列に並べます。アカウントもメッセージも同じです。いつでも元に戻せます。ルームを作ることと予約送信は、ふつうの表示で行います。予約してあるメッセージは、どちらの表示でも見られます。
        </Trans>
      </p>
      <Button onPress={() => choose({ simple: !chosen.simple })}>
        {chosen.simple ? <Trans>ふつうの表示に戻す</Trans> : <Trans>かんたん表示にする</Trans>}
      </Button>
    </div>
  );
}

function Reading({ chosen, choose }: Choosing) {
  const { t } = useLingui();
  return (
    <>
      <SizeOfLetters chosen={chosen} choose={choose} />
      <Choice
        label={t`画面の明るさ`}
        value={chosen.theme}
        onChange={(theme) => choose({ theme })}
        choices={[
          { value: "auto", says: <Trans>端末に合わせる</Trans> },
          { value: "light", says: <Trans>明るい</Trans> },
          { value: "dark", says: <Trans>暗い</Trans> },
        ]}
      />
      <Choice
        label={t`メッセージの並べ方`}
        value={chosen.log}
        onChange={(log) => choose({ log })}
        choices={[
          { value: "bubbles", says: <Trans>自分は右、ほかの人は左</Trans> },
          { value: "flat", says: <Trans>すべて左にそろえる</Trans> },
        ]}
      />
    </>
  );
}

function Years({ chosen, choose }: Choosing) {
  const { t } = useLingui();
  const { longDay } = useDates();
  const now = useNow();
  const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  return (
    <div className="grid gap-2">
      <Choice
        label={t`年の書き方`}
        value={chosen.calendar}
        onChange={(calendar) => choose({ calendar })}
        choices={[
          { value: "wareki", says: <Trans>和暦</Trans> },
          { value: "western", says: <Trans>西暦</Trans> },
        ]}
      />
      <p className="text-small text-soft">{t`例：${longDay(today)}`}</p>
    </div>
  );
}

/** 5, 10, 20 or 30 seconds in which what was sent can still be taken back, without a trace. */
function Delay({ chosen, choose }: Choosing) {
  const { t } = useLingui();
  return (
    <div className="grid gap-2">
      <Choice
        label={t`送信を押してから送るまで`}
        value={chosen.delay}
        onChange={(delay) => choose({ delay })}
        choices={[
          { value: "0", says: <Trans>すぐ送る</Trans> },
          { value: "5", says: <Trans>5秒</Trans> },
          { value: "10", says: <Trans>10秒</Trans> },
          { value: "20", says: <Trans>20秒</Trans> },
          { value: "30", says: <Trans>30秒</Trans> },
        ]}
      />
      <p className="text-small text-soft">
        <Trans>ゲストやほかの団体の人がいるルームでは、団体の決まりで長くなることがあります。</Trans>
      </p>
    </div>
  );
}

function Order({ chosen, choose }: Choosing) {
  const { t } = useLingui();
  return (
    <Choice
      label={t`名簿の並べ方`}
      value={chosen.order}
      onChange={(order) => choose({ order })}
      choices={[
        { value: "units", says: <Trans>建制順</Trans> },
        { value: "kana", says: <Trans>五十音順</Trans> },
      ]}
    />
  );
}
