/** At somebody who was found: the way to ask them for a talk, or how it stands with that. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";

import type { Between, Neighbour } from "@/generated/wire";
import { dayInJapan } from "@/kit/days";
import { fullName } from "@/kit/names";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { Field } from "@/ui/Field";
import { useNow } from "@/ui/now";

import { useAsk } from "./asking";
import { NotDone } from "./NotDone";

const MOST_WORDS = 200;

interface Props {
  person: Neighbour;
  contact: string;
}

export function AskFor({ person, contact }: Props) {
  const { t } = useLingui();
  const [isWriting, setWriting] = useState(false);
  const [words, setWords] = useState("");
  const ask = useAsk();
  const between = ask.data ?? person.between;
  const name = fullName(person);
  if (between.state !== "nothing") return <Stands between={between} name={name} />;
  if (!isWriting) {
    return (
      <div>
        <Button icon="talk" aria-label={t`${name}さんに話したいと伝える`} onPress={() => setWriting(true)}>
          <Trans>話したいと伝える</Trans>
        </Button>
      </div>
    );
  }
  return (
    <form
      aria-label={t`${name}さんに話したいと伝える`}
      className="grid gap-3 py-1"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate({ account_id: person.account_id, words });
      }}
    >
      <Field
        label={t`用件（なくてもかまいません）`}
        hint={<Trans>名前、団体名、所属といっしょに、相手に見えます。{MOST_WORDS}文字まで。</Trans>}
        value={words}
        onChange={setWords}
        maxLength={MOST_WORDS}
        enterKeyHint="done"
        autoFocus
      />
      <NotDone error={ask.error} contact={contact} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="first" isDisabled={ask.isPending}>
          <Trans>伝える</Trans>
        </Button>
        <Button isDisabled={ask.isPending} onPress={() => setWriting(false)}>
          <Trans>やめる</Trans>
        </Button>
      </div>
    </form>
  );
}

function Stands({ between, name }: { between: Between; name: string }) {
  const { t } = useLingui();
  const { dayLine } = useDates();
  const today = dayInJapan(useNow());
  const day = between.until ? dayLine(dayInJapan(new Date(between.until)), today) : "";
  const link = "inline-flex min-h-9 items-center font-bold text-accent underline coarse:min-h-11";
  if (between.room_id) {
    return (
      <Link
        to="/rooms/$roomId"
        params={{ roomId: between.room_id }}
        aria-label={t`${name}さんとのトークを開く`}
        className={link}
      >
        <Trans>トークを開く</Trans>
      </Link>
    );
  }
  return (
    <p role="status" className="text-small text-firm">
      {between.state === "waiting" && <Trans>返事待ち（{day}まで）</Trans>}
      {between.state === "withdrawn" && (
        <Trans>取り消しました。{day}を過ぎると、もう一度伝えられます。</Trans>
      )}
      {between.state === "asked" && (
        <Link to="/rooms/neighbours" className={link}>
          <Trans>この人から「話したい」が届いています</Trans>
        </Link>
      )}
      {between.state === "blocked" && (
        <Link to="/settings" hash="neighbours" className={link}>
          <Trans>ブロックしています（設定で解けます）</Trans>
        </Link>
      )}
    </p>
  );
}
