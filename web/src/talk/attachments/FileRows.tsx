/** The files that are attached to what one writes, each with how far it is and the way to take it off again. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";

import type { FileId } from "@/generated/wire";
import { type Brought, isUnderWay, type Standing } from "@/people/files/brought";
import { FileReason } from "@/people/files/FileReason";
import { looksLikePicture } from "@/people/files/kinds";
import { sizeWords } from "@/people/files/sizes";
import { sentenceOf } from "@/platform/refusals";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { IconButton } from "@/ui/IconButton";

import { Described } from "./Described";

interface Props {
  files: readonly Brought[];
  /** Those that go to nobody, with the code of the reason. */
  declined: ReadonlyMap<FileId, string>;
  contact: string;
  onRemove: (key: string) => void;
  onAgain: (key: string) => void;
  onPause: (key: string) => void;
  onGoOn: (key: string) => void;
  /** What is to be seen in a picture is said, or said otherwise. */
  onDescribe: (key: string, about: string) => void;
  /** It has been said: one goes on writing. */
  onDescribed: () => void;
  /** One that was lost is chosen once more. */
  onChoose: () => void;
}

export function FileRows({ files, declined, ...does }: Props) {
  const { t } = useLingui();
  if (files.length === 0) return null;
  return (
    <section aria-label={t`添付するファイル`} className="order-1 w-full px-2 pt-1.5">
      {/* Taller while a picture is being described: what is wrong with the words stands below their field. */}
      <ul className="grid max-h-[min(11rem,25dvh)] has-[input]:max-h-[min(17rem,40dvh)] max-mid:not-has-[input]:max-h-[min(9rem,15dvh)] gap-1 overflow-y-auto">
        {files.map((file) => (
          <Row
            key={file.key}
            file={file}
            declined={(file.file_id && declined.get(file.file_id)) ?? null}
            {...does}
          />
        ))}
      </ul>
      <Why files={files} isShut={declined.size > 0} />
    </section>
  );
}

/** Why it is not sent yet. */
function Why({ files, isShut }: { files: readonly Brought[]; isShut: boolean }) {
  const left = files.filter(({ standing }) => standing !== "whole");
  if (left.length === 0 && !isShut) return null;
  if (left.some(({ standing }) => standing === "paused") && !left.some(isUnderWay)) {
    return (
      <p className="px-1.5 pt-1 text-small text-soft">
        <Trans>止めているファイルがあります。続けるか、外すと送信できます。</Trans>
      </p>
    );
  }
  const isStuck = left.every(({ standing }) => standing === "refused" || standing === "lost");
  return (
    <p className="figures px-1.5 pt-1 text-small text-soft">
      {isStuck ? (
        <Trans>送れないファイルがあります。外すか、選び直すと送信できます。</Trans>
      ) : (
        <Trans>
          {files.length}件のうち{files.length - left.length}件を送り終えました。終わると送信できます。
        </Trans>
      )}
    </p>
  );
}

interface RowProps extends Omit<Props, "files" | "declined"> {
  file: Brought;
  declined: string | null;
}

const good = { row: "items-center border-line bg-sunken", icon: "text-firm", words: "basis-[9rem]" };
const bad = {
  row: "items-start border-danger-line bg-danger-soft",
  icon: "pt-1 text-danger",
  // A whole line for the reason where it is narrow; what can be done stands below.
  words: "basis-[min(13rem,calc(100%-2.5rem))]",
};

/** Few rows are seen at once on a phone: the one that needs somebody is among them. */
function useSeen(isNeeded: boolean) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isNeeded) row.current?.scrollIntoView({ block: "nearest" });
  }, [isNeeded]);
  return row;
}

function Row({ file, declined, contact, onRemove, onAgain, onPause, onGoOn, onChoose, ...does }: RowProps) {
  const { t } = useLingui();
  const { key, name, size, standing } = file;
  const isBad = declined !== null || standing === "refused" || standing === "lost";
  const looks = isBad ? bad : good;
  return (
    <li
      ref={useSeen(isBad)}
      className={`flex flex-wrap justify-end gap-x-2.5 rounded-8 border py-1 pl-2.5 ${looks.row}`}
    >
      <span className={looks.icon}>
        <Icon name={isBad ? "alert" : looksLikePicture(name) ? "picture" : "file"} size={22} />
      </span>
      <div className={`min-w-0 grow ${looks.words}`}>
        <p className="text-small wrap-anywhere">
          <span className="font-bold">
            <AsTyped>{name}</AsTyped>
          </span>{" "}
          <span className="figures whitespace-nowrap text-soft">{sizeWords(size)}</span>
        </p>
        <How {...{ file, declined, contact }} />
      </div>
      <Once {...{ standing, onChoose }} onAgain={() => onAgain(key)} onGoOn={() => onGoOn(key)} />
      {isUnderWay(file) && (
        <IconButton icon="pause" label={t`${name} を止める`} onPress={() => onPause(key)} />
      )}
      <IconButton icon="close" label={t`${name} を外す`} onPress={() => onRemove(key)} />
      {!isBad && looksLikePicture(name) && <Described file={file} {...does} />}
    </li>
  );
}

interface OnceProps {
  standing: Standing;
  onAgain: () => void;
  onGoOn: () => void;
  onChoose: () => void;
}

/** What can be done once more. */
function Once({ standing, onAgain, onGoOn, onChoose }: OnceProps) {
  if (standing === "paused") {
    return (
      <Button small icon="play" onPress={onGoOn}>
        <Trans>続ける</Trans>
      </Button>
    );
  }
  if (standing === "refused") {
    return (
      <Button small icon="refresh" onPress={onAgain}>
        <Trans>もう一度</Trans>
      </Button>
    );
  }
  if (standing !== "lost") return null;
  return (
    <Button small icon="clip" onPress={onChoose}>
      <Trans>選び直す</Trans>
    </Button>
  );
}

function How({ file, declined, contact }: Pick<RowProps, "file" | "declined" | "contact">) {
  const { t } = useLingui();
  const { name, size, sent, standing, refusal } = file;
  const share = Math.min(99, Math.floor((sent / size) * 100));
  if (declined !== null) {
    return (
      <p className="text-small text-danger">
        <FileReason code={declined} contact={contact} />
      </p>
    );
  }
  switch (standing) {
    case "whole":
      return (
        <p className="flex items-center gap-1 text-small text-safe">
          <Icon name="check" size={16} />
          <Trans>準備できました</Trans>
        </p>
      );
    case "refused":
      return <p className="text-small text-danger">{refusal && sentenceOf(refusal, contact)}</p>;
    case "lost":
      return (
        <p className="text-small text-danger">
          <Trans>
            画面を読み込み直したので、途中で止まっています。同じファイルを選ぶと、続きから送ります。
          </Trans>
        </p>
      );
    case "stalled":
      return (
        <p className="text-small text-warn">
          <Trans>通信が切れています。つながったら、続きから送ります。</Trans>
        </p>
      );
    case "paused":
      return (
        <p className="figures text-small text-soft">
          <Trans>止めています（{share}%）</Trans>
        </p>
      );
    case "waiting":
      return (
        <p className="text-small text-soft">
          <Trans>順番を待っています</Trans>
        </p>
      );
    case "going":
      return (
        <div className="flex items-center gap-2">
          <div
            role="progressbar"
            aria-label={t`${name} を送っています`}
            aria-valuenow={share}
            className="h-1.5 min-w-12 grow overflow-hidden rounded-full bg-line"
          >
            <div className="h-full bg-accent" style={{ inlineSize: `${share}%` }} />
          </div>
          <span aria-hidden="true" className="figures text-small text-soft">
            <Trans>送っています {share}%</Trans>
          </span>
        </div>
      );
  }
}
