/** The messages of a room, one below the other. Only those in sight stand in the page, however long the room is. */
import { Trans } from "@lingui/react/macro";
import type { ClipboardEvent, ReactElement } from "react";
import { Button } from "react-aria-components";
import { type CustomContainerComponentProps, Virtualizer } from "virtua";

import { Icon } from "@/ui/Icon";

import type { Row } from "./rows";
import { useScroll } from "./scroll";
import { useFocused, walk } from "./walking";
import { useWheeling } from "./wheeling";

interface Props {
  label: string;
  rows: Row[];
  asked: string | null;
  hasOlder: boolean;
  hasNewer: boolean;
  loadOlder: () => Promise<void>;
  loadNewer: () => Promise<void>;
  onSeen: (ordinal: number) => void;
  /** The newest messages are not in the page: they have to be fetched before one can go there. */
  onNewest: () => void;
  /** How many messages of the room nobody has looked at here yet. */
  unread: number;
  onCopy: (event: ClipboardEvent) => void;
  children: (row: Row) => ReactElement;
}

export function Log({ label, rows, asked, onNewest, unread, onCopy, children, ...wishes }: Props) {
  const { focused, kept, watch } = useFocused(rows);
  const { scroller, list, away, toEnd } = useScroll({ rows, asked, focused, ...wishes });
  useWheeling(scroller);
  return (
    <div className="relative flex min-h-0 grow flex-col short:min-h-[6rem] tight:min-h-[3.5rem]">
      {/* Rows that scrolling brings in are not news: what arrives is said elsewhere. */}
      <div
        ref={scroller}
        role="log"
        aria-label={label}
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it with the keys.
        tabIndex={0}
        onCopy={onCopy}
        onKeyDown={walk}
        {...watch}
        className="@container flex min-h-0 grow flex-col overflow-y-auto overflow-x-hidden px-3.5 [overflow-anchor:none] focus-visible:-outline-offset-3 focus-visible:shadow-none mid:px-5"
      >
        <div className="grow" />
        <Virtualizer as={Rows} data={rows} keepMounted={kept} {...list}>
          {(row, place) => (
            <div key={row.key} data-row={row.key} className={place === rows.length - 1 ? "pb-4" : undefined}>
              {children(row)}
            </div>
          )}
        </Virtualizer>
      </div>
      {away && <ToNewest count={unread} onPress={wishes.hasNewer ? onNewest : toEnd} />}
    </div>
  );
}

/**
 * While it moves, the list's own container takes no press. A log moves with whatever arrives at its end: somebody who
 * presses then means what stands under their finger.
 */
function Rows({ style, ...rest }: CustomContainerComponentProps) {
  const { pointerEvents: _, ...placed } = style;
  return <div {...rest} className="in-data-wheeling:pointer-events-none" style={placed} />;
}

function ToNewest({ count, onPress }: { count: number; onPress: () => void }) {
  return (
    <Button
      onPress={onPress}
      // As wide as it will be with a count, which comes and grows while one reads.
      className="absolute right-4 bottom-3 flex min-h-10 min-w-[9.5rem] tight:min-w-[6rem] items-center gap-1.5 rounded-full border border-edge bg-surface px-3.5 text-small font-bold text-accent shadow-raised hover:bg-hovered coarse:min-h-11"
    >
      <Icon name="down" size={18} />
      <Trans>最新へ</Trans>
      {count > 0 && (
        <span className="figures">
          <span className="sr-only">
            <Trans>新しいメッセージ</Trans>
          </span>
          {count}件
        </span>
      )}
    </Button>
  );
}
