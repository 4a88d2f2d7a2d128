/** Beginnings of rooms: what a name, a purpose and a last day may be for a meeting, a project or a section (ROOM-1). */
import { type Day, iso, plusMonths } from "@/kit/days";
import { fiscalYear } from "@/kit/fiscal";

export type Template = "blank" | "meeting" | "project" | "section";

/** What a form begins with; every word of it may be changed. */
export interface Beginning {
  name: string;
  purpose: string;
  ends: string;
}

export function beginningOf(template: Template, today: Day, section: string): Beginning {
  switch (template) {
    case "meeting":
      return {
        name: `${today.month}月${today.day}日の会議`,
        purpose: "資料と意見をここに集め、決まったことを残します。",
        ends: iso(plusMonths(today, 1)),
      };
    case "project":
      return {
        name: "プロジェクトチーム",
        purpose: "担当と期限を分けあい、進み具合を知らせ合います。",
        ends: `${fiscalYear(today) + 1}-03-31`,
      };
    case "section":
      return {
        name: section ? `${section}の連絡` : "課の連絡",
        purpose: "課の中の連絡と相談に使います。",
        ends: "",
      };
    case "blank":
      return { name: "", purpose: "", ends: "" };
  }
}

/** Another template fills what the last one has filled; whatever somebody has written themselves stays. */
export function refilled(now: Beginning, last: Beginning, next: Beginning): Beginning {
  const keep = (written: string, given: string, fresh: string) => (written === given ? fresh : written);
  return {
    name: keep(now.name, last.name, next.name),
    purpose: keep(now.purpose, last.purpose, next.purpose),
    ends: keep(now.ends, last.ends, next.ends),
  };
}

/** Width and spaces make no other name. */
export function isOneName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
  return plain(one) !== "" && plain(one) === plain(other);
}
