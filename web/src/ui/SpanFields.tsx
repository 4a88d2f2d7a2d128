/** はじめの日 and おわりの日 of what is asked for. */
import { useLingui } from "@lingui/react/macro";

import { DayField } from "./DayField";
import type { Span } from "./span";

interface Props {
  span: Span;
  /** What is said of an end that is still to come. */
  ahead: string;
}

export function SpanFields({ span, ahead }: Props) {
  const { t } = useLingui();
  const { error } = span;
  return (
    <div className="grid grid-cols-1 gap-3 mid:grid-cols-2">
      <DayField
        label={t`はじめの日`}
        value={span.first}
        onChange={(first) => span.type({ first })}
        usual={[]}
        says={(day) => t`${day} から`}
      />
      <DayField
        label={t`おわりの日`}
        value={span.last}
        onChange={(last) => span.type({ last })}
        usual={[]}
        error={error && { back: t`はじめの日より前です。あとの日を入れてください。`, ahead }[error]}
      />
    </div>
  );
}
