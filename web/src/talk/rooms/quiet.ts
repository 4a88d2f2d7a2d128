/** The quiet lines of a room in words, and which of them stand among its messages. */
import { useLingui } from "@lingui/react/macro";

import type { Line, LineKind, Person, Room } from "@/generated/wire";
import { fromIso } from "@/kit/days";
import { fullName, nameForWhom } from "@/kit/names";
import { useDates } from "@/ui/dates";

/** What changes for everybody is announced, whether comings and goings are shown or not (ROOM-10). */
const announced: ReadonlySet<LineKind> = new Set([
  "past",
  "readers",
  "reactions",
  "lines",
  "printing",
  "label",
  "outside",
  "body_invited",
  "body_joined",
  "body_left",
  "body_removed",
  "askings",
  "ends",
  "ended",
  "archived",
  "taken_out",
  "inspected",
  "delegate_ended",
]);

export function shownIn(room: Room, lines: Line[]): Line[] {
  return room.rules.shows_lines ? lines : lines.filter((line) => announced.has(line.kind));
}

type Says = { [kind: string]: string };

/** A line in words. Words of people go through `t`: a component would take a < in them for one of its own elements. */
export function useLineWords(): (line: Line) => string {
  const { t } = useLingui();
  const comings = useComings();
  const inspected = useInspected();
  const rules = useRules();
  return (line) => comings(line) ?? inspected(line) ?? rules(line) ?? t`ルームの設定が変わりました`;
}

/** Who came, who went, who manages. Where the tree of units did it, nobody is named. */
function useComings(): (line: Line) => string | null {
  const { t } = useLingui();
  const acting = useActing();
  const everybody = useEverybody();
  return (line) => {
    const who = everybody(line);
    const by = line.by ? fullName(line.by) : "";
    const forWhom = line.on_behalf_of ? nameForWhom(line.on_behalf_of) : "";
    const says: Says = {
      joined: t`${who}が入りました`,
      added: t`${by}さん${acting(line)}が、${who}を加えました`,
      delegate_ended: t`${who}が、${forWhom}の代行を終えて外れました`,
      left: line.by ? t`${who}が退出しました` : t`${who}が、所属が変わったため外れました`,
      removed: t`${by}さん${acting(line)}が、${who}を外しました`,
      appointed: t`${who}が、ルームを管理する人になりました`,
      relieved: t`${who}が、ルームを管理する人ではなくなりました`,
    };
    return says[line.kind] ?? null;
  };
}

/** What was set otherwise. */
function useRules(): (line: Line) => string | null {
  const { t } = useLingui();
  const acting = useActing();
  const choice = useChoices();
  const ends = useEnds();
  return (line) => {
    const { kind, by, words } = line;
    const says: Says = {
      name: t`ルームの名前を「${words}」に変えました`,
      purpose: t`ルームの目的を変えました`,
      label: t`ルームのラベルを「${words}」にしました`,
      outside: t`この時から、インターネット端末でも読まれます`,
      body_invited: t`「${words}」を招待しました（参加予定）`,
      body_removed: t`「${words}」を外しました`,
      archived: t`ルームを保管しました。ここからは読むだけです`,
      taken_out: t`ルームの保管をやめました。また書けます`,
    };
    if (kind === "body_joined") return t`「${words}」が参加しました。ほかの団体の人が読むようになります`;
    if (kind === "body_left") return t`「${words}」が退出しました`;
    const set = says[kind] ?? ends(kind, words) ?? choice(kind, words);
    return set && by ? t`${fullName(by)}さん${acting(line)}が、${set}` : set;
  };
}

/** Administrators have read some days of the room: which, and why, where the body says so. */
function useInspected(): (line: Line) => string | null {
  const { t } = useLingui();
  const { longDay } = useDates();
  const everybody = useEverybody();
  return (line) => {
    if (line.kind !== "inspected") return null;
    const [first = "", last = "", ...rest] = line.words.split(" ");
    const days = [...new Set([first, last])].map((day) => longDay(fromIso(day))).join(t`から`);
    const why = rest.join(" ");
    const reason = why && t`（理由：${why}）`;
    return t`管理者の${everybody(line)}が、二人の承認で、${days}のメッセージを閲覧しました${reason}`;
  };
}

function useEnds(): (kind: LineKind, day: string) => string | null {
  const { t } = useLingui();
  const { longDay } = useDates();
  return (kind, day) => {
    if (kind !== "ends" && kind !== "ended") return null;
    if (day === "") return t`ルームの終了日をなくしました`;
    const last = longDay(fromIso(day));
    return kind === "ends"
      ? t`ルームの終了日を${last}にしました`
      : t`ルームの終了日、${last}を過ぎました。管理をする人は、保管するか、終了日を延ばしてください`;
  };
}

function useChoices(): (kind: LineKind, chosen: string) => string | null {
  const { t } = useLingui();
  const says: Says = {
    "past shown": t`新しく入る人に、前のメッセージも見せることにしました`,
    "past hidden": t`新しく入る人に、前のメッセージを見せないことにしました`,
    "readers everyone": t`だれが読んだかを、全員に見せることにしました`,
    "readers author": t`だれが読んだかを、書いた人だけに見せることにしました`,
    "readers count": t`既読は、人数だけを見せることにしました`,
    "readers none": t`既読を、だれにも見せないことにしました`,
    "reactions on": t`リアクションを使えるようにしました`,
    "reactions off": t`リアクションを使わないことにしました`,
    "lines shown": t`出入りや名前の変更を、トークに出すことにしました`,
    "lines hidden": t`出入りや名前の変更を、トークに出さないことにしました`,
    "askings on": t`ほかの団体からの参加の申し込みを受け付けることにしました。ほかの団体の管理者に、ルームの名前と目的が見えます`,
    "askings off": t`ほかの団体からの参加の申し込みを受け付けないことにしました`,
    "printing on": t`印刷をできるようにしました`,
    "printing off": t`印刷をできないようにしました`,
  };
  return (kind, chosen) => says[`${kind} ${chosen}`] ?? null;
}

/** In whose place it was done, where that is somebody else. */
function useActing(): (line: Line) => string {
  const { t } = useLingui();
  return ({ on_behalf_of: whom }) => (whom ? t`（${nameForWhom(whom)} 代理）` : "");
}

function useEverybody(): (line: Line) => string {
  const { t } = useLingui();
  return ({ who, count }) => {
    const called = (person: Person) =>
      person.kind === "department" ? fullName(person) : t`${fullName(person)}さん`;
    const names = who.map(called).join(t`、`);
    const rest = count - who.length;
    return rest > 0 ? t`${names}ほか${rest}人` : names;
  };
}
