/** How many seats the body takes, what they are, and how many people work without one. */
import { Trans } from "@lingui/react/macro";

import { useSeats } from "./people";

export function Seats() {
  const { data } = useSeats();
  if (!data) return null;
  const [seats, people, units, without] = [data.seats, data.people, data.units, data.without].map((count) =>
    count.toLocaleString("ja-JP"),
  );
  return (
    <div>
      <p className="figures font-bold">
        <Trans>
          席 {seats}（職員 {people}・所属アカウント {units}）　席のない人 {without}
        </Trans>
      </p>
      <p className="text-small text-soft">
        <Trans>
          利用中の人と所属アカウントを数えます。ゲスト、停止中、利用終了、閉じた所属のアカウントは数えません。
        </Trans>
      </p>
    </div>
  );
}
