/** The door: one card in the middle of the page, the zone above it, and below it whom to ask. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, type ReactNode, Suspense, useState } from "react";

import type { Entrance, PasswordRules } from "@/generated/wire";
import { Refusal, sentenceOf } from "@/platform/refusals";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { Waiting } from "@/ui/Waiting";

import { useSignIn } from "./entrance";
import { type Credentials, SignInForm } from "./SignInForm";

// Few are asked for these: they come over the wire when they are.
const NewPassword = lazy(() => import("./NewPassword").then((file) => ({ default: file.NewPassword })));
const SecondStep = lazy(() =>
  import("./second_factor/SecondStep").then((file) => ({ default: file.SecondStep })),
);

/** What the server says about the password to be chosen; before it has said anything, its own least. */
type Wanted = Pick<PasswordRules, "least" | "kinds"> & { isFirst: boolean };
const usual: Wanted = { least: 12, kinds: 1, isFirst: true };

interface Props {
  entrance: Entrance;
  /** What a one-time link brought along; null when somebody simply came. */
  brought: Credentials | null;
  /** Called when the door has opened. */
  onEntered?: () => void;
  /** Somebody else's seat stands behind the form: the way back to it. */
  onBack?: () => void;
}

export function SignIn({ entrance, brought, onEntered, onBack }: Props) {
  const { t } = useLingui();
  const signIn = useSignIn();
  const [known, setKnown] = useState<Credentials>(
    brought ?? { tenant: entrance.tenant?.code ?? "", login_id: "", password: "" },
  );
  const [wanted, want] = useState<Wanted | null>(null);
  const [over, sayOver] = useState<Error | null>(null);

  const enter = (credentials: Credentials, newPassword: string | null) => {
    setKnown(credentials);
    sayOver(null);
    signIn.mutate(
      { ...credentials, new_password: newPassword },
      { onSuccess: () => onEntered?.(), onError: (error) => want((before) => wantedBy(error, before)) },
    );
  };
  const trouble = troubleOf(over ?? signIn.error, entrance.contact);
  const step = over ? null : stepLeft(signIn.error);

  const startOver = (error: Error) => {
    want(null);
    setKnown({ ...known, password: "" });
    sayOver(error);
  };
  if (step) {
    const { contact } = entrance;
    return <Second {...{ step, contact, onEntered, onOver: startOver, onBack: () => signIn.reset() }} />;
  }
  return (
    <EntranceCard
      contact={entrance.contact}
      title={wanted ? <Trans>新しいパスワード</Trans> : <Trans>ログイン</Trans>}
    >
      <Barred barred={entrance.barred} trouble={signIn.error} />
      {wanted ? (
        <Suspense fallback={<Waiting says={t`確認の画面を読み込んでいます`} />}>
          <NewPassword
            rules={wanted}
            first={wanted.isFirst}
            busy={signIn.isPending}
            trouble={trouble}
            onSubmit={(password) => enter(known, password)}
          />
        </Suspense>
      ) : (
        <SignInForm
          tenant={entrance.tenant}
          known={known}
          busy={signIn.isPending}
          trouble={trouble}
          onSubmit={(credentials) => enter(credentials, null)}
        />
      )}
      {onBack && (
        <Button look="quiet" wide icon="back" onPress={onBack}>
          <Trans>ロックの画面に戻る</Trans>
        </Button>
      )}
    </EntranceCard>
  );
}

interface SecondProps {
  step: "code" | "set_up";
  contact: string;
  onEntered: (() => void) | undefined;
  onOver: (error: Error) => void;
  onBack: () => void;
}

/** The card of the second step. */
export function Second({ step, contact, onEntered, onOver, onBack }: SecondProps) {
  const { t } = useLingui();
  return (
    <EntranceCard contact={contact} title={<Trans>二要素認証</Trans>}>
      <Suspense fallback={<Waiting says={t`確認の画面を読み込んでいます`} />}>
        <SecondStep step={step} contact={contact} onEntered={() => onEntered?.()} onOver={onOver} />
      </Suspense>
      <Button look="quiet" wide icon="back" onPress={onBack}>
        <Trans>ログインの画面に戻る</Trans>
      </Button>
    </EntranceCard>
  );
}

interface BarredProps {
  barred: Entrance["barred"];
  /** What is said of a sign-in that was tried since stands in its place. */
  trouble: Error | null;
}

/** Signed in, but in a network that is not for them: where they are, and that nothing is lost. */
function Barred({ barred, trouble }: BarredProps) {
  if (!barred || trouble) return null;
  const { address, contact } = barred;
  return (
    <p
      role="alert"
      className="rounded-8 border border-danger-line bg-danger-soft px-3 py-2 text-pretty text-danger"
    >
      <Trans>
        いまいるネットワーク（{address}
        ）からは使えない決まりです。決められたところで開くと、続きから使えます。書いたものは残っています。困ったときは
        {contact}へ。
      </Trans>
    </p>
  );
}

interface CardProps {
  contact: string;
  title: ReactNode;
  children: ReactNode;
}

/** The card of the door: also for a seat that is locked. */
export function EntranceCard({ contact, title, children }: CardProps) {
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
          <h1 className="text-title font-bold">{title}</h1>
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

export function Trouble({ error, contact }: { error: Error; contact: string }) {
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

/** Being asked for more is no trouble. */
function troubleOf(error: Error | null, contact: string): ReactNode {
  return error && !wantsNew(error) && <Trouble error={error} contact={contact} />;
}

/** What is left when the password was right and is not enough. */
export function stepLeft(error: Error | null): "code" | "set_up" | null {
  if (!(error instanceof Refusal) || error.code !== "second_factor") return null;
  return error.details.step === "set_up" ? "set_up" : "code";
}

function wantsNew(error: Error): boolean {
  return error instanceof Refusal && error.code === "sessions.new_password_needed";
}

/** Once a new password is asked for, the screen stays with it; the rules are those of the newest answer. */
function wantedBy(error: Error, before: Wanted | null): Wanted | null {
  if (!wantsNew(error) && !before) return null;
  const known = before ?? usual;
  if (!(error instanceof Refusal)) return known;
  const { least, kinds, reason } = error.details;
  return {
    least: typeof least === "number" ? least : known.least,
    kinds: typeof kinds === "number" ? kinds : known.kinds,
    isFirst: reason === undefined ? known.isFirst : reason === "first",
  };
}
