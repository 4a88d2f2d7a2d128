/** What the build makes of the sentences: a page without a catalogue says all of them. */
import { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { expect, test } from "vitest";

const people = 22;
const plain = msg`取り込みました`;
const counted = msg`${people}人に届きます`;

test("a sentence is compiled where it stands, so that no page has to know how", () => {
  expect(plain.message).toEqual(["取り込みました"]);
  expect(counted.message).toEqual([["people"], "人に届きます"]);
});

test("a page that has loaded no catalogue says the sentence", () => {
  const page = new I18n({ locale: "ja", messages: { ja: {} } });

  expect([page._(plain), page._(counted)]).toEqual(["取り込みました", "22人に届きます"]);
});

test("a page in another language says what its catalogue holds", () => {
  const page = new I18n({ locale: "en", messages: { en: { [plain.id]: ["Taken in"] } } });

  expect(page._(plain)).toBe("Taken in");
});
