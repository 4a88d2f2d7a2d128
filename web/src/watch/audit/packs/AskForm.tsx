/** Why, and for which days. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { SpanFields } from "@/ui/SpanFields";
import { useSpan } from "@/ui/span";

import { usePackAct } from "./packs";

export function AskForm({ contact }: { contact: string }) {
  const { t } = useLingui();
  const does = usePackAct();
  const [reason, setReason] = useState("");
  const span = useSpan(30);
  const isReady = reason.trim() !== "" && span.days && !does.isPending;
  const ask = () => {
    if (!span.days) return;
    does.mutate({ act: "ask", wish: { reason, ...span.days } }, { onSuccess: () => setReason("") });
  };
  return (
    <section aria-label={t`監査パックを作る`} className="grid gap-3">
      <Field
        label={t`作る理由`}
        hint={<Trans>監査の記録に残ります。</Trans>}
        isRequired
        value={reason}
        onChange={setReason}
        maxLength={200}
        autoFocus
      />
      <SpanFields span={span} ahead={t`今日までの日を入れてください。`} />
      <Trouble error={does.error} contact={contact} />
      <div>
        <Button look="first" isDisabled={!isReady} onPress={ask}>
          <Trans>監査パックを作る</Trans>
        </Button>
      </div>
    </section>
  );
}
