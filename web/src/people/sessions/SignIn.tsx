/** The door: one card in the middle of the page, the zone above it, and below it whom to ask. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";

import type { Entrance } from "@/generated/wire";
import { Refusal, sentenceOf } from "@/platform/refusals";
import { Icon } from "@/ui/Icon";

import { useSignIn } from "./entrance";
import { NewPassword } from "./NewPassword";
import { type Credentials, SignInForm } from "./SignInForm";

/** The server's own least length; what it answers to a shorter one takes its place. */
const LEAST = 12;

interface Props {
  entrance: Entrance;
  /** What a one-time link brought along; null when somebody simply came. */
  brought: Credentials | null;
}

export function SignIn({ entrance, brought }: Props) {
  const signIn = useSignIn();
  const [known, setKnown] = useState<Credentials>(
    brought ?? { tenant: entrance.tenant?.code ?? "", login_id: "", password: "" },
  );
  const [choosing, setChoosing] = useState(false);

  const enter = (credentials: Credentials, newPassword: string | null) => {
    setKnown(credentials);
    signIn.mutate(
      { ...credentials, new_password: newPassword },
      { onError: (error) => setChoosing((so) => so || wantsNew(error)) },
    );
  };
  const trouble = signIn.error && !wantsNew(signIn.error) && (
    <Trouble error={signIn.error} contact={entrance.contact} />
  );

  return (
    <Card contact={entrance.contact} choosing={choosing}>
      {choosing ? (
        <NewPassword
          least={leastOf(signIn.error)}
          busy={signIn.isPending}
          trouble={trouble}
          onSubmit={(password) => enter(known, password)}
        />
      ) : (
        <SignInForm
          tenant={entrance.tenant}
          known={known}
          busy={signIn.isPending}
          trouble={trouble}
          onSubmit={(credentials) => enter(credentials, null)}
        />
      )}
    </Card>
  );
}

function Card({ contact, choosing, children }: { contact: string; choosing: boolean; children: ReactNode }) {
  return (
    <main className="grid min-h-0 grow place-items-center overflow-y-auto bg-sunken p-4">
      <div className="w-full max-w-[27rem]">
        <p
          aria-hidden="true"
          className="mb-4 text-center text-[1.75rem] font-bold tracking-[0.08em] text-accent-firm"
        >
          寄合
        </p>
        <div className="grid gap-5 rounded-16 border border-line bg-surface px-6 py-6">
          <h1 className="text-title font-bold">
            {choosing ? <Trans>新しいパスワード</Trans> : <Trans>ログイン</Trans>}
          </h1>
          {children}
        </div>
        {contact !== "" && (
          <p className="mt-4 text-center text-small text-soft">
            <Trans>困ったときは{contact}へ。</Trans>
          </p>
        )}
      </div>
    </main>
  );
}

function Trouble({ error, contact }: { error: Error; contact: string }) {
  const { t } = useLingui();
  return (
    <p
      role="alert"
      className="flex gap-2 rounded-8 border border-danger-line bg-danger-soft px-3 py-2 text-danger"
    >
      <span className="pt-1">
        <Icon name="alert" size={20} />
      </span>
      <span>
        {error instanceof Refusal
          ? sentenceOf(error, contact)
          : t`通信が切れています。つながってから、もう一度押してください。`}
      </span>
    </p>
  );
}

function wantsNew(error: Error): boolean {
  return error instanceof Refusal && error.code === "sessions.new_password_needed";
}

function leastOf(error: Error | null): number {
  const least = error instanceof Refusal ? error.details.least : undefined;
  return typeof least === "number" ? least : LEAST;
}
