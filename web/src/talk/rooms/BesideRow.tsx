/** A room in a list that is none of one's own rooms: its face, its name as the way in, and a line about it. */
import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";

import type { RoomId } from "@/generated/wire";
import { roomLetters } from "@/kit/names";
import { AsTyped } from "@/ui/AsTyped";
import { Face } from "@/ui/Face";

interface Props {
  room: { room_id: RoomId; name: string };
  to: Pick<LinkProps, "to" | "params">;
  about: ReactNode;
  /** What stands below, over the whole width. */
  children?: ReactNode;
}

export function BesideRow({ room: { room_id, name }, to, about, children }: Props) {
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 gap-y-2 rounded-12 border border-line px-4 py-3">
      <Face letters={roomLetters(name)} of={room_id} />
      <div className="min-w-0">
        <h2 className="wrap-anywhere font-bold">
          <Link
            {...to}
            className="inline-flex min-h-9 items-center text-accent underline-offset-3 hover:underline coarse:min-h-11"
          >
            <AsTyped>{name}</AsTyped>
          </Link>
        </h2>
        <p className="figures text-small text-soft">{about}</p>
      </div>
      {children}
    </li>
  );
}
