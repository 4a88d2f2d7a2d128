/** What a person sets for this device, where they are signed in, and the way out. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { fullName } from "@/kit/names";
import { useSignOut } from "@/people/sessions/entrance";
import { SessionList } from "@/people/sessions/SessionList";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { prefer, usePreferences } from "@/ui/preferences";

import { useKnownScreen } from "./known";
import { TabTitle } from "./TabTitle";

export function Settings() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  const signOut = useSignOut();
  return (
    <main className="min-w-0 grow overflow-y-auto">
      <TabTitle says={t`設定`} />
      <div className="mx-auto grid max-w-[46rem] gap-8 px-4 py-5 mid:px-8 mid:py-8">
        <h1 className="text-title font-bold">
          <Trans>設定</Trans>
        </h1>
        <Looks />
        <Part title={<Trans>ログイン中の端末</Trans>}>
          <SessionList contact={me.contact} />
        </Part>
        <Part title={<Trans>ログアウト</Trans>}>
          <p>
            <span className="font-name">{fullName(me)}</span>
            <Trans>でログインしています。書きかけの文は、この端末に残ります。</Trans>
          </p>
          <div>
            <Button icon="leave" isDisabled={signOut.isPending} onPress={() => signOut.mutate()}>
              <Trans>ログアウト</Trans>
            </Button>
          </div>
        </Part>
      </div>
    </main>
  );
}

function Looks() {
  const { t } = useLingui();
  const { letters, theme, enterSends } = usePreferences();
  return (
    <Part title={<Trans>この端末の表示と入力</Trans>}>
      <Choice
        label={t`文字の大きさ`}
        value={letters}
        onChange={(chosen) => prefer({ letters: chosen })}
        choices={[
          { value: "16", says: <Trans>標準</Trans> },
          { value: "18", says: <Trans>大きい</Trans> },
          { value: "20", says: <Trans>もっと大きい</Trans> },
        ]}
      />
      <Choice
        label={t`画面の明るさ`}
        value={theme}
        onChange={(chosen) => prefer({ theme: chosen })}
        choices={[
          { value: "auto", says: <Trans>端末に合わせる</Trans> },
          { value: "light", says: <Trans>明るい</Trans> },
          { value: "dark", says: <Trans>暗い</Trans> },
        ]}
      />
      <Choice
        label={t`Enter キー`}
        value={enterSends ? "send" : "line"}
        onChange={(chosen) => prefer({ enterSends: chosen === "send" })}
        choices={[
          { value: "line", says: <Trans>改行する（Ctrl+Enter で送信）</Trans> },
          { value: "send", says: <Trans>Enterで送信（Shift+Enter で改行）</Trans> },
        ]}
      />
    </Part>
  );
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-5 border-t border-line pt-5">
      <h2 className="text-lead font-bold">{title}</h2>
      {children}
    </section>
  );
}
