/** What a field for writing is told about names in it. Who can be named is known above. */
import type { AriaAttributes, ReactNode } from "react";

export interface Naming {
  /** Where names stand in the text. */
  names: readonly { start: number; end: number }[];
  /** A key that belongs to the list of names; true where it was taken. Never asked while a conversion is open. */
  takesKey(press: Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">): boolean;
  onCaret(caret: number): void;
  onComposing(isComposing: boolean): void;
  /** The list behind an ＠, while there is one. */
  list: ReactNode;
  field: Pick<AriaAttributes, "aria-controls" | "aria-activedescendant" | "aria-autocomplete">;
}
