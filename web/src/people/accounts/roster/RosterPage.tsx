/** The frame of every step: what is imported, from which file, and where one stands. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { Refusal, sentenceOf } from "@/platform/refusals";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";

import type { Subject } from "./roster";
import { type Step, Steps } from "./Steps";

interface Props {
  at: Step;
  subject: Subject;
  about?: ReactNode;
  /** The step fills the pane and scrolls inside it, as a long table does. */
  fills?: boolean;
  children: ReactNode;
}

export function RosterPage({ at, subject, about, fills = false, children }: Props) {
  return (
    <main className="min-h-0 min-w-0 grow overflow-y-auto">
      <div className={`grid grid-cols-1 gap-4 px-4 py-5 mid:px-7 ${fills ? "" : "max-w-[64rem]"}`}>
        <div>
          <h1 className="text-[1.5rem] leading-150 font-bold">
            {subject === "units" ? <Trans>組織表の取込み</Trans> : <Trans>職員名簿の取込み</Trans>}
          </h1>
          {about && <p className="figures text-small text-soft wrap-anywhere">{about}</p>}
        </div>
        <Steps at={at} />
        {children}
      </div>
    </main>
  );
}

/** What went wrong with an act, below what was to be done. It stays until the next try. */
export function Trouble({ error, contact }: { error: unknown; contact: string }) {
  if (error === null || error === undefined) return null;
  return (
    <p
      role="alert"
      className="flex items-start gap-2 rounded-8 border border-danger bg-danger-soft px-4 py-3 text-danger"
    >
      <Icon name="alert" size={24} />
      <span className="min-w-0 font-bold wrap-anywhere">{saidOf(error, contact)}</span>
    </p>
  );
}

function saidOf(error: unknown, contact: string): ReactNode {
  if (error instanceof Refusal) return sentenceOf(error, contact);
  return (
    <Trans>通信が切れています。選んだものは残っています。つながってから、もう一度押してください。</Trans>
  );
}

interface NoneProps {
  error: unknown;
  contact: string;
  onAgain: () => void;
}

/** In place of an import, or a draft of one: it is gone, or could not be read. */
export function NoImport({ error, contact, onAgain }: NoneProps) {
  const isGone = error instanceof Refusal && error.status === 404;
  if (isGone)
    return (
      <Notice icon="clock" title={<Trans>この取込みは、もうありません。</Trans>}>
        <Trans>選んだファイルは、24時間で消えます。もう一度ファイルを選んでください。</Trans>
      </Notice>
    );
  return (
    <NotRead title={<Trans>取込みを読み込めませんでした。</Trans>} contact={contact} onAgain={onAgain} />
  );
}
