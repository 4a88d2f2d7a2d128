/** Taking the table out as a file: CSV for every spreadsheet, Excel for those who ask for it. */
import { Trans } from "@lingui/react/macro";
import { useState } from "react";

import { TakeOutDialog } from "@/people/access/TakeOutDialog";
import { Button } from "@/ui/Button";

interface Props {
  contact: string;
  query: Record<string, string>;
}

export function ExportButtons({ contact, query }: Props) {
  const [kind, choose] = useState<"csv" | "xlsx" | null>(null);
  const words = new URLSearchParams(query).toString();
  return (
    <>
      <Button onPress={() => choose("csv")}>
        <Trans>CSVで保存</Trans>
      </Button>
      <Button onPress={() => choose("xlsx")}>
        <Trans>Excelで保存</Trans>
      </Button>
      {kind && (
        <TakeOutDialog
          title={<Trans>職員の名簿を書き出す</Trans>}
          says={<Trans>いまのしぼり込みに当てはまる職員の、氏名、所属、連絡先を書き出します。</Trans>}
          contact={contact}
          address={`/api/accounts/export${words && `?${words}`}`}
          asked={{ kind }}
          onClose={() => choose(null)}
        />
      )}
    </>
  );
}
