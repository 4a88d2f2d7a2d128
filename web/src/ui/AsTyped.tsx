/** Words as people typed them. A 外字 stands in a dotted frame: other devices draw another letter there, or none (TEXT-7). */
import { Trans, useLingui } from "@lingui/react/macro";

import { partedAtPrivateUse, privateUseIn } from "@/kit/text";

export function AsTyped({ children: text }: { children: string }) {
  const pieces = partedAtPrivateUse(text);
  if (pieces.length === 1) return <>{text}</>;
  return (
    <>
      {pieces.map((piece, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places.
        at % 2 === 1 ? <Framed key={at}>{piece}</Framed> : piece,
      )}
    </>
  );
}

function Framed({ children }: { children: string }) {
  const { t } = useLingui();
  return (
    <span
      role="img"
      aria-label={t`外字`}
      title={t`外字：ほかの端末では別の字に見えます`}
      className="rounded-4 border border-dotted border-current px-px"
    >
      {children}
    </span>
  );
}

/** What the frame means, in words: once below whatever holds any. */
export function FrameMeans({ texts }: { texts: readonly string[] }) {
  if (!texts.some((text) => privateUseIn(text).length > 0)) return null;
  return (
    <p className="text-small text-soft">
      <Trans>外字：ほかの端末では別の字に見えます</Trans>
    </p>
  );
}
