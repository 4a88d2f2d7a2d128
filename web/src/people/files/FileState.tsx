/** How far a file has come, in words (FILE-8): what was done to it, and whether what one gets is what was sent. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

import type { ShownFile } from "@/generated/wire";
import { Icon } from "@/ui/Icon";

export function FileState({ shown }: { shown: ShownFile | null | undefined }) {
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
          <Done shown={shown} />
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

/** Whether one gets what was sent, the server says: it depends on more than where one stands. */
function Done({ shown: { as_it_came, method } }: { shown: ShownFile }) {
  if (as_it_came) return <Trans>検査済み（元のファイルのまま）</Trans>;
  if (method === "reconstructed") return <Trans>無害化済み（画像を作り直しました）</Trans>;
  if (method === "text") return <Trans>無害化済み（文字だけを取り出しました）</Trans>;
  if (method === "image_pdf") return <Trans>無害化済み（画像のPDFにしました）</Trans>;
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
