import { expect, test } from "vitest";

import { dropped, stepped } from "./order";

const fields = ["携帯", "免許", "手話"].map((key) => ({ key }));

test("a field goes one step up or down, and no further than the ends", () => {
  expect(stepped(fields, "携帯", -1)).toBeNull();
  expect(stepped(fields, "携帯", 1)).toEqual({ key: "携帯", before: "手話" });
  expect(stepped(fields, "免許", 1)).toEqual({ key: "免許", before: null });
  expect(stepped(fields, "手話", -1)).toEqual({ key: "手話", before: "免許" });
  expect(stepped(fields, "手話", 1)).toBeNull();
});

test("a field is dropped before or after another, and nothing is asked where it stands already", () => {
  expect(dropped(fields, "手話", "携帯", "before")).toEqual({ key: "手話", before: "携帯" });
  expect(dropped(fields, "携帯", "手話", "after")).toEqual({ key: "携帯", before: null });
  expect(dropped(fields, "携帯", "免許", "before")).toBeNull();
  expect(dropped(fields, "免許", "携帯", "after")).toBeNull();
  expect(dropped(fields, "免許", "免許", "after")).toBeNull();
});
