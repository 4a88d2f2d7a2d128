/** Beside a name that two bear: 所属, 職名, and where nothing else helps 「職員番号 末尾 021」. */
import { Trans } from "@lingui/react/macro";

import type { Apart } from "./apart";

export function ApartWords({ of }: { of: Apart | undefined }) {
  if (!of) return null;
  return (
    <span className="text-small font-normal text-soft">
      {[of.department, of.job_title].filter(Boolean).join("　")}
      {of.tail && (
        <>
          {"　"}
          <Trans>職員番号 末尾 {of.tail}</Trans>
        </>
      )}
    </span>
  );
}
