/** For whoever manages people: taking somebody's picture off, where they have one. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";

import type { AccountId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { api } from "@/platform/api";
import { Button } from "@/ui/Button";
import { Face } from "@/ui/Face";
import { usePicture } from "@/ui/pictures";

export function TakeOffFace({ accountId, contact }: { accountId: AccountId; contact: string }) {
  const { t } = useLingui();
  const picture = usePicture(accountId, true);
  const takeOff = useMutation({
    mutationFn: () => api.delete("/api/accounts/{account_id}/face", { path: { account_id: accountId } }),
  });
  if (!picture && !takeOff.error) return null;
  return (
    <section aria-label={t`顔の写真`} className="flex flex-wrap items-center gap-4">
      <Face round letters="" of={accountId} />
      <Button isDisabled={takeOff.isPending} onPress={() => takeOff.mutate()}>
        <Trans>写真を外す</Trans>
      </Button>
      <Trouble error={takeOff.error} contact={contact} />
    </section>
  );
}
