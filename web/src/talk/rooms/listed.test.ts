/** The list, line by line: favourites first, folders with what is in them, and a thousand rooms in no time. */
import { expect, test } from "vitest";

import type { Folder, FolderId, RoomId, RoomRow } from "@/generated/wire";
import { listed, roomsOf } from "@/talk/rooms/listed";
import { inOrder, named, neighbour } from "@/talk/rooms/order";

function room(name: string, more: Partial<RoomRow> = {}): RoomRow {
  const opened_at = "2026-11-20T00:00:00Z";
  const row = { room_id: name, name, opened_at, unread: 0, folder_id: null, is_favourite: false, ...more };
  return row as unknown as RoomRow; // what the list looks at
}

function folder(name: string, is_shut = false): Folder {
  return { folder_id: name as FolderId, name, position: 0, is_shut };
}

const inside = { folder_id: "窓口" as FolderId };
const rooms = [
  room("当番", { ...inside, unread: 2 }),
  room("係会議"),
  room("市長室", { is_favourite: true, ...inside }),
  room("相談", inside),
];
const said = (folders: Folder[], open: string | null = null) =>
  listed(rooms, folders, open).map((line) =>
    line.kind === "room"
      ? line.room.name
      : line.kind === "rest"
        ? "—"
        : `${line.folder.name} ${line.rooms} ${line.unread}`,
  );

test("favourites stand at the head and nowhere else, then folders, then the rest (ROOM-15)", () => {
  expect(said([])).toEqual(["市長室", "係会議"]);
  expect(said([folder("空"), folder("窓口")])).toEqual([
    "市長室",
    "空 0 0",
    "窓口 2 2",
    "当番",
    "相談",
    "—",
    "係会議",
  ]);
});

test("of a folder that is shut only the open room stays in sight", () => {
  const shut = [folder("窓口", true)];
  expect(said(shut)).toEqual(["市長室", "窓口 2 2", "—", "係会議"]);
  expect(said(shut, "相談")).toEqual(["市長室", "窓口 2 2", "相談", "—", "係会議"]);
});

test("the keys walk the list as it stands", () => {
  const folders = [folder("窓口")];
  const walked = ["市長室", "当番", "相談", "係会議"];
  const steps = walked.map((open) => neighbour(rooms, folders, open, 1)?.name);
  expect(steps).toEqual([...walked.slice(1), undefined]);
});

test("a thousand rooms in fifty folders are put in order and looked through within a frame", () => {
  const folders = Array.from({ length: 50 }, (_, at) => folder(`フォルダ${at}`));
  const many = Array.from({ length: 1_000 }, (_, at) => {
    const opened_at = new Date(Date.UTC(2026, 10, 20) + ((at * 7919) % 1_000) * 60_000).toISOString();
    const folder_id = folders[at % 60]?.folder_id ?? null;
    return room(`第${at}回　係会議`, {
      room_id: `${at}` as RoomId,
      opened_at,
      folder_id,
      is_favourite: at % 97 === 0,
    });
  });
  const began = performance.now();
  const lines = listed(named(inOrder(many), "ｶｲ 係会議".replace("ｶｲ", "回")), folders, null);
  const took = performance.now() - began;
  expect(new Set(roomsOf(lines)).size).toBe(1_000);
  // A frame is 16 ms; a busy machine gets six.
  expect(took).toBeLessThan(100);
});
