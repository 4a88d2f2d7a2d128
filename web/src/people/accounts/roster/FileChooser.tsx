/** The first step: a file, chosen or dropped, on its way to the server with a word on how far it is. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useRef, useState } from "react";
import { DropZone, FileTrigger, ProgressBar } from "react-aria-components";

import { Refusal } from "@/platform/refusals";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";

import { Trouble } from "./RosterPage";
import { mostBytes, type Subject, useBring } from "./roster";

interface Props {
  subject: Subject;
  contact: string;
  onBrought: (draftId: string) => void;
}

export function FileChooser({ subject, contact, onBrought }: Props) {
  const { t } = useLingui();
  const bring = useBring();
  const [share, setShare] = useState(0);
  const [trouble, setTrouble] = useState<unknown>(null);
  const stopping = useRef<AbortController>(null);

  const take = (file: File | undefined) => {
    if (!file || bring.isPending) return;
    setTrouble(null);
    if (file.size > mostBytes) {
      setTrouble(new Refusal(413, "accounts.roster_too_large", { most: mostBytes / 1024 / 1024 }));
      return;
    }
    stopping.current = new AbortController();
    setShare(0);
    bring.mutate(
      { file, subject, onProgress: setShare, signal: stopping.current.signal },
      { onSuccess: onBrought, onError: (error) => setTrouble(isTakenBack(error) ? null : error) },
    );
  };

  return (
    <div className="grid gap-3">
      <DropZone
        aria-label={t`ファイルをここに置く`}
        getDropOperation={() => "copy"}
        onDrop={async ({ items }) => {
          const item = items.find((each) => each.kind === "file");
          if (item?.kind === "file") take(await item.getFile());
        }}
        className="grid justify-items-center gap-3 rounded-12 border-2 border-dashed border-edge bg-sunken px-6 py-10 text-center data-drop-target:border-accent data-drop-target:bg-accent-soft"
      >
        {bring.isPending ? (
          <OnItsWay share={share} onStop={() => stopping.current?.abort()} />
        ) : (
          <Invitation onChosen={take} />
        )}
      </DropZone>
      <Trouble error={trouble} contact={contact} />
    </div>
  );
}

function isTakenBack(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

function Invitation({ onChosen }: { onChosen: (file: File | undefined) => void }): ReactNode {
  return (
    <>
      <Icon name="up" size={32} />
      <p className="font-bold">
        <Trans>ここにファイルを置くか、ファイルを選んでください。</Trans>
      </p>
      <FileTrigger
        acceptedFileTypes={[".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls"]}
        onSelect={(files) => onChosen(files?.[0])}
      >
        <Button look="first">
          <Trans>ファイルを選ぶ</Trans>
        </Button>
      </FileTrigger>
      <p className="max-w-[40em] text-pretty text-small text-soft">
        <Trans>
          Excel か CSV
          です（20MBまで）。列の順と見出しの名前は、そのままでかまいません。取り込む前に、変わるところを確かめます。
        </Trans>
      </p>
    </>
  );
}

function OnItsWay({ share, onStop }: { share: number; onStop: () => void }) {
  const { t } = useLingui();
  const isRead = share >= 1;
  return (
    <>
      <p role="status" className="font-bold">
        {isRead ? <Trans>ファイルを読み取っています</Trans> : <Trans>ファイルを送っています</Trans>}
      </p>
      <Bar label={t`ファイルの送信`} value={share * 100} />
      <Button small onPress={onStop}>
        <Trans>やめる</Trans>
      </Button>
    </>
  );
}

/** A bar with its figure beside it; without a figure it only says that something goes on. */
export function Bar({ label, value }: { label: string; value: number | null }) {
  return (
    <ProgressBar
      aria-label={label}
      value={value ?? 0}
      isIndeterminate={value === null}
      className="grid w-full max-w-80 grid-cols-[1fr_3.5rem] items-center gap-2"
    >
      {({ percentage, valueText }) => (
        <>
          <span className="h-3 overflow-hidden rounded-full border border-edge bg-surface">
            <span
              className={`block h-full bg-accent ${value === null ? "w-1/3" : ""}`}
              style={value === null ? {} : { width: `${percentage}%` }}
            />
          </span>
          <span className="figures text-right text-small">{value === null ? "" : valueText}</span>
        </>
      )}
    </ProgressBar>
  );
}
