/** What facts about the body do to the first screen, and those about a room to the pages of its messages. */
import type { QueryClient } from "@tanstack/react-query";

import type { Line, Room, RoomId, Screen } from "@/generated/wire";
import { change, changeAll, type Handlers, type Placed, rereadInTime } from "@/platform/facts";
import type { Held } from "@/platform/held";
import { pagesKey } from "@/talk/messages/page";
import { noted, type PageState } from "@/talk/messages/window";
import { roomFacts } from "@/talk/rooms/facts";
import { roomKey } from "@/talk/rooms/rooms";
import { screenKey } from "@/talk/rooms/rows";

import { layAnew } from "./paper/paper";

export const bodyFacts: Handlers<"orgs.modules_changed" | "orgs.settings_changed"> = {
  /** Menus follow at once; rooms that come or go with a module, and whatever else is held, are read anew. */
  "orgs.modules_changed": (cache, told) => {
    const { switched_off } = told.body;
    change<Screen>(cache, screenKey, told, ({ me, ...screen }) => ({
      ...screen,
      me: { ...me, switched_off },
    }));
    void cache.invalidateQueries({ queryKey: ["modules"] });
    rereadInTime(cache, [told.stream]);
  },

  /** Whoever shows a setting asks again; what follows from it is told by the feature whose setting it is. */
  "orgs.settings_changed": (cache, { stream, body }) => {
    void cache.invalidateQueries({ queryKey: ["settings", body.setting] });
    // What one may do may be something else now: it came with everything that was asked.
    if (body.renewing) rereadInTime(cache, [stream]);
  },
};

type OfRooms =
  | "rooms.changed"
  | "rooms.labelled"
  | "rooms.bodies_changed"
  | "rooms.joined"
  | "rooms.role_changed"
  | "rooms.left";

/** Comings, goings and settings also stand as quiet lines below the messages. */
export const lineFacts: Handlers<OfRooms> = {
  "rooms.changed": (cache, told) => {
    const { room_id, readers, printing } = told.body;
    const before = cache.getQueryData<Held<Room>>(roomKey(room_id))?.state.rules.readers;
    roomFacts["rooms.changed"](cache, told);
    note(cache, told, told.body);
    // How many have read is not for this page any more, or it is only now.
    if (before && before !== readers) void cache.invalidateQueries({ queryKey: pagesKey(room_id) });
    if (!printing) layAnew(cache, room_id);
  },
  "rooms.labelled": (cache, told) => {
    roomFacts["rooms.labelled"](cache, told);
    note(cache, told, told.body);
    if (!told.body.level.printing) layAnew(cache, told.body.room_id);
  },
  "rooms.bodies_changed": (cache, told) => {
    roomFacts["rooms.bodies_changed"](cache, told);
    note(cache, told, told.body);
    if (!told.body.level.printing) layAnew(cache, told.body.room_id);
  },
  "rooms.joined": (cache, told) => {
    roomFacts["rooms.joined"](cache, told);
    note(cache, told, told.body);
  },
  "rooms.role_changed": (cache, told) => {
    roomFacts["rooms.role_changed"](cache, told);
    note(cache, told, told.body);
  },
  "rooms.left": (cache, told) => {
    roomFacts["rooms.left"](cache, told);
    note(cache, told, told.body);
  },
};

function note(
  cache: QueryClient,
  told: Placed,
  { room_id, lines }: { room_id: RoomId; lines: Line[] },
): void {
  changeAll<PageState>(cache, pagesKey(room_id), told, (page) => noted(page, lines));
}
