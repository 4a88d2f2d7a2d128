/** Why something was not done, in the server's own sentence or, without an answer, in ours; and behind 「なぜ」 the rule. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { Button } from "react-aria-components";

import type { AccountId, RoomId } from "@/generated/wire";
import { Refusal, sentenceOf } from "@/platform/refusals";
import { Icon } from "@/ui/Icon";

const WhyList = lazy(() => import("./WhyList").then((file) => ({ default: file.WhyList })));

/** What was tried, as the server calls it, and where. */
export interface WhatFor {
  /** One of these, or the capability that the refusal names. */
  operation:
    | ("read" | "post" | "print" | "pin" | "invite" | "set" | "leave" | "open" | "write_to" | "join")
    | (string & {});
  room?: RoomId;
  whom?: AccountId;
}

interface Props {
  error: Error | null;
  contact: string;
  /** What can be asked about. */
  why?: WhatFor;
}

export function Trouble({ error, contact, why }: Props) {
  const { t } = useLingui();
  if (!error) return null;
  const asked = why ?? namedIn(error);
  const sentence =
    error instanceof Refusal
      ? sentenceOf(error, contact)
      : t`通信が切れています。書いたものは残っています。つながってから、もう一度押してください。`;
  return (
    <div className="rounded-8 border border-danger-line bg-danger-soft px-3 py-2 text-danger">
      <p role="alert" className="flex items-start gap-2">
        <span className="pt-1">
          <Icon name="alert" size={20} />
        </span>
        {sentence}
      </p>
      {asked && isRule(error) && <Why asked={asked} contact={contact} />}
    </div>
  );
}

/** Whatever is refused for want of a right says which. */
function namedIn(error: Error): WhatFor | null {
  const { capability } = error instanceof Refusal ? error.details : {};
  return typeof capability === "string" ? { operation: capability } : null;
}

/** What passes by itself has no rule behind it. */
function isRule(error: Error): boolean {
  return error instanceof Refusal && [403, 409].includes(error.status);
}

function Why({ asked, contact }: { asked: WhatFor; contact: string }) {
  const [isOpen, open] = useState(false);
  return (
    <div className="pl-7">
      <Button
        onPress={() => open(!isOpen)}
        aria-expanded={isOpen}
        className="underline hover:no-underline coarse:min-h-11"
      >
        <Trans>なぜ</Trans>
      </Button>
      {isOpen && (
        <Suspense>
          <WhyList asked={asked} contact={contact} />
        </Suspense>
      )}
    </div>
  );
}
