/** What travels between server and client: the routes, the things they answer with, the facts of the socket. */

type Id<Noun extends string> = string & { readonly __noun: Noun };
export type AccountId = Id<"account">;
export type RoomId = Id<"room">;
export type MessageId = Id<"message">;
export type SessionId = Id<"session">;
export type OrganizationId = Id<"organization">;
export type SendKey = Id<"send key">;

export type Zone = "lgwan" | "internet";
export type Role = "manager" | "member";
/** [the ordinal where read marks stand, how many members stand exactly there] */
export type Mark = [number, number];

export interface Entrance {
  zone: Zone;
  tenant: { code: string; name: string } | null;
  contact: string;
  protocol: number;
  signed_in: boolean;
}

export interface SignIn {
  tenant: string;
  login_id: string;
  password: string;
  new_password: string | null;
}

export interface Person {
  account_id: AccountId;
  family: string;
  given: string;
  kana: string;
  department: string;
  department_path: string;
  job_title: string;
  tenant_name: string;
  kind: string;
}

export type People = Record<AccountId, Person>;

export interface Me {
  account_id: AccountId;
  family: string;
  given: string;
  kana: string;
  department: string;
  department_path: string;
  job_title: string;
  tenant: { code: string; name: string };
  organization_id: OrganizationId;
  contact: string;
  capabilities: string[];
  zone: Zone;
}

export interface RoomRow {
  room_id: RoomId;
  name: string;
  kind: "group";
  readers: { internet_devices: boolean; other_bodies: number; guests: number };
  label: number | null;
  member_count: number;
  newest_ordinal: number;
  mark: number;
  unread: number;
  last: { message_id: MessageId; author_id: AccountId; text: string; posted_at: string } | null;
  role: Role;
  may_post: boolean;
  may_arrange_members: boolean;
  opened_at: string;
}

export interface Screen {
  me: Me;
  rooms: RoomRow[];
  people: People;
}
export type ScreenAnswer = Screen & { heads: Record<string, number> };

export interface Member {
  account_id: AccountId;
  role: Role;
}

export interface Room {
  room: RoomRow;
  purpose: string;
  members: Member[];
  people: People;
}
export type RoomAnswer = Room & { number: number };

export interface OpenRoom {
  request_key: string;
  name: string;
  purpose: string;
  members: AccountId[];
}

export interface TextPart {
  kind: "text";
  text: string;
}
export type Part = TextPart;

export interface Message {
  message_id: MessageId;
  ordinal: number;
  send_key: SendKey;
  author_id: AccountId;
  on_behalf_of: AccountId | null;
  parts: Part[];
  posted_at: string;
}

export interface PageAnswer {
  messages: Message[];
  people: People;
  marks: Mark[];
  older: string | null;
  newer: string | null;
  number: number;
}

export interface Posted {
  message_id: MessageId;
  send_key: SendKey;
  ordinal: number;
  number: number;
  posted_at: string;
}

export interface Session {
  session_id: SessionId;
  zone: Zone;
  client_kind: string;
  address: string;
  began_at: string;
  last_used_at: string;
  is_this: boolean;
}

export interface Directory {
  people: Person[];
  next: string | null;
}

/** A number of a stream that its hearer may not see. */
export interface Blank {
  stream: string;
  number: number;
}

export interface Facts {
  "messages.posted": { room_id: RoomId; message: Message; person: Person };
  "rooms.opened": { room_id: RoomId };
  "rooms.joined": { room_id: RoomId; account_id: AccountId; role: Role; person: Person };
  "rooms.left": { room_id: RoomId; account_id: AccountId };
  "rooms.entered": { account_id: AccountId; room: RoomRow; people: People; number: number };
  "rooms.lost": { account_id: AccountId; room_id: RoomId };
  "receipts.marked": { account_id: AccountId; room_id: RoomId; ordinal: number };
  "sessions.began": { account_id: AccountId; session_id: SessionId };
  "sessions.ended": { account_id: AccountId; session_id: SessionId };
  "accounts.suspended": { account_id: AccountId };
  "accounts.restored": { account_id: AccountId };
  "accounts.imported": { organization_id: OrganizationId; added: number; changed: number };
}

export type FactName = keyof Facts;

export type FactFrame = {
  [Name in FactName]: {
    fact: Name;
    stream: string;
    number: number;
    at: string;
    by: AccountId | null;
    body: Facts[Name];
  };
}[FactName];

export type Frame = FactFrame | Blank;

export interface Missed {
  frames: Frame[];
  covered: number;
}

export interface Signals {
  "receipts.counted": { room_id: RoomId; marks: Mark[] };
}

interface Refused {
  code: string;
  details: Record<string, unknown>;
  request_id: string;
}

type Answer<Body, Status extends number = 200> = {
  [S in Status]: { headers: Record<string, unknown>; content: { "application/json": Body } };
} & { default: { headers: Record<string, unknown>; content: { "application/json": Refused } } };

type Silent = {
  204: { headers: Record<string, unknown>; content?: never };
  default: { headers: Record<string, unknown>; content: { "application/json": Refused } };
};

type None = { requestBody?: never };
type Json<Body> = { requestBody: { content: { "application/json": Body } } };
type Params<Path, Query> = { parameters: { query?: Query; header?: never; path: Path; cookie?: never } };
type Open<Query> = { parameters: { query?: Query; header?: never; path?: never; cookie?: never } };
type Route<Path, Query, Body, Responses> = Params<Path, Query> & Body & { responses: Responses };
type OpenRoute<Query, Body, Responses> = Open<Query> & Body & { responses: Responses };

export interface paths {
  "/api/entrance": { get: OpenRoute<never, None, Answer<Entrance>> };
  "/api/sign-in": { post: OpenRoute<never, Json<SignIn>, Answer<{ account_id: AccountId }>> };
  "/api/sign-out": { post: OpenRoute<never, None, Silent> };
  "/api/sessions": { get: OpenRoute<never, None, Answer<{ sessions: Session[] }>> };
  "/api/sessions/{session_id}": { delete: Route<{ session_id: SessionId }, never, None, Silent> };
  "/api/screen": { get: OpenRoute<never, None, Answer<ScreenAnswer>> };
  "/api/rooms": { post: OpenRoute<never, Json<OpenRoom>, Answer<{ room_id: RoomId }, 201>> };
  "/api/rooms/{room_id}": { get: Route<{ room_id: RoomId }, never, None, Answer<RoomAnswer>> };
  "/api/rooms/{room_id}/members": {
    post: Route<{ room_id: RoomId }, never, Json<{ accounts: AccountId[] }>, Silent>;
  };
  "/api/rooms/{room_id}/members/{account_id}": {
    delete: Route<{ room_id: RoomId; account_id: AccountId }, never, None, Silent>;
  };
  "/api/rooms/{room_id}/messages": {
    get: Route<
      { room_id: RoomId },
      { before?: number; after?: number; around?: MessageId; cursor?: string; limit?: number },
      None,
      Answer<PageAnswer>
    >;
    post: Route<{ room_id: RoomId }, never, Json<{ send_key: SendKey; parts: Part[] }>, Answer<Posted>>;
  };
  "/api/rooms/{room_id}/messages/{message_id}": {
    get: Route<
      { room_id: RoomId; message_id: MessageId },
      never,
      None,
      Answer<{ message: Message; people: People }>
    >;
  };
  "/api/rooms/{room_id}/read-mark": {
    put: Route<{ room_id: RoomId }, never, Json<{ ordinal: number }>, Answer<{ mark: number }>>;
  };
  "/api/people": { get: OpenRoute<{ q?: string; cursor?: string }, None, Answer<Directory>> };
  "/api/facts": {
    get: {
      parameters: { query: { stream: string; after: number }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: Answer<Missed>;
    };
  };
}
