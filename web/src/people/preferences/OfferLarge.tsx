/** Asked once of everybody: whether letters and buttons should be larger. Whatever is answered, it is not asked again. */
import { Trans, useLingui } from "@lingui/react/macro";

import { Button } from "@/ui/Button";
import { usePreferences } from "@/ui/preferences";

import { useChoose } from "./preferences";

export function OfferLarge() {
  const { t } = useLingui();
  const { asked } = usePreferences();
  const choose = useChoose();
  if (asked) return null;
  return (
    <section
      aria-label={t`文字の大きさの案内`}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-accent-soft px-4 py-2"
    >
      <p className="grow">
        <span className="font-bold">
          <Trans>文字を大きくしますか？</Trans>
        </span>{" "}
        <span className="text-small">
          <Trans>あとから、設定でいつでも変えられます。</Trans>
        </span>
      </p>
      <span className="flex flex-wrap gap-2">
        <Button small onPress={() => choose.mutate({ asked: true, letters: "18" })}>
          <Trans>文字を大きくする</Trans>
        </Button>
        <Button small onPress={() => choose.mutate({ asked: true, simple: true })}>
          <Trans>かんたん表示にする</Trans>
        </Button>
        <Button small look="quiet" onPress={() => choose.mutate({ asked: true })}>
          <Trans>いまのまま使う</Trans>
        </Button>
      </span>
    </section>
  );
}
