/** Where one writes in a room: the draft comes back, and what is sent goes into the outbox at once. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ComponentProps, lazy, type ReactNode, type RefObject, Suspense, useLayoutEffect } from "react";

import type { Level, Me, MessageId, Part, People, Person, Room, RoomRow } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { privateUseIn } from "@/kit/text";
import { useAttached } from "@/talk/attachments/useAttached";
import { AsideBar } from "@/talk/drafts/AsideBar";
import { useDraft } from "@/talk/drafts/draft";
import { useNameables, useNaming } from "@/talk/mentions/useNaming";
import { partsOf } from "@/talk/mentions/written";
import { Composer } from "@/talk/messages/Composer";
import { useForWhom } from "@/talk/messages/forWhom";
import { InternetDevices, OwnChip, ReadersChips } from "@/talk/rooms/ReadersChips";
import { useSayWriting } from "@/talk/typing/writers";
import { AsTyped } from "@/ui/AsTyped";
import { hasOwnKeyboard } from "@/ui/media";
import { usePreferences } from "@/ui/preferences";

import { useCallingMany } from "./CallingMany";
import { useFirstTo } from "./FirstToGuests";
import type { Answering } from "./useAnswering";
import { useLater } from "./useLater";

// Few are absent: it comes where somebody in particular is written to.
const AbsentOnes = lazy(() => import("./AbsentOnes").then((file) => ({ default: file.AbsentOnes })));

/** In a larger room somebody is always writing, and nobody is told. */
const MOST_MEMBERS = 100;

interface Props {
  whole: Room;
  me: Me;
  /** The message under which one writes, in its thread. */
  under?: MessageId;
  /** What else is chosen before it is sent. */
  choice?: ReactNode;
  /** A message stands in the middle of attention: the field does not take the focus from it. */
  quiet: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
  onPost: (parts: Part[]) => void;
  /** What it answers, until that is sent or given up. */
  answering: Pick<Answering, "quote" | "forget">;
  /** In a thread: whether it is shown in the room too. */
  inRoom?: boolean;
  onUp: (field: HTMLElement) => void;
}

export function Writing(props: Props) {
  const { whole, me, under, choice, quiet, field, onPost, onUp, answering } = props;
  const inRoom = props.inRoom ?? false;
  const { t } = useLingui();
  const { room } = whole;
  const place = { room_id: room.room_id, thread_id: under ?? null };
  const draft = useDraft(place);
  const { text, write: setText } = draft;
  const { enter } = usePreferences();
  // Before anybody can have gone elsewhere.
  useLayoutEffect(() => {
    // On touch the keyboard would cover what one came to read.
    if (!quiet && hasOwnKeyboard()) field.current?.focus({ preventScroll: true });
  }, [quiet, field]);

  const { attached, files, ways } = useAttached(me, place, field);
  const forWhom = useForWhom(room, me);
  const isTold = room.member_count <= MOST_MEMBERS && !under;
  const sayWriting = useSayWriting(room.room_id, isTold, forWhom.chosen);
  const change = (next: string) => {
    setText(next);
    sayWriting(next);
  };
  const all = useNameables(whole, me, /[@＠]/.test(text));
  const naming = useNaming({ all, text, onChange: change, field });
  const calling = useCallingMany(room, all);
  const later = useLater(room, {
    text,
    ask: calling.send,
    hasFiles: attached.count > 0,
    parts: () => partsOf(text, all),
    quote: answering.quote,
    under: under ? { thread: under, in_room: inRoom } : null,
    clear: () => {
      setText("");
      answering.forget();
    },
  });
  const post = (parts: Part[]) => {
    onPost([...parts, ...attached.parts]);
    setText("");
    attached.clear();
    field.current?.focus({ preventScroll: true });
  };
  const { send, question } = useFirstTo(whole, me, () => calling.send(wordsIn(text, all), post));

  if (!room.may_post) return <ReadOnly room={room} />;
  return (
    <>
      <Absents {...{ whole, me, text, all }} />
      {later.line}
      {later.says}
      <AsideBar place={place} draft={draft} contact={me.contact} field={field} />
      <Composer
        label={under ? t`返信` : t`メッセージ`}
        placeholder={under ? t`返信を書く` : t`メッセージを書く`}
        {...{ text, onUp, field, naming, attached, files, ways }}
        onChange={change}
        onSend={send}
        onConverting={draft.composing}
        enterSends={enter === "send"}
        chips={<WhoReads room={room} />}
        warning={<Strange text={text} room={room} />}
        reaches={
          <>
            <Reaches {...{ room, people: whole.people }} /> <Personal label={whole.label} />
          </>
        }
        choice={forWhom.choice(choice)}
        later={forWhom.chosen ? null : later.button}
      />
      {question}
      {calling.question}
    </>
  );
}

/** Files alone need no words with them. */
const wordsIn: typeof partsOf = (text, all) => (text.trim() ? partsOf(text, all) : []);

/** Why nothing is written here. */
function ReadOnly({ room }: { room: Room["room"] }) {
  return (
    <p className="border-t border-line bg-sunken px-5 py-3 text-small text-firm">
      {room.kind === "direct" ? (
        <Trans>
          このトークは、いまは読むだけです。団体か本人のどちらかが、ほかの団体の人とのやり取りを止めているか、利用を終えています。
        </Trans>
      ) : (
        <Trans>このルームは読むだけです。書き込みはできません。</Trans>
      )}
    </p>
  );
}

function Absents(props: ComponentProps<typeof AbsentOnes>) {
  if (props.whole.room.kind !== "direct" && !/[@＠]/.test(props.text)) return null;
  return (
    <Suspense>
      <AbsentOnes {...props} />
    </Suspense>
  );
}

/** The same words as in the head of the room (ZONE-4). */
function WhoReads({ room }: { room: RoomRow }) {
  if (room.kind === "self") return <OwnChip />;
  return (
    <>
      <ReadersChips readers={room.readers} />
      <InternetDevices readers={room.readers} />
    </>
  );
}

/** What the label says to whoever writes, read as a permission (ZONE-5). */
function Personal({ label }: { label: Level }) {
  return (
    <span className="whitespace-nowrap">
      {label.personal ? <Trans>個人情報を書けます</Trans> : <Trans>個人情報は書けません</Trans>}
    </span>
  );
}

/** Who gets it: by name where it is one person, and nobody else reads in one's own notes. */
function Reaches({ room, people }: { room: RoomRow; people: People }) {
  const { t } = useLingui();
  const unit = room.held_for && people[room.held_for];
  if (room.kind === "self") return <Trans>ほかの人には届きません</Trans>;
  // Words of people go through `t`: a component would take a < in them for one of its own elements.
  if (room.kind === "direct" && unit) return t`${fullName(unit)}として、${room.name}さんに届きます`;
  if (room.other && people[room.other]?.kind === "department") return t`${room.name}で書ける人みなに届きます`;
  if (room.kind === "direct") return t`${room.name}さんに届きます`;
  return <ReachesMembers unit={unit} others={room.member_count - 1} />;
}

function ReachesMembers({ unit, others }: { unit: Person | "" | null | undefined; others: number }) {
  const { t } = useLingui();
  if (others === 0) return <Trans>このルームには、まだほかのメンバーがいません</Trans>;
  if (unit) return t`${fullName(unit)}として、このルームの${others}人に届きます`;
  return <Trans>このルームの{others}人に届きます</Trans>;
}

/** Said before it is sent where others read than the office's own devices: two cities use one code for two letters (TEXT-7). */
function Strange({ text, room: { readers } }: { text: string; room: RoomRow }) {
  const reachesOthers = readers.internet_devices || readers.other_bodies > 0 || readers.guests > 0;
  const found = reachesOthers ? privateUseIn(text) : [];
  if (found.length === 0) return null;
  return (
    <Trans>
      外字（<AsTyped>{found.join("、")}</AsTyped>）が入っています。ほかの団体や端末では、別の字に見えます。
    </Trans>
  );
}
