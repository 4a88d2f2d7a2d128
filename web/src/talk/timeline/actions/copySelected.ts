/** A selection over several messages is copied as lines; within one message the browser's own copy is right. */
import type { ClipboardEvent } from "react";

import type { Message, People } from "@/generated/wire";

import { asLines } from "./lines";

export function copySelected(event: ClipboardEvent, messages: Message[], people: People): void {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return;
  const chosen = chosenIn(event.currentTarget, selection.getRangeAt(0));
  if (chosen.size < 2) return;
  event.clipboardData.setData("text/plain", asLines(messages, people, chosen));
  event.preventDefault();
}

function chosenIn(log: Element, range: Range): Set<string> {
  const said = [...log.querySelectorAll<HTMLElement>("[data-message]")];
  return new Set(said.filter((each) => hasWordsOf(each, range)).map((each) => each.dataset.message ?? ""));
}

/** A selection often ends at the very beginning of the next message: of that one nothing was chosen. */
function hasWordsOf(element: HTMLElement, range: Range): boolean {
  if (!range.intersectsNode(element)) return false;
  const part = document.createRange();
  part.selectNodeContents(element);
  if (part.compareBoundaryPoints(Range.START_TO_START, range) < 0) {
    part.setStart(range.startContainer, range.startOffset);
  }
  if (part.compareBoundaryPoints(Range.END_TO_END, range) > 0)
    part.setEnd(range.endContainer, range.endOffset);
  return part.toString().trim() !== "";
}
