/** The sections of 管理: where each leads and which capability opens it. A section without a screen has no row here. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { LinkProps } from "@tanstack/react-router";

export interface AdminSection {
  to: NonNullable<LinkProps["to"]>;
  capability: string;
  says: MessageDescriptor;
}

export interface AdminGroup {
  key: "people" | "safety" | "running";
  says: MessageDescriptor;
  sections: readonly AdminSection[];
}

const groups: readonly AdminGroup[] = [
  {
    key: "people",
    says: msg`人と組織`,
    sections: [
      { to: "/admin/units", capability: "orgs.arrange", says: msg`組織` },
      { to: "/admin/people", capability: "accounts.manage", says: msg`職員` },
      { to: "/admin/roster", capability: "roster.import", says: msg`職員名簿の取込み` },
      { to: "/admin/slips", capability: "slips.issue", says: msg`はじめてのパスワード` },
      {
        to: "/admin/department-accounts",
        capability: "department_accounts.manage",
        says: msg`所属アカウント`,
      },
      { to: "/admin/special-posts", capability: "special_posts.manage", says: msg`特別職` },
      {
        to: "/admin/account-requests",
        capability: "account_requests.handle",
        says: msg`アカウントの依頼`,
      },
      { to: "/admin/leaders", capability: "leaders.appoint", says: msg`ITリーダー` },
      { to: "/admin/reach", capability: "orgs.settings", says: msg`声をかけられる範囲` },
      { to: "/admin/profile-fields", capability: "orgs.settings", says: msg`職員の項目` },
      { to: "/admin/groups", capability: "accounts.manage", says: msg`アカウント管理グループ` },
      { to: "/admin/rights", capability: "orgs.settings", says: msg`職員の権限` },
      { to: "/admin/guests", capability: "guests.manage", says: msg`ゲスト` },
      { to: "/admin/guest-rules", capability: "orgs.settings", says: msg`ゲストの決まり` },
      { to: "/admin/federation", capability: "federation.manage", says: msg`広域連携` },
      { to: "/admin/federation-rules", capability: "orgs.settings", says: msg`広域連携の決まり` },
      { to: "/admin/corrections", capability: "accounts.manage", says: msg`名簿の訂正の申出` },
    ],
  },
  {
    key: "safety",
    says: msg`安全`,
    sections: [
      { to: "/admin/sign-in", capability: "orgs.settings", says: msg`ログインと安全` },
      { to: "/admin/files", capability: "orgs.settings", says: msg`ファイルの決まり` },
      { to: "/admin/labels", capability: "orgs.settings", says: msg`ルームのラベル` },
      { to: "/admin/network", capability: "orgs.settings", says: msg`ネットワークのモデル` },
      { to: "/admin/audit", capability: "audit.read", says: msg`監査の記録` },
      { to: "/admin/audit-term", capability: "orgs.settings", says: msg`監査の記録の保存期間` },
      { to: "/admin/inspections", capability: "audit.read", says: msg`ルームの閲覧` },
      { to: "/admin/inspection-rules", capability: "orgs.settings", says: msg`ルームの閲覧の決まり` },
    ],
  },
  {
    key: "running",
    says: msg`運用`,
    sections: [
      { to: "/admin/modules", capability: "orgs.settings", says: msg`機能の入り切り` },
      { to: "/admin/rooms", capability: "orgs.settings", says: msg`ルームの人数` },
      { to: "/admin/handover", capability: "orgs.settings", says: msg`引継ぎの期間` },
      { to: "/admin/messages", capability: "orgs.settings", says: msg`送信取消と編集` },
      { to: "/admin/usage", capability: "usage.read", says: msg`月の利用` },
    ],
  },
];

/** What somebody with these capabilities finds under 管理; empty groups are left out. */
export function sectionsFor(capabilities: readonly string[]): AdminGroup[] {
  return groups
    .map((group) => ({
      ...group,
      sections: group.sections.filter((section) => capabilities.includes(section.capability)),
    }))
    .filter((group) => group.sections.length > 0);
}
