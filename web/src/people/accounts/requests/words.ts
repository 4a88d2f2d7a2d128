/** The words of requests about accounts on the screen. */
import { useLingui } from "@lingui/react/macro";

import type { AccountRequest } from "@/generated/wire";
import { fullName } from "@/kit/names";

export function useKinds(): Record<AccountRequest["kind"], string> {
  const { t } = useLingui();
  return { new: t`新しいアカウント`, change: t`変更`, closing: t`利用の終わり` };
}

export function useStates(): Record<AccountRequest["state"], string> {
  const { t } = useLingui();
  return {
    proposed: t`ITリーダーの返事を待っています`,
    asked: t`管理者の返事を待っています`,
    accepted: t`受け入れました`,
    declined: t`断りました`,
    withdrawn: t`取り下げました`,
    lapsed: t`返事がないまま期限が過ぎました`,
  };
}

/** Whom a request is about: of somebody new as it was written. */
export function whoOf({ person, family, given, login_id }: AccountRequest): string {
  return person ? fullName(person) : `${family} ${given}`.trim() || login_id;
}
