/** 監査パック: ask for one with a reason, see how far it is, take it, throw it away. */
import { Trans, useLingui } from "@lingui/react/macro";

import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { AskForm } from "./AskForm";
import { PackCard } from "./PackCard";
import { usePacks } from "./packs";

interface Props {
  contact: string;
  onClose: () => void;
}

export function PacksDialog({ contact, onClose }: Props) {
  return (
    <Dialog isOpen wide title={<Trans>監査パック</Trans>} onClose={onClose}>
      <DialogBody>
        <p className="text-pretty">
          <Trans>
            情報セキュリティ監査に渡す一つのファイル（ZIP）です。設定、役割と権限、ログインと端末、網、監査の記録、版が入ります。メッセージの言葉、パスワード、マイナンバー、ほかの団体のことは入りません。
          </Trans>
        </p>
        <AskForm contact={contact} />
        <List contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>閉じる</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

function List({ contact }: { contact: string }) {
  const { t } = useLingui();
  const { list: found, isNotRead, again } = usePacks();
  if (isNotRead) {
    return (
      <NotRead title={<Trans>監査パックを読み込めませんでした。</Trans>} contact={contact} onAgain={again} />
    );
  }
  if (!found.data) return <Waiting says={t`監査パックを読み込んでいます`} />;
  const all = found.data.pages.flatMap((page) => page.packs);
  if (all.length === 0) {
    return (
      <p className="text-soft">
        <Trans>まだ作っていません。</Trans>
      </p>
    );
  }
  return (
    <>
      <ul aria-label={t`作った監査パック`} className="grid gap-3">
        {all.map((each) => (
          <PackCard key={each.pack_id} pack={each} contact={contact} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button isDisabled={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          <Trans>続きを見る</Trans>
        </Button>
      )}
    </>
  );
}
