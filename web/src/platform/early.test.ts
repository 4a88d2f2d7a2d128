/** D12, C6: what came before its turn is held through a break of the line, and named, so that it is not said again. */
import { expect, test } from "vitest";

import type { Runs } from "@/platform/early";
import { StillClock } from "@/platform/rehearsal";
import { Streams } from "@/platform/streams";

const ROOM = "room/福祉";

function scene() {
  const applied: number[] = [];
  const named: Runs[] = [];
  const streams = new Streams({
    clock: new StillClock(),
    apply: ({ number }) => applied.push(number),
    missed: async (_, after) => ({ frames: [], covered: after }),
    hear: async (_, held) => {
      named.push(held);
      return [];
    },
    reread: () => {},
  });
  const hear = (...numbers: number[]) => {
    for (const number of numbers) streams.receive({ stream: ROOM, number });
  };
  streams.known(ROOM, 41);
  return { streams, applied, named, hear };
}

test("what is held beyond a hole is named", async () => {
  const { streams, applied, named, hear } = scene();
  hear(44, 45, 47);
  await streams.resume({ [ROOM]: 50 });
  expect(named).toEqual([{ [ROOM]: [44, 45] }]);
  hear(42, 43, 46, 48);
  expect(applied).toEqual([42, 43, 44, 45, 46, 47, 48]);
});

test("what is held beyond the server's head means something else by now", async () => {
  const { streams, applied, named, hear } = scene();
  hear(44, 45);
  await streams.resume({ [ROOM]: 43 });
  hear(42, 43);
  expect(named).toEqual([{}]);
  expect(applied).toEqual([42, 43]);
});
