/** Where one writes: a plain text field of the system, so that conversion, dictation and handwriting keep working. */
import { Trans } from "@lingui/react/macro";
import { type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect } from "react";

import { graphemeCount } from "@/kit/graphemes";
import { Button } from "@/ui/Button";

import type { Naming } from "./naming";
import { useSendKeys } from "./sendKeys";
import { WritingField } from "./WritingField";

/** The server's limit of one message, in letters as a person counts them. */
const MOST = 10_000;
const NEAR = 9_000;

interface Props {
  /** The name of the field, and what stands in it while it is empty. */
  label: string;
  placeholder: string;
  text: string;
  onChange: (text: string) => void;
  onSend: () => void;
  /** ↑ in an empty field. */
  onUp: (field: HTMLElement) => void;
  enterSends: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
  /** A conversion has opened in the field, or ended. */
  onConverting: (isOpen: boolean) => void;
  naming: Naming;
  /** Who gets it, in chips. */
  chips: ReactNode;
  /** What the writer should know of these words before they are sent. */
  warning: ReactNode;
  /** To whom it goes, as a sentence. */
  reaches: ReactNode;
  /** What else is chosen before it is sent. */
  choice: ReactNode;
  /** Beside 送信: the way to send it later. */
  later: ReactNode;
  /** What is attached. */
  files: ReactNode;
  /** The ways to attach more. */
  ways: ReactNode;
  /** Whether there is anything to send but words, and whether it has to be waited for. */
  attached: { count: number; isIn: boolean };
}

export function Composer({
  label,
  placeholder,
  text,
  onChange,
  onSend,
  onUp,
  onConverting,
  enterSends,
  field,
  naming,
  chips,
  warning,
  reaches,
  choice,
  later,
  files,
  ways,
  attached,
}: Props) {
  const length = text.length > NEAR ? graphemeCount(text) : text.length;
  const sendable = (text.trim() !== "" || attached.count > 0) && attached.isIn && length <= MOST;
  const send = () => sendable && onSend();
  const keys = useSendKeys(enterSends, send, naming);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isPlainUp(event) && text === "") onUp(event.currentTarget);
    else keys.onKeyDown(event);
  };
  useGrowth(field, text);
  const shape = files ? shapes.withFiles : shapes.alone;

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="focus-frame relative mx-2.5 mb-2.5 flex shrink-0 flex-wrap items-end rounded-12 border border-edge bg-surface mid:mx-5 mid:mb-4"
    >
      {naming.list}
      <p className="flex w-full flex-wrap items-center gap-x-2 gap-y-1 px-3.5 pt-2 text-small text-firm short:hidden">
        {chips}
        <span className="figures">{reaches}</span>
      </p>
      <p role="status" className="w-full px-3.5 pt-1 text-small text-warn empty:hidden">
        {warning}
      </p>
      {files}
      <WritingField
        {...{ field, text, onChange, naming, keys, onKeyDown, onConverting }}
        label={label}
        placeholder={placeholder}
        rows={1}
        size={`order-2 grow mid:basis-full ${shape.field}`}
        tallest="max-h-[calc(6lh+1rem)]"
        margin="px-3.5 py-2"
      />
      {ways}
      <div
        className={`order-5 ml-auto flex flex-wrap items-center justify-end gap-x-3 px-2 pb-2 mid:grow mid:pt-0 ${shape.foot}`}
      >
        {choice}
        <Length length={length} />
        {!choice && <KeyHint enterSends={enterSends} />}
        {later}
        <span className="shrink-0 whitespace-nowrap">
          <Button type="submit" look="first" isDisabled={!sendable}>
            <Trans>送信</Trans>
          </Button>
        </span>
      </div>
    </form>
  );
}

/** On a phone the field has a line of its own, over the ways to attach; alone it stands beside 送信. */
const shapes = {
  withFiles: { field: "basis-full max-mid:short:basis-40", foot: "max-mid:short:pt-2" },
  alone: { field: "basis-40", foot: "pt-2" },
};

function Length({ length }: { length: number }) {
  if (length <= NEAR) return null;
  const over = length - MOST;
  return (
    <p
      role="status"
      className={`figures mr-auto pl-1.5 text-small ${over > 0 ? "text-danger" : "text-soft"}`}
    >
      {over > 0 ? (
        <Trans>
          {over}文字多いので送れません（1通は{MOST.toLocaleString("ja-JP")}文字まで）
        </Trans>
      ) : (
        <Trans>あと{-over}文字</Trans>
      )}
    </p>
  );
}

function KeyHint({ enterSends }: { enterSends: boolean }) {
  const command = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";
  return (
    <p className="hidden text-small text-soft fine:mid:block">
      {enterSends ? <Trans>Enter で送信</Trans> : <Trans>{command}+Enter で送信</Trans>}
    </p>
  );
}

/** While a conversion is open its candidates have the arrows; then the field is not empty either. */
function isPlainUp({ key, altKey, ctrlKey, metaKey, shiftKey, nativeEvent }: KeyboardEvent): boolean {
  const isPlain = !(altKey || ctrlKey || metaKey || shiftKey || nativeEvent.isComposing);
  return isPlain && key === "ArrowUp";
}

/** One line high until it is used; six lines at most, then it scrolls. Newer browsers do it by themselves. */
function useGrowth(field: RefObject<HTMLTextAreaElement | null>, text: string) {
  useLayoutEffect(() => {
    const area = field.current;
    if (!area || CSS.supports("field-sizing", "content")) return;
    // It grows only: folding it up to measure would move the messages above.
    if (text === "") area.style.height = "auto";
    else if (area.scrollHeight > area.clientHeight) area.style.height = `${area.scrollHeight}px`;
  }, [field, text]);
}
