/** Adding one person by hand; a first password is issued afterwards. */
import { Trans } from "@lingui/react/macro";
import { useState } from "react";

import type { AccountGroup, Hall, Me } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";

import { PersonFields } from "./PersonFields";
import { PostFields } from "./PostFields";
import { type PersonWish, useAddPerson } from "./people";

interface Props {
  me: Me;
  halls: readonly Hall[];
  groups: readonly AccountGroup[];
  onClose: () => void;
}

const nobody: PersonWish = {
  login_id: "",
  family: "",
  given: "",
  kana: "",
  email: null,
  employment_type: "regular",
  job_title: "",
  extension: "",
  place: "",
  display_order: null,
  ends_on: null,
  group_id: null,
  profile: {},
  posts: [],
};

export function AddPerson({ me, halls, groups, onClose }: Props) {
  const first = me.organization_id ?? halls[0]?.organization_id;
  const [wish, setWish] = useState<PersonWish>(() => ({
    ...nobody,
    posts: first ? [{ organization_id: first, unit_id: null, main: true }] : [],
  }));
  const add = useAddPerson();
  return (
    <Dialog isOpen wide title={<Trans>職員を加える</Trans>} onClose={onClose}>
      <DialogBody>
        <PersonFields wish={wish} groups={groups} error={add.error} onChange={setWish} />
        <PostFields posts={wish.posts} halls={halls} onChange={(posts) => setWish({ ...wish, posts })} />
        <p className="text-small text-soft">
          <Trans>加えたあとで、初回パスワードの用紙を発行します。</Trans>
        </p>
        <Trouble error={add.error} contact={me.contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button
          look="first"
          isDisabled={add.isPending}
          onPress={() => add.mutate(wish, { onSuccess: onClose })}
        >
          <Trans>加える</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
