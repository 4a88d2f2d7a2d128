/** A sign of mine: seen at once, sent in the order of the taps, gone again when the server says no. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { MessageId, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";
import { Refusal } from "@/platform/refusals";
import { confirmed, failureAt, react, type Sign, wishesAt } from "@/talk/reactions/react";

vi.mock("@/platform/api", () => ({ api: { put: vi.fn(), delete: vi.fn() } }));

const sign: Sign = { room_id: "福祉" as RoomId, message_id: "m1" as MessageId, kind: "check" };
const put = vi.mocked(api.put);
const wish = () => wishesAt(sign.message_id).get("check");

beforeEach(() => {
  vi.useFakeTimers();
  put.mockReset().mockResolvedValue(undefined);
  vi.mocked(api.delete).mockReset().mockResolvedValue(undefined);
});

afterEach(async () => {
  await vi.runAllTimersAsync();
  vi.useRealTimers();
});

test("MSG-8: it stands until the server has told of it", async () => {
  react(sign, true);
  expect(wish()).toBe(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(wish()).toBe(true);
  confirmed({ ...sign, is_on: true });
  expect(wish()).toBeUndefined();
});

test("MSG-8: where nothing had to change, no fact follows and the wish ends by itself", async () => {
  react(sign, true);
  await vi.runAllTimersAsync();
  expect(wish()).toBeUndefined();
});

test("MSG-8: two quick taps arrive in their order, and the last one counts", async () => {
  let answer = () => {};
  put.mockImplementation(() => new Promise((resolve) => (answer = () => resolve(undefined))));
  react(sign, true);
  react(sign, false);
  await vi.advanceTimersByTimeAsync(0);
  expect(api.delete).not.toHaveBeenCalled();
  confirmed({ ...sign, is_on: true });
  expect(wish()).toBe(false);
  answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(api.delete).toHaveBeenCalledOnce();
});

test("ROOM-11: a refusal takes it back and says why, until the next tap", async () => {
  put.mockRejectedValue(new Refusal(409, "reactions.off_here"));
  react(sign, true);
  await vi.advanceTimersByTimeAsync(0);
  expect(wish()).toBeUndefined();
  expect(failureAt(sign.message_id)).toMatchObject({ code: "reactions.off_here" });
  put.mockResolvedValue(undefined);
  react(sign, true);
  expect(failureAt(sign.message_id)).toBeNull();
});
