/** The lines of the list of rooms, of which only those in sight are in the page; the arrows walk from one to the next. */
import type { KeyboardEvent } from "react";
import { Virtualizer } from "virtua";

import type { AccountId, People, RoomId } from "@/generated/wire";

import { useDropping } from "./dragging";
import { FolderLine, RestLine } from "./FolderLine";
import type { ListActs } from "./listActs";
import type { Line } from "./listed";
import { RoomListRow } from "./RoomListRow";

interface Props {
  lines: Line[];
  people: People;
  me: AccountId;
  open: RoomId | null;
  drafted: ReadonlySet<RoomId>;
  acts: ListActs;
}

export function ListLines({ lines, acts, ...sight }: Props) {
  const { over, ...drop } = useDropping(acts.onPut);
  const mayDrop = lines.some((line) => line.kind === "folder");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move between the links inside.
    <div
      className="h-full overflow-y-auto overflow-x-hidden p-2"
      onKeyDown={walkByArrow}
      {...(mayDrop && drop)}
    >
      <Virtualizer as="ul" item="li" data={lines} startMargin={8} itemSize={68}>
        {(line) => <LineOf key={line.key} line={line} over={over} acts={acts} {...sight} />}
      </Virtualizer>
    </div>
  );
}

function LineOf({ line, over, ...rest }: Omit<Props, "lines"> & { line: Line; over: string | null }) {
  const { people, me, open, drafted, acts } = rest;
  switch (line.kind) {
    case "folder":
      return (
        <FolderLine
          folder={line.folder}
          rooms={line.rooms}
          unread={line.unread}
          isOver={over === line.folder.folder_id}
          acts={acts}
        />
      );
    case "rest":
      return <RestLine isOver={over === ""} />;
    case "room":
      return (
        <div data-into={line.room.is_favourite ? undefined : (line.folder ?? "")}>
          <RoomListRow
            room={line.room}
            people={people}
            me={me}
            isOpen={line.room.room_id === open}
            isDrafted={drafted.has(line.room.room_id)}
            onBeside={acts.onBeside && (() => acts.onBeside?.(line.room.room_id))}
            acts={acts}
          />
        </div>
      );
  }
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

function walkByArrow(event: KeyboardEvent<HTMLElement>) {
  const step = event.altKey || event.nativeEvent.isComposing ? undefined : steps[event.key];
  if (step === undefined) return;
  const stops: Element[] = [...event.currentTarget.querySelectorAll("[data-walk]")];
  const here = document.activeElement ? stops.indexOf(document.activeElement) : -1;
  const next = here < 0 ? undefined : stops[here + step];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
