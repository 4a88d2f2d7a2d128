/** One person: their words, where they serve, what they may do, and what was done so far. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";

import type { AccountForm, AccountGroup, AccountId, Hall, Me } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { useKnownFields } from "@/people/accounts/profile/fields";
import { PersonRights } from "@/people/accounts/rights/PersonRights";
import { linesOf } from "@/people/accounts/rights/words";
import { HistoryList } from "@/people/orgs/HistoryList";
import { Refusal } from "@/platform/refusals";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Notice } from "@/ui/Notice";
import { Waiting } from "@/ui/Waiting";

import { PersonFields } from "./PersonFields";
import { PostFields } from "./PostFields";
import { useHistory, usePerson, useSavePerson, wishOf } from "./people";
import { Standing } from "./Standing";

interface Props {
  accountId: AccountId;
  me: Me;
  halls: readonly Hall[];
  groups: readonly AccountGroup[];
  /** What a district above knows of somebody's logins; null for those who may not see it. */
  logins: ((accountId: AccountId) => ReactNode) | null;
  /** Somebody's picture, and what may be done about it. */
  face: (accountId: AccountId) => ReactNode;
  onClose: () => void;
}

export function PersonDialog(props: Props) {
  const { t } = useLingui();
  const person = usePerson(props.accountId);
  const title = person.data ? `${fullName(person.data.row)}　${person.data.row.login_id}` : t`職員`;
  const again = () => void person.refetch();
  const [tab, setTab] = useState("words");
  return (
    <Dialog isOpen wide title={<span className="font-name">{title}</span>} onClose={props.onClose}>
      {person.isPending && <Waiting says={t`職員を読み込んでいます`} />}
      {person.isError && <Notice urgent title={<Trans>この職員を読み込めませんでした。</Trans>} />}
      {person.data && (
        <Opened
          key={person.data.last_change}
          {...props}
          tab={tab}
          onTab={setTab}
          form={person.data}
          onAgain={again}
        />
      )}
    </Dialog>
  );
}

/** What is written here and then saved. On the other tabs whatever is chosen holds at once. */
const written = new Set(["words", "posts"]);

interface OpenedProps extends Props {
  form: AccountForm;
  /** Kept outside: what is shown begins anew when somebody has changed the person, and stays where it was. */
  tab: string;
  onTab: (tab: string) => void;
  onAgain: () => void;
}

function Opened({ form, me, halls, groups, logins, face, tab, onTab, onClose, onAgain }: OpenedProps) {
  const [wish, setWish] = useState(() => wishOf(form));
  const save = useSavePerson(form);
  const isOld = save.error instanceof Refusal && save.error.code === "accounts.changed_meanwhile";
  const mayChange = form.may_change && form.row.status !== "removed";
  return (
    <Tabs className="flex min-h-0 flex-col" selectedKey={tab} onSelectionChange={(key) => onTab(String(key))}>
      <Titles withLogins={logins !== null} />
      <DialogBody>
        <Panel id="words">
          <PersonFields wish={wish} groups={groups} error={save.error} onChange={setWish} />
        </Panel>
        <Panel id="posts">
          <PostFields posts={wish.posts} halls={halls} onChange={(posts) => setWish({ ...wish, posts })} />
        </Panel>
        <Panel id="standing">
          {face(form.row.account_id)}
          <Standing form={form} me={me} onDone={onAgain} />
        </Panel>
        <Panel id="rights">
          <PersonRights form={form} me={me} />
        </Panel>
        {logins && <Panel id="logins">{logins(form.row.account_id)}</Panel>}
        <Panel id="history">
          <Past accountId={form.row.account_id} contact={me.contact} />
        </Panel>
        <Trouble error={save.error} contact={me.contact} />
      </DialogBody>
      <DialogFoot>
        {isOld && (
          <Button icon="refresh" onPress={onAgain}>
            <Trans>いまの内容を読み込む</Trans>
          </Button>
        )}
        <Button onPress={onClose}>
          <Trans>閉じる</Trans>
        </Button>
        {written.has(tab) && (
          <Button
            look="first"
            isDisabled={save.isPending || !mayChange}
            onPress={() => save.mutate(wish, { onSuccess: onClose })}
          >
            <Trans>保存する</Trans>
          </Button>
        )}
      </DialogFoot>
    </Tabs>
  );
}

function Past({ accountId, contact }: { accountId: AccountId; contact: string }) {
  const { i18n } = useLingui();
  const fields = useKnownFields();
  const names = {
    ...linesOf(i18n._.bind(i18n)),
    ...Object.fromEntries(fields.map((field) => [`profile.${field.key}`, field.name])),
  };
  return <HistoryList history={useHistory(accountId)} names={names} contact={contact} />;
}

function Titles({ withLogins }: { withLogins: boolean }) {
  const { t } = useLingui();
  return (
    <TabList aria-label={t`職員の内容`} className="flex shrink-0 flex-wrap gap-1 border-b border-line px-4">
      <Title id="words">
        <Trans>内容</Trans>
      </Title>
      <Title id="posts">
        <Trans>所属</Trans>
      </Title>
      <Title id="standing">
        <Trans>役割と利用</Trans>
      </Title>
      <Title id="rights">
        <Trans>権限</Trans>
      </Title>
      {withLogins && (
        <Title id="logins">
          <Trans>ログイン</Trans>
        </Title>
      )}
      <Title id="history">
        <Trans>履歴</Trans>
      </Title>
    </TabList>
  );
}

function Title({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Tab
      id={id}
      className="cursor-pointer border-b-3 border-transparent forced-colors:not-data-selected:border-b-0 px-2 pt-1.5 pb-2 text-small text-firm hover:bg-hovered data-selected:border-accent data-selected:font-bold data-selected:text-accent-firm coarse:min-h-11"
    >
      {children}
    </Tab>
  );
}

function Panel({ id, children }: { id: string; children: ReactNode }) {
  return (
    <TabPanel id={id} className="grid gap-4">
      {children}
    </TabPanel>
  );
}
