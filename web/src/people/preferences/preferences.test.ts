/** Two quick choices: what is told of the first does not take back the second. */
import { MutationObserver, QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";

import type { Preferences } from "@/generated/wire";
import type { Told } from "@/platform/facts";
import { Held } from "@/platform/held";

import { preferenceFacts } from "./facts";
import { preferencesKey, underWay } from "./preferences";

const before = { letters: "16", enter: "line" } as Preferences; // what these tests look at

test("what is still on its way holds against what the server tells meanwhile", async () => {
  const cache = new QueryClient();
  cache.setQueryData(preferencesKey, new Held(before, { "person/me": 0 }));
  const answers: (() => void)[] = [];
  const choose = (change: Partial<Preferences>) =>
    new MutationObserver<void, Error, Partial<Preferences>>(cache, {
      mutationKey: preferencesKey,
      scope: { id: "preferences" },
      mutationFn: () => new Promise((done) => answers.push(done)),
    }).mutate(change);
  const choosing = [choose({ letters: "20" }), choose({ enter: "send" })];
  await Promise.resolve();
  expect(answers).toHaveLength(1);
  expect(underWay(cache)).toEqual({ letters: "20", enter: "send" });

  const told = { stream: "person/me", number: 1, after: 0, turns: new Map(), fact: "preferences.changed" };
  const body = { preferences: { ...before, letters: "20" } };
  preferenceFacts["preferences.changed"](cache, { ...told, body } as Told<"preferences.changed">);
  expect(cache.getQueryData<Held<Preferences>>(preferencesKey)?.state).toEqual({
    letters: "20",
    enter: "send",
  });

  answers[0]?.();
  await choosing[0];
  await new Promise((soon) => setTimeout(soon));
  answers[1]?.();
  await Promise.all(choosing);
  expect(underWay(cache)).toEqual({});
});
