/** A plain text field of the system with names in it: conversion, dictation and handwriting keep working. */
import type { KeyboardEvent, RefObject, TextareaHTMLAttributes } from "react";

import { NameMarks } from "./NameMarks";
import type { Naming } from "./naming";
import type { SendKeys } from "./sendKeys";

interface Props extends Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, "placeholder" | "rows"> {
  label: string;
  text: string;
  onChange: (text: string) => void;
  field: RefObject<HTMLTextAreaElement | null>;
  naming: Naming;
  keys: SendKeys;
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  /** A conversion has opened in the field, or ended. */
  onConverting?: (isOpen: boolean) => void;
  /** How wide it is. */
  size: string;
  /** How high it grows before it scrolls. */
  tallest: string;
  /** The space around its words. */
  margin: string;
}

const words = "font-name text-body";

export function WritingField(props: Props) {
  const {
    label,
    text,
    onChange,
    field,
    naming,
    keys,
    onKeyDown,
    onConverting,
    size,
    tallest,
    margin,
    ...rest
  } = props;
  const converting = (isOpen: boolean) => {
    naming.onComposing(isOpen);
    onConverting?.(isOpen);
  };
  return (
    <div className={`relative min-w-0 ${size}`}>
      <NameMarks text={text} names={naming.names} field={field} className={`${words} ${margin}`} />
      <textarea
        ref={field}
        aria-label={label}
        autoCapitalize="none"
        enterKeyHint="enter"
        value={text}
        onChange={({ target }) => {
          onChange(target.value);
          naming.onCaret(target.selectionStart);
        }}
        onSelect={({ currentTarget }) => naming.onCaret(currentTarget.selectionStart)}
        {...rest}
        {...naming.field}
        onKeyDown={onKeyDown}
        onKeyUp={keys.onKeyUp}
        onCompositionStart={() => {
          keys.onCompositionStart();
          converting(true);
        }}
        onCompositionEnd={(event) => {
          keys.onCompositionEnd(event);
          converting(false);
        }}
        className={`relative block field-sizing-content w-full resize-none overflow-y-auto bg-transparent outline-none tight:placeholder:cut focus-visible:shadow-none focus-visible:outline-none ${words} ${margin} ${tallest}`}
      />
    </div>
  );
}
