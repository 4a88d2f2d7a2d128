/** The words of a person as a form, with the fields' own errors below them. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { AccountGroup } from "@/generated/wire";
import { type Day, fromIso, iso } from "@/kit/days";
import { ProfileValues } from "@/people/accounts/profile/ProfileValues";
import { Refusal } from "@/platform/refusals";
import { DayButtons, useYearsEnd } from "@/ui/DayButtons";
import { Field } from "@/ui/Field";
import { Select } from "@/ui/Select";

import type { PersonWish } from "./people";
import { shown, typedDay } from "./peopleColumns";
import { choices, employments } from "./words";

interface Props {
  wish: PersonWish;
  groups: readonly AccountGroup[];
  error: Error | null;
  onChange: (wish: PersonWish) => void;
}

/** Which field a refusal is about. */
export function fieldOf(error: Error | null): string | null {
  if (!(error instanceof Refusal)) return null;
  if (error.code === "accounts.number_taken") return "login_id";
  if (error.code === "accounts.email_taken") return "email";
  const { field } = error.details;
  return error.status === 422 && typeof field === "string" ? field : null;
}

export function PersonFields(props: Props) {
  return (
    <div className="grid grid-cols-1 gap-4 mid:grid-cols-2">
      <Names {...props} />
      <Reach {...props} />
      <ProfileValues
        values={props.wish.profile}
        wrong={fieldOf(props.error)}
        onChange={(profile) => props.onChange({ ...props.wish, profile })}
      />
    </div>
  );
}

function useFields({ wish, error, onChange }: Props) {
  const { t } = useLingui();
  const wrong = fieldOf(error);
  return {
    set: (part: Partial<PersonWish>) => onChange({ ...wish, ...part }),
    why: (field: string, says = t`この内容は保存できません。書き方を確かめてください。`) =>
      wrong === field && says,
  };
}

function Names(props: Props) {
  const { t, i18n } = useLingui();
  const { wish } = props;
  const { set, why } = useFields(props);
  return (
    <>
      <Field
        code
        label={t`職員番号`}
        isRequired
        value={wish.login_id}
        onChange={(login_id) => set({ login_id })}
        error={why("login_id")}
      />
      <Select
        label={t`任用形態`}
        value={wish.employment_type}
        options={choices(employments, i18n._.bind(i18n))}
        onChange={(employment_type) => set({ employment_type })}
      />
      <Field
        label={t`姓`}
        isRequired
        value={wish.family}
        onChange={(family) => set({ family })}
        error={why("family")}
      />
      <Field label={t`名`} value={wish.given} onChange={(given) => set({ given })} error={why("given")} />
      <Field
        label={t`ふりがな`}
        isRequired
        value={wish.kana}
        onChange={(kana) => set({ kana })}
        error={why("kana", t`ひらがなかカタカナで書いてください。`)}
      />
      <Field
        label={t`職名`}
        value={wish.job_title}
        onChange={(job_title) => set({ job_title })}
        error={why("job_title")}
      />
    </>
  );
}

function Reach(props: Props) {
  const { t } = useLingui();
  const { wish, groups } = props;
  const { set, why } = useFields(props);
  const named = groups.map((group) => ({ value: group.group_id, says: group.name }));
  return (
    <>
      <Field
        label={t`内線`}
        value={wish.extension}
        onChange={(extension) => set({ extension })}
        error={why("extension")}
      />
      <Field
        code
        label={t`メール`}
        value={wish.email ?? ""}
        onChange={(email) => set({ email: email || null })}
        error={why("email", t`メールアドレスを確かめてください。`)}
      />
      <Field
        label={t`場所`}
        hint={<Trans>所属の場所と違うときだけ</Trans>}
        value={wish.place}
        onChange={(place) => set({ place })}
        error={why("place")}
      />
      <LastDay value={wish.ends_on} onChange={(ends_on) => set({ ends_on })} />
      <Field
        code
        label={t`表示順`}
        hint={<Trans>所属の中での順番（建制順）</Trans>}
        value={wish.display_order === null ? "" : String(wish.display_order)}
        onChange={(text) => set({ display_order: numberIn(text) })}
        error={why("display_order")}
      />
      {groups.length > 0 && (
        <Select
          label={t`アカウント管理グループ`}
          value={wish.group_id ?? ""}
          options={[{ value: "", says: t`なし` }, ...named]}
          onChange={(group) => set({ group_id: group || null })}
        />
      )}
    </>
  );
}

/** Typed in any form that offices write; said back in 和暦 when the field is left. */
export function LastDay({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (day: string | null) => void;
}) {
  const { t } = useLingui();
  const [text, setText] = useState(() => shown(value));
  const [wrong, setWrong] = useState(false);
  const leave = () => {
    const day = text.trim() === "" ? null : typedDay(text.trim());
    setWrong(text.trim() !== "" && day === null);
    if (text.trim() === "" || day !== null) {
      onChange(day);
      setText(shown(day));
    }
  };
  const choose = (day: Day | null) => {
    const chosen = day && iso(day);
    onChange(chosen);
    setText(shown(chosen));
    setWrong(false);
  };
  const yearsEnd = useYearsEnd();
  return (
    <div className="grid content-start gap-2">
      <Field
        code
        label={t`利用の最終日`}
        hint={<Trans>例：R9.3.31。空なら期限なし</Trans>}
        value={text}
        onChange={setText}
        onBlur={leave}
        error={wrong && t`日付として読めません。R9.3.31 のように書いてください。`}
      />
      <DayButtons
        label={t`利用の最終日`}
        chosen={value ? fromIso(value) : null}
        usual={[yearsEnd]}
        onChoose={choose}
      />
    </div>
  );
}

function numberIn(text: string): number | null {
  const digits = text.normalize("NFKC").replace(/[^0-9]/g, "");
  return digits === "" ? null : Number(digits);
}
