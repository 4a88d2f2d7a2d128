/** One more word to watch for. What is wrong with it stands under the field. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, type Ref, useState } from "react";
import { Form } from "react-aria-components";

import type { Watchword } from "@/generated/wire";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";

import type { useWatchFor } from "./watchwords";

interface Props {
  ref: Ref<HTMLInputElement>;
  words: readonly Watchword[];
  most: number;
  adding: ReturnType<typeof useWatchFor>;
  trouble: string | null;
  onAdded: () => void;
}

export function AddWord({ ref, words, most, adding, trouble, onAdded }: Props) {
  const { t } = useLingui();
  const [word, setWord] = useState("");
  const [known, setKnown] = useState<string | null>(null);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const before = new Set(words.map((each) => each.watchword_id));
    adding.mutate(word, {
      onSuccess: (added) => {
        setKnown(before.has(added.watchword_id) ? added.word : null);
        setWord("");
        onAdded();
      },
    });
  };
  const change = (typed: string) => {
    setWord(typed);
    setKnown(null);
    if (adding.isError) adding.reset();
  };
  return (
    <Form validationBehavior="aria" onSubmit={add} className="grid justify-items-start gap-3">
      <div className="w-full max-w-[24rem]">
        <Field
          inputRef={ref}
          label={t`見張る言葉`}
          hint={<Trans>2文字から50文字まで。{most}個まで入れられます。</Trans>}
          value={word}
          onChange={change}
          enterKeyHint="done"
          error={trouble}
        />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" icon="plus" isDisabled={adding.isPending}>
          <Trans>言葉を加える</Trans>
        </Button>
        <p role="status" className="wrap-anywhere text-small text-soft">
          {known !== null && t`「${known}」は、もう見張っています。`}
        </p>
      </div>
    </Form>
  );
}
