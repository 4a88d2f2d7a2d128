import { describe, expect, test } from "vitest";

import { putAwayOn } from "./passwordAge";

describe("AUTH-2: the word about an old password is put away for one person and one day", () => {
  test("until midnight in Japan, wherever the device is", () => {
    const evening = putAwayOn("sato", "2026-11-25T23:59:59+09:00");
    expect(putAwayOn("sato", "2026-11-25T00:00:00+09:00")).toBe(evening);
    expect(putAwayOn("sato", "2026-11-25T15:00:00Z")).not.toBe(evening);
  });

  test("the next person at this device is told", () => {
    const now = new Date("2026-11-25T09:00:00+09:00");
    expect(putAwayOn("suzuki", now)).not.toBe(putAwayOn("sato", now));
  });
});
