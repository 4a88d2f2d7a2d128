/** Notifications: what they do here, permission for them, and a test that rings. Where the browser cannot, it says so. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { askPermission, type Permission, permission, show, sound } from "@/platform/ring";
import { Button } from "@/ui/Button";

import { Asks, Foot } from "./Foot";

interface Props {
  busy: boolean;
  onNext: () => void;
}

export function Calls({ busy, onNext }: Props) {
  const [may, setMay] = useState<Permission>(permission);
  return (
    <>
      <Asks>
        <Trans>新しいメッセージのお知らせ</Trans>
      </Asks>
      <Words may={may} />
      {may === "default" && (
        <div>
          <Button onPress={() => void askPermission().then(setMay)}>
            <Trans>通知を許可する</Trans>
          </Button>
        </div>
      )}
      {may === "granted" && <Try />}
      <Foot act={<Trans>寄合を始める</Trans>} busy={busy} onAct={onNext} />
    </>
  );
}

function Words({ may }: { may: Permission }) {
  if (may === "none") {
    return (
      <p>
        <Trans>
          このブラウザーでは、画面の外に通知を出せません。新しいメッセージの数は、寄合のタブの題名とトークの一覧に出ます。
        </Trans>
      </p>
    );
  }
  if (may === "denied") {
    return (
      <p>
        <Trans>
          このブラウザーで、寄合の通知が止められています。使うときは、アドレスの左の印を押し、「通知」を「許可」にしてください。止めたままでも、新しいメッセージの数は、タブの題名とトークの一覧に出ます。
        </Trans>
      </p>
    );
  }
  return (
    <p>
      <Trans>
        ほかの画面を見ているあいだに新しいメッセージが来たら、画面の隅でお知らせします。文の中身は出ません。寄合を閉じているあいだは出ません。
      </Trans>
    </p>
  );
}

function Try() {
  const { t } = useLingui();
  const [shown, setShown] = useState<boolean | null>(null);
  const ring = () => {
    sound();
    void show(t`寄合`, t`お知らせのためしです。`).then(setShown);
  };
  return (
    <div className="grid gap-2">
      <div>
        <Button onPress={ring}>
          <Trans>ためしに鳴らす</Trans>
        </Button>
      </div>
      <p role="status" className="text-small">
        {shown === true && (
          <Trans>
            お知らせを出しました。見えないときは、端末の「通知」の設定（集中モードなど）を確かめてください。
          </Trans>
        )}
        {shown === false && <Trans>お知らせを出せませんでした。音だけを鳴らしました。</Trans>}
      </p>
    </div>
  );
}
