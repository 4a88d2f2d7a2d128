/** The recovery codes, shown once: to be printed or copied, and said to be put away before anything goes on. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { Checkbox } from "react-aria-components";
import { createPortal } from "react-dom";

import { toClipboard } from "@/platform/clipboard";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { print } from "@/ui/onPaper";

interface Props {
  codes: string[];
  busy: boolean;
  onKept: () => void;
}

export function PutAway({ codes, busy, onKept }: Props) {
  const { t } = useLingui();
  const [isKept, setKept] = useState(false);
  const [copied, setCopied] = useState<boolean | null>(null);
  const top = useRef<HTMLParagraphElement>(null);
  // The field that had the focus is gone: whoever listens hears what stands here now.
  useEffect(() => top.current?.focus(), []);
  const copy = async () => setCopied(await toClipboard(codes.join("\n")));
  return (
    <div className="grid gap-5">
      <p ref={top} tabIndex={-1}>
        <Trans>
          <strong>復旧コード</strong>
          です。スマートフォンをなくしたときや壊れたときに、確認コードの代わりに使います。
          <strong>いま一度だけ出ます。</strong>
          印刷するか書き写して、スマートフォンとは別の、ほかの人が見ない場所にしまってください。
        </Trans>
      </p>
      <Codes codes={codes} />
      <div className="flex flex-wrap gap-2">
        <Button icon="print" onPress={() => void print()}>
          <Trans>印刷する</Trans>
        </Button>
        <Button icon="copy" onPress={() => void copy()}>
          <Trans>コピーする</Trans>
        </Button>
      </div>
      <p role="status" className="empty:hidden">
        {copied === true && t`コピーしました。`}
        {copied === false && t`コピーできませんでした。書き写すか、印刷してください。`}
      </p>
      <Checkbox
        isSelected={isKept}
        onChange={setKept}
        className="group flex min-h-11 cursor-pointer items-center gap-2"
      >
        <span
          aria-hidden="true"
          className="grid size-6 shrink-0 place-items-center rounded-4 border-2 border-edge text-on-accent group-data-selected:border-accent group-data-selected:bg-accent forced-colors:group-data-selected:bg-[Highlight]"
        >
          {isKept && <Icon name="check" size={18} />}
        </span>
        <Trans>復旧コードをしまいました</Trans>
      </Checkbox>
      <Button look="first" wide isDisabled={!isKept || busy} onPress={onKept}>
        {busy ? <Trans>保存しています</Trans> : <Trans>二要素認証をはじめる</Trans>}
      </Button>
      <OnPaper codes={codes} />
    </div>
  );
}

export function Codes({ codes }: { codes: string[] }) {
  const { t } = useLingui();
  return (
    <ol
      aria-label={t`復旧コード`}
      className="grid list-none gap-x-6 gap-y-1 rounded-8 border border-line bg-sunken px-4 py-3 font-mono mid:grid-cols-2"
    >
      {codes.map((code) => (
        <li key={code} className="whitespace-nowrap select-all">
          {code}
        </li>
      ))}
    </ol>
  );
}

/** Nothing but these stands on the sheet: whose they are, whoever finds it need not know. */
export function OnPaper({ codes }: { codes: string[] }) {
  return createPortal(
    <div className="hidden print:block">
      <div className="on-paper a4">
        <h1 className="text-title font-bold">
          <Trans>寄合　復旧コード</Trans>
        </h1>
        <p>
          <Trans>一つは一度だけ使えます。使ったものは線で消してください。</Trans>
        </p>
        <ol className="mt-4 grid list-decimal gap-2 pl-8 font-mono text-lead">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </div>
    </div>,
    document.body,
  );
}
