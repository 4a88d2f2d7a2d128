/** What one can do with a message: each in a file of its own, offered by the bar, the menu and the keys alike. */
import type { MessageDescriptor } from "@lingui/core";
import type { ComponentType } from "react";

import type { Me, Message, MessageId, Person, Room } from "@/generated/wire";
import type { IconName } from "@/ui/Icon";

/** The message an action is about, as its reader sees it. */
export interface Subject {
  message: Message;
  person: Person | undefined;
  room: Room;
  me: Me;
  /** How many others have read it, as far as that is counted here. */
  readers: number;
  /** It is read in the pane of its thread. */
  inThread: boolean;
}

/** What an action may do on the screen around the message. */
export interface Hands {
  /** Say in a word what was done. */
  tell: (words: MessageDescriptor) => void;
  /** Let its author put it right where it stands. */
  edit: (message: Message) => void;
  /** Let what is written next answer this one. */
  reply: (message: Message) => void;
  /** Show what stands under this message. */
  openThread: (under: MessageId) => void;
}

export interface AskProps {
  subject: Subject;
  onClose: () => void;
  /** It closes because it is done; this says so. */
  onDone: (words: MessageDescriptor) => void;
}

export interface Action {
  name: string;
  icon: IconName;
  says: MessageDescriptor;
  /** It stands in the bar beside the message too, one press away. */
  inBar?: boolean;
  /** Whether this message can take it; left out where every message can. */
  isOffered?: (subject: Subject) => boolean;
  /** Done at once … */
  act?: (subject: Subject, hands: Hands) => void;
  /** … or by a dialog, which stands until it says that it closes. */
  Asks?: ComponentType<AskProps>;
}
