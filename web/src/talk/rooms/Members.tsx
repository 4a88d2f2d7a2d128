/** Who is in a room, unit by unit in the order of the roster. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useRef, useState } from "react";

import type { AccountId, Level, Member, People, Person, Role, RoomRow } from "@/generated/wire";
import { fullName, nameForWhom } from "@/kit/names";
import { ApartWords } from "@/people/accounts/ApartWords";
import { type Apart, apartIn } from "@/people/accounts/apart";
import { type Faces, facesOf } from "@/people/accounts/faces";
import { GuestMark, OutsideSign } from "@/people/accounts/GuestMark";
import { UnitMark } from "@/people/accounts/UnitMark";
import { byUnit } from "@/people/accounts/units";
import { PersonLink } from "@/people/presence/PersonLink";
import { PresenceDot, PresenceWords } from "@/people/presence/PresenceMark";
import { ZoneBadges } from "@/people/zones/ZoneBadges";
import { AsTyped, FrameMeans } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { Chip } from "@/ui/Chip";
import { Face } from "@/ui/Face";
import { IconButton } from "@/ui/IconButton";
import { LabelInWords } from "./LevelWords";
import { type Asked, MemberActs, MemberQuestion } from "./MemberActs";
import { RuleOfMembers } from "./RuleOfMembers";

interface Props {
  room: RoomRow;
  label: Level;
  /** Whether newcomers read what was said before. */
  showsPast: boolean;
  members: Member[];
  people: People;
  me: AccountId;
  contact: string;
  onInvite: () => void;
  /** Of whoever may bring guests into this room; null of everybody else. */
  onGuests: (() => void) | null;
  /** Where there are other bodies, or somebody may invite some. */
  onBodies: (() => void) | null;
  onSet: () => void;
  onClose: () => void;
  /** Who reads here without being a member. */
  others?: ReactNode;
}

export function Members(props: Props) {
  const { room, label, showsPast, members, people, me, contact, onClose, others } = props;
  const { t } = useLingui();
  const { list, asked, ask, answered } = useAsking();
  const faces = facesOf(Object.values(people));
  const units = byUnit(members, ({ account_id }) => people[account_id], people[me]?.tenant_name);
  const aparts = apartIn(members.flatMap((member) => people[member.account_id] ?? []));
  return (
    <>
      <div className="flex min-h-15 shrink-0 items-center gap-2 border-b border-line py-1.5 pr-2 pl-4 mid:min-h-18">
        <h2 className="grow text-body font-bold">
          <Trans>メンバー</Trans>{" "}
          <span className="figures font-normal text-soft">
            <Trans>{members.length}人</Trans>
          </span>
        </h2>
        <IconButton icon="close" label={t`メンバーを閉じる`} onPress={onClose} />
      </div>
      <section
        ref={list}
        aria-label={t`メンバーの一覧`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keys.
        tabIndex={0}
        className="min-h-0 grow overflow-y-auto pb-4"
      >
        <RuleOfMembers {...{ room, people, showsPast }} />
        <LabelInWords room={room} label={label} />
        <Arranging {...props} />
        {units.map(({ unit, people: inUnit }) => (
          <div key={unit}>
            {unit === "" ? (
              <div className="pt-3" />
            ) : (
              <h3 className="px-4 pt-4.5 pb-1.5 text-small font-bold text-firm">{unit}</h3>
            )}
            <ul className="px-2">
              {inUnit.map((member) => (
                <MemberRow
                  key={member.account_id}
                  person={people[member.account_id]}
                  faces={faces}
                  apart={aparts.get(member.account_id)}
                  isMe={member.account_id === me}
                  role={member.role}
                  forWhom={member.on_behalf_of ? people[member.on_behalf_of] : undefined}
                  zones={member.zones}
                  speakers={member.speakers}
                  onAsk={room.may_set && !room.is_archived ? ask : null}
                />
              ))}
            </ul>
          </div>
        ))}
        {others}
        <div className="px-4 pt-3">
          <FrameMeans texts={members.map(({ account_id }) => nameIn(people, account_id))} />
        </div>
      </section>
      {asked && <MemberQuestion room={room} asked={asked} contact={contact} onClose={answered} />}
    </>
  );
}

/** What is asked about whom. The button in their row takes the focus back; where the row has gone, the list does. */
function useAsking() {
  const list = useRef<HTMLElement>(null);
  const [asked, ask] = useState<Asked | null>(null);
  const answered = () => {
    ask(null);
    for (const wait of SOON) {
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        const row = `[data-member="${CSS.escape(asked?.person.account_id ?? "")}"]`;
        (list.current?.querySelector<HTMLElement>(row) ?? list.current)?.focus({ preventScroll: true });
      }, wait);
    }
  };
  return { list, asked, ask, answered };
}

/** A dialog goes, and then, when it is told, the row that it was about. */
const SOON = [50, 200, 500, 1_000]; // ms

type ArrangingProps = Pick<Props, "room" | "onInvite" | "onGuests" | "onBodies" | "onSet">;

function Arranging({ room, onInvite, onGuests, onBodies, onSet }: ArrangingProps) {
  if (!room.may_arrange_members && !room.may_set && !onBodies) return null;
  return (
    <div className="grid gap-2 px-4 pt-3">
      {room.may_arrange_members && (
        <Button icon="invite" small wide onPress={onInvite}>
          <Trans>メンバーを加える</Trans>
        </Button>
      )}
      {onGuests && (
        <Button icon="invite" small wide onPress={onGuests}>
          <Trans>ゲストを招待する</Trans>
        </Button>
      )}
      {onBodies && (
        <Button icon="people" small wide onPress={onBodies}>
          <Trans>参加している団体</Trans>
        </Button>
      )}
      {room.may_set && (
        <Button icon="gear" small wide onPress={onSet}>
          {room.is_archived ? <Trans>保管をやめる</Trans> : <Trans>ルームの設定</Trans>}
        </Button>
      )}
    </div>
  );
}

interface RowProps {
  person: Person | undefined;
  faces: Faces;
  apart: Apart | undefined;
  isMe: boolean;
  role: Role;
  /** For whom they sit here, where it is not for themselves. */
  forWhom: Person | undefined;
  zones: Member["zones"];
  /** Of a unit, who sits there for it; to its colleagues. */
  speakers: Member["speakers"];
  onAsk: ((asked: Asked) => void) | null;
}

function MemberRow({ person, faces, apart, isMe, role, forWhom, zones, speakers, onAsk }: RowProps) {
  const { t } = useLingui();
  if (!person) return null;
  const names = speakers.join("、");
  return (
    <li className="grid grid-cols-[2.25rem_minmax(0,1fr)_auto] items-center gap-2.5 rounded-8 px-2 py-1.5">
      <Face
        round
        size="small"
        letters={faces.get(person.account_id) ?? ""}
        of={person.account_id}
        mark={signOf(person)}
      />
      <div className="min-w-0">
        <p className="font-name text-small font-bold">
          <PersonLink person={person} /> <GuestMark person={person} /> <UnitMark person={person} />{" "}
          <ApartWords of={apart} />
          {forWhom && <Trans>（{nameForWhom(forWhom)} 代理）</Trans>}
          {isMe && (
            <span className="font-normal text-soft">
              <Trans>（自分）</Trans>
            </span>
          )}
        </p>
        <p className="flex flex-wrap gap-x-2 text-small text-soft">
          <span className="empty:hidden">{person.job_title}</span>
          {person.kind !== "department" && <PresenceWords of={person.account_id} />}
          <ZoneBadges zones={zones} />
        </p>
        {names !== "" && (
          <p className="font-name text-small text-soft">
            <AsTyped>{t`読む人：${names}`}</AsTyped>
          </p>
        )}
      </div>
      <span className="flex items-center gap-1">
        {role === "manager" && (
          <Chip>
            <Trans>管理</Trans>
          </Chip>
        )}
        {onAsk && person.kind !== "bot" && <MemberActs {...{ person, role, isMe, onAsk }} />}
      </span>
    </li>
  );
}

/** A unit is neither here nor away. */
function signOf({ kind, account_id }: Person): ReactNode {
  if (kind === "department") return null;
  return kind === "guest" ? <OutsideSign /> : <PresenceDot of={account_id} />;
}

function nameIn(people: People, id: AccountId): string {
  const person = people[id];
  return person ? fullName(person) : "";
}
