import { expect, test } from "vitest";

import { said, typed } from "./groupNetworks";

test("ZONE-8: a list is read as it is typed or pasted, in full width as well", () => {
  const lgwan = " 10.1.0.0/16\n\n10.2.0.0/16,10.3.0.0/16、10.4.0.1　１０.5.0.0／１６\r\n";
  expect(said({ lgwan, internet: " \n" })).toEqual({
    lgwan: ["10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16", "10.4.0.1", "10.5.0.0/16"],
    internet: [],
  });
});

test("ZONE-8: what is kept stands one in each line, and is read back as it was", () => {
  const kept = { lgwan: ["10.1.0.0/16", "2001:db8::/32"], internet: [] };
  expect(typed(kept)).toEqual({ lgwan: "10.1.0.0/16\n2001:db8::/32", internet: "" });
  expect(said(typed(kept))).toEqual(kept);
});
