/** The bodies of a room, each with its people and whom to ask; 参加予定 where it is invited and has not answered. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { RoomBodies, RoomBody, RoomRow } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { kindNames } from "@/people/orgs/bodies";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { CardLines } from "@/ui/CardLines";
import { Chip } from "@/ui/Chip";
import { Field } from "@/ui/Field";
import { Question } from "@/ui/Question";

import { useHostAct } from "./federation";

interface Props {
  room: RoomRow;
  found: RoomBodies;
  contact: string;
}

export function BodyRows({ room, found, contact }: Props) {
  const { t } = useLingui();
  return (
    <ul aria-label={t`団体の一覧`} className="grid gap-2">
      {found.bodies.map((body) => (
        <Row key={body.tenant_id} {...{ room, body, contact }} arranges={found.may_arrange} />
      ))}
    </ul>
  );
}

interface RowProps {
  room: RoomRow;
  body: RoomBody;
  contact: string;
  arranges: boolean;
}

function Row({ room, body, contact, arranges }: RowProps) {
  const { i18n } = useLingui();
  const name = [body.name, body.department].filter(Boolean).join(" ");
  const isOther = body.state !== "host" && body.state !== "present";
  return (
    <li className="grid gap-2 rounded-12 border border-line px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-bold">
          <AsTyped>{name}</AsTyped>
        </span>
        <State body={body} />
        <span className="figures text-small">
          <Trans>{body.people}人</Trans>
        </span>
        <span className="text-small text-soft">{i18n._(kindNames[body.kind])}</span>
      </div>
      <Lines body={body} />
      {arranges && isOther && <Acts {...{ room, body, contact, name }} />}
    </li>
  );
}

function State({ body: { state } }: { body: RoomBody }) {
  if (state === "host") {
    return (
      <Chip look="safe">
        <Trans>このルームの団体</Trans>
      </Chip>
    );
  }
  if (state === "invited") {
    return (
      <Chip>
        <Trans>参加予定</Trans>
      </Chip>
    );
  }
  if (state === "asked") {
    return (
      <Chip look="guest">
        <Trans>参加の申し込み</Trans>
      </Chip>
    );
  }
  return (
    <Chip look="outside">
      <Trans>参加しています</Trans>
    </Chip>
  );
}

function Lines({ body }: { body: RoomBody }) {
  const { t } = useLingui();
  const manager = body.manager ? `${body.manager.department}　${fullName(body.manager)}` : "";
  const lines = [
    [t`問合せ先`, body.contact],
    [body.department === "" ? t`人を加える人` : t`所属の長`, manager],
    [t`伝えたこと`, body.words],
  ] as const;
  return <CardLines lines={lines} />;
}

function Acts({ room, body, contact, name }: Omit<RowProps, "arranges"> & { name: string }) {
  const { t } = useLingui();
  const act = useHostAct(room.room_id);
  const [asking, ask] = useState<"contact" | "remove" | null>(null);
  const isIn = body.state === "joined";
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {body.state === "asked" && (
          <Button
            small
            look="first"
            isDisabled={act.isPending}
            aria-label={t`${name}の参加を認める`}
            onPress={() => act.mutate({ act: "invite", body: body.tenant_id, words: "" })}
          >
            <Trans>参加を認める</Trans>
          </Button>
        )}
        <Button small aria-label={t`${name}の問合せ先を書く`} onPress={() => ask("contact")}>
          <Trans>問合せ先を書く</Trans>
        </Button>
        <Button small look="grave" onPress={() => ask("remove")}>
          {isIn ? (
            <Trans>「{name}」を外す</Trans>
          ) : body.state === "asked" ? (
            <Trans>「{name}」の申し込みを断る</Trans>
          ) : (
            <Trans>「{name}」の招待を取り消す</Trans>
          )}
        </Button>
      </div>
      {asking === "contact" && <Contact {...{ room, body, contact }} onDone={() => ask(null)} />}
      {asking === null && <Trouble error={act.error} contact={contact} />}
      <Question
        isOpen={asking === "remove"}
        title={t`「${name}」を外しますか？`}
        act={t`外す`}
        keep={t`やめる`}
        busy={act.isPending}
        onKeep={() => ask(null)}
        onAct={() => act.mutate({ act: "remove", body: body.tenant_id }, { onSuccess: () => ask(null) })}
      >
        <p>
          {isIn ? (
            <Trans>
              この団体の{body.people}人は、すぐにこのルームを読めなくなります。書いたものは残ります。
            </Trans>
          ) : (
            <Trans>この団体は、まだだれも入っていません。</Trans>
          )}
        </p>
        <Trouble error={act.error} contact={contact} />
      </Question>
    </>
  );
}

function Contact({ room, body, contact, onDone }: Omit<RowProps, "arranges"> & { onDone: () => void }) {
  const { t } = useLingui();
  const act = useHostAct(room.room_id);
  const [wished, setWished] = useState(body.contact);
  const save = () =>
    act.mutate({ act: "contact", body: body.tenant_id, contact: wished }, { onSuccess: onDone });
  return (
    <div className="grid gap-2">
      <Field label={t`問合せ先`} value={wished} onChange={setWished} />
      <Trouble error={act.error} contact={contact} />
      <div className="flex gap-2">
        <Button small onPress={onDone}>
          <Trans>やめる</Trans>
        </Button>
        <Button small look="first" isDisabled={act.isPending} onPress={save}>
          <Trans>保存する</Trans>
        </Button>
      </div>
    </div>
  );
}
