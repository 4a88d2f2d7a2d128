/** Taking a table out as a file: CSV for every spreadsheet, Excel for those who ask for it. */
import { Trans } from "@lingui/react/macro";

interface Props {
  path: string;
  query?: Record<string, string>;
}

export function ExportLinks({ path, query = {} }: Props) {
  const words = new URLSearchParams(query).toString();
  const to = (kind: string) => `${path}.${kind}${words && `?${words}`}`;
  return (
    <>
      <Save to={to("csv")}>CSV</Save>
      <Save to={to("xlsx")}>Excel</Save>
    </>
  );
}

function Save({ to, children }: { to: string; children: string }) {
  return (
    <a
      href={to}
      download=""
      className="inline-flex min-h-11 items-center justify-center rounded-8 border border-current bg-surface px-3.5 font-bold text-accent no-underline hover:bg-accent-soft hover:underline"
    >
      <Trans>{children}で保存</Trans>
    </a>
  );
}
