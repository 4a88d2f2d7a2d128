/** One message as it stands in the log: mine on the right in blue, others' on the left with face, name and 所属. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import type { Message, Part, Person } from "@/generated/wire";
import { bubbleTime } from "@/kit/dates";
import { fullName } from "@/kit/names";
import { GuestMark, OutsideSign } from "@/people/accounts/GuestMark";
import { PersonLink } from "@/people/presence/PersonLink";
import { PresenceDot, PresenceWords } from "@/people/presence/PresenceMark";
import { AsTyped, FrameMeans } from "@/ui/AsTyped";
import { Face } from "@/ui/Face";
import { Files } from "./Files";
import { CallsMe, NamedPart } from "./NamedPart";
import { plain } from "./words";

interface Said {
  message: Message;
  /** First of a run by one author within five minutes. */
  begins: boolean;
  marked: boolean;
  /** What one can do with it, beside its words. */
  tools: ReactNode;
  /** What it answers, above its words. */
  quote: ReactNode;
  /** What others have set under it. */
  signs?: ReactNode;
  /** The account of a unit in whose name it is said. */
  forWhom: Person | undefined;
}

export function OwnBubble({
  message,
  begins,
  marked,
  tools,
  quote,
  signs,
  foot,
  forWhom,
}: Said & { foot: ReactNode }) {
  const { t } = useLingui();
  const time = bubbleTime(message.posted_at);
  return (
    <Framed marked={marked} id={message.message_id} label={t`自分 ${time}`} begins={begins}>
      <div className="grid grid-cols-[minmax(0,auto)] justify-end justify-items-end pl-[12%] mid:pl-20 coarse:pl-12">
        {begins && forWhom && (
          <p className="text-small text-soft">
            <As forWhom={forWhom} />
          </p>
        )}
        <Body message={message} look={`bg-own ${begins ? "rounded-tr-4" : ""}`} tools={tools} quote={quote} />
        {signs}
        {foot}
      </div>
    </Framed>
  );
}

interface Others extends Said {
  person: Person | undefined;
  letters: string;
  /** The reader's own body: only the others are named. */
  home: string;
  foot?: ReactNode;
}

export function OthersBubble(props: Others) {
  const { message, begins, marked, tools, quote, signs, forWhom, person, letters, home, foot } = props;
  const { t } = useLingui();
  const time = bubbleTime(message.posted_at);
  const written = person ? fullName(person) : t`（名前を読み込めません）`;
  const unit = forWhom && fullName(forWhom);
  const name = unit ? t`${unit}（代理：${written}）` : written;
  return (
    <Framed marked={marked} id={message.message_id} label={`${name} ${time}`} begins={begins}>
      <div className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-2.5 pr-[8%] mid:pr-10 coarse:pr-12 tight:block">
        {/* Beside all that is said; where a line holds few letters, beside the name alone. */}
        <span className="tight:float-left tight:pr-2.5">
          {begins && (
            <Face
              round
              size="medium"
              letters={letters}
              of={message.author_id}
              mark={person?.kind === "guest" ? <OutsideSign /> : <PresenceDot of={message.author_id} />}
            />
          )}
        </span>
        <div className="grid grid-cols-[minmax(0,auto)] justify-items-start gap-1 tight:block">
          {begins && <Who {...{ name: written, person, home, message, forWhom }} />}
          <Body
            message={message}
            tools={tools}
            quote={quote}
            look={`${foot === undefined ? "bg-other" : "bg-own"} ${begins ? "rounded-tl-4" : ""}`}
          />
          {signs}
          {foot}
        </div>
      </div>
    </Framed>
  );
}

interface FrameProps {
  id: string;
  label: string;
  begins: boolean;
  marked: boolean;
  children: ReactNode;
}

function Framed({ id, label, begins, marked, children }: FrameProps) {
  return (
    <article
      aria-label={label}
      aria-current={marked ? "true" : undefined}
      data-message={id}
      tabIndex={-1}
      className={`${begins ? "pt-3.5" : "pt-1.5"} ${marked ? "-mx-2 rounded-8 bg-warn-soft px-2 pb-2 outline-2 outline-warn-line" : ""}`}
    >
      {children}
    </article>
  );
}

interface WhoProps {
  name: string;
  person: Person | undefined;
  home: string;
  message: Message;
  forWhom: Person | undefined;
}

/** In whose name somebody writes: the unit, as it is called. */
function As({ forWhom }: { forWhom: Person }) {
  const name = fullName(forWhom);
  return (
    <Trans>
      <AsTyped>{name}</AsTyped>として
    </Trans>
  );
}

/** Of a unit its name comes first, and whoever writes for it stands in brackets: 「○○課（代理：山田 太郎）」 (ORG-6). */
function Who({ name, person, home, message, forWhom }: WhoProps) {
  const { posted_at: at, unit } = message;
  return (
    <div className="flex max-w-full flex-wrap items-baseline gap-x-2 text-small text-soft">
      {forWhom && (
        <b className="font-name text-ink">
          <AsTyped>{fullName(forWhom)}</AsTyped>
        </b>
      )}
      <span className={`whitespace-nowrap font-name text-ink ${forWhom ? "" : "font-bold"}`}>
        {forWhom && <Trans>（代理：</Trans>}
        {person ? <PersonLink person={person} /> : <AsTyped>{name}</AsTyped>}
        {person && (
          <span className="sr-only">
            {" "}
            <PresenceWords of={person.account_id} />
          </span>
        )}
        {forWhom && "）"}
      </span>
      <GuestMark person={person} />
      {person && <Belongs person={person} home={home} then={unit} />}
      <time dateTime={at} className="figures">
        {bubbleTime(at)}
      </time>
    </div>
  );
}

/**
 * Somebody of another body leads with the body; the unit and the title follow. Who has moved since, or whose unit is
 * called otherwise now, stands in the unit of that time, and today's title is not said beside it.
 */
function Belongs({ person, home, then }: { person: Person; home: string; then: string }) {
  const { t } = useLingui();
  const isFormer = then !== "" && then !== person.department;
  return (
    <span>
      {person.tenant_name !== home && t`［${person.tenant_name}］`}
      {isFormer ? t`（当時）${then}` : person.department}
      {!isFormer && person.job_title && `　${person.job_title}`}
      {person.tail && t`　職員番号 末尾 ${person.tail}`}
    </span>
  );
}

/** The words with what can be done with them: in the page after the words, on the screen where it finds its place. */
interface BodyProps {
  message: Message;
  look: string;
  tools: ReactNode;
  quote: ReactNode;
}

function Body({ message, look, tools, quote }: BodyProps) {
  return (
    <div className="relative flex max-w-full flex-col tight:clear-both tight:w-fit">
      <Text
        parts={message.parts}
        look={look}
        above={
          <>
            <CallsMe message={message} />
            {quote}
          </>
        }
      >
        {message.edited_at && (
          <p className="text-small text-soft">
            <Trans>編集済み</Trans>
          </p>
        )}
      </Text>
      {tools}
    </div>
  );
}

interface TextProps {
  parts: Part[];
  look: string;
  above?: ReactNode;
  children?: ReactNode;
}

export function Text({ parts, look, above, children }: TextProps) {
  const files = parts.filter((part) => part.kind === "file");
  const words = parts.filter((part) => part.kind !== "file");
  return (
    <div data-fill="" className={`max-w-[35rem] rounded-[0.875rem] px-3.5 py-2 ${look}`}>
      {above}
      <p lang="ja" className="whitespace-pre-wrap font-name empty:hidden">
        {words.map((part, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a message never change places.
          <PartOf key={place} part={part} />
        ))}
      </p>
      {files.length > 0 && <Files files={files} />}
      <FrameMeans texts={parts.map(plain)} />
      {children}
    </div>
  );
}

function PartOf({ part }: { part: Part }) {
  return part.kind === "mention" ? <NamedPart part={part} /> : <AsTyped>{plain(part)}</AsTyped>;
}
