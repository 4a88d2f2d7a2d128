/** One group: how many are in it and the way to them, what it says of their fields, and what can be done with it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";

import type { AccountGroup } from "@/generated/wire";
import { useKnownFields } from "@/people/accounts/profile/fields";
import { Button } from "@/ui/Button";

interface Props {
  group: AccountGroup;
  onChange: () => void;
  onRemove: () => void;
  onPasswords?: () => void;
  onRights?: () => void;
  onNetworks?: () => void;
}

export function GroupRow({ group, onChange, onRemove, onPasswords, onRights, onNetworks }: Props) {
  const { t } = useLingui();
  const { name } = group;
  const count = group.count.toLocaleString("ja-JP");
  return (
    <li className="grid gap-3 rounded-12 border border-line px-4 py-3.5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="font-bold wrap-anywhere">{name}</h3>
        <Link
          to="/admin/people"
          state={{ peopleOf: group.group_id }}
          aria-label={t`${name}の${count}人を表で見る`}
          className="figures inline-flex items-center text-small text-accent coarse:min-h-11"
        >
          <Trans>{count}人を表で見る</Trans>
        </Link>
      </div>
      <Said group={group} />
      <div className="flex flex-wrap gap-2">
        <Button small aria-label={t`${name}を変える`} onPress={onChange}>
          <Trans>変える</Trans>
        </Button>
        {onPasswords && (
          <Button small icon="lock" aria-label={t`${name}のログインの決まり`} onPress={onPasswords}>
            <Trans>ログインの決まり</Trans>
          </Button>
        )}
        {onRights && (
          <Button small aria-label={t`${name}の権限`} onPress={onRights}>
            <Trans>権限</Trans>
          </Button>
        )}
        {onNetworks && (
          <Button small aria-label={t`${name}の使えるネットワーク`} onPress={onNetworks}>
            <Trans>使えるネットワーク</Trans>
          </Button>
        )}
        <Button small look="grave" aria-label={t`${name}を消す`} onPress={onRemove}>
          <Trans>消す</Trans>
        </Button>
      </div>
    </li>
  );
}

function Said({ group }: { group: AccountGroup }) {
  const fields = useKnownFields();
  const named = (keys: readonly string[]) =>
    fields
      .filter((field) => keys.includes(field.key))
      .map((field) => field.name)
      .join("、");
  const hidden = named(group.hidden);
  const locked = named(group.locked);
  const lgwan = group.lgwan.join("、");
  const internet = group.internet.join("、");
  return (
    <>
      {hidden && (
        <p className="text-small text-soft">
          <Trans>ほかの職員に見せない項目：{hidden}</Trans>
        </p>
      )}
      {locked && (
        <p className="text-small text-soft">
          <Trans>本人が変えられない項目：{locked}</Trans>
        </p>
      )}
      {lgwan && (
        <p className="figures text-small text-soft wrap-anywhere">
          <Trans>LGWAN側で使えるネットワーク：{lgwan}</Trans>
        </p>
      )}
      {internet && (
        <p className="figures text-small text-soft wrap-anywhere">
          <Trans>インターネット側で使えるネットワーク：{internet}</Trans>
        </p>
      )}
    </>
  );
}
