import { expect, test } from "vitest";

import { type ByRole, effective, type FileRules, type Takes, takes, withCell } from "./effective";

const all: ByRole = {
  staff: { desktop: "all", phone: "all" },
  guest: { desktop: "all", phone: "all" },
  other: { desktop: "all", phone: "all" },
};
const saves = { desktop: true, phone: true };

function rules(organization: Takes, network: Takes): FileRules {
  return {
    organization: withCell(all, "staff", "phone", organization),
    networks: { lgwan: all, internet: withCell(all, "staff", "phone", network) },
    saving: { lgwan: saves, internet: saves },
  };
}

test("of two rules the stricter holds, and where they are as strict it is the organization's", () => {
  for (const one of takes) {
    for (const other of takes) {
      const found = effective(rules(one, other), "internet", "staff", "phone");
      const isNetwork = takes.indexOf(other) < takes.indexOf(one);
      expect(found).toEqual(
        isNetwork ? { takes: other, rule: "network" } : { takes: one, rule: "organization" },
      );
    }
  }
});

test("a rule for phones on one side says nothing of desks and of the other side", () => {
  const strict = rules("all", "images");
  expect(effective(strict, "internet", "staff", "desktop").takes).toBe("all");
  expect(effective(strict, "lgwan", "staff", "phone").takes).toBe("all");
});
