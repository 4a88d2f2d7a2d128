/** 管理 › 特別職: who writes to the mayor and others in special posts, and who acts for them (ORG-8). */
import { Trans, useLingui } from "@lingui/react/macro";

import type { Me } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { AsTyped } from "@/ui/AsTyped";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { LimitForm } from "./LimitForm";
import { PostDelegates } from "./PostDelegates";
import { useSpecialPosts } from "./posts";

import "@/platform/seldom";

export function SpecialPostsScreen({ me }: { me: Me }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a page without a button is scrolled with the keys.
    <main tabIndex={0} className="min-h-0 grow overflow-y-auto px-4 py-5 mid:px-7">
      <div className="grid max-w-[46rem] gap-5">
        <h2 className="text-[1.5rem] leading-150 font-bold">
          <Trans>特別職</Trans>
        </h2>
        <p className="text-pretty">
          <Trans>
            任用形態が「特別職」の人（市長、副市長、教育長など）に、直接書ける人と、代行者を決めます。範囲の外の人は、1対1のトークを送れず、ルームにも加えられません。代わりに、代行者に伝えるように案内します。
          </Trans>
        </p>
        <List me={me} />
      </div>
    </main>
  );
}

function List({ me }: { me: Me }) {
  const { t } = useLingui();
  const found = useSpecialPosts();
  if (found.isPending) return <Waiting says={t`特別職の人を読み込んでいます`} />;
  if (found.isError) {
    return (
      <NotRead
        title={<Trans>特別職の人を読み込めませんでした。</Trans>}
        contact={me.contact}
        onAgain={() => void found.refetch()}
      />
    );
  }
  const { posts, people } = found.data;
  if (posts.length === 0) {
    return (
      <Notice icon="people" title={<Trans>特別職の人がいません。</Trans>}>
        <Trans>「職員」で、任用形態を「特別職」にした人がここに出ます。</Trans>
      </Notice>
    );
  }
  return (
    <ul aria-label={t`特別職`} className="grid gap-3">
      {posts.map((post) => {
        const person = people[post.account_id];
        const called = person ? fullName(person) : "";
        return (
          <li key={post.account_id} className="grid gap-4 rounded-12 border border-line p-4">
            <h3 className="flex flex-wrap gap-x-2 font-name text-lead font-bold">
              <AsTyped>{called}</AsTyped>
              <span className="text-body font-normal text-firm">{person?.job_title}</span>
            </h3>
            <LimitForm {...{ post, people, me }} isOwn={false} />
            <PostDelegates {...{ post, people, me, called }} />
          </li>
        );
      })}
    </ul>
  );
}
