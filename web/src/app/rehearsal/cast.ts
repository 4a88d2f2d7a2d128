/** For tests: the people of the small town hall, and what all of its rooms and messages have in common. */
import type { AccountId, Message, OrganizationId, Person, ScreenAnswer } from "@/generated/wire";
import { plainText } from "@/talk/messages/words";

export const YAMADA = "yamada" as AccountId;
export const TANAKA = "tanaka" as AccountId;
export const SUZUKI = "suzuki" as AccountId;

export const unit = "地域保健係";
export const whole = {
  edited_at: null,
  thread_id: null,
  in_room: true,
  quote: null,
  is_withdrawn: false,
  withdrawn_by: null,
};
export const rules = {
  withdraw_minutes: 1440,
  edit_minutes: 1440,
  outside_delay_seconds: 0,
  shows_past: true,
  readers: "everyone",
  reactions: true,
  shows_lines: true,
  printing: true,
} as const;
export const atHome = {
  name: "庁内",
  ...{ internet: true, bodies: false, guests: false },
  ...{ printing: true, forwarding: true, personal: false },
};
export const mihon = "mihon" as OrganizationId;
export const readers = { lgwan_only: false, internet_devices: false, other_bodies: 0, guests: 0 };
/** Of the clerk in every room, as far as nothing depends on it. */
export const seat = {
  role: "member",
  may_post: true,
  may_arrange_members: false,
  may_set: false,
  may_leave: true,
  may_pin: false,
  kind: "group",
  other: null,
  held_for: null,
  label: 2,
  label_name: "庁内",
  ...{ is_archived: false, is_favourite: false, folder_id: null },
  ends_on: null,
  opened_at: "2026-04-01T00:00:00Z",
  ...{ blanks_before: 0, mentions: 0 },
  mentioned: [] as number[],
  watched: [] as number[],
  notify: "all",
} as const;

export function lastOf(message: Message) {
  const { message_id, author_id, on_behalf_of, parts, posted_at, is_withdrawn, withdrawn_by } = message;
  const text = plainText(parts);
  return { message_id, author_id, on_behalf_of, text, posted_at, is_withdrawn, withdrawn_by };
}

export function personOf(account_id: AccountId): Person {
  return {
    account_id,
    ...{ family: account_id, given: "", kana: "" },
    ...{ department: unit, department_path: `健康福祉部 ${unit}`, job_title: "主事" },
    tenant_name: "見本市",
    kind: "member",
    tail: "",
  };
}

export function meOf(account_id: AccountId): ScreenAnswer["me"] {
  const { tenant_name, kind, tail: _, ...person } = personOf(account_id);
  const tenant = { code: "mihon", name: tenant_name };
  return {
    ...person,
    tenant,
    organization_id: mihon,
    organizations: [{ organization_id: mihon, name: "見本市役所" }],
    units: [],
    contact: "情報政策課（内線 2345）",
    capabilities: [kind],
    switched_off: [],
    meets_neighbours: false,
    zone: "lgwan",
  };
}
