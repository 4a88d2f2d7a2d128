/** Why a file is not handed on. Its sentence comes when it is needed. */
import { lazy, Suspense } from "react";

const Reason = lazy(() => import("./Reason").then((file) => ({ default: file.Reason })));

export function FileReason({ code, contact }: { code: string; contact: string }) {
  return (
    <Suspense fallback="…">
      <Reason code={code} contact={contact} />
    </Suspense>
  );
}
