/** The address of 管理 › ファイルの決まり. */
import { useKnownScreen } from "@/app/known";
import { FileRules } from "@/people/files/rules/FileRules";

export function FilesRoute() {
  return <FileRules contact={useKnownScreen().me.contact} />;
}
