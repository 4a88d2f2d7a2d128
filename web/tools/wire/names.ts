// The names under which the client speaks of the server's shapes.

type Id<Noun extends string> = string & { readonly __noun: Noun };
export type AccountId = Id<"account">;
export type RoomId = Id<"room">;
export type MessageId = Id<"message">;
export type SessionId = Id<"session">;
export type OrganizationId = Id<"organization">;
export type UnitId = Id<"unit">;
export type FolderId = Id<"folder">;
export type WatchwordId = Id<"watchword">;
export type FileId = Id<"file">;
export type SendKey = Id<"send key">;

export type Zone = "lgwan" | "internet";
export type Role = "manager" | "member";

type Shapes = components["schemas"];
export type Entrance = Shapes["EntranceOut"];
export type Slip = Shapes["Slip"];
export type Issued = Shapes["IssuedOut"];
export type SlipPage = Shapes["SlipListOut"];
export type Waiting = Shapes["Waiting"];
export type Stage = Waiting["stage"];
export type WhomBody = Shapes["IssueBody"];
export type DepartmentAccount = Shapes["OfUnit"];
export type OwnDepartmentAccount = Shapes["Own"];
/** That somebody acts for somebody else. */
export type Mandate = Shapes["Mandate"];
export type SpecialPost = Shapes["SpecialPost"];
export type AddressedUnit = Shapes["Addressed"];
export type AccountRequest = Shapes["AccountRequestOut"];
export type RequestUnit = Shapes["RequestUnitOut"];
export type Leader = Shapes["Leader"];
export type NearLeader = Shapes["Near"];
export type SignIn = Shapes["SignInBody"];
export type Session = Shapes["SessionOut"];
export type Here = Shapes["Here"];
export type Away = Shapes["Away"];
export type Farewell = NonNullable<Shapes["EntranceOut"]["farewell"]>;
export type Security = Shapes["SecurityOut"];
export type SecondOffer = Shapes["OfferOut"];
export type SecondConfirmed = Shapes["ConfirmedOut"];
export type PasswordRules = Required<Shapes["PasswordRules"]>;
export type Guest = Shapes["GuestOut"];
export type Guests = Shapes["GuestsOut"];
export type GuestInvitation = Shapes["InvitationOut"];
export type GuestInvitations = Shapes["InvitationsOut"];
export type GuestBody = Shapes["GuestIn"];
export type GuestRow = Shapes["GuestRowOut"];
export type GuestRows = Shapes["GuestRowsOut"];
/** An invitation with its code, which is shown once. */
export type HandedInvitation = Shapes["HandedInvitationOut"];
export type Invited = Shapes["InvitedOut"];
export type ShownInvitation = Omit<Shapes["InvitationShownOut"], "password"> & { password: PasswordRules };
export type Consent = Shapes["GuestConsentOut"];
export type EndingGuest = Shapes["EndingOut"];
/** Another body, as the directory of bodies lists it. */
export type ListedBody = Shapes["ListedBodyOut"];
export type FoundBodies = Shapes["BodiesOut"];
/** A file as its card shows it, with links that count for minutes. */
export type FacesFound = Shapes["FacesOut"];
export type FaceState = Shapes["FaceOut"];
export type ShownFiles = Shapes["LinksOut"];
export type ShownFile = ShownFiles["files"][number];
export type GalleryPart = Shapes["GalleryOut"];
export type GalleryFile = GalleryPart["files"][number];
/** What may be brought; said before anything is. */
export type FileLimits = Shapes["LimitsOut"];
export type BodyKind = ListedBody["kind"];
/** Somebody of another body, as they are found: never how to reach them. */
export type Neighbour = Shapes["NeighbourOut"];
/** How it stands between oneself and one of them. */
export type Between = Shapes["BetweenOut"];
export type NeighbourAsk = Shapes["AskingOut"];
export type SentAsk = Shapes["SentOut"];
export type BlockedNeighbour = Shapes["BlockedOut"];
export type RoomBody = Shapes["RoomBodyOut"];
export type RoomBodies = Shapes["RoomBodiesOut"];
/** One's own body in a room of another one. */
export type OwnPart = Shapes["PartOut"];
export type OwnParts = Shapes["PartsOut"];
export type PartTerms = Shapes["TermsIn"];
export type Oneself = Shapes["OneselfOut"];
export type Correction = Shapes["CorrectionOut"];
export type AuditPack = Shapes["AuditPackOut"];
export type Inspection = Shapes["InspectionOut"];
export type InspectableRoom = Shapes["InspectableRoom"];
export type InspectedPage = Shapes["InspectedPageOut"];
export type AuditEntry = Shapes["AuditEntryOut"];
export type AuditDetail = Shapes["AuditDetailOut"];
export type AuditState = Shapes["AuditStateOut"];
export type AuditCheck = Shapes["AuditCheckOut"];
export type AuditTrouble = NonNullable<AuditCheck["trouble"]>;
export type AuditGroup = NonNullable<Shapes["AuditExportIn"]["group"]>;
export type Person = Shapes["Person"];
export type People = { [account_id: string]: Person };
export type Directory = Shapes["PeopleOut"];
/** A person as the directory lists them, with what one needs to reach them. */
export type Listed = Shapes["Listed"];
export type Unit = Shapes["Unit"];
export type Tree = Shapes["UnitsOut"];
/** One row of a pasted list, and whom it fits. */
export type Resolved = Shapes["Resolved"];
export type PersonCard = Shapes["CardOut"];
/** A unit as those who arrange the tree see it. */
export type ArrangedUnit = Shapes["ArrangedUnit"];
export type Hall = Shapes["Hall"];
/** A person as a row of the administrators' table. */
export type AccountRow = Shapes["RowOut"];
export type AccountTable = Shapes["TableOut"];
export type AccountForm = Shapes["PersonOut"];
export type AccountGroup = Shapes["Group"];
/** A right of somebody, with from whom it comes. */
export type GivenRight = Shapes["Given"];
export type Right = GivenRight["right"];
export type RightOrigin = GivenRight["origin"];
/** A field that the body has added to its people. */
export type ProfileField = Shapes["ProfileFieldOut"];
export type OwnField = Shapes["OwnField"];
export type GroupNetworks = Shapes["GroupNetworksOut"];
export type ForeseenNetworks = Shapes["ForeseenNetworksOut"];
export type GroupRules = Shapes["GroupRulesOut"];
export type Post = Shapes["PostOut"];
export type History = Shapes["HistoryOut"];
export type HistoryLine = Shapes["ChangeOut"];
export type Foreseen = Shapes["ForeseenOut"];
/** How much hangs on somebody: rooms, devices. */
export type Hanging = Shapes["Hanging"];
export type BulkWish = Shapes["BulkIn"];
export type Me = Shapes["MeOut"];
export type Module = Shapes["ModuleOut"];
export type Usage = Shapes["UsageOut"];
export type UsageMonth = Shapes["MonthOut"];
export type RoomRow = Shapes["RoomRow"];
/** A folder of one's own list of rooms. */
export type Folder = Shapes["FolderOut"];
/** A message that one wants to find again. */
export type KeptMessage = Shapes["KeptMessageOut"];
/** An open room, as whoever is not in it yet may see it. */
export type OpenRoom = Shapes["OpenRoom"];
/** What is new in the rooms that one follows, in one of them, and a line of it. */
export type Digest = Shapes["DigestOut"];
export type DigestRoom = Shapes["DigestRoomOut"];
export type Said = Shapes["SaidOut"];
/** A room as whoever follows it reads it. */
export type FollowedRoom = Shapes["FollowedRoomOut"];
/** Where one was moved from and still reads: such a room, a page of it, and somebody who does so. */
export type FormerRoom = Shapes["FormerRoomOut"];
export type FormerPage = Shapes["FormerPageOut"];
export type Predecessor = Shapes["PredecessorOut"];
export type Member = Shapes["MemberOut"];
/** One level of a body's labels: what it is called, who may be in its rooms, and what may leave them. */
export type Level = Shapes["Level"];
export type Labels = Shapes["LabelsOut"];
export type LabelsInForce = Shapes["OrderedOut"];
export type LabelChoices = Shapes["ChoicesOut"];
/** One question of why somebody may not do something, and its answer. */
export type Verdict = Shapes["VerdictOut"];
export type Network = Shapes["NetworkOut"];
export type Losing = Shapes["LosingOut"];
export type Message = Shapes["MessageOut"];
/** A quiet line of the house: who came or went, what was set otherwise. */
export type Line = Shapes["LineOut"];
export type LineKind = Line["kind"];
export type ReadersShown = Room["rules"]["readers"];
export type Quote = NonNullable<Message["quote"]>;
/** What stands under a message: how many answers, and when the last came. */
export type Thread = Shapes["ThreadOut"];
export type Threads = { [message_id: string]: Thread };
/** A message that stands at the top of its room, in one line. */
export type Pin = Shapes["PinOut"];
/** A unit that can be named in a room. */
export type NameableUnit = Shapes["NameableUnit"];
/** A word that calls one wherever it is said in one's rooms. */
export type Watchword = Shapes["WatchwordOut"];
export type WatchwordsAnswer = Shapes["WatchwordsOut"];
/** A message that somebody keeps for later. */
export type Later = Shapes["LaterOut"];
/** What of a room calls somebody. */
export type Notify = RoomRow["notify"];
export type Posted = Shapes["PostedOut"];
/** One kind of sign under a message: how many have set it, and whether oneself has. */
export type Reaction = Shapes["ReactionOut"];
export type ReactionKind = Reaction["kind"];
/** What stands under which message; messages without any are left out. */
export type Reactions = { [message_id: string]: Reaction[] };
export type RosterDraft = Shapes["DraftOut"];
export type RosterColumn = Shapes["ColumnOut"];
export type RosterDifference = Shapes["DifferenceOut"];
export type RosterLine = Shapes["RosterLine"];
export type RosterCounts = Shapes["RosterCounts"];
export type RosterKind = Shapes["LineKind"];
export type RosterImport = Shapes["ImportOut"];
export type Presence = Shapes["PresenceOut"];
/** What one has said of being absent. */
export type OwnAbsence = Shapes["OwnAbsenceOut"];
export type Preferences = Shapes["Preferences"];
export type PreferencesAnswer = Shapes["PreferencesOut"];
/** What somebody has written in a place and not sent yet, the same on all of their devices. */
export type Draft = Shapes["RoomDraft"];
export type Aside = Draft["aside"][number];
export type DraftWish = Shapes["DraftIn"];
/** A message that waits for its time. */
export type Scheduled = Shapes["ScheduledOut"];
export type ScheduledAnswer = Shapes["ScheduledList"];
export type DraftsAnswer = Shapes["RoomDrafts"];
/** [the ordinal where read marks stand, how many members stand exactly there] */
export type Mark = PageAnswer["marks"][number];

export type ScreenAnswer = Shapes["ScreenOut"];
export type Screen = Omit<ScreenAnswer, "heads">;
export type RoomAnswer = Shapes["RoomOut"];
export type Room = Omit<RoomAnswer, "heads">;
export type PageAnswer = Shapes["PageOut"];
/** A part of what is printed of a room. */
export type Paper = Shapes["PaperOut"];

/** Parts are open to kinds that features add; of those that this page does not know it shows the words (MSG-24). */
export type TextPart = { kind: "text"; text: string };
export type MentionPart = {
  kind: "mention";
  of: "account" | "department" | "everyone";
  /** The person or the unit; nothing with everybody. */
  id: string | null;
  words: string;
  /** Added by an edit: it is shown and calls nobody. */
  quiet?: boolean;
  /** Whoever sends it was asked whether so many shall be called. */
  confirmed?: boolean;
};
/** A file that its author has brought. Its name is the server's once the message stands. */
/** `about`: what is to be seen in it, as whoever has attached it has said. */
export type FilePart = { kind: "file"; file_id: FileId; words: string; about?: string };
export type Part = TextPart | MentionPart | FilePart;

/** The body of each fact, by its name. */
export type Facts = Shapes["Told"];
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
/** A number of a stream that its hearer may not see. */
export type Blank = { stream: string; number: number };
export type Frame = FactFrame | Blank;
export type Missed = Shapes["MissedOut"];

/** Told at most once a second to whoever looks at the room, and never stored. */
export type Signals = {
  /** Passed on at once: somebody is writing in the room that one looks at. */
  "typing.writes": { room_id: RoomId; account_id: AccountId };
  "receipts.counted": { room_id: RoomId; marks: Mark[] };
  /** To everybody of the organization; with `more` a page asks about those whom it shows. */
  "presence.changed": { people: Presence[]; more: boolean };
};
