/** What stands under a message, as signs come and go. */
import { describe, expect, test } from "vitest";

import type { AccountId, Facts, MessageId, Reaction, RoomId } from "@/generated/wire";
import { told, wished } from "@/talk/reactions/counts";

const ME = "佐藤" as AccountId;
const SUZUKI = "鈴木" as AccountId;
const message_id = "m1" as MessageId;

function sign(kind: Reaction["kind"], count: number, account_id = SUZUKI): Facts["reactions.changed"] {
  return { room_id: "福祉" as RoomId, message_id, kind, count, account_id, is_on: count > 0 };
}

describe("MSG-8 what is told", () => {
  test("stands in the order of the signs, with the server's own count", () => {
    const one = told({}, sign("eyes", 1), ME);
    const two = told(one, sign("check", 4), ME);
    expect(two).toEqual({
      m1: [
        { kind: "check", count: 4, mine: false },
        { kind: "eyes", count: 1, mine: false },
      ],
    });
  });

  test("is mine when I did it, on whatever device, and stays so when others come and go", () => {
    const mine = told({}, sign("check", 1, ME), ME);
    expect(told(mine, sign("check", 2), ME)).toEqual({ m1: [{ kind: "check", count: 2, mine: true }] });
  });

  test("twice is the same as once, and the last one taken back leaves nothing", () => {
    const once = told({ m2: [] }, sign("check", 1), ME);
    expect(told(once, sign("check", 1), ME)).toEqual(once);
    expect(told(once, sign("check", 0), ME)).toEqual({ m2: [] });
  });
});

describe("MSG-8 what I wish shows at once", () => {
  const stands: Reaction[] = [{ kind: "check", count: 2, mine: false }];

  test("as one more, as one less, and as a sign of its own", () => {
    expect(wished(stands, new Map([["check", true]]))).toEqual([{ kind: "check", count: 3, mine: true }]);
    expect(wished([{ kind: "heart", count: 1, mine: true }], new Map([["heart", false]]))).toEqual([]);
    expect(wished(stands, new Map([["heart", true]]))).toEqual([
      ...stands,
      { kind: "heart", count: 1, mine: true },
    ]);
  });

  test("and is counted no second time when the server has told it", () => {
    const mine: Reaction[] = [{ kind: "check", count: 3, mine: true }];
    expect(wished(mine, new Map([["check", true]]))).toEqual(mine);
  });
});
