/** What is asked in a room, in a dialog over it: whom to bring in, how it shall be, what calls one, what goes on paper. */
import { lazy } from "react";

import type { Me, Room } from "@/generated/wire";
import { roomLetters } from "@/kit/names";

import { ToPaper } from "./paper/ToPaper";

// Choosing people is heavy, and questions are rare: they come when they are asked for.
const Invite = lazy(() => import("@/talk/rooms/Invite").then((file) => ({ default: file.Invite })));
const GuestsDialog = lazy(() =>
  import("@/talk/guests/GuestsDialog").then((file) => ({ default: file.GuestsDialog })),
);
const BodiesDialog = lazy(() =>
  import("@/talk/federation/BodiesDialog").then((file) => ({ default: file.BodiesDialog })),
);
const Leave = lazy(() => import("@/talk/rooms/Leave").then((file) => ({ default: file.Leave })));
const RoomSettings = lazy(() =>
  import("@/talk/rooms/RoomSettings").then((file) => ({ default: file.RoomSettings })),
);
const FaceSetting = lazy(() =>
  import("@/talk/faces/FaceSetting").then((file) => ({ default: file.FaceSetting })),
);
const NotifyDialog = lazy(() =>
  import("@/talk/mentions/NotifyDialog").then((file) => ({ default: file.NotifyDialog })),
);
const EndPractice = lazy(() =>
  import("@/talk/practice/EndPractice").then((file) => ({ default: file.EndPractice })),
);

export type What = "invite" | "guests" | "bodies" | "settings" | "notify" | "print" | "leave";

interface Props {
  what: What;
  room: Room;
  me: Me;
  onClose: () => void;
  onLeft: () => void;
}

export function Asked({ what, room, me: { account_id: me, contact }, onClose, onLeft }: Props) {
  if (what === "invite") return <Invite {...{ room, contact, onClose }} />;
  if (what === "guests") return <GuestsDialog room={room.room} {...{ contact, onClose }} />;
  if (what === "bodies") return <BodiesDialog room={room.room} {...{ contact, onClose }} />;
  if (what === "settings") {
    const { name, room_id } = room.room;
    const face = <FaceSetting room={room_id} letters={roomLetters(name)} of={room_id} contact={contact} />;
    return <RoomSettings {...{ room, contact, face, onClose }} />;
  }
  if (what === "notify") return <NotifyDialog room={room.room} {...{ contact, onClose }} />;
  if (what === "print") {
    const { room: row, purpose } = room;
    return <ToPaper room={{ ...row, purpose }} {...{ contact, onClose }} />;
  }
  if (room.room.kind === "practice") return <EndPractice {...{ contact, onClose }} onEnded={onLeft} />;
  return <Leave {...{ room, me, contact, onClose, onLeft }} />;
}
