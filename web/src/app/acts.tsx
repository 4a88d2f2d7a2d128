/** What can be done with a colleague from their card: writing to them, for whoever may begin a talk. */
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense } from "react";

import type { Me, PersonCard } from "@/generated/wire";

// As the card itself, it comes when a card is opened.
const WriteTo = lazy(() => import("@/talk/rooms/WriteTo").then((file) => ({ default: file.WriteTo })));

export function useActs({ account_id: me, contact, capabilities }: Me) {
  const navigate = useNavigate();
  if (!capabilities.includes("rooms.write_to")) return null;
  return (card: PersonCard, close: () => void = () => {}) => (
    <Suspense>
      <WriteTo
        card={card}
        me={me}
        contact={contact}
        onOpened={(roomId) => {
          close();
          void navigate({ to: "/rooms/$roomId", params: { roomId } });
        }}
      />
    </Suspense>
  );
}
