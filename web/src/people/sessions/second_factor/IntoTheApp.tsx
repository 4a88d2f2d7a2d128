/** The first step of a setup: the square code for the app's camera, the same for typing, and a code to prove it. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { SecondOffer } from "@/generated/wire";
import { Button } from "@/ui/Button";

import { CodeField } from "./CodeField";
import { isWhole } from "./code";
import { useCode } from "./useCode";

interface Props {
  offer: SecondOffer;
  busy: boolean;
  onCode: (code: string, failed: () => void) => void;
}

export function IntoTheApp({ offer, busy, onCode }: Props) {
  const { t } = useLingui();
  const { code, setCode, send, submit, isMissing } = useCode({ busy, isWhole, onSend: onCode });
  return (
    <form noValidate onSubmit={submit} className="grid gap-5">
      <ol className="grid list-decimal gap-4 pl-6">
        <li>
          <Trans>
            スマートフォンで認証アプリ（Google Authenticator、Microsoft Authenticator
            など）を開き、「追加」を押します。
          </Trans>
        </li>
        <li>
          <div className="grid gap-3">
            <Trans>この四角いコードを、アプリのカメラで読み取ります。</Trans>
            <SquareCode offer={offer} />
            <Typed secret={offer.secret} />
          </div>
        </li>
        <li>
          <Trans>アプリに6けたの数字が出たら、下に入れます。</Trans>
        </li>
      </ol>
      <CodeField
        value={code}
        onChange={setCode}
        onWhole={send}
        error={isMissing ? t`6けたの数字を入れてください。` : undefined}
      />
      <Button type="submit" look="first" wide isDisabled={busy}>
        {busy ? <Trans>確かめています</Trans> : <Trans>次へ</Trans>}
      </Button>
    </form>
  );
}

/** Dark on white whatever the screen looks like, with the quiet margin that cameras need. */
function SquareCode({ offer: { size, path } }: { offer: SecondOffer }) {
  const { t } = useLingui();
  const margin = 4;
  const whole = size + 2 * margin;
  return (
    <svg
      role="img"
      aria-label={t`認証アプリで読み取る四角いコード`}
      viewBox={`${-margin} ${-margin} ${whole} ${whole}`}
      shapeRendering="crispEdges"
      className="w-full max-w-56 rounded-8 border border-line [forced-color-adjust:none]"
    >
      <rect x={-margin} y={-margin} width={whole} height={whole} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}

function Typed({ secret }: { secret: string }) {
  return (
    <details>
      <summary className="cursor-pointer py-2 text-accent underline">
        <Trans>読み取れないときは、キーを打ち込みます</Trans>
      </summary>
      <p className="text-small">
        <Trans>
          アプリで「セットアップキーを入力」を選び、このキーを入れます。種類は「時間ベース」です。
        </Trans>
      </p>
      <p className="mt-1 break-words font-mono text-lead tracking-wide select-all">{secret}</p>
    </details>
  );
}
