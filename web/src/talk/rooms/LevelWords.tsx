/** A level in sentences that read as a permission: who reads, what may be written, and what may not be done. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { Level, RoomRow } from "@/generated/wire";

/** Among the members: the label of their room, and what it permits. Where one practises there is nothing to protect. */
export function LabelInWords({ room, label }: { room: RoomRow; label: Level }) {
  if (room.kind === "practice") return null;
  return (
    <p className="px-4 pt-3 text-small text-firm">
      <b>
        <Trans>ラベル：{label.name}</Trans>
      </b>{" "}
      <LevelWords level={label} />
    </p>
  );
}

export function LevelWords({ level }: { level: Level }) {
  const says = useLevelWords();
  return <>{says(level)}</>;
}

export function useLevelWords(): (level: Level) => string {
  const { t } = useLingui();
  const readers = useReaders();
  const barred = useBarred();
  return (level) => {
    const personal = level.personal ? t`個人情報を書けます。` : t`個人情報は書けません。`;
    return `${readers(level)}${personal}${barred(level)}`;
  };
}

function useReaders(): (level: Level) => string {
  const { t } = useLingui();
  const outsiders = (bodies: boolean, guests: boolean) => {
    if (bodies && guests) return t`庁内の職員が読めます。ほかの団体の人とゲストも入れます。`;
    if (guests) return t`庁内の職員が読めます。ゲストも入れます。`;
    return bodies ? t`庁内の職員が読めます。ほかの団体の人も入れます。` : null;
  };
  return ({ internet, bodies, guests }) => {
    const others = outsiders(bodies, guests);
    if (others) return others;
    return internet ? t`庁内の職員だけが読めます。` : t`庁内の職員だけが、LGWAN側だけで読めます。`;
  };
}

function useBarred(): (level: Level) => string {
  const { t } = useLingui();
  return ({ printing, forwarding }) => {
    if (!printing && !forwarding) return t`印刷・保存・転送はできません。`;
    if (!printing) return t`印刷と保存はできません。`;
    if (!forwarding) return t`転送はできません。`;
    return "";
  };
}
