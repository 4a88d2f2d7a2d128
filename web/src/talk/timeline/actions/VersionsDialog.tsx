/** What a message said before it was edited, the newest first, for whoever wrote it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";

import { Trouble } from "@/people/access/Trouble";
import { api } from "@/platform/api";
import { plainText } from "@/talk/messages/words";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody } from "@/ui/Dialog";
import { useDates } from "@/ui/dates";
import { Waiting } from "@/ui/Waiting";

import type { AskProps } from "./action";

export function VersionsDialog({ subject: { message, room, me }, onClose }: AskProps) {
  const { t } = useLingui();
  const { detailTime } = useDates();
  const path = { room_id: room.room.room_id, message_id: message.message_id };
  const known = useInfiniteQuery({
    queryKey: ["versions", message.message_id, message.edited_at],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get("/api/rooms/{room_id}/messages/{message_id}/versions", { path, query: { cursor }, signal }),
    initialPageParam: null as string | null, // widens the type: the first page has no cursor
    getNextPageParam: (last) => last.next,
  });
  const versions = known.data?.pages.flatMap((page) => page.versions);
  return (
    <Dialog isOpen title={<Trans>編集前の文</Trans>} onClose={onClose}>
      <DialogBody>
        <p className="text-small text-firm">
          <Trans>書いた人にだけ見えます。団体の記録にも残ります。</Trans>
        </p>
        {known.isPending && <Waiting says={t`編集前の文を読み込んでいます`} />}
        <Trouble error={known.error} contact={me.contact} />
        <ol className="grid gap-3 pb-3">
          {versions?.map((version) => (
            <li key={version.until} className="rounded-8 border border-line px-3 py-2">
              <p className="figures text-small text-soft">{t`${detailTime(version.until)} まで`}</p>
              <p lang="ja" className="whitespace-pre-wrap font-name">
                <AsTyped>{plainText(version.parts)}</AsTyped>
              </p>
            </li>
          ))}
        </ol>
        {known.hasNextPage && (
          <Button small wide isDisabled={known.isFetchingNextPage} onPress={() => known.fetchNextPage()}>
            <Trans>続きを表示</Trans>
          </Button>
        )}
      </DialogBody>
    </Dialog>
  );
}
