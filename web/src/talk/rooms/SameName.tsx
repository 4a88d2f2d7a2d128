/** A name that another room has already: that is allowed, but said before. Only rooms that one may know of are looked at. */
import { Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useDeferredValue } from "react";

import type { OrganizationId } from "@/generated/wire";

import { useOpenRooms } from "./kinds";
import { screenIn } from "./rows";
import { isOneName } from "./templates";

interface Props {
  name: string;
  organization: OrganizationId | null;
}

export function SameName({ name, organization }: Props) {
  const asked = useDeferredValue(name.trim());
  const mine = screenIn(useQueryClient())?.rooms ?? [];
  const open = useOpenRooms(asked, organization, asked.length > 1);
  const isOne = (room: { name: string }) => isOneName(room.name, asked);
  if (!mine.some((room) => room.kind !== "direct" && isOne(room)) && !(open.data ?? []).some(isOne))
    return null;
  return (
    <p
      role="status"
      className="rounded-8 border border-warn-line bg-warn-soft px-3 py-2 text-small text-warn"
    >
      <Trans>
        同じ名前のルームが、すでにあります。このままでも作れますが、名前で見分けられなくなります。
      </Trans>
    </p>
  );
}
