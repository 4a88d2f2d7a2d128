/**
 * Each sentence travels with the screen that says it: compiled where it stands, in Japanese.
 * A catalogue of all of them would make everybody's first load carry the words of 管理.
 */
import type { NodePath, PluginItem, PluginObject, types } from "@babel/core";
import { template } from "@babel/core";
import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import { linguiTransformerBabelPreset } from "@lingui/vite-plugin";

const LEFT_BY_LINGUI = "* i18n ";

/** Lingui's preset, which leaves `{id, message}` in the code; after it, the message is compiled. */
export function sentences() {
  const macro: PluginItem = ["@lingui/babel-plugin-lingui-macro", { descriptorFields: "message" }];
  return { ...linguiTransformerBabelPreset(), preset: () => ({ plugins: [macro, compiled] }) };
}

function compiled(): PluginObject {
  return {
    name: "compiled-sentences",
    visitor: {
      // At the exit: Lingui does its whole work when it enters.
      Program: { exit: (program) => program.traverse({ ObjectExpression: compileIn }) },
    },
  };
}

function compileIn({ node }: NodePath<types.ObjectExpression>): void {
  if (!node.leadingComments?.some((comment) => comment.value.includes(LEFT_BY_LINGUI))) return;
  for (const property of node.properties) {
    if (property.type !== "ObjectProperty" || property.key.type !== "Identifier") continue;
    if (property.key.name !== "message" || property.value.type !== "StringLiteral") continue;
    const tokens = compileMessageOrThrow(property.value.value);
    property.value = template.expression.ast(JSON.stringify(tokens), { placeholderPattern: false });
  }
}
