// Types of everything that travels, from the server's own description of it (OpenAPI on standard input).
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const { readFileSync } = await import("node:fs");
const { text } = await import("node:stream/consumers");
// Read as it comes: a busy machine hands a long description over in pieces.
const description = JSON.parse(await text(process.stdin));
const names = readFileSync(new URL("names.ts", import.meta.url), "utf8");

// JSON knows only strings; here an id is of the noun it identifies, and cannot be taken for another.
const NOUNS = {
  account_id: "AccountId",
  author_id: "AccountId",
  pinned_by: "AccountId",
  held_for: "AccountId",
  on_behalf_of: "AccountId",
  principal_id: "AccountId",
  withdrawn_by: "AccountId",
  accounts: "AccountId",
  present: "AccountId",
  members: "AccountId",
  room_id: "RoomId",
  rooms: "RoomId",
  message_id: "MessageId",
  thread_id: "MessageId",
  thread: "MessageId",
  favourites: "MessageId",
  folder_id: "FolderId",
  watchword_id: "WatchwordId",
  file_id: "FileId",
  file_ids: "FileId",
  around: "MessageId",
  session_id: "SessionId",
  organization_id: "OrganizationId",
  unit_id: "UnitId",
  parent_id: "UnitId",
  send_key: "SendKey",
  zone: "Zone",
  role: "Role",
};
// Lists whose items the server describes only as objects.
const ITEMS = { parts: "Part", frames: "Frame" };

function give(name, schema) {
  const strings = [schema, schema.items, ...(schema.anyOf ?? [])].filter((each) => each?.type === "string");
  for (const each of strings) each["x-name"] = name;
}

function nameProperty([name, schema]) {
  if (NOUNS[name]) give(NOUNS[name], schema);
  if (ITEMS[name] && schema.items) schema.items["x-name"] = ITEMS[name];
}

function nameAllIn(schema) {
  if (typeof schema !== "object" || schema === null) return;
  Object.entries(schema.properties ?? {}).forEach(nameProperty);
  Object.values(schema).forEach(nameAllIn);
}

nameAllIn(description.components.schemas);
for (const operation of Object.values(description.paths).flatMap(Object.values)) {
  for (const { name, schema } of operation.parameters ?? []) nameProperty([name, schema]);
}

const types = await openapiTS(description, {
  alphabetize: true,
  defaultNonNullable: false,
  transform: (schema) =>
    schema["x-name"] ? ts.factory.createTypeReferenceNode(schema["x-name"]) : undefined,
});

const head =
  "/** What travels between server and client. Written by `python -m tools.wire`; change the server, not this. */";
process.stdout.write(`${head}\n\n${names.trimEnd()}\n\n${astToString(types)}`);
