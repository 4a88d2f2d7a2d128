/** Slips just issued, as sheets of A4: printed from here or saved as a PDF. Once left, nobody sees them again. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useBlocker } from "@tanstack/react-router";
import { useState } from "react";
import { Checkbox, Dialog, Modal, ModalOverlay } from "react-aria-components";

import type { Issued, Slip } from "@/generated/wire";
import { isLeft } from "@/platform/leaving";
import { Refusal, sentenceOf } from "@/platform/refusals";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { print, usePrintKey } from "@/ui/onPaper";
import { Question } from "@/ui/Question";

import { Comparison } from "./Comparison";
import { SlipPage } from "./SlipPage";
import { usePdf } from "./slips";

import "./paper.css";

interface Props {
  issued: Issued;
  mostPages: number;
  onLeave: () => void;
}

export function Preview({ issued, mostPages, onLeave }: Props) {
  const { t } = useLingui();
  const [withComparison, choose] = useState(false);
  const [leaving, leave] = useState(false);
  // Going back, closing or reloading would lose the slips, so it asks; whoever leaves the seat leaves nothing on it.
  useBlocker({
    shouldBlockFn: () => {
      leave(true);
      return true;
    },
    enableBeforeUnload: () => !isLeft(),
  });
  // Of the table below nothing is meant: it would be printed together with the slips.
  usePrintKey(() => void print(), { onDesk: true });
  const count = issued.slips.length;
  return (
    <ModalOverlay
      isOpen
      isKeyboardDismissDisabled
      className="fixed inset-x-0 top-(--strip) bottom-0 z-10 overflow-auto bg-sunken"
    >
      <Modal data-desk="" className="min-h-full">
        <Dialog aria-label={t`はじめてのパスワードの用紙`} className="outline-none">
          <header className="not-on-paper sticky top-0 z-10 grid gap-2 border-b border-line bg-surface px-4 py-3">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <h1 className="min-w-0 grow text-title font-bold">
                <Trans>{count}人分の用紙を出しました</Trans>
              </h1>
              <Button look="first" icon="print" onPress={() => void print()}>
                <Trans>印刷する</Trans>
              </Button>
              <Files
                slips={issued.slips}
                mostPages={mostPages}
                withComparison={withComparison}
                contact={issued.common.contact}
              />
              <Button onPress={() => leave(true)}>
                <Trans>終わる</Trans>
              </Button>
            </div>
            <Notes issued={issued} />
            <Back chosen={withComparison} onChoose={choose} />
          </header>
          <div className="grid justify-items-center gap-4 p-4">
            {issued.slips.map((slip) => (
              <Sheets key={slip.account_id} slip={slip} issued={issued} withComparison={withComparison} />
            ))}
          </div>
          <Question
            isOpen={leaving}
            title={<Trans>用紙の画面を閉じますか？</Trans>}
            act={t`閉じる`}
            keep={t`戻る`}
            onKeep={() => leave(false)}
            onAct={onLeave}
          >
            <p>
              <Trans>
                {count}
                人分のパスワードは、もう一度は見られません。印刷か保存が済んでいないときは、戻ってください。
              </Trans>
            </p>
          </Question>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Sheets({ slip, issued, withComparison }: { slip: Slip; issued: Issued; withComparison: boolean }) {
  return (
    <>
      <SlipPage slip={slip} common={issued.common} />
      {withComparison && <Comparison contact={issued.common.contact} />}
    </>
  );
}

function Notes({ issued }: { issued: Issued }) {
  const left = issued.left_out.length;
  return (
    <div className="text-small text-firm">
      <p>
        <Trans>
          パスワードが見えるのは、この画面を閉じるまでです。サーバーにも残りません。なくしたときは、もう一度用紙を出してください（この用紙は使えなくなります）。
        </Trans>
      </p>
      {issued.reset > 0 && (
        <p>
          <Trans>
            {issued.reset}人は、それまでのパスワードが使えなくなり、開いていた画面もログアウトしました。
          </Trans>
        </p>
      )}
      {left > 0 && (
        <p>
          <Trans>
            {left}人には用紙を出していません（
            {issued.left_out
              .slice(0, 5)
              .map((each) => each.name)
              .join("、")}
            {left > 5 ? "…" : ""}）。
          </Trans>
        </p>
      )}
    </div>
  );
}

function Back({ chosen, onChoose }: { chosen: boolean; onChoose: (chosen: boolean) => void }) {
  return (
    <Checkbox
      isSelected={chosen}
      onChange={onChoose}
      className="group flex min-h-11 w-fit cursor-pointer items-center gap-2 text-small"
    >
      <span className="grid size-5 shrink-0 place-items-center rounded-4 border-2 border-edge group-data-selected:border-accent group-data-selected:bg-accent group-data-selected:text-on-accent">
        <span className="hidden group-data-selected:block">
          <Icon name="check" size={16} />
        </span>
      </span>
      <Trans>裏面に「LINEとここが同じ・ここが違う」を付ける（両面印刷）</Trans>
    </Checkbox>
  );
}

interface FilesProps {
  slips: readonly Slip[];
  mostPages: number;
  withComparison: boolean;
  contact: string;
}

/** One PDF takes so many slips; for more there are several buttons. */
function Files({ slips, mostPages, withComparison, contact }: FilesProps) {
  const pdf = usePdf();
  const starts = slips.filter((_, at) => at % mostPages === 0).map((_, part) => part * mostPages);
  return (
    <>
      {starts.map((start) => {
        const part = slips.slice(start, start + mostPages);
        const [first, last] = [start + 1, start + part.length];
        return (
          <Button
            key={start}
            isDisabled={pdf.isPending}
            onPress={() => pdf.mutate({ slips: part, withComparison })}
          >
            {starts.length > 1 ? (
              <Trans>
                PDFで保存（{first}～{last}人目）
              </Trans>
            ) : (
              <Trans>PDFで保存する</Trans>
            )}
          </Button>
        );
      })}
      <p role="status" className="text-small">
        {pdf.isPending && <Trans>PDFをつくっています。1,000人分で10秒ほどかかります。</Trans>}
      </p>
      {pdf.error && (
        <p role="alert" className="w-full text-small text-danger">
          {pdf.error instanceof Refusal ? (
            sentenceOf(pdf.error, contact)
          ) : (
            <Trans>PDFを受け取れませんでした。もう一度押してください。</Trans>
          )}
        </p>
      )}
    </>
  );
}
