/** What a reminder says in the page, with the way to what it reminds of. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";

import { Banner } from "@/ui/Banner";
import { IconButton } from "@/ui/IconButton";

interface Props {
  due: number;
  onOpen: () => void;
  onClose: () => void;
}

export function ReminderBanner({ due, onOpen, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Banner
      icon="bell"
      look="warn"
      acts={
        <>
          <Link
            to="/rooms/later"
            onClick={onOpen}
            className="inline-flex min-h-9 items-center font-bold text-warn underline coarse:min-h-11"
          >
            <Trans>あとで見るを開く</Trans>
          </Link>
          <IconButton icon="close" label={t`閉じる`} onPress={onClose} />
        </>
      }
    >
      <Trans>「あとで見る」に、時間になったメッセージが{due}件あります。</Trans>
    </Banner>
  );
}
