/** What a person sets for themselves, where they are signed in, and the way out. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";

import type { Me } from "@/generated/wire";
import { faceLetters, fullName } from "@/kit/names";
import { OwnProfile } from "@/people/accounts/profile/OwnProfile";
import { OwnRights } from "@/people/accounts/rights/OwnRights";
import { Choices } from "@/people/preferences/Choices";
import { OwnPresencePart } from "@/people/presence/OwnPresencePart";
import { ChangePassword } from "@/people/sessions/ChangePassword";
import { useSignOut } from "@/people/sessions/entrance";
import { PasswordAge } from "@/people/sessions/PasswordAge";
import { SessionList } from "@/people/sessions/SessionList";
import { OwnSecondFactor } from "@/people/sessions/second_factor/OwnSecondFactor";
import { OpenPractice } from "@/talk/practice/OpenPractice";
import { mayPractise } from "@/talk/practice/practice";
import { Watchwords } from "@/talk/watchwords/Watchwords";
import { Button } from "@/ui/Button";

import { useKnownScreen } from "./known";
import { LeaveSeat, settle } from "./Seat";
import { TabTitle } from "./TabTitle";

const OwnDelegates = lazy(() =>
  import("@/people/accounts/delegates/OwnDelegates").then((file) => ({ default: file.OwnDelegates })),
);
const OwnSpecialPost = lazy(() =>
  import("@/people/accounts/special_posts/OwnSpecialPost").then((file) => ({ default: file.OwnSpecialPost })),
);
const OwnRequests = lazy(() =>
  import("@/people/accounts/requests/OwnRequests").then((file) => ({ default: file.OwnRequests })),
);
const FaceSetting = lazy(() =>
  import("@/talk/faces/FaceSetting").then((file) => ({ default: file.FaceSetting })),
);
const MyGuests = lazy(() => import("@/talk/guests/MyGuests").then((file) => ({ default: file.MyGuests })));
const OwnFindable = lazy(() =>
  import("@/talk/neighbours/OwnFindable").then((file) => ({ default: file.OwnFindable })),
);
const MyParts = lazy(() => import("@/talk/federation/MyParts").then((file) => ({ default: file.MyParts })));

export function Settings() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  const signOut = useSignOut(settle);
  const navigate = useNavigate();
  return (
    <main className="min-w-0 grow overflow-y-auto">
      <TabTitle says={t`設定`} />
      <div className="mx-auto grid max-w-[46rem] grid-cols-[minmax(0,1fr)] gap-8 px-4 py-5 mid:px-8 mid:py-8">
        <h1 className="text-title font-bold">
          <Trans>設定</Trans>
        </h1>
        <OwnPresencePart me={me} />
        <OwnFace me={me} />
        {me.capabilities.includes("accounts.fill_in") && <OwnProfile me={me} />}
        <Choices contact={me.contact} hasDirectory={me.capabilities.includes("accounts.find")} />
        {me.capabilities.includes("watchwords.keep") && (
          <Part id="notify" title={<Trans>通知</Trans>}>
            <Watchwords contact={me.contact} />
          </Part>
        )}
        <Part title={<Trans>できること</Trans>}>
          <OwnRights contact={me.contact} />
        </Part>
        <WithOthers me={me} />
        {me.capabilities.includes("guests.invite") && (
          <Suspense>
            <MyGuests contact={me.contact}>
              {(guests) => (
                <Part id="guests" title={<Trans>招待したゲスト</Trans>}>
                  {guests}
                </Part>
              )}
            </MyGuests>
          </Suspense>
        )}
        {me.capabilities.includes("accounts.read") && (
          <Suspense>
            <OwnFindable contact={me.contact}>
              {(choice) => (
                <Part id="neighbours" title={<Trans>ほかの団体の人</Trans>}>
                  {choice}
                </Part>
              )}
            </OwnFindable>
          </Suspense>
        )}
        {me.capabilities.includes("federation.join") && (
          <Suspense>
            <MyParts me={me}>
              {(parts) => (
                <Part id="federation" title={<Trans>ほかの団体のルームの担当</Trans>}>
                  {parts}
                </Part>
              )}
            </MyParts>
          </Suspense>
        )}
        <Part title={<Trans>ログイン中の端末</Trans>}>
          <SessionList contact={me.contact} />
        </Part>
        <Password contact={me.contact} />
        {me.capabilities.includes("second_factor.keep") && (
          <Part id="second-factor" title={<Trans>二要素認証</Trans>}>
            <OwnSecondFactor contact={me.contact} />
          </Part>
        )}
        <Part title={<Trans>席を離れる</Trans>}>
          <p>
            <Trans>
              画面をすぐにロックします。戻ったら、パスワードを入れて続きから使えます。ほかの人も使う端末では、席を立つときに押してください。
            </Trans>
          </p>
          <div>
            <LeaveSeat />
          </div>
        </Part>
        {mayPractise(me) && (
          <Part title={<Trans>れんしゅう</Trans>}>
            <OpenPractice
              contact={me.contact}
              onOpened={(roomId) => navigate({ to: "/rooms/$roomId", params: { roomId } })}
            />
          </Part>
        )}
        <Part title={<Trans>ログアウト</Trans>}>
          <p>
            <span className="font-name">{fullName(me)}</span>
            <Trans>でログインしています。書きかけの文は、どの端末からも続きが書けます。</Trans>
          </p>
          <div>
            <Button icon="leave" isDisabled={signOut.isPending} onPress={() => signOut.mutate()}>
              <Trans>ログアウト</Trans>
            </Button>
          </div>
        </Part>
      </div>
    </main>
  );
}

/** Who acts for one, and what one asks for others. */
function WithOthers({ me }: { me: Me }) {
  return (
    <>
      {me.capabilities.includes("delegates.keep") && (
        <Suspense>
          <OwnSpecialPost me={me}>
            {(limit) => (
              <Part id="special-post" title={<Trans>直接書ける人</Trans>}>
                {limit}
              </Part>
            )}
          </OwnSpecialPost>
          <OwnDelegates me={me}>
            {(delegates) => (
              <Part id="delegates" title={<Trans>代行者</Trans>}>
                {delegates}
              </Part>
            )}
          </OwnDelegates>
        </Suspense>
      )}
      {me.capabilities.includes("account_requests.ask") && (
        <Suspense>
          <OwnRequests me={me}>
            {(requests) => (
              <Part id="account-requests" title={<Trans>アカウントの依頼</Trans>}>
                {requests}
              </Part>
            )}
          </OwnRequests>
        </Suspense>
      )}
    </>
  );
}

function Password({ contact }: { contact: string }) {
  const navigate = useNavigate();
  const isOpen = useLocation({ select: ({ hash }) => hash === "password" });
  return (
    <Part id="password" title={<Trans>パスワード</Trans>}>
      <PasswordAge />
      <ChangePassword
        contact={contact}
        isOpen={isOpen}
        onOpen={(open) => void navigate({ to: "/settings", hash: open ? "password" : "", replace: true })}
      />
    </Part>
  );
}

function OwnFace({ me }: { me: Me }) {
  if (!me.capabilities.includes("faces.set")) return null;
  const { account_id, family, contact } = me;
  return (
    <Part id="face" title={<Trans>顔の写真</Trans>}>
      <Suspense>
        <FaceSetting room={null} letters={faceLetters([family])[0] ?? ""} of={account_id} contact={contact} />
      </Suspense>
    </Part>
  );
}

function Part({ id, title, children }: { id?: string; title: ReactNode; children: ReactNode }) {
  return (
    <section id={id} className="grid gap-5 border-t border-line pt-5">
      <h2 className="text-lead font-bold">{title}</h2>
      {children}
    </section>
  );
}
