import { expect, test } from "vitest";

import { squareOf, whole } from "./crop";

test("the square is the middle, as large as it can be, and never reaches beyond the picture", () => {
  expect(squareOf({ width: 300, height: 100 }, whole)).toEqual({ side: 100, left: 100, top: 0 });
  expect(squareOf({ width: 100, height: 300 }, { zoom: 2, across: 1, down: 0 })).toEqual({
    side: 50,
    left: 50,
    top: 0,
  });
  expect(squareOf({ width: 100, height: 300 }, { zoom: 2, across: 0, down: 1 })).toEqual({
    side: 50,
    left: 0,
    top: 250,
  });
});
