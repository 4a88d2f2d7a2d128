/** How far a file has come, in words (FILE-8): what was done to it, and whether what one gets is what was sent. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

import type { ShownFile, Zone } from "@/generated/wire";
import { Icon } from "@/ui/Icon";

interface Props {
  shown: ShownFile | null | undefined;
  zone: Zone;
}

export function FileState({ shown, zone }: Props) {
  if (shown === undefined) return <span aria-hidden="true">…</span>;
  if (shown === null) return <Trans>いまは見られません</Trans>;
  switch (shown.state) {
    case "checking":
      return (
        <State icon="clock" look="text-firm">
          <Trans>検査中（終わると開けます）</Trans>
        </State>
      );
    case "disarmed":
      return (
        <State icon="check" look="text-safe">
          <Done shown={shown} zone={zone} />
        </State>
      );
    case "held":
      return (
        <State icon="clock" look="text-warn">
          <Trans>保留</Trans>
        </State>
      );
    case "declined":
      return (
        <State icon="alert" look="text-danger">
          <Trans>拒否</Trans>
        </State>
      );
    default:
      return <Trans>いまは見られません</Trans>;
  }
}

/** What stays on the LGWAN side is handed on as it came; everything else is what was built of it. */
function Done({ shown: { entered, method }, zone }: { shown: ShownFile; zone: Zone }) {
  if (entered === "lgwan" && zone === "lgwan") return <Trans>検査済み（元のファイルのまま）</Trans>;
  if (method === "reconstructed") return <Trans>無害化済み（画像を作り直しました）</Trans>;
  if (method === "text") return <Trans>無害化済み（文字だけを取り出しました）</Trans>;
  return <Trans>無害化済み</Trans>;
}

interface StateProps {
  icon: "clock" | "check" | "alert";
  look: string;
  children: ReactNode;
}

function State({ icon, look, children }: StateProps) {
  return (
    <span className={`inline-flex items-start gap-1 font-bold ${look}`}>
      <span className="pt-0.5">
        <Icon name={icon} size={16} />
      </span>
      <span>{children}</span>
    </span>
  );
}
