/** What travels between server and client. Written by `python -m tools.wire`; change the server, not this. */

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

export interface paths {
    "/api/account-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Groups */
        get: operations["read_groups_api_account_groups_get"];
        put?: never;
        /** Add Group */
        post: operations["add_group_api_account_groups_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-groups/{group_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change Group */
        put: operations["change_group_api_account_groups__group_id__put"];
        post?: never;
        /** Remove Group */
        delete: operations["remove_group_api_account_groups__group_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-groups/{group_id}/networks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Group Networks */
        get: operations["read_group_networks_api_account_groups__group_id__networks_get"];
        /** Decide Group Networks */
        put: operations["decide_group_networks_api_account_groups__group_id__networks_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-groups/{group_id}/networks/foresee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Foresee Group Networks */
        post: operations["foresee_group_networks_api_account_groups__group_id__networks_foresee_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-groups/{group_id}/password-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Group Rules */
        get: operations["read_group_rules_api_account_groups__group_id__password_rules_get"];
        /** Decide Group Rules */
        put: operations["decide_group_rules_api_account_groups__group_id__password_rules_put"];
        post?: never;
        /** Drop Group Rules */
        delete: operations["drop_group_rules_api_account_groups__group_id__password_rules_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-groups/{group_id}/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Group Rights */
        get: operations["read_group_rights_api_account_groups__group_id__rights_get"];
        /** Say Of Group */
        put: operations["say_of_group_api_account_groups__group_id__rights_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-groups/{group_id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Decide Second */
        put: operations["decide_second_api_account_groups__group_id__second_factor_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Requests */
        get: operations["read_requests_api_account_requests_get"];
        put?: never;
        /** Ask */
        post: operations["ask_api_account_requests_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-requests/{asking_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw */
        delete: operations["withdraw_api_account_requests__asking_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-requests/{asking_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept */
        post: operations["accept_api_account_requests__asking_id__acceptance_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-requests/{asking_id}/passing-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass On */
        post: operations["pass_on_api_account_requests__asking_id__passing_on_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-requests/{asking_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline */
        post: operations["decline_api_account_requests__asking_id__refusal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Seats */
        get: operations["read_seats_api_account_seats_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Table */
        get: operations["read_table_api_accounts_get"];
        put?: never;
        /** Add Person */
        post: operations["add_person_api_accounts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Person */
        get: operations["read_person_api_accounts__account_id__get"];
        /** Change Person */
        put: operations["change_person_api_accounts__account_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/face": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take Off Face */
        delete: operations["take_off_face_api_accounts__account_id__face_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read History */
        get: operations["read_history_api_accounts__account_id__history_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/number": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Free Number */
        delete: operations["free_number_api_accounts__account_id__number_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Rights */
        get: operations["read_rights_api_accounts__account_id__rights_get"];
        /** Say */
        put: operations["say_api_accounts__account_id__rights_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Appoint */
        put: operations["appoint_api_accounts__account_id__role_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/second-factor/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reset */
        post: operations["reset_api_accounts__account_id__second_factor_reset_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Of */
        get: operations["read_of_api_accounts__account_id__security_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End All */
        delete: operations["end_all_api_accounts__account_id__sessions_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End One */
        delete: operations["end_one_api_accounts__account_id__sessions__session_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Suspend */
        put: operations["suspend_api_accounts__account_id__suspension_put"];
        post?: never;
        /** Restore */
        delete: operations["restore_api_accounts__account_id__suspension_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Withdraw */
        put: operations["withdraw_api_accounts__account_id__withdrawal_put"];
        post?: never;
        /** Call Back */
        delete: operations["call_back_api_accounts__account_id__withdrawal_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Carry Out */
        post: operations["carry_out_api_accounts_changes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/changes/hanging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read Hanging */
        post: operations["read_hanging_api_accounts_changes_hanging_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/changes/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Foresee Changes */
        post: operations["foresee_changes_api_accounts_changes_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export People
         * @description The file. It is asked for by POST: a reason is nothing for an address, and it leaves a row in the log.
         */
        post: operations["export_people_api_accounts_export_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/addressed-department-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Addressed */
        get: operations["read_addressed_api_addressed_department_accounts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read State */
        get: operations["read_state_api_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Packs */
        get: operations["read_packs_api_audit_packs_get"];
        put?: never;
        /** Ask */
        post: operations["ask_api_audit_packs_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-packs/{pack_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Throw Away */
        delete: operations["throw_away_api_audit_packs__pack_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-packs/{pack_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take
         * @description The file. It is asked for by POST, for it leaves a row in the log before it leaves.
         */
        post: operations["take_api_audit_packs__pack_id__file_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look Through
         * @description Have the chain looked through now. While one look is under way, no second one is begun.
         */
        post: operations["look_through_api_audit_check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Entries */
        get: operations["read_entries_api_audit_entries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/entries/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Entry */
        get: operations["read_entry_api_audit_entries__number__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Out
         * @description The file. What it holds is read first; it leaves only when the log says that it does.
         */
        post: operations["take_out_api_audit_export_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bodies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find Bodies */
        get: operations["find_bodies_api_bodies_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bodies/{tenant_id}/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Rooms */
        get: operations["read_rooms_api_bodies__tenant_id__rooms_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Consent */
        get: operations["read_consent_api_consent_get"];
        /** Give Consent */
        put: operations["give_consent_api_consent_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Corrections */
        get: operations["read_corrections_api_corrections_get"];
        put?: never;
        /** Ask Correction */
        post: operations["ask_correction_api_corrections_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/corrections/{correction_id}/settled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Settle */
        put: operations["settle_api_corrections__correction_id__settled_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delegates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Delegates */
        get: operations["read_delegates_api_delegates_get"];
        put?: never;
        /** Name Delegate */
        post: operations["name_delegate_api_delegates_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delegates/{delegate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End Delegate */
        delete: operations["end_delegate_api_delegates__delegate_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delegates/{delegate_id}/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Show Unread */
        put: operations["show_unread_api_delegates__delegate_id__unread_put"];
        post?: never;
        /** Hide Unread */
        delete: operations["hide_unread_api_delegates__delegate_id__unread_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/department-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Department Accounts */
        get: operations["read_department_accounts_api_department_accounts_get"];
        put?: never;
        /** Open Department Account */
        post: operations["open_department_account_api_department_accounts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/department-accounts/{department_account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Close Department Account */
        delete: operations["close_department_account_api_department_accounts__department_account_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/department-accounts/{department_account_id}/speakers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add Speaker */
        post: operations["add_speaker_api_department_accounts__department_account_id__speakers_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/department-accounts/{department_account_id}/speakers/{speaker_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove Speaker */
        delete: operations["remove_speaker_api_department_accounts__department_account_id__speakers__speaker_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/direct-rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open With */
        post: operations["open_with_api_direct_rooms_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Drafts */
        get: operations["read_drafts_api_drafts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entrance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Entrance
         * @description What the sign-in screen must know before anybody has signed in.
         */
        get: operations["read_entrance_api_entrance_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Own Face */
        get: operations["read_own_face_api_face_get"];
        /** Choose Own Face */
        put: operations["choose_own_face_api_face_put"];
        post?: never;
        /** Take Off Own Face */
        delete: operations["take_off_own_face_api_face_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/faces/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask Faces */
        post: operations["ask_faces_api_faces_links_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Missed
         * @description Ask the door as any list would, then read the primary. Too far behind: 410.
         */
        get: operations["read_missed_api_facts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/federation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Parts */
        get: operations["read_parts_api_federation_get"];
        put?: never;
        /** Ask */
        post: operations["ask_api_federation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/federation/{part_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Accept */
        put: operations["accept_api_federation__part_id__put"];
        post?: never;
        /** Leave */
        delete: operations["leave_api_federation__part_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/federation/{part_id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read People */
        get: operations["read_people_api_federation__part_id__people_get"];
        put?: never;
        /** Bring */
        post: operations["bring_api_federation__part_id__people_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/federation/{part_id}/people/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take Out */
        delete: operations["take_out_api_federation__part_id__people__account_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Own File
         * @description What has become of a file that the actor has brought.
         */
        get: operations["read_own_file_api_files__file_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{file_id}/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Pages
         * @description Of what is no PDF, or is not handed on, there are none.
         */
        get: operations["read_pages_api_files__file_id__pages_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask Links */
        post: operations["ask_links_api_files_links_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/following": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Digest */
        get: operations["read_digest_api_following_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guest-firms/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End Firm */
        post: operations["end_firm_api_guest_firms_end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guest-firms/sponsor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Name Sponsor Of Firm */
        put: operations["name_sponsor_of_firm_api_guest_firms_sponsor_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guest-invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke */
        delete: operations["revoke_api_guest_invitations__invitation_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guest-invitations/{invitation_id}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Reissue */
        put: operations["reissue_api_guest_invitations__invitation_id__code_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read All */
        get: operations["read_all_api_guests_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guests/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End One */
        delete: operations["end_one_api_guests__account_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guests/{account_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Move End */
        put: operations["move_end_api_guests__account_id__end_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guests/{account_id}/sponsor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Name Sponsor */
        put: operations["name_sponsor_api_guests__account_id__sponsor_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guests/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Mine */
        get: operations["read_mine_api_guests_mine_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Handovers */
        get: operations["read_handovers_api_handovers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handovers/{handover_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End One */
        delete: operations["end_one_api_handovers__handover_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handovers/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Former Rooms */
        get: operations["read_former_rooms_api_handovers_own_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Inspections */
        get: operations["read_inspections_api_inspections_get"];
        put?: never;
        /** Ask */
        post: operations["ask_api_inspections_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw */
        delete: operations["withdraw_api_inspections__inspection_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve */
        post: operations["approve_api_inspections__inspection_id__approval_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close */
        post: operations["close_api_inspections__inspection_id__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection_id}/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read Page
         * @description A page. It is asked for by POST, for it leaves a row in the log before it leaves.
         */
        post: operations["read_page_api_inspections__inspection_id__pages_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse */
        post: operations["refuse_api_inspections__inspection_id__refusal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find Rooms */
        get: operations["find_rooms_api_inspections_rooms_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look */
        post: operations["look_api_invited_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invited/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept
         * @description The password is hashed between a look and the act, so that nothing waits for it and no guess is worth hashing.
         */
        post: operations["accept_api_invited_accept_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/later": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Later */
        get: operations["read_later_api_later_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leaders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Leaders */
        get: operations["read_leaders_api_leaders_get"];
        put?: never;
        /** Add Leader */
        post: operations["add_leader_api_leaders_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leaders/{leader_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove Leader */
        delete: operations["remove_leader_api_leaders__leader_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave Seat */
        post: operations["leave_seat_api_lock_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/modules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Modules */
        get: operations["read_modules_api_modules_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/modules/{name}/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Switch On */
        put: operations["switch_on_api_modules__name__switch_put"];
        post?: never;
        /** Switch Off */
        delete: operations["switch_off_api_modules__name__switch_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/neighbours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Own */
        get: operations["read_own_api_neighbours_get"];
        /** Choose Own */
        put: operations["choose_own_api_neighbours_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/neighbours/asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Asks */
        get: operations["read_asks_api_neighbours_asks_get"];
        put?: never;
        /** Ask One */
        post: operations["ask_one_api_neighbours_asks_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/neighbours/asks/{ask_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Accept */
        put: operations["accept_api_neighbours_asks__ask_id__put"];
        post?: never;
        /** Decline */
        delete: operations["decline_api_neighbours_asks__ask_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/neighbours/blocked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Blocked */
        get: operations["read_blocked_api_neighbours_blocked_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/neighbours/blocked/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Block */
        put: operations["block_api_neighbours_blocked__person_id__put"];
        post?: never;
        /** Unblock */
        delete: operations["unblock_api_neighbours_blocked__person_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/neighbours/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find People */
        get: operations["find_people_api_neighbours_people_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/neighbours/sent-asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Sent */
        get: operations["read_sent_api_neighbours_sent_asks_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/neighbours/sent-asks/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw */
        delete: operations["withdraw_api_neighbours_sent_asks__person_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/network": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Network */
        get: operations["read_network_api_network_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/open-rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Open */
        get: operations["list_open_api_open_rooms_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Organizations */
        get: operations["read_organizations_api_organizations_get"];
        put?: never;
        /** Add Organization */
        post: operations["add_organization_api_organizations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rename Organization */
        put: operations["rename_organization_api_organizations__organization_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization_id}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Place Organization */
        put: operations["place_organization_api_organizations__organization_id__place_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization_id}/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Tree */
        get: operations["read_tree_api_organizations__organization_id__units_get"];
        put?: never;
        /** Add Unit */
        post: operations["add_unit_api_organizations__organization_id__units_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization_id}/units/export.{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export Units */
        get: operations["export_units_api_organizations__organization_id__units_export__kind__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/own-department-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Own */
        get: operations["read_own_api_own_department_accounts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/own-leaders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Own Leaders */
        get: operations["read_own_leaders_api_own_leaders_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/own-rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Own Rights */
        get: operations["read_own_rights_api_own_rights_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/own-room": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open Notes */
        post: operations["open_notes_api_own_room_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/own-special-post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Own Special Post */
        get: operations["read_own_special_post_api_own_special_post_get"];
        /** Limit Own */
        put: operations["limit_own_api_own_special_post_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose Password */
        put: operations["choose_password_api_password_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read People */
        get: operations["read_people_api_people_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Card */
        get: operations["read_card_api_people__account_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resolve List */
        post: operations["resolve_list_api_people_resolve_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Units */
        get: operations["read_units_api_people_units_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open One */
        post: operations["open_one_api_practice_post"];
        /** End */
        delete: operations["end_api_practice_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Preferences */
        get: operations["read_preferences_api_preferences_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Choose Preferences */
        patch: operations["choose_preferences_api_preferences_patch"];
        trace?: never;
    };
    "/api/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Presences */
        get: operations["read_presences_api_presence_get"];
        /** Say */
        put: operations["say_api_presence_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/presence/absence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Absence */
        get: operations["read_absence_api_presence_absence_get"];
        /** Be Absent */
        put: operations["be_absent_api_presence_absence_put"];
        post?: never;
        /** Be Back */
        delete: operations["be_back_api_presence_absence_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/presence/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say Place */
        put: operations["say_place_api_presence_place_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals/{principal_id}/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open For Principal */
        post: operations["open_for_principal_api_principals__principal_id__rooms_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Shown Counts */
        get: operations["read_shown_counts_api_principals_unread_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Own Profile */
        get: operations["read_own_profile_api_profile_get"];
        /** Fill In Own Profile */
        put: operations["fill_in_own_profile_api_profile_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Fields */
        get: operations["read_fields_api_profile_fields_get"];
        put?: never;
        /** Add Field */
        post: operations["add_field_api_profile_fields_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile-fields/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change Field */
        put: operations["change_field_api_profile_fields__key__put"];
        post?: never;
        /** Remove Field */
        delete: operations["remove_field_api_profile_fields__key__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile-fields/{key}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Place Field */
        put: operations["place_field_api_profile_fields__key__place_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove */
        post: operations["prove_api_proof_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/room-labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Labels */
        get: operations["read_labels_api_room_labels_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/room-labels/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Order */
        get: operations["read_order_api_room_labels_order_get"];
        /** Order */
        put: operations["order_api_room_labels_order_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open One */
        post: operations["open_one_api_rooms_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Room */
        get: operations["read_room_api_rooms__room_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Set Otherwise */
        patch: operations["set_otherwise_api_rooms__room_id__patch"];
        trace?: never;
    };
    "/api/rooms/{room_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put Away */
        put: operations["put_away_api_rooms__room_id__archive_put"];
        post?: never;
        /** Take Out */
        delete: operations["take_out_api_rooms__room_id__archive_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/bodies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Bodies */
        get: operations["read_bodies_api_rooms__room_id__bodies_get"];
        put?: never;
        /** Invite Body */
        post: operations["invite_body_api_rooms__room_id__bodies_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/bodies/{tenant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove Body */
        delete: operations["remove_body_api_rooms__room_id__bodies__tenant_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/bodies/{tenant_id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change Contact */
        put: operations["change_contact_api_rooms__room_id__bodies__tenant_id__contact_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/bodies/asking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take Askings */
        put: operations["take_askings_api_rooms__room_id__bodies_asking_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep Draft */
        put: operations["keep_draft_api_rooms__room_id__draft_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/draft/aside/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Drop Aside */
        delete: operations["drop_aside_api_rooms__room_id__draft_aside__version__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/face": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Face Of Room */
        get: operations["read_face_of_room_api_rooms__room_id__face_get"];
        /** Choose Face Of Room */
        put: operations["choose_face_of_room_api_rooms__room_id__face_put"];
        post?: never;
        /** Take Off Face Of Room */
        delete: operations["take_off_face_of_room_api_rooms__room_id__face_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/favourite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Favour Room */
        put: operations["favour_room_api_rooms__room_id__favourite_put"];
        post?: never;
        /** Unfavour Room */
        delete: operations["unfavour_room_api_rooms__room_id__favourite_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/folder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put Room */
        put: operations["put_room_api_rooms__room_id__folder_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/following": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Followed */
        get: operations["read_followed_api_rooms__room_id__following_get"];
        /** Follow One */
        put: operations["follow_one_api_rooms__room_id__following_put"];
        post?: never;
        /** Stop Following */
        delete: operations["stop_following_api_rooms__room_id__following_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/following/gallery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Gallery Along */
        get: operations["read_gallery_along_api_rooms__room_id__following_gallery_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/following/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Followed Paper */
        get: operations["read_followed_paper_api_rooms__room_id__following_paper_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/following/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Look At One */
        put: operations["look_at_one_api_rooms__room_id__following_seen_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/gallery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Gallery */
        get: operations["read_gallery_api_rooms__room_id__gallery_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Invitations */
        get: operations["read_invitations_api_rooms__room_id__guests_get"];
        put?: never;
        /** Invite Guests */
        post: operations["invite_guests_api_rooms__room_id__guests_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/guests/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Foresee */
        post: operations["foresee_api_rooms__room_id__guests_look_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Former Room */
        get: operations["read_former_room_api_rooms__room_id__handover_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Predecessors */
        get: operations["read_predecessors_api_rooms__room_id__handovers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/label": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Choices */
        get: operations["read_choices_api_rooms__room_id__label_get"];
        /** Give */
        put: operations["give_api_rooms__room_id__label_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/managers/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Appoint One */
        put: operations["appoint_one_api_rooms__room_id__managers__account_id__put"];
        post?: never;
        /** Withdraw One */
        delete: operations["withdraw_one_api_rooms__room_id__managers__account_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite */
        post: operations["invite_api_rooms__room_id__members_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/members/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove */
        delete: operations["remove_api_rooms__room_id__members__account_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Page */
        get: operations["read_page_api_rooms__room_id__messages_get"];
        put?: never;
        /** Post */
        post: operations["post_api_rooms__room_id__messages_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/messages/{message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find */
        get: operations["find_api_rooms__room_id__messages__message_id__get"];
        /** Edit */
        put: operations["edit_api_rooms__room_id__messages__message_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/messages/{message_id}/favourite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep Message */
        put: operations["keep_message_api_rooms__room_id__messages__message_id__favourite_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/messages/{message_id}/later": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep One */
        put: operations["keep_one_api_rooms__room_id__messages__message_id__later_put"];
        post?: never;
        /** Let One Go */
        delete: operations["let_one_go_api_rooms__room_id__messages__message_id__later_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/messages/{message_id}/later/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Finish One */
        put: operations["finish_one_api_rooms__room_id__messages__message_id__later_done_put"];
        post?: never;
        /** Take One Up */
        delete: operations["take_one_up_api_rooms__room_id__messages__message_id__later_done_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/messages/{message_id}/reactions/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Reacted */
        get: operations["read_reacted_api_rooms__room_id__messages__message_id__reactions__kind__get"];
        /** Set Reaction */
        put: operations["set_reaction_api_rooms__room_id__messages__message_id__reactions__kind__put"];
        post?: never;
        /** Unset Reaction */
        delete: operations["unset_reaction_api_rooms__room_id__messages__message_id__reactions__kind__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/messages/{message_id}/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count Readers */
        get: operations["count_readers_api_rooms__room_id__messages__message_id__readers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/messages/{message_id}/readers/{side}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Name Readers */
        get: operations["name_readers_api_rooms__room_id__messages__message_id__readers__side__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/messages/{message_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Versions */
        get: operations["read_versions_api_rooms__room_id__messages__message_id__versions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/messages/{message_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Withdraw */
        put: operations["withdraw_api_rooms__room_id__messages__message_id__withdrawal_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/nameable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Nameable */
        get: operations["read_nameable_api_rooms__room_id__nameable_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/notify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose Notify */
        put: operations["choose_notify_api_rooms__room_id__notify_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/own-membership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Join */
        put: operations["join_api_rooms__room_id__own_membership_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Paper */
        get: operations["read_paper_api_rooms__room_id__paper_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/pins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Board */
        get: operations["read_board_api_rooms__room_id__pins_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/pins/{message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pin */
        put: operations["pin_api_rooms__room_id__pins__message_id__put"];
        post?: never;
        /** Unpin */
        delete: operations["unpin_api_rooms__room_id__pins__message_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/read-mark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark */
        put: operations["mark_api_rooms__room_id__read_mark_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/read-mark/back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark Unread */
        post: operations["mark_unread_api_rooms__room_id__read_mark_back_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/scheduled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Schedule */
        post: operations["schedule_api_rooms__room_id__scheduled_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room_id}/threads/{message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Thread */
        get: operations["read_thread_api_rooms__room_id__threads__message_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Drafts */
        get: operations["read_drafts_api_roster_drafts_get"];
        put?: never;
        /** Bring */
        post: operations["bring_api_roster_drafts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster/drafts/{draft_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Draft */
        get: operations["read_draft_api_roster_drafts__draft_id__get"];
        put?: never;
        post?: never;
        /** Forget */
        delete: operations["forget_api_roster_drafts__draft_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster/drafts/{draft_id}/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Decide Columns */
        put: operations["decide_columns_api_roster_drafts__draft_id__columns_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster/drafts/{draft_id}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Difference */
        get: operations["read_difference_api_roster_drafts__draft_id__difference_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster/drafts/{draft_id}/difference.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Save Difference */
        get: operations["save_difference_api_roster_drafts__draft_id__difference_csv_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster/drafts/{draft_id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take Over */
        post: operations["take_over_api_roster_drafts__draft_id__import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster/drafts/{draft_id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Progress */
        get: operations["read_progress_api_roster_drafts__draft_id__progress_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster/drafts/{draft_id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose Sheet */
        put: operations["choose_sheet_api_roster_drafts__draft_id__sheet_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Imports */
        get: operations["read_imports_api_roster_imports_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Import */
        get: operations["read_import_api_roster_imports__import_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster/imports/{import_id}/undone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take Back */
        put: operations["take_back_api_roster_imports__import_id__undone_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scheduled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Scheduled */
        get: operations["read_scheduled_api_scheduled_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scheduled/{scheduled_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Reschedule */
        put: operations["reschedule_api_scheduled__scheduled_id__put"];
        post?: never;
        /** Give Up */
        delete: operations["give_up_api_scheduled__scheduled_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scheduled/{scheduled_id}/sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send Now */
        post: operations["send_now_api_scheduled__scheduled_id__sending_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Screen */
        get: operations["read_screen_api_screen_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep
         * @description The recovery codes are put away: from now on it counts, and every other session of one's own has ended.
         */
        put: operations["keep_api_second_factor_put"];
        post?: never;
        /** Give Up */
        delete: operations["give_up_api_second_factor_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm */
        post: operations["confirm_api_second_factor_confirm_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-factor/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin */
        post: operations["begin_api_second_factor_offer_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draw Recovery */
        post: operations["draw_recovery_api_second_factor_recovery_codes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Own */
        get: operations["read_own_api_security_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Sessions */
        get: operations["read_sessions_api_sessions_get"];
        put?: never;
        post?: never;
        /** End Others */
        delete: operations["end_others_api_sessions_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End */
        delete: operations["end_api_sessions__session_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Setting */
        get: operations["read_setting_api_settings__name__get"];
        /** Change Setting */
        put: operations["change_setting_api_settings__name__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shelf/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make Folder */
        post: operations["make_folder_api_shelf_folders_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shelf/folders/{folder_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove Folder */
        delete: operations["remove_folder_api_shelf_folders__folder_id__delete"];
        options?: never;
        head?: never;
        /** Change Folder */
        patch: operations["change_folder_api_shelf_folders__folder_id__patch"];
        trace?: never;
    };
    "/api/shelf/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Kept Messages */
        get: operations["read_kept_messages_api_shelf_messages_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shelf/messages/{message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let Message Go */
        delete: operations["let_message_go_api_shelf_messages__message_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/showing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Showing
         * @description The pictures of the locked screen, those that may be seen still.
         */
        get: operations["read_showing_api_showing_get"];
        put?: never;
        /** Begin Showing */
        post: operations["begin_showing_api_showing_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter */
        post: operations["enter_api_sign_in_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give Code */
        post: operations["give_code_api_sign_in_code_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep
         * @description The recovery codes are put away: now, and not before, the second factor is there and the house is open.
         */
        post: operations["keep_api_sign_in_second_factor_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm */
        post: operations["confirm_api_sign_in_second_factor_confirm_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/second-factor/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin */
        post: operations["begin_api_sign_in_second_factor_offer_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave */
        post: operations["leave_api_sign_out_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Slips
         * @description Who has a slip out, until when, and who has never signed in.
         */
        get: operations["read_slips_api_slips_get"];
        put?: never;
        /**
         * Issue Slips
         * @description Draw first passwords. They stand in this answer and nowhere else: whoever loses it issues again.
         */
        post: operations["issue_slips_api_slips_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slips/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Print Slips
         * @description The PDF of slips just issued. They come back with their secrets, because the server has not kept any.
         */
        post: operations["print_slips_api_slips_pdf_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/special-posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Special Posts */
        get: operations["read_special_posts_api_special_posts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/special-posts/{special_post_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Limit */
        put: operations["limit_api_special_posts__special_post_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/special-posts/{special_post_id}/delegates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name Delegate */
        post: operations["name_delegate_api_special_posts__special_post_id__delegates_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/special-posts/{special_post_id}/delegates/{delegate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End Delegate Of */
        delete: operations["end_delegate_of_api_special_posts__special_post_id__delegates__delegate_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change Unit */
        put: operations["change_unit_api_units__unit_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit_id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Close */
        put: operations["close_api_units__unit_id__closing_put"];
        post?: never;
        /** Reopen Unit */
        delete: operations["reopen_unit_api_units__unit_id__closing_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Unit History */
        get: operations["read_unit_history_api_units__unit_id__history_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit_id}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Place Unit */
        put: operations["place_unit_api_units__unit_id__place_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Come Back */
        post: operations["come_back_api_unlock_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Limits
         * @description What may come in, before anything does.
         */
        get: operations["read_limits_api_uploads_get"];
        put?: never;
        /** Begin Upload */
        post: operations["begin_upload_api_uploads_post"];
        delete?: never;
        /**
         * Read Protocol
         * @description The same for clients that speak tus.
         */
        options: operations["read_protocol_api_uploads_options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{upload_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Give Up Upload */
        delete: operations["give_up_upload_api_uploads__upload_id__delete"];
        options?: never;
        /** Look At Upload */
        head: operations["look_at_upload_api_uploads__upload_id__head"];
        /** Bring Piece */
        patch: operations["bring_piece_api_uploads__upload_id__patch"];
        trace?: never;
    };
    "/api/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Usage */
        get: operations["read_usage_api_usage_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Out
         * @description The file. It is asked for by POST: a reason is nothing for an address, and it leaves a row in the log.
         */
        post: operations["take_out_api_usage_export_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watchwords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Watchwords */
        get: operations["read_watchwords_api_watchwords_get"];
        put?: never;
        /** Watch For */
        post: operations["watch_for_api_watchwords_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watchwords/{watchword_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget Word */
        delete: operations["forget_word_api_watchwords__watchword_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/welcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Oneself */
        get: operations["read_oneself_api_welcome_get"];
        /** Be Welcome */
        put: operations["be_welcome_api_welcome_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/why/{operation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Why
         * @description Of a room in which the asker is not, nothing is said: not even that it is (A4).
         */
        get: operations["read_why_api_why__operation__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Abilities
         * @description What somebody may do in a room, by what they are in it and what it is.
         */
        Abilities: {
            /** May Arrange Members */
            may_arrange_members: boolean;
            /** May Leave */
            may_leave: boolean;
            /** May Pin */
            may_pin: boolean;
            /** May Post */
            may_post: boolean;
            /** May Set */
            may_set: boolean;
        };
        /** AbsenceAnswer */
        AbsenceAnswer: {
            absence: components["schemas"]["OwnAbsenceOut"] | null;
        };
        /**
         * AbsenceIn
         * @description The last day of it, and who acts meanwhile.
         */
        AbsenceIn: {
            /** Deputy Id */
            deputy_id?: string | null;
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /**
         * AbsenceOut
         * @description That somebody is absent for days. Like a place it is told with its last day: on the next it is over by itself.
         */
        AbsenceOut: {
            deputy: components["schemas"]["Person"] | null;
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /** AcceptedOut */
        AcceptedOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
        };
        /** AcceptIn */
        AcceptIn: {
            /** Code */
            code: string;
            /** Digest */
            digest: string;
            /** Password */
            password: string;
            /** Tenant */
            tenant: string;
        };
        /**
         * Access
         * @description Where an account was used last.
         */
        Access: {
            /** Address */
            address: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Zone */
            zone: Zone;
        };
        /**
         * AccountRequestAccepted
         * @description It was carried out.
         */
        AccountRequestAccepted: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Asking Id
             * Format: uuid
             */
            asking_id: string;
            /**
             * Department Id
             * Format: uuid
             */
            department_id: string;
            /** Person Id */
            person_id: string | null;
        };
        /**
         * AccountRequestAsked
         * @description An ITリーダー asks the administrators, or has passed on what was proposed.
         */
        AccountRequestAsked: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Asking Id
             * Format: uuid
             */
            asking_id: string;
            /**
             * Department Id
             * Format: uuid
             */
            department_id: string;
            /** Person Id */
            person_id: string | null;
        };
        /** AccountRequestDeclined */
        AccountRequestDeclined: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Asking Id
             * Format: uuid
             */
            asking_id: string;
            /**
             * Department Id
             * Format: uuid
             */
            department_id: string;
            /** Person Id */
            person_id: string | null;
        };
        /** AccountRequestIdOut */
        AccountRequestIdOut: {
            /**
             * Asking Id
             * Format: uuid
             */
            asking_id: string;
        };
        /** AccountRequestIn */
        AccountRequestIn: {
            /** Account Id */
            account_id?: AccountId | null;
            employment_type?: components["schemas"]["EmploymentType"] | null;
            /** Ends On */
            ends_on?: string | null;
            /**
             * Family
             * @default
             */
            family?: string;
            /**
             * Given
             * @default
             */
            given?: string;
            /**
             * Kana
             * @default
             */
            kana?: string;
            kind: components["schemas"]["yoriai__people__accounts__requests__models__Kind"];
            /**
             * Login Id
             * @default
             */
            login_id?: string;
            /** Request Key */
            request_key: string;
            /** Starts On */
            starts_on?: string | null;
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: UnitId;
            /**
             * Words
             * @default
             */
            words?: string;
        };
        /**
         * AccountRequestOut
         * @description One request, and what the reader of the list may do about it. Empty of a change is what stays as it is.
         */
        AccountRequestOut: {
            /** Answer */
            answer: string;
            /** Answered At */
            answered_at: string | null;
            answerer: components["schemas"]["Person"] | null;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            asker: components["schemas"]["Person"] | null;
            /**
             * Asking Id
             * Format: uuid
             */
            asking_id: string;
            employment_type: components["schemas"]["EmploymentType"] | null;
            /** Ends On */
            ends_on: string | null;
            /** Family */
            family: string;
            /** Given */
            given: string;
            /** Kana */
            kana: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "new" | "change" | "closing";
            /**
             * Lapses At
             * Format: date-time
             */
            lapses_at: string;
            leader: components["schemas"]["Person"] | null;
            /** Login Id */
            login_id: string;
            /** May Accept */
            may_accept: boolean;
            /** May Decline */
            may_decline: boolean;
            /** May Pass On */
            may_pass_on: boolean;
            /** May Withdraw */
            may_withdraw: boolean;
            person: components["schemas"]["Person"] | null;
            /** Starts On */
            starts_on: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "proposed" | "asked" | "accepted" | "declined" | "withdrawn" | "lapsed";
            /** Unit */
            unit: string;
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: UnitId;
            /** Words */
            words: string;
        };
        /**
         * AccountRequestProposed
         * @description Somebody of the unit asks their ITリーダー.
         */
        AccountRequestProposed: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Asking Id
             * Format: uuid
             */
            asking_id: string;
            /**
             * Department Id
             * Format: uuid
             */
            department_id: string;
            /** Person Id */
            person_id: string | null;
        };
        /** AccountRequestsOut */
        AccountRequestsOut: {
            /** Next */
            next: string | null;
            /** Requests */
            requests: components["schemas"]["AccountRequestOut"][];
            /** Units */
            units: components["schemas"]["RequestUnitOut"][];
        };
        /**
         * AccountRequestWithdrawn
         * @description Whoever asked wants it no longer.
         */
        AccountRequestWithdrawn: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Asking Id
             * Format: uuid
             */
            asking_id: string;
            /**
             * Department Id
             * Format: uuid
             */
            department_id: string;
            /** Person Id */
            person_id: string | null;
        };
        /**
         * AccountRestored
         * @description The account may be used again; its holder signs in anew.
         */
        AccountRestored: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
        };
        /**
         * AccountsChanged
         * @description Words, posts or the state of people changed; whoever shows them asks again. No ids: of very many.
         */
        AccountsChanged: {
            /** Account Ids */
            account_ids: string[];
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
        };
        /**
         * AccountSuspended
         * @description The account may not be used any more. All of its sessions end, for ever.
         */
        AccountSuspended: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
        };
        /**
         * Acted
         * @description Somebody did something of which no screen needs to hear: told to their own devices, so that there is no act
         *     without a line of the journal (D4).
         */
        Acted: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Act
             * @enum {string}
             */
            act: "group_added" | "group_changed" | "group_removed" | "group_rules_decided" | "correction_asked" | "correction_settled" | "password_chosen" | "people_taken_out" | "units_taken_out" | "months_taken_out" | "room_printed" | "leader_named" | "leader_dismissed" | "department_account_opened" | "department_account_closed" | "department_speaker_named" | "department_speaker_removed" | "slip_handed_out";
            /**
             * Department Id
             * @default null
             */
            department_id?: string | null;
            /**
             * Group Id
             * @default null
             */
            group_id?: string | null;
            /**
             * Person Id
             * @default null
             */
            person_id?: string | null;
            /**
             * Room Id
             * @default null
             */
            room_id?: RoomId | null;
            /**
             * Taking Id
             * @default null
             */
            taking_id?: string | null;
        };
        /** AddedOrganizationOut */
        AddedOrganizationOut: {
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
        };
        /** AddedOut */
        AddedOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
        };
        /** AddedUnitOut */
        AddedUnitOut: {
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: UnitId;
        };
        /** AddOrganizationIn */
        AddOrganizationIn: {
            /** Name */
            name: string;
            /** Request Key */
            request_key: string;
        };
        /** AddPersonIn */
        AddPersonIn: {
            /** Display Order */
            display_order?: number | null;
            /** Email */
            email?: string | null;
            /**
             * Employment Type
             * @default regular
             */
            employment_type?: string;
            /** Ends On */
            ends_on?: string | null;
            /**
             * Extension
             * @default
             */
            extension?: string;
            /** Family */
            family: string;
            /**
             * Given
             * @default
             */
            given?: string;
            /** Group Id */
            group_id?: string | null;
            /**
             * Job Title
             * @default
             */
            job_title?: string;
            /** Kana */
            kana: string;
            /** Login Id */
            login_id: string;
            /**
             * Place
             * @default
             */
            place?: string;
            /** Posts */
            posts: components["schemas"]["yoriai__people__accounts__managing__asked__PostIn"][];
            /** Profile */
            profile?: {
                [key: string]: string;
            };
            /** Request Key */
            request_key: string;
        };
        /** AddProfileFieldIn */
        AddProfileFieldIn: {
            /**
             * By Holder
             * @default false
             */
            by_holder?: boolean;
            /** Key */
            key: string;
            /** Name */
            name: string;
        };
        /**
         * Addressed
         * @description The account of a unit, as whoever may write to it finds it.
         */
        Addressed: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Name */
            name: string;
            /** Path */
            path: string;
        };
        /**
         * AddressedOut
         * @description The units that one may write to, and where the list goes on.
         */
        AddressedOut: {
            /** Accounts */
            accounts: components["schemas"]["Addressed"][];
            /** Next */
            next: string | null;
        };
        /**
         * AddUnitIn
         * @description A unit to add. `parent_id` is the unit above it, or none for the top.
         */
        AddUnitIn: {
            /** Code */
            code?: string | null;
            /**
             * Extension
             * @default
             */
            extension?: string;
            /**
             * Floor
             * @default
             */
            floor?: string;
            /**
             * Kind
             * @default
             */
            kind?: string;
            /** Name */
            name: string;
            /** Parent Id */
            parent_id?: UnitId | null;
            /**
             * Place
             * @default
             */
            place?: string;
            /** Request Key */
            request_key: string;
            /**
             * Short Name
             * @default
             */
            short_name?: string;
        };
        /** AppointedOut */
        AppointedOut: {
            /**
             * Leader Id
             * Format: uuid
             */
            leader_id: string;
        };
        /**
         * ArrangedUnit
         * @description A unit with all its words, and how many serve in it: mainly, besides, and with everybody below.
         */
        ArrangedUnit: {
            /** Closed At */
            closed_at: string | null;
            /** Code */
            code: string | null;
            /** Concurrent */
            concurrent: number;
            /** Everybody */
            everybody: number;
            /** Extension */
            extension: string;
            /** Floor */
            floor: string;
            /** Kind */
            kind: string;
            /** Last Change */
            last_change: string | null;
            /** Main */
            main: number;
            /** Name */
            name: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Parent Id */
            parent_id: UnitId | null;
            /** Path */
            path: string;
            /** Place */
            place: string;
            /** Short Name */
            short_name: string;
            /** Successor */
            successor: string | null;
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: UnitId;
        };
        /**
         * Aside
         * @description A text that was there when another device saved its own: kept until somebody takes it or throws it away.
         */
        Aside: {
            /** Text */
            text: string;
            /** Version */
            version: string;
        };
        /** AskedForOut */
        AskedForOut: {
            /** Name */
            name: string;
            /** Purpose */
            purpose: string;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /** AskedForRoomsOut */
        AskedForRoomsOut: {
            /** Rooms */
            rooms: components["schemas"]["AskedForOut"][];
        };
        /**
         * AskingOut
         * @description An asking that waits for an answer.
         */
        AskingOut: {
            /**
             * Ask Id
             * Format: uuid
             */
            ask_id: string;
            /**
             * Lapses At
             * Format: date-time
             */
            lapses_at: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            person: components["schemas"]["Person"];
            /** Words */
            words: string;
        };
        /** AskingsOut */
        AskingsOut: {
            /** Asks */
            asks: components["schemas"]["AskingOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * AsksChanged
         * @description Somebody asks them for a talk, or no longer, or has said yes: whoever shows that asks again. It says no more, and
         *     it is told of an asking that they do not see just the same.
         */
        AsksChanged: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
        };
        /**
         * AttachmentJudged
         * @description A file that was attached before it had been checked has come to its end. What of it goes to which side is asked
         *     for with its links: what is told here is the same for everybody.
         */
        AttachmentJudged: {
            /**
             * File Id
             * Format: uuid
             */
            file_id: FileId;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: MessageId;
            /** Ordinal */
            ordinal: number;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /** State */
            state: string;
        };
        /**
         * AuditChecked
         * @description The chain was looked through.
         */
        AuditChecked: {
            /**
             * Check Id
             * Format: uuid
             */
            check_id: string;
            /** Is Whole */
            is_whole: boolean;
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
        };
        /**
         * AuditCheckOut
         * @description How it was when the chain was last looked through.
         */
        AuditCheckOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Entries */
            entries: number;
            /** Number */
            number: number | null;
            trouble: components["schemas"]["Trouble"] | null;
        };
        /**
         * AuditDetailOut
         * @description All of a row.
         */
        AuditDetailOut: {
            /** About */
            about: string;
            /** Account Id */
            account_id: AccountId | null;
            /** Account Kind */
            account_kind: string;
            /** Account Name */
            account_name: string;
            /** Action */
            action: string;
            /** Address */
            address: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Before */
            before: string | null;
            /** Continues */
            continues: number | null;
            /** Facts */
            facts: components["schemas"]["AuditFactOut"][];
            /** Hash */
            hash: string;
            /** Kind */
            kind: string;
            /** Number */
            number: number;
            /** On Behalf Of */
            on_behalf_of: AccountId | null;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "done" | "refused";
            /** Reason */
            reason: string;
            /** Request Id */
            request_id: string | null;
            /** Says */
            says: string;
            /** Session Id */
            session_id: SessionId | null;
            /** Things */
            things: components["schemas"]["AuditThing"][];
            /** Times */
            times: number;
            /** Zone */
            zone: ("lgwan" | "internet") | null;
        };
        /**
         * AuditDropped
         * @description Rows whose term is over are gone; where the chain goes on stands here, so that it is still one chain.
         */
        AuditDropped: {
            /** Digest */
            digest: string;
            /** First */
            first: number;
            /** Hash */
            hash: string;
            /** Last */
            last: number;
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
        };
        /**
         * AuditEntryOut
         * @description A row of the list.
         */
        AuditEntryOut: {
            /** About */
            about: string;
            /** Account Kind */
            account_kind: string;
            /** Account Name */
            account_name: string;
            /** Address */
            address: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Kind */
            kind: string;
            /** Number */
            number: number;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "done" | "refused";
            /** Request Id */
            request_id: string | null;
            /** Says */
            says: string;
            /** Times */
            times: number;
            /** Zone */
            zone: ("lgwan" | "internet") | null;
        };
        /**
         * AuditExported
         * @description Rows were taken out as a file.
         */
        AuditExported: {
            /** Entries */
            entries: number;
            /**
             * Export Id
             * Format: uuid
             */
            export_id: string;
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
        };
        /** AuditExportIn */
        AuditExportIn: {
            /**
             * About
             * @default
             */
            about?: string;
            /** First */
            first?: string | null;
            /** Group */
            group?: ("audit" | "settings" | "people" | "orgs" | "rooms" | "messages" | "sessions" | "exports" | "inspections") | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "csv" | "jsonl";
            /** Last */
            last?: string | null;
            /** Outcome */
            outcome?: ("done" | "refused") | null;
            /**
             * Person
             * @default
             */
            person?: string;
            /** Reason */
            reason: string;
            /** Zone */
            zone?: ("lgwan" | "internet") | null;
        };
        /**
         * AuditFactOut
         * @description One of the facts of the operation, with the fields that are kept of it.
         */
        AuditFactOut: {
            /** Fields */
            fields: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Says */
            says: string;
        };
        /** AuditPackIdOut */
        AuditPackIdOut: {
            /**
             * Pack Id
             * Format: uuid
             */
            pack_id: string;
        };
        /** AuditPackIn */
        AuditPackIn: {
            /**
             * First
             * Format: date
             */
            first: string;
            /**
             * Last
             * Format: date
             */
            last: string;
            /** Reason */
            reason: string;
        };
        /**
         * AuditPackOut
         * @description One pack of whoever asks.
         */
        AuditPackOut: {
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Digest */
            digest: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Entries */
            entries: number;
            /**
             * First
             * Format: date
             */
            first: string;
            /**
             * Last
             * Format: date
             */
            last: string;
            /**
             * Pack Id
             * Format: uuid
             */
            pack_id: string;
            /** Reason */
            reason: string;
            /** Size */
            size: number;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "ready" | "failed" | "gone";
            /** Step */
            step: number;
            /** Steps */
            steps: number;
            /** Taken */
            taken: number;
        };
        /** AuditPacksOut */
        AuditPacksOut: {
            /** Next */
            next: string | null;
            /** Packs */
            packs: components["schemas"]["AuditPackOut"][];
        };
        /** AuditPageOut */
        AuditPageOut: {
            /** Entries */
            entries: components["schemas"]["AuditEntryOut"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number | null;
        };
        /**
         * AuditRestored
         * @description A backup came back: so many rows that had been written after it are gone.
         */
        AuditRestored: {
            /** Last */
            last: number;
            /** Lost */
            lost: number;
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
        };
        /**
         * AuditStateOut
         * @description What stands above the list.
         */
        AuditStateOut: {
            check: components["schemas"]["AuditCheckOut"] | null;
            /** May Export */
            may_export: boolean;
            /** Number */
            number: number;
            /** Stream */
            stream: string;
            /** Years */
            years: number;
        };
        /**
         * AuditThing
         * @description Something that the row names.
         */
        AuditThing: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
        };
        /**
         * Away
         * @description Who has left the seat, as the lock screen says it.
         */
        Away: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Family */
            family: string;
            /** Given */
            given: string;
            /** Is Showing */
            is_showing: boolean;
            /** Tenant Name */
            tenant_name: string;
        };
        /**
         * Band
         * @description How long ago somebody last used Yoriai. Finer than this nobody learns it (ORG-12).
         * @enum {string}
         */
        Band: "now" | "lately" | "away";
        /**
         * BarredHere
         * @description Whoever is signed in here stands in a network from which their group may not come (ZONE-8): said to whoever holds
         *     their cookie, and to nobody else.
         */
        BarredHere: {
            /** Address */
            address: string;
            /** Contact */
            contact: string;
        };
        /**
         * BetweenOut
         * @description How it stands with somebody: whether something waits and until when, or the talk that is there.
         */
        BetweenOut: {
            /** Room Id */
            room_id: RoomId | null;
            /**
             * State
             * @enum {string}
             */
            state: "nothing" | "waiting" | "withdrawn" | "asked" | "talk" | "blocked";
            /** Until */
            until: string | null;
        };
        /** BlockedListOut */
        BlockedListOut: {
            /** Blocked */
            blocked: components["schemas"]["BlockedOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * BlockedOut
         * @description Somebody who is blocked.
         */
        BlockedOut: {
            person: components["schemas"]["Person"];
            /**
             * Since
             * Format: date-time
             */
            since: string;
        };
        /**
         * BoardOut
         * @description All pins of a room, the newest first, with the people they name.
         */
        BoardOut: {
            /** May Pin */
            may_pin: boolean;
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
            /** Pins */
            pins: components["schemas"]["PinOut"][];
        };
        /** BodiesOut */
        BodiesOut: {
            /** Bodies */
            bodies: components["schemas"]["ListedBodyOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * BodyOut
         * @description The public body somebody belongs to.
         */
        BodyOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** BroughtOut */
        BroughtOut: {
            /**
             * Draft Id
             * Format: uuid
             */
            draft_id: string;
        };
        /**
         * BulkIn
         * @description Whom to change (these, or without ids all whom the filter means), what, and to what.
         */
        BulkIn: {
            /** Day */
            day?: string | null;
            filter?: components["schemas"]["FilterIn"];
            /** Group */
            group?: string | null;
            /** Ids */
            ids?: string[] | null;
            /**
             * Text
             * @default
             */
            text?: string;
            unit?: components["schemas"]["yoriai__people__accounts__managing__asked__PostIn"] | null;
            what: components["schemas"]["What"];
        };
        /** CameInOut */
        CameInOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            here: components["schemas"]["Here"];
        };
        /**
         * CardOut
         * @description One colleague, as their card shows them.
         */
        CardOut: {
            /** Ask */
            ask: components["schemas"]["Person"][];
            /** Concurrent */
            concurrent: string[];
            /** Extension */
            extension: string;
            /** Former */
            former: components["schemas"]["FormerUnit"][];
            /** Is Closed */
            is_closed: boolean;
            /** May Write */
            may_write: boolean;
            person: components["schemas"]["Person"];
            /** Place */
            place: string;
            /** Profile */
            profile: components["schemas"]["Filled"][];
        };
        /** CarriedOutOut */
        CarriedOutOut: {
            /** Changed */
            changed: number;
        };
        /** CarryOutIn */
        CarryOutIn: {
            /** Day */
            day?: string | null;
            /** Expected */
            expected: number;
            filter?: components["schemas"]["FilterIn"];
            /** Group */
            group?: string | null;
            /** Ids */
            ids?: string[] | null;
            /** Request Key */
            request_key: string;
            /**
             * Text
             * @default
             */
            text?: string;
            unit?: components["schemas"]["yoriai__people__accounts__managing__asked__PostIn"] | null;
            what: components["schemas"]["What"];
        };
        /**
         * ChangedOut
         * @description A room is set otherwise: the body of `rooms.changed`, with what that lets its managers and its members do.
         */
        ChangedOut: {
            /** Ends On */
            ends_on: string | null;
            /** Is Archived */
            is_archived: boolean;
            /** Lines */
            lines: components["schemas"]["LineOut"][];
            managers: components["schemas"]["Abilities"];
            members: components["schemas"]["Abilities"];
            /** Name */
            name: string;
            /** Printing */
            printing: boolean;
            /** Purpose */
            purpose: string;
            /** Reactions */
            reactions: boolean;
            /**
             * Readers
             * @enum {string}
             */
            readers: "everyone" | "author" | "count" | "none";
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /** Shows Lines */
            shows_lines: boolean;
            /** Shows Past */
            shows_past: boolean;
        };
        /** ChangedUnitOut */
        ChangedUnitOut: {
            /** Last Change */
            last_change: string | null;
        };
        /**
         * ChangeIn
         * @description What shall be otherwise; what is left out stays.
         */
        ChangeIn: {
            /** Ends On */
            ends_on?: string | null;
            /** Name */
            name?: string | null;
            /** Printing */
            printing?: boolean | null;
            /** Purpose */
            purpose?: string | null;
            /** Reactions */
            reactions?: boolean | null;
            readers?: components["schemas"]["ReadersPolicy"] | null;
            /** Shows Lines */
            shows_lines?: boolean | null;
            /** Shows Past */
            shows_past?: boolean | null;
        };
        /**
         * ChangeOut
         * @description One line of a history.
         */
        ChangeOut: {
            /** After */
            after: {
                [key: string]: unknown;
            };
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Before */
            before: {
                [key: string]: unknown;
            };
            /** By */
            by: string | null;
            /**
             * Change Id
             * Format: uuid
             */
            change_id: string;
            /** Kind */
            kind: string;
        };
        /** ChangePersonIn */
        ChangePersonIn: {
            /** Display Order */
            display_order?: number | null;
            /** Email */
            email?: string | null;
            /**
             * Employment Type
             * @default regular
             */
            employment_type?: string;
            /** Ends On */
            ends_on?: string | null;
            /**
             * Extension
             * @default
             */
            extension?: string;
            /** Family */
            family: string;
            /**
             * Given
             * @default
             */
            given?: string;
            /** Group Id */
            group_id?: string | null;
            /**
             * Job Title
             * @default
             */
            job_title?: string;
            /** Kana */
            kana: string;
            /** Last Change */
            last_change: string | null;
            /** Login Id */
            login_id: string;
            /**
             * Place
             * @default
             */
            place?: string;
            /** Posts */
            posts: components["schemas"]["yoriai__people__accounts__managing__asked__PostIn"][];
            /** Profile */
            profile?: {
                [key: string]: string;
            };
        };
        /**
         * ChangeUnitIn
         * @description A unit as it shall be called. `last_change` is the one that the form was opened with.
         */
        ChangeUnitIn: {
            /** Code */
            code?: string | null;
            /**
             * Extension
             * @default
             */
            extension?: string;
            /**
             * Floor
             * @default
             */
            floor?: string;
            /**
             * Kind
             * @default
             */
            kind?: string;
            /** Last Change */
            last_change: string | null;
            /** Name */
            name: string;
            /**
             * Place
             * @default
             */
            place?: string;
            /**
             * Short Name
             * @default
             */
            short_name?: string;
        };
        /**
         * ChoiceOut
         * @description A level that a room may have, and who would lose it then.
         */
        ChoiceOut: {
            level: components["schemas"]["Level"];
            losing: components["schemas"]["LosingOut"];
        };
        /**
         * ChoicesOut
         * @description The label of a room, and all that it may have, the freest first.
         */
        ChoicesOut: {
            /** Choices */
            choices: components["schemas"]["ChoiceOut"][];
            /** Label */
            label: number;
        };
        /**
         * Circle
         * @description Who writes to somebody in a special post.
         * @enum {string}
         */
        Circle: "everybody" | "units" | "named";
        /** ClosingIn */
        ClosingIn: {
            /** Successor Id */
            successor_id?: string | null;
        };
        /**
         * CodeBody
         * @description A code of the app, or a recovery code.
         */
        CodeBody: {
            /** One Time Code */
            one_time_code: string;
        };
        /** CodesOut */
        CodesOut: {
            /** Codes */
            codes: string[];
        };
        /**
         * ColumnOut
         * @description A column of the file, some of its cells, and what it is taken for.
         */
        ColumnOut: {
            /** Field */
            field: string | null;
            /** Heading */
            heading: string;
            /** Samples */
            samples: string[];
        };
        /**
         * ColumnsIn
         * @description What each column of the file is, from left to right; null where it is not read.
         */
        ColumnsIn: {
            /** Columns */
            columns: (string | null)[];
        };
        /**
         * Common
         * @description What is the same on all slips of one body.
         */
        Common: {
            /** Contact */
            contact: string;
            doors: components["schemas"]["Doors"];
            /** Tenant Code */
            tenant_code: string;
            /** Tenant Name */
            tenant_name: string;
        };
        /** ConfirmBody */
        ConfirmBody: {
            /** One Time Code */
            one_time_code: string;
            /** Sealed */
            sealed: string;
        };
        /**
         * ConfirmedOut
         * @description The recovery codes, shown once; `sealed` comes back when they are put away.
         */
        ConfirmedOut: {
            /** Codes */
            codes: string[];
            /** Sealed */
            sealed: string;
        };
        /** ContactIn */
        ContactIn: {
            /** Contact */
            contact: string;
        };
        /** CorrectionBody */
        CorrectionBody: {
            /** Words */
            words: string;
        };
        /** CorrectionOut */
        CorrectionOut: {
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /**
             * Correction Id
             * Format: uuid
             */
            correction_id: string;
            /** Login Id */
            login_id: string;
            person: components["schemas"]["Person"];
            /** Words */
            words: string;
        };
        /** CorrectionsOut */
        CorrectionsOut: {
            /** Corrections */
            corrections: components["schemas"]["CorrectionOut"][];
            /** Next */
            next: string | null;
        };
        /** CountsOut */
        CountsOut: {
            /** Expired */
            expired: number;
            /** None */
            none: number;
            /** Out */
            out: number;
            /** Signed In */
            signed_in: number;
        };
        /** DecliningIn */
        DecliningIn: {
            /** Reason */
            reason: string;
        };
        /**
         * DelegateEnded
         * @description Somebody acts on behalf of this account no longer.
         */
        DelegateEnded: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
        };
        /** DelegateIn */
        DelegateIn: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Until */
            until?: string | null;
        };
        /**
         * DelegateNamed
         * @description Somebody acts on behalf of this account from now on, or until another day than before.
         */
        DelegateNamed: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
        };
        /** DelegateOut */
        DelegateOut: {
            /**
             * Delegate Id
             * Format: uuid
             */
            delegate_id: string;
        };
        /**
         * DelegatesOut
         * @description Who acts for whoever asks, and for whom they act themselves.
         */
        DelegatesOut: {
            /** Delegates */
            delegates: components["schemas"]["Mandate"][];
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
            /** Principals */
            principals: components["schemas"]["Mandate"][];
        };
        /** DepartmentAccountIn */
        DepartmentAccountIn: {
            /** Name */
            name: string;
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: UnitId;
        };
        /** DepartmentAccountOut */
        DepartmentAccountOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
        };
        /** DepartmentAccountsOut */
        DepartmentAccountsOut: {
            /** Accounts */
            accounts: components["schemas"]["OfUnit"][];
            /** Next */
            next: string | null;
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
        };
        /**
         * Device
         * @description Browser and system by their usual names; empty where they do not say.
         */
        Device: {
            /** Browser */
            browser: string;
            /** System */
            system: string;
        };
        /**
         * DifferenceOut
         * @description The figures, what is worth a look, and one page of lines.
         */
        DifferenceOut: {
            counts: components["schemas"]["RosterCounts"];
            /** First Errors */
            first_errors: components["schemas"]["RosterLine"][];
            /** Lines */
            lines: components["schemas"]["RosterLine"][];
            /** New Units */
            new_units: string[];
            /** Next */
            next: string | null;
            /** Noticed */
            noticed: {
                [key: string]: number;
            };
            /** Private Use */
            private_use: components["schemas"]["Notice"][];
            /** Unlike */
            unlike: components["schemas"]["Notice"][];
            /** Unparted */
            unparted: components["schemas"]["Notice"][];
        };
        /**
         * DigestOut
         * @description All that somebody follows; what is new comes first.
         */
        DigestOut: {
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
            /** Rooms */
            rooms: components["schemas"]["DigestRoomOut"][];
        };
        /**
         * DigestRoomOut
         * @description What is new in one room since its follower looked.
         */
        DigestRoomOut: {
            /** Lines */
            lines: components["schemas"]["SaidOut"][];
            /** Member Count */
            member_count: number;
            /** Name */
            name: string;
            /** New */
            new: number;
            /** Purpose */
            purpose: string;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * DirectIn
         * @description With whom to talk.
         */
        DirectIn: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Organization Id */
            organization_id?: OrganizationId | null;
        };
        /**
         * DoorOut
         * @description A listener, as people reach it.
         */
        DoorOut: {
            /** Url */
            url: string;
            zone: components["schemas"]["Zone"];
        };
        /**
         * Doors
         * @description The addresses under which this server is reached from either side, where there is such a side.
         */
        Doors: {
            /** Internet */
            internet: string | null;
            /** Lgwan */
            lgwan: string | null;
        };
        /**
         * DraftIn
         * @description What somebody has written so far. Nothing but these fields is taken (N9).
         */
        DraftIn: {
            /** Seen */
            seen: string | null;
            /** Takes */
            takes?: string | null;
            /** Text */
            text: string;
            /** Thread */
            thread?: MessageId | null;
            /** Version */
            version: string;
        };
        /**
         * DraftOut
         * @description A file that was brought, and how far it has come.
         */
        DraftOut: {
            /** Columns */
            columns: components["schemas"]["ColumnOut"][];
            /**
             * Draft Id
             * Format: uuid
             */
            draft_id: string;
            /** Encoding */
            encoding: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Fields */
            fields: components["schemas"]["FieldOut"][];
            /** File Name */
            file_name: string;
            /** Import Id */
            import_id: string | null;
            /** Is Decided */
            is_decided: boolean;
            /** Is Remembered */
            is_remembered: boolean;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Rows */
            rows: number;
            /** Sheet */
            sheet: string;
            /** Sheets */
            sheets: string[];
            /** Subject */
            subject: string;
        };
        /** DraftsOut */
        DraftsOut: {
            /** Drafts */
            drafts: components["schemas"]["WaitingOut"][];
        };
        /**
         * DraftTold
         * @description What stands in a place now: the answer to saving, and the body of `drafts.changed`. None: no draft.
         */
        DraftTold: {
            draft: components["schemas"]["RoomDraft"] | null;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /** Thread Id */
            thread_id: MessageId | null;
        };
        /**
         * EditedFactOut
         * @description The body of `messages.edited`: the message as it reads now.
         */
        EditedFactOut: {
            message: components["schemas"]["MessageOut"];
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * EditedOut
         * @description The message says so now. `number` is that of the fact that tells so; 0 where it said so before.
         */
        EditedOut: {
            /** Edited At */
            edited_at: string | null;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: MessageId;
            /** Number */
            number: number;
        };
        /**
         * EditIn
         * @description What the message shall say. Nothing but these fields is taken (N9, K33).
         */
        EditIn: {
            /** Parts */
            parts: Part[];
            /** Seen */
            seen: string | null;
        };
        /**
         * EffectOut
         * @description What becomes of one person, or why they are left out.
         */
        EffectOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** After */
            after: string;
            /** Before */
            before: string;
            hindrance: components["schemas"]["Hindrance"] | null;
            /** Login Id */
            login_id: string;
            /** Name */
            name: string;
        };
        /**
         * EmploymentType
         * @description 任用形態 (ORG-2).
         * @enum {string}
         */
        EmploymentType: "regular" | "reappointed" | "fixed_term" | "special_post" | "other";
        /** EndedOut */
        EndedOut: {
            /** Ended */
            ended: number;
        };
        /**
         * EndingOut
         * @description Somebody whose time as a guest is over soon.
         */
        EndingOut: {
            /** Days */
            days: number;
            /**
             * Ends On
             * Format: date
             */
            ends_on: string;
            guest: components["schemas"]["Person"];
        };
        /**
         * EnteredOut
         * @description A room that has come into somebody's list: the body of `rooms.entered`.
         */
        EnteredOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Number */
            number: number;
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
            room: components["schemas"]["RoomRow"];
        };
        /**
         * EntranceOut
         * @description `signed_in` comes with `here`; `locked` says whose seat this browser is while they are away.
         */
        EntranceOut: {
            barred: components["schemas"]["BarredHere"] | null;
            /** Contact */
            contact: string;
            farewell: components["schemas"]["Farewell"] | null;
            here: components["schemas"]["Here"] | null;
            locked: components["schemas"]["Away"] | null;
            /** Protocol */
            protocol: number;
            /** Signed In */
            signed_in: boolean;
            tenant: components["schemas"]["TenantOut"] | null;
            /** Zone */
            zone: Zone;
        };
        /**
         * ExportIn
         * @description As what the table is taken out, and why.
         */
        ExportIn: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "csv" | "xlsx";
            /** Reason */
            reason: string;
        };
        /**
         * FaceBrought
         * @description Somebody wants a picture to stand for them, or for a room. Until it has been checked the old face stays.
         */
        FaceBrought: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * File Id
             * Format: uuid
             */
            file_id: FileId;
            /**
             * Room Id
             * @default null
             */
            room_id?: RoomId | null;
        };
        /**
         * FaceChanged
         * @description A colleague has another face now, or letters again; whoever shows them asks for it anew.
         */
        FaceChanged: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Is Set */
            is_set: boolean;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
        };
        /**
         * FaceIn
         * @description A picture that the asker has brought.
         */
        FaceIn: {
            /**
             * File Id
             * Format: uuid
             */
            file_id: FileId;
        };
        /**
         * FaceOut
         * @description What stands for somebody, or for a room, and what becomes of what was brought last.
         */
        FaceOut: {
            /** Is Coming */
            is_coming: boolean;
            /** Is Set */
            is_set: boolean;
            /** May Set */
            may_set: boolean;
            /** Reason */
            reason: string;
        };
        /**
         * FaceRefused
         * @description What they brought will not stand there. Why is a code with a sentence.
         */
        FaceRefused: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * File Id
             * Format: uuid
             */
            file_id: FileId;
            /** Reason */
            reason: string;
            /**
             * Room Id
             * @default null
             */
            room_id?: RoomId | null;
        };
        /**
         * FacesAsked
         * @description Whose faces.
         */
        FacesAsked: {
            /**
             * Account Ids
             * @default []
             */
            account_ids?: string[];
            /**
             * Room Ids
             * @default []
             */
            room_ids?: string[];
        };
        /**
         * FacesOut
         * @description The addresses of those faces that there are and that the asker sees, by whose they are.
         */
        FacesOut: {
            /** Faces */
            faces: {
                [key: string]: string;
            };
            /** Seconds */
            seconds: number;
        };
        /**
         * FailedTries
         * @description Wrong passwords of the last 30 days.
         */
        FailedTries: {
            /** Count */
            count: number;
            last: components["schemas"]["Access"] | null;
        };
        /**
         * Farewell
         * @description Why a guest who was signed in here is let in no longer: said to whoever holds their cookie, and to nobody else.
         */
        Farewell: {
            /** Contact */
            contact: string;
            /** Is Over */
            is_over: boolean;
            /** Tenant Name */
            tenant_name: string;
        };
        /** FaultOut */
        FaultOut: {
            /** Code */
            code: string;
            /**
             * Field
             * @enum {string}
             */
            field: "name" | "kana" | "firm" | "email";
        };
        /**
         * FieldOut
         * @description What a column can be.
         */
        FieldOut: {
            /** Field */
            field: string;
            /** Is Needed */
            is_needed: boolean;
        };
        /**
         * FileJudged
         * @description A file has come to its end: disarmed, held or declined (S11). All that the log must keep of it (S14).
         */
        FileJudged: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * File Id
             * Format: uuid
             */
            file_id: FileId;
            /** Found */
            found: string;
            /** Method */
            method: string;
            /** Reason */
            reason: string;
            /** Sha256 */
            sha256: string;
            /** Sha256 Made */
            sha256_made: string;
            /** State */
            state: string;
            /** Zone */
            zone: Zone;
        };
        /**
         * FileOut
         * @description A file, without hashes and without the proof. Where its bytes are to be had is not said here.
         */
        FileOut: {
            /** Entered */
            entered: string;
            /**
             * File Id
             * Format: uuid
             */
            file_id: FileId;
            /** Height */
            height: number | null;
            /** Kind */
            kind: string;
            /** Method */
            method: string;
            /** Name */
            name: string;
            /** Reason */
            reason: string;
            /** Size */
            size: number;
            /** State */
            state: string;
            /** Width */
            width: number | null;
        };
        /**
         * Filled
         * @description A field that holds something, as colleagues read it.
         */
        Filled: {
            /** Name */
            name: string;
            /** Value */
            value: string;
        };
        /**
         * FillInBody
         * @description What shall stand in these fields, by their keys; the others stay.
         */
        FillInBody: {
            /** Values */
            values: {
                [key: string]: string;
            };
        };
        /**
         * FilterIn
         * @description The table's filter.
         */
        FilterIn: {
            employment?: components["schemas"]["EmploymentType"] | null;
            /** Group */
            group?: string | null;
            /** Organization */
            organization?: string | null;
            /**
             * Q
             * @default
             */
            q?: string;
            role?: components["schemas"]["Role"] | null;
            /** @default there */
            state?: components["schemas"]["yoriai__people__accounts__managing__table__State"];
            /** Unit */
            unit?: string | null;
        };
        /**
         * FindableChanged
         * @description Whether people of other bodies find them is another now.
         */
        FindableChanged: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Findable */
            findable: boolean;
        };
        /** FindableIn */
        FindableIn: {
            /** Findable */
            findable: boolean;
        };
        /** FirmIn */
        FirmIn: {
            /** Firm */
            firm: string;
        };
        /** FirmSponsorIn */
        FirmSponsorIn: {
            /** Firm */
            firm: string;
            /**
             * Sponsor Id
             * Format: uuid
             */
            sponsor_id: string;
        };
        /**
         * FolderChangeIn
         * @description What shall be otherwise; what is left out stays.
         */
        FolderChangeIn: {
            /** Is Shut */
            is_shut?: boolean | null;
            /** Name */
            name?: string | null;
        };
        /**
         * FolderIn
         * @description A folder to make, with rooms in it at once.
         */
        FolderIn: {
            /** Name */
            name: string;
            /** Position */
            position?: number | null;
            /** Request Key */
            request_key: string;
            /**
             * Rooms
             * @default []
             */
            rooms?: RoomId[];
        };
        /**
         * FolderMadeOut
         * @description The folder that is there now.
         */
        FolderMadeOut: {
            /**
             * Folder Id
             * Format: uuid
             */
            folder_id: FolderId;
        };
        /**
         * FolderOut
         * @description A folder of the list of rooms.
         */
        FolderOut: {
            /**
             * Folder Id
             * Format: uuid
             */
            folder_id: FolderId;
            /** Is Shut */
            is_shut: boolean;
            /** Name */
            name: string;
            /** Position */
            position: number;
        };
        /**
         * FollowedOut
         * @description A room that somebody follows.
         */
        FollowedOut: {
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * FollowedRoomOut
         * @description A room as whoever follows it reads it: some of its messages, ascending, and where older ones are.
         */
        FollowedRoomOut: {
            /** Member Count */
            member_count: number;
            /** Messages */
            messages: components["schemas"]["MessageOut"][];
            /** Name */
            name: string;
            /** Newest Ordinal */
            newest_ordinal: number;
            /** Older */
            older: string | null;
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
            /** Purpose */
            purpose: string;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /** Seen */
            seen: number;
        };
        /**
         * FollowingChanged
         * @description A room is followed from now on, was looked at, or is followed no longer.
         */
        FollowingChanged: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Is Followed */
            is_followed: boolean;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * Foreseen
         * @description What a change would do at once.
         */
        Foreseen: {
            /** Ending */
            ending: number;
            /** Is Own */
            is_own: boolean;
            /** People */
            people: number;
        };
        /**
         * ForeseenNetworksOut
         * @description What would be kept, in its one form, and what it would do at once.
         */
        ForeseenNetworksOut: {
            foreseen: components["schemas"]["Foreseen"];
            /** Internet */
            internet: string[];
            /** Lgwan */
            lgwan: string[];
        };
        /** ForeseenOut */
        ForeseenOut: {
            /** Changing */
            changing: number;
            /** Effects */
            effects: components["schemas"]["EffectOut"][];
            /** Hindered */
            hindered: number;
            /** Unchanged */
            unchanged: number;
        };
        /**
         * FormerPageOut
         * @description Such a room to read: some of its messages, ascending, and where older ones are.
         */
        FormerPageOut: {
            /**
             * Last Day
             * Format: date
             */
            last_day: string;
            /** Messages */
            messages: components["schemas"]["MessageOut"][];
            /** Name */
            name: string;
            /** Newest Ordinal */
            newest_ordinal: number;
            /** Older */
            older: string | null;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
            /** Purpose */
            purpose: string;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * FormerRoomOut
         * @description The same with what it was called while they were in it.
         */
        FormerRoomOut: {
            /**
             * Last Day
             * Format: date
             */
            last_day: string;
            /** Name */
            name: string;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * FormerRoomsOut
         * @description All of somebody, those that end soonest first.
         */
        FormerRoomsOut: {
            /** Rooms */
            rooms: components["schemas"]["FormerRoomOut"][];
        };
        /**
         * FormerUnit
         * @description Where somebody mainly served once, as it was called then, and until when.
         */
        FormerUnit: {
            /** Path */
            path: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * FoundOut
         * @description One message, found by its permalink, with the people it names.
         */
        FoundOut: {
            message: components["schemas"]["MessageOut"];
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
        };
        /**
         * GalleryFileOut
         * @description One file that hangs in a room, and the message from which it comes. Its bytes are asked for by links.
         */
        GalleryFileOut: {
            /** About */
            about: string;
            /**
             * Author Id
             * Format: uuid
             */
            author_id: AccountId;
            /**
             * File Id
             * Format: uuid
             */
            file_id: FileId;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: MessageId;
            /**
             * Posted At
             * Format: date-time
             */
            posted_at: string;
            /** Thread Id */
            thread_id: MessageId | null;
            /** Words */
            words: string;
        };
        /**
         * GalleryOut
         * @description Files of a room, those of the newest message first, with the people that they name.
         */
        GalleryOut: {
            /** Files */
            files: components["schemas"]["GalleryFileOut"][];
            /** Older */
            older: string | null;
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
        };
        /**
         * Given
         * @description One right of somebody: whether it is there, by whose word, and what each of them has said.
         */
        Given: {
            /** Body */
            body: boolean | null;
            /** Group */
            group: boolean | null;
            /** Is Given */
            is_given: boolean;
            origin: components["schemas"]["Origin"];
            /** Own */
            own: boolean | null;
            /** Own At */
            own_at: string | null;
            /** Own By */
            own_by: string | null;
            right: components["schemas"]["Right"];
        };
        /**
         * Group
         * @description A group, and how many accounts are in it.
         */
        Group: {
            /** Count */
            count: number;
            /**
             * Group Id
             * Format: uuid
             */
            group_id: string;
            /** Hidden */
            hidden: string[];
            /** Internet */
            internet: string[];
            /** Lgwan */
            lgwan: string[];
            /** Locked */
            locked: string[];
            /** Name */
            name: string;
        };
        /** GroupAddedOut */
        GroupAddedOut: {
            /**
             * Group Id
             * Format: uuid
             */
            group_id: string;
        };
        /** GroupIn */
        GroupIn: {
            /** Hidden */
            hidden?: string[];
            /** Locked */
            locked?: string[];
            /** Name */
            name: string;
        };
        /**
         * GroupNetworksIn
         * @description Addresses and networks as somebody types them.
         */
        GroupNetworksIn: {
            /** Internet */
            internet: string[];
            /** Lgwan */
            lgwan: string[];
        };
        /**
         * GroupNetworksOut
         * @description From where the people of a group may come on each side (none named: from anywhere), and where the asker is.
         */
        GroupNetworksOut: {
            /** Internet */
            internet: string[];
            /** Lgwan */
            lgwan: string[];
            /** Own Address */
            own_address: string;
            /** Own Zone */
            own_zone: string;
        };
        /**
         * GroupNetworksWish
         * @description The same to be kept; `even_own` once whoever decides it knows that it shuts out themselves.
         */
        GroupNetworksWish: {
            /**
             * Even Own
             * @default false
             */
            even_own?: boolean;
            /** Internet */
            internet: string[];
            /** Lgwan */
            lgwan: string[];
        };
        /**
         * GroupRightsOut
         * @description What a group says of rights; of those that are not named it says nothing.
         */
        GroupRightsOut: {
            /** Words */
            words: {
                [key: string]: boolean;
            };
        };
        /**
         * GroupRulesOut
         * @description What holds for the group, and whether it has rules of its own.
         */
        GroupRulesOut: {
            /** Is Own */
            is_own: boolean;
            rules: components["schemas"]["PasswordRules"];
            /** Second */
            second: ("administrators" | "internet" | "everybody") | null;
        };
        /** GroupsOut */
        GroupsOut: {
            /** Groups */
            groups: components["schemas"]["Group"][];
        };
        /** GuestConsentIn */
        GuestConsentIn: {
            /** Digest */
            digest: string;
        };
        /**
         * GuestConsentOut
         * @description The text about secrecy, and which one it is.
         */
        GuestConsentOut: {
            /** Accepted */
            accepted: boolean;
            /** Body */
            body: string;
            /** Contact */
            contact: string;
            /** Digest */
            digest: string;
            /** Words */
            words: string;
        };
        /** GuestCountOut */
        GuestCountOut: {
            /** Count */
            count: number;
        };
        /** GuestEndIn */
        GuestEndIn: {
            /**
             * Ends On
             * Format: date
             */
            ends_on: string;
        };
        /**
         * GuestEndingOut
         * @description The body of `guests.ending`.
         */
        GuestEndingOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            ending: components["schemas"]["EndingOut"];
        };
        /**
         * GuestIn
         * @description Somebody to invite.
         */
        GuestIn: {
            /** Email */
            email: string;
            /** Firm */
            firm: string;
            /**
             * Kana
             * @default
             */
            kana?: string;
            /** Name */
            name: string;
        };
        /**
         * GuestListIn
         * @description A CSV text whose first row names the columns.
         */
        GuestListIn: {
            /** Text */
            text: string;
        };
        /**
         * GuestOut
         * @description A guest as whoever arranges them sees them.
         */
        GuestOut: {
            /** Days Left */
            days_left: number | null;
            /** Email */
            email: string;
            /** Ends On */
            ends_on: string | null;
            person: components["schemas"]["Person"];
            /** Rooms */
            rooms: components["schemas"]["GuestRoomOut"][];
            /**
             * Since
             * Format: date-time
             */
            since: string;
            sponsor: components["schemas"]["Person"];
            /**
             * State
             * @enum {string}
             */
            state: "active" | "consenting" | "frozen" | "ended";
        };
        /** GuestRoomOut */
        GuestRoomOut: {
            /** Name */
            name: string;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * GuestRowOut
         * @description A row of a list, and what is wrong with it.
         */
        GuestRowOut: {
            /** Email */
            email: string;
            /** Faults */
            faults: components["schemas"]["FaultOut"][];
            /** Firm */
            firm: string;
            /** Kana */
            kana: string;
            /** Name */
            name: string;
            /** Row */
            row: number;
        };
        /** GuestRowsOut */
        GuestRowsOut: {
            /**
             * Ends On
             * Format: date
             */
            ends_on: string;
            /** Rows */
            rows: components["schemas"]["GuestRowOut"][];
        };
        /** GuestsOut */
        GuestsOut: {
            /** Guests */
            guests: components["schemas"]["GuestOut"][];
            /** Invitations */
            invitations: components["schemas"]["InvitationOut"][];
            /** Next */
            next: string | null;
            /**
             * Usual End
             * Format: date
             */
            usual_end: string;
        };
        /** GuestSponsorIn */
        GuestSponsorIn: {
            /**
             * Sponsor Id
             * Format: uuid
             */
            sponsor_id: string;
        };
        /**
         * Hall
         * @description One organization.
         */
        Hall: {
            /** Count */
            count: number;
            /** Name */
            name: string;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
        };
        /**
         * HallsOut
         * @description The organizations of the body in their order; there are never so many that they need pages.
         */
        HallsOut: {
            /** Organizations */
            organizations: components["schemas"]["Hall"][];
        };
        /**
         * HandedInvitationOut
         * @description An invitation with its code, which stands in this answer and nowhere else; a guest of the house needs none.
         */
        HandedInvitationOut: {
            /** Code */
            code: string | null;
            /** Email */
            email: string;
            /**
             * Ends On
             * Format: date
             */
            ends_on: string;
            /** Firm */
            firm: string;
            /** Invitation Id */
            invitation_id: string | null;
            /** Last Day */
            last_day: string | null;
            /** Link */
            link: string | null;
            /** Name */
            name: string;
            /** Qr */
            qr: string[];
        };
        /** HandedOut */
        HandedOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Secret */
            secret: string;
        };
        /**
         * HandoverBegun
         * @description They were moved, and still read until the end of this day what was said in a room before that.
         */
        HandoverBegun: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Last Day
             * Format: date
             */
            last_day: string;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * HandoverEnded
         * @description They read there no longer: the day has passed, they are back in the room, or somebody has ended it.
         */
        HandoverEnded: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * HandoverOut
         * @description A room in which somebody still reads, until the end of a day.
         */
        HandoverOut: {
            /**
             * Last Day
             * Format: date
             */
            last_day: string;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * Hanging
         * @description One person, and how much hangs on them.
         */
        Hanging: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Devices */
            devices: number;
            /** Login Id */
            login_id: string;
            /** Rooms */
            rooms: number;
        };
        /**
         * HangingIn
         * @description Whose: by ids, by employee numbers, or both.
         */
        HangingIn: {
            /**
             * Accounts
             * @default []
             */
            accounts?: AccountId[];
            /**
             * Numbers
             * @default []
             */
            numbers?: string[];
        };
        /** HangingOut */
        HangingOut: {
            /** People */
            people: components["schemas"]["Hanging"][];
        };
        /**
         * Here
         * @description Whether they have had their first day, when their screen locks, and whether their password is getting old.
         */
        Here: {
            /** Lock Minutes */
            lock_minutes: number;
            /** Organizations */
            organizations: components["schemas"]["OrganizationHere"][];
            /** Owes Promise */
            owes_promise: boolean;
            /** Password Days Left */
            password_days_left: number | null;
            /** Second Factor From */
            second_factor_from: string | null;
            /** Welcomed */
            welcomed: boolean;
        };
        /**
         * Hindrance
         * @description Why somebody is left out.
         * @enum {string}
         */
        Hindrance: "owner" | "gone" | "own" | "duties";
        /** HistoryOut */
        HistoryOut: {
            /** Changes */
            changes: components["schemas"]["ChangeOut"][];
            /** Next */
            next: string | null;
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
        };
        /**
         * HolderLeft
         * @description Somebody sits there for a unit no longer. At its number they hear the room no more; its body is told to nobody,
         *     for who sits there is the unit's own matter (ORG-6).
         */
        HolderLeft: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
        };
        /**
         * Hung
         * @description What one looks for.
         * @enum {string}
         */
        Hung: "pictures" | "files";
        /**
         * ImportOut
         * @description One import: who, when, which file, and what it changed.
         */
        ImportOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string | null;
            /** By Name */
            by_name: string;
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** File Name */
            file_name: string;
            /**
             * Import Id
             * Format: uuid
             */
            import_id: string;
            /** May Undo */
            may_undo: boolean;
            /** Subject */
            subject: string;
            /**
             * Undo Until
             * Format: date-time
             */
            undo_until: string;
            /** Undone At */
            undone_at: string | null;
        };
        /** ImportsOut */
        ImportsOut: {
            /** Imports */
            imports: components["schemas"]["ImportOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * InspectableRoom
         * @description A room as it is found: what it is called, and nothing of what is in it.
         */
        InspectableRoom: {
            /** Is Archived */
            is_archived: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "group" | "department" | "direct" | "open";
            /** Name */
            name: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /** InspectableRoomsOut */
        InspectableRoomsOut: {
            /** Next */
            next: string | null;
            /** Rooms */
            rooms: components["schemas"]["InspectableRoom"][];
        };
        /**
         * InspectedPageOut
         * @description Messages in ascending order; what was taken back among them, without its words.
         */
        InspectedPageOut: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Messages */
            messages: components["schemas"]["MessageOut"][];
            /** Next */
            next: number | null;
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
        };
        /**
         * InspectionApproved
         * @description A second person has agreed.
         */
        InspectionApproved: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Inspection Id
             * Format: uuid
             */
            inspection_id: string;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
        };
        /** InspectionAsked */
        InspectionAsked: {
            /**
             * Inspection Id
             * Format: uuid
             */
            inspection_id: string;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
        };
        /**
         * InspectionEnded
         * @description It is over: its time ran out, or one of the two has closed it.
         */
        InspectionEnded: {
            /**
             * Inspection Id
             * Format: uuid
             */
            inspection_id: string;
            /** Is Closed */
            is_closed: boolean;
            /** Is Told */
            is_told: boolean;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
        };
        /** InspectionIdOut */
        InspectionIdOut: {
            /**
             * Inspection Id
             * Format: uuid
             */
            inspection_id: string;
        };
        /** InspectionIn */
        InspectionIn: {
            /**
             * First
             * Format: date
             */
            first: string;
            /**
             * Hours
             * @default 24
             */
            hours?: number;
            /**
             * Last
             * Format: date
             */
            last: string;
            /** Reason */
            reason: string;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * InspectionLapsed
         * @description Nobody has answered in time.
         */
        InspectionLapsed: {
            /**
             * Inspection Id
             * Format: uuid
             */
            inspection_id: string;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
        };
        /**
         * InspectionOut
         * @description One asking, what became of it, and what the asker of this list may do about it.
         */
        InspectionOut: {
            /** Answer */
            answer: string;
            /** Answered At */
            answered_at: string | null;
            answerer: components["schemas"]["Person"] | null;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            asker: components["schemas"]["Person"] | null;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Ended At */
            ended_at: string | null;
            ended_by: components["schemas"]["Person"] | null;
            /**
             * First
             * Format: date
             */
            first: string;
            /** Hours */
            hours: number;
            /**
             * Inspection Id
             * Format: uuid
             */
            inspection_id: string;
            /**
             * Last
             * Format: date
             */
            last: string;
            /** May Answer */
            may_answer: boolean;
            /** May Read */
            may_read: boolean;
            /** May Withdraw */
            may_withdraw: boolean;
            /** Readers */
            readers: string[];
            /** Reason */
            reason: string;
            room: components["schemas"]["InspectableRoom"];
            /**
             * State
             * @enum {string}
             */
            state: "asked" | "approved" | "refused" | "withdrawn" | "lapsed" | "ended";
        };
        /**
         * InspectionRead
         * @description A page was read: from this message to that one, by their ordinals; 0 of a page on which nothing stood.
         */
        InspectionRead: {
            /** First */
            first: number;
            /**
             * Inspection Id
             * Format: uuid
             */
            inspection_id: string;
            /** Last */
            last: number;
            /** Messages */
            messages: number;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
        };
        /** InspectionRefused */
        InspectionRefused: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Inspection Id
             * Format: uuid
             */
            inspection_id: string;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
        };
        /** InspectionsOut */
        InspectionsOut: {
            /** Inspections */
            inspections: components["schemas"]["InspectionOut"][];
            /** May Ask */
            may_ask: boolean;
            /** Next */
            next: string | null;
        };
        /**
         * InspectionWithdrawn
         * @description Whoever asked wants it no longer.
         */
        InspectionWithdrawn: {
            /**
             * Inspection Id
             * Format: uuid
             */
            inspection_id: string;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
        };
        /**
         * InvitationCodeIn
         * @description What came with the link, or was typed from paper.
         */
        InvitationCodeIn: {
            /** Code */
            code: string;
            /** Tenant */
            tenant: string;
        };
        /**
         * InvitationOut
         * @description Somebody who is invited and has not come.
         */
        InvitationOut: {
            /** Email */
            email: string;
            /**
             * Ends On
             * Format: date
             */
            ends_on: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Firm */
            firm: string;
            /**
             * Invitation Id
             * Format: uuid
             */
            invitation_id: string;
            /** Is Expired */
            is_expired: boolean;
            /** Name */
            name: string;
            /** Room */
            room: string;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            sponsor: components["schemas"]["Person"];
        };
        /**
         * InvitationShownOut
         * @description What somebody sees before they accept.
         */
        InvitationShownOut: {
            /** Body */
            body: string;
            /** Consent */
            consent: string;
            /** Contact */
            contact: string;
            /** Digest */
            digest: string;
            /** Email */
            email: string;
            /**
             * Ends On
             * Format: date
             */
            ends_on: string;
            /** Firm */
            firm: string;
            inviter: components["schemas"]["Person"];
            /** Name */
            name: string;
            password: components["schemas"]["PasswordRules"];
            /** Room */
            room: string;
        };
        /**
         * InvitationsOut
         * @description Who is invited into a room and has not come, and until when guests stay as is usual.
         */
        InvitationsOut: {
            /** Invitations */
            invitations: components["schemas"]["InvitationOut"][];
            /**
             * Usual End
             * Format: date
             */
            usual_end: string;
        };
        /** InviteBodyIn */
        InviteBodyIn: {
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
            /**
             * Words
             * @default
             */
            words?: string;
        };
        /** InvitedOut */
        InvitedOut: {
            /** Body */
            body: string;
            /** Contact */
            contact: string;
            /** Handed */
            handed: components["schemas"]["HandedInvitationOut"][];
        };
        /**
         * InviteGuestsIn
         * @description Whom to invite; without a sponsor whoever asks, without a last day as long as is usual.
         */
        InviteGuestsIn: {
            /** Ends On */
            ends_on?: string | null;
            /** Guests */
            guests: components["schemas"]["GuestIn"][];
            /** Sponsor Id */
            sponsor_id?: string | null;
        };
        /**
         * InviteIn
         * @description People to bring in.
         */
        InviteIn: {
            /** Accounts */
            accounts: AccountId[];
        };
        /** IssueBody */
        IssueBody: {
            /**
             * Ids
             * @default []
             */
            ids?: string[];
            kind: components["schemas"]["yoriai__people__accounts__slips__chosen__Kind"];
            /** @default ask */
            those_with_password?: components["schemas"]["WithPassword"];
        };
        /** IssuedOut */
        IssuedOut: {
            common: components["schemas"]["Common"];
            /** Left Out */
            left_out: components["schemas"]["WithoutSlip"][];
            /** Reset */
            reset: number;
            /** Slips */
            slips: components["schemas"]["Slip"][];
        };
        /**
         * JoinedOut
         * @description Somebody is new in a room: the body of `rooms.joined`, with who reads there now.
         */
        JoinedOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Lines */
            lines: components["schemas"]["LineOut"][];
            person: components["schemas"]["Person"];
            readers: components["schemas"]["Readers"];
            /**
             * Role
             * @enum {string}
             */
            role: Role;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /** Speakers */
            speakers: string[];
            /** Zones */
            zones: ("lgwan" | "internet")[];
        };
        JsonValue: unknown;
        /**
         * KeptMessageOut
         * @description A kept message in a line. Of one that may no longer be read nothing is said but that it is there.
         */
        KeptMessageOut: {
            /** Author Id */
            author_id: AccountId | null;
            /** Is Withdrawn */
            is_withdrawn: boolean;
            /**
             * Kept At
             * Format: date-time
             */
            kept_at: string;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: MessageId;
            /** Posted At */
            posted_at: string | null;
            /** Room Id */
            room_id: RoomId | null;
            /** Room Name */
            room_name: string;
            /** Text */
            text: string;
        };
        /**
         * KeptMessagesOut
         * @description Some of the messages that somebody keeps, the newest first, and where the list goes on.
         */
        KeptMessagesOut: {
            /** Messages */
            messages: components["schemas"]["KeptMessageOut"][];
            /** Next */
            next: string | null;
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
        };
        /**
         * KeptOut
         * @description Whether a message is kept.
         */
        KeptOut: {
            /** Is Favourite */
            is_favourite: boolean;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: MessageId;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * Kind
         * @description The signs that there are, in the order in which they stand under a message.
         * @enum {string}
         */
        Kind: "check" | "thumbs_up" | "heart" | "thanks" | "weep" | "eyes";
        /**
         * Kind
         * @description The signs that there are, in the order in which they stand under a message.
         * @enum {string}
         */
        "Kind-Output": "check" | "thumbs_up" | "heart" | "thanks" | "weep" | "eyes";
        /**
         * LabelDefaults
         * @description With how many levels of labels a body begins, and from which on rooms are not there on the Internet side.
         */
        LabelDefaults: {
            /** Levels */
            levels: number;
            /** Sealed From */
            sealed_from: number;
        };
        /**
         * LabelledOut
         * @description A room has another label, or other bodies in it by which the label allows less: the body of `rooms.labelled` and of
         *     `rooms.bodies_changed`, with who reads there now.
         */
        LabelledOut: {
            /** Label */
            label: number;
            /** Label Name */
            label_name: string;
            level: components["schemas"]["Level"];
            /** Lines */
            lines: components["schemas"]["LineOut"][];
            readers: components["schemas"]["Readers"];
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * LabelsIn
         * @description The levels as they shall be.
         */
        LabelsIn: {
            /** Levels */
            levels: components["schemas"]["Level"][];
            /** Templates */
            templates: {
                [key: string]: number;
            };
        };
        /**
         * LabelsOrdered
         * @description The body has ordered its levels anew: rooms may be called otherwise now, or be there on one side alone. Every
         *     socket knocks again.
         */
        LabelsOrdered: {
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
        };
        /**
         * LabelsOut
         * @description The levels of the asker's body, the freest first; and which of them each template gives.
         */
        LabelsOut: {
            /** Levels */
            levels: components["schemas"]["Level"][];
            /** Templates */
            templates: {
                [key: string]: number;
            };
            /** Usual */
            usual: number;
        };
        /**
         * LastChange
         * @description What was done to it last, by whom, and why.
         */
        LastChange: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            by: components["schemas"]["Person"] | null;
            /** Kind */
            kind: string;
            /** Reason */
            reason: string;
        };
        /**
         * LastMessage
         * @description The newest message of a room, in one line.
         */
        LastMessage: {
            /**
             * Author Id
             * Format: uuid
             */
            author_id: AccountId;
            /** Is Withdrawn */
            is_withdrawn: boolean;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: MessageId;
            /** On Behalf Of */
            on_behalf_of: AccountId | null;
            /**
             * Posted At
             * Format: date-time
             */
            posted_at: string;
            /** Text */
            text: string;
            /** Withdrawn By */
            withdrawn_by: AccountId | null;
        };
        /**
         * LaterIn
         * @description When to be reminded, or nothing.
         */
        LaterIn: {
            /** Remind At */
            remind_at?: string | null;
        };
        /**
         * LaterOut
         * @description A message that is kept, in one line.
         */
        LaterOut: {
            /**
             * Author Id
             * Format: uuid
             */
            author_id: AccountId;
            /** Done At */
            done_at: string | null;
            /** Is Withdrawn */
            is_withdrawn: boolean;
            /**
             * Kept At
             * Format: date-time
             */
            kept_at: string;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: MessageId;
            /**
             * Posted At
             * Format: date-time
             */
            posted_at: string;
            /** Remind At */
            remind_at: string | null;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /** Rung At */
            rung_at: string | null;
            /** Text */
            text: string;
        };
        /**
         * LatersOut
         * @description Some of what is kept, and where the list goes on.
         */
        LatersOut: {
            /** Kept */
            kept: components["schemas"]["LaterOut"][];
            /** Next */
            next: string | null;
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
        };
        /**
         * LaterToldOut
         * @description The body of what is told about one message that is kept: how many wait now whose time has come,
         *     by organization; those in which none does are left out.
         */
        LaterToldOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Due */
            due: {
                [key: string]: number;
            };
            /**
             * Message Id
             * Format: uuid
             */
            message_id: MessageId;
        };
        /**
         * Leader
         * @description Somebody in that role, and whether it is worth anything now.
         */
        Leader: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Is At Work */
            is_at_work: boolean;
            /**
             * Leader Id
             * Format: uuid
             */
            leader_id: string;
            /** Path */
            path: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: UnitId;
        };
        /** LeaderIn */
        LeaderIn: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: UnitId;
        };
        /** LeadersOut */
        LeadersOut: {
            /** Leaders */
            leaders: components["schemas"]["Leader"][];
            /** Next */
            next: string | null;
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
        };
        /**
         * LeftOut
         * @description Somebody is no longer in a room: the body of `rooms.left`, with who reads there now.
         */
        LeftOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Lines */
            lines: components["schemas"]["LineOut"][];
            readers: components["schemas"]["Readers"];
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * Level
         * @description One level: what it is called, who may be in its rooms, and what may be done with what is said there.
         */
        Level: {
            /** Bodies */
            bodies: boolean;
            /** Forwarding */
            forwarding: boolean;
            /** Guests */
            guests: boolean;
            /** Internet */
            internet: boolean;
            /** Name */
            name: string;
            /** Personal */
            personal: boolean;
            /** Printing */
            printing: boolean;
        };
        /**
         * LimitsOut
         * @description What may come in; to be shown before anything does (FILE-1).
         */
        LimitsOut: {
            /** Client */
            client: string;
            /** Endings */
            endings: string[];
            /** Most Bytes */
            most_bytes: number;
            /** Piece Bytes */
            piece_bytes: number;
            /** Quota Bytes */
            quota_bytes: number;
            /** Rule */
            rule: string;
            /** Takes */
            takes: string;
            /** Under Way */
            under_way: number;
            /** Used Bytes */
            used_bytes: number;
        };
        /**
         * LineKind
         * @description What becomes of a row, or of somebody who is in none.
         * @enum {string}
         */
        LineKind: "new" | "changed" | "moved" | "unchanged" | "missing" | "error";
        /**
         * LineOut
         * @description A quiet line with everybody whom it names.
         */
        LineOut: {
            /** After Ordinal */
            after_ordinal: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            by: components["schemas"]["Person"] | null;
            /** Count */
            count: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "joined" | "added" | "left" | "removed" | "appointed" | "relieved" | "name" | "purpose" | "past" | "readers" | "reactions" | "lines" | "printing" | "label" | "outside" | "ends" | "ended" | "archived" | "taken_out" | "body_invited" | "body_joined" | "body_left" | "body_removed" | "askings" | "inspected" | "delegate_ended";
            /**
             * Line Id
             * Format: uuid
             */
            line_id: string;
            on_behalf_of: components["schemas"]["Person"] | null;
            /** Who */
            who: components["schemas"]["Person"][];
            /** Words */
            words: string;
        };
        /**
         * LinksAsked
         * @description Of which files.
         */
        LinksAsked: {
            /** File Ids */
            file_ids: FileId[];
        };
        /**
         * LinksOut
         * @description Of those that the asker may know of now; the others are left out, whatever the reason.
         */
        LinksOut: {
            /** Files */
            files: components["schemas"]["ShownFileOut"][];
            /** Seconds */
            seconds: number;
        };
        /**
         * Listed
         * @description Somebody in the directory, with what one needs to reach them.
         */
        Listed: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Department */
            department: string;
            /** Department Path */
            department_path: string;
            /** Extension */
            extension: string;
            /** Family */
            family: string;
            /** Given */
            given: string;
            /** Is Closed */
            is_closed: boolean;
            /** Job Title */
            job_title: string;
            /** Kana */
            kana: string;
            /** Kind */
            kind: string;
            /** Tail */
            tail: string;
            /** Tenant Name */
            tenant_name: string;
        };
        /**
         * ListedBodyOut
         * @description A body that takes part.
         */
        ListedBodyOut: {
            kind: components["schemas"]["TenantKind"];
            /** Name */
            name: string;
            /** Population */
            population: number | null;
            /** Prefecture */
            prefecture: number | null;
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
        };
        /**
         * LosingOut
         * @description Who would lose a room: how many of each kind, and the first of them by name.
         */
        LosingOut: {
            /** Guests */
            guests: number;
            /** Names */
            names: string[];
            /** Others */
            others: number;
            /** Outside */
            outside: number;
        };
        /**
         * MadeOut
         * @description Who really made a room, and in whose name.
         */
        MadeOut: {
            /**
             * By
             * Format: uuid
             */
            by: string;
            /**
             * On Behalf Of
             * Format: uuid
             */
            on_behalf_of: AccountId;
        };
        /**
         * Mandate
         * @description That somebody acts for a principal.
         */
        Mandate: {
            /**
             * Delegate Id
             * Format: uuid
             */
            delegate_id: string;
            /** Is Suspended */
            is_suspended: boolean;
            /** Named By Principal */
            named_by_principal: boolean;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /**
             * Principal Id
             * Format: uuid
             */
            principal_id: AccountId;
            /** Sees Unread */
            sees_unread: boolean;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Until */
            until: string | null;
        };
        /**
         * MarkedOut
         * @description Where the mark stands now.
         */
        MarkedOut: {
            /** Mark */
            mark: number;
        };
        /**
         * MarkIn
         * @description How far somebody has read.
         */
        MarkIn: {
            /** Ordinal */
            ordinal: number;
        };
        /** MarkMoved */
        MarkMoved: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Ordinal */
            ordinal: number;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /** MemberOut */
        MemberOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** On Behalf Of */
            on_behalf_of: AccountId | null;
            /**
             * Role
             * @enum {string}
             */
            role: Role;
            /** Speakers */
            speakers: string[];
            /** Zones */
            zones: ("lgwan" | "internet")[];
        };
        /**
         * MeOut
         * @description Who is signed in here, and what they may do.
         */
        MeOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Capabilities */
            capabilities: string[];
            /** Contact */
            contact: string;
            /** Department */
            department: string;
            /** Department Path */
            department_path: string;
            /** Family */
            family: string;
            /** Given */
            given: string;
            /** Job Title */
            job_title: string;
            /** Kana */
            kana: string;
            /** Meets Neighbours */
            meets_neighbours: boolean;
            /** Organization Id */
            organization_id: OrganizationId | null;
            /** Organizations */
            organizations: components["schemas"]["OrganizationOut"][];
            /** Switched Off */
            switched_off: string[];
            tenant: components["schemas"]["BodyOut"];
            /** Units */
            units: string[];
            /** Zone */
            zone: Zone;
        };
        /**
         * MessageOut
         * @description One message.
         */
        MessageOut: {
            /**
             * Author Id
             * Format: uuid
             */
            author_id: AccountId;
            /** Edited At */
            edited_at: string | null;
            /** In Room */
            in_room: boolean;
            /** Is Withdrawn */
            is_withdrawn: boolean;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: MessageId;
            /** On Behalf Of */
            on_behalf_of: AccountId | null;
            /** Ordinal */
            ordinal: number;
            /** Parts */
            parts: Part[];
            /**
             * Posted At
             * Format: date-time
             */
            posted_at: string;
            quote: components["schemas"]["QuoteOut"] | null;
            /** Send Key */
            send_key: SendKey;
            /** Thread Id */
            thread_id: MessageId | null;
            /** Unit */
            unit: string;
            /** Withdrawn By */
            withdrawn_by: AccountId | null;
        };
        /** MessageUnpinned */
        MessageUnpinned: {
            /**
             * Message Id
             * Format: uuid
             */
            message_id: MessageId;
            /** Ordinal */
            ordinal: number;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * MissedOut
         * @description Frames as they would have come over the socket, and how far they reach.
         */
        MissedOut: {
            /** Covered */
            covered: number;
            /** Frames */
            frames: Frame[];
        };
        /**
         * ModuleOut
         * @description A module that a body may live without.
         */
        ModuleOut: {
            /** About */
            about: string;
            /** Changed At */
            changed_at: string | null;
            changed_by: components["schemas"]["Person"] | null;
            /** Is On */
            is_on: boolean;
            /** Name */
            name: string;
            /** Title */
            title: string;
            /** Without */
            without: string;
        };
        /**
         * ModulesChanged
         * @description The modules that the body lives without, from now on. Every socket knocks again and is offered what is left.
         */
        ModulesChanged: {
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
            /** Switched Off */
            switched_off: string[];
        };
        /**
         * ModulesOut
         * @description All of them, in the order in which the product is put together.
         */
        ModulesOut: {
            /** Modules */
            modules: components["schemas"]["ModuleOut"][];
        };
        /**
         * MonthOut
         * @description A month of the whole body. Rates are per cent with one decimal; none where nobody was registered.
         */
        MonthOut: {
            /** Made Up */
            made_up: boolean;
            /**
             * Month
             * Format: date
             */
            month: string;
            /** Opened */
            opened: number;
            /** Opened Rate */
            opened_rate: string | null;
            /** Registered */
            registered: number;
            /** Sent */
            sent: number;
            /** Sent Rate */
            sent_rate: string | null;
            /** Suspended */
            suspended: number;
        };
        /**
         * NameableOut
         * @description What can be named in a room beside its members.
         */
        NameableOut: {
            /** Units */
            units: components["schemas"]["NameableUnit"][];
        };
        /**
         * NameableUnit
         * @description A unit with somebody of the room in it or below it.
         */
        NameableUnit: {
            /** Body */
            body: string;
            /** Count */
            count: number;
            /** Name */
            name: string;
            /** Path */
            path: string;
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: UnitId;
        };
        /**
         * Near
         * @description The ITリーダー of one's own unit, or of one above it.
         */
        Near: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Extension */
            extension: string;
            /** Unit */
            unit: string;
        };
        /**
         * NearOut
         * @description Whom one may ask, the nearest first; nobody where no ITリーダー was named.
         */
        NearOut: {
            /** Leaders */
            leaders: components["schemas"]["Near"][];
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
        };
        /** NeighbourBlocked */
        NeighbourBlocked: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
        };
        /**
         * NeighbourOut
         * @description Somebody of another body, with their body and department.
         */
        NeighbourOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            between: components["schemas"]["BetweenOut"];
            /** Department */
            department: string;
            /** Family */
            family: string;
            /** Given */
            given: string;
            /** Job Title */
            job_title: string;
            /** Tenant Name */
            tenant_name: string;
        };
        /** NeighboursOut */
        NeighboursOut: {
            /** People */
            people: components["schemas"]["NeighbourOut"][];
        };
        /** NeighbourUnblocked */
        NeighbourUnblocked: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
        };
        /**
         * NetworkOut
         * @description The model by its name in the settings file, and everything that it decides.
         */
        NetworkOut: {
            /** About */
            about: string;
            /** Doors */
            doors: components["schemas"]["DoorOut"][];
            labels: components["schemas"]["LabelDefaults"];
            /** Name */
            name: string;
            /** One Body */
            one_body: boolean;
            /** Points */
            points: components["schemas"]["Point"][];
            primary: components["schemas"]["Zone"];
            /** Title */
            title: string;
        };
        /**
         * Notice
         * @description Something to look at that stops nothing.
         */
        Notice: {
            /** Column */
            column: string;
            /** Row */
            row: number;
            /** Value */
            value: string;
        };
        /**
         * Notify
         * @description What of a room calls one of its members: shows a number, rings, stands in the title.
         * @enum {string}
         */
        Notify: "all" | "mentions" | "none";
        /**
         * NotifyChosen
         * @description From now on this of the room calls them.
         */
        NotifyChosen: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Notify
             * @enum {string}
             */
            notify: "all" | "mentions" | "none";
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * NotifyIn
         * @description What of the room shall call whoever asks.
         */
        NotifyIn: {
            /** Notify */
            notify: components["schemas"]["Notify"] | "usual";
        };
        /**
         * OfferOut
         * @description Shown once: `secret` for typing, the square code as a drawing; `sealed` comes back with the confirmation.
         */
        OfferOut: {
            /** Path */
            path: string;
            /** Sealed */
            sealed: string;
            /** Secret */
            secret: string;
            /** Size */
            size: number;
        };
        /**
         * OfUnit
         * @description The account of a unit.
         */
        OfUnit: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Is Unit Open */
            is_unit_open: boolean;
            /** Name */
            name: string;
            /** Path */
            path: string;
            /** Speakers */
            speakers: components["schemas"]["Speaker"][];
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: UnitId;
        };
        /** OneselfOut */
        OneselfOut: {
            /** Contact */
            contact: string;
            /** Login Id */
            login_id: string;
            person: components["schemas"]["Person"];
        };
        /**
         * OpenedOut
         * @description The room that is there now.
         */
        OpenedOut: {
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * OpenIn
         * @description A room to open.
         */
        OpenIn: {
            /** Ends On */
            ends_on?: string | null;
            /**
             * Kind
             * @default group
             * @enum {string}
             */
            kind?: "group" | "open";
            /** Members */
            members: AccountId[];
            /** Name */
            name: string;
            /** Organization Id */
            organization_id?: OrganizationId | null;
            /**
             * Purpose
             * @default
             */
            purpose?: string;
            /** Request Key */
            request_key: string;
            /** Template */
            template?: ("meeting" | "project" | "section") | null;
        };
        /**
         * OpenRoom
         * @description An open room, as whoever is not in it yet may see it: no word of what is said there.
         */
        OpenRoom: {
            /** Is Followed */
            is_followed: boolean;
            /** Is Member */
            is_member: boolean;
            /** Is Read */
            is_read: boolean;
            /** Member Count */
            member_count: number;
            /** Name */
            name: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
            /** Purpose */
            purpose: string;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * OpenRoomsOut
         * @description Some open rooms, and where the list goes on.
         */
        OpenRoomsOut: {
            /** Next */
            next: string | null;
            /** Rooms */
            rooms: components["schemas"]["OpenRoom"][];
        };
        /**
         * Order
         * @description The two orders of an office (ORG-16).
         * @enum {string}
         */
        Order: "kana" | "units";
        /**
         * OrderedOut
         * @description The same for whoever may order them anew.
         */
        OrderedOut: {
            /** Levels */
            levels: components["schemas"]["Level"][];
            /** Presets */
            presets: components["schemas"]["LabelsOut"][];
            /** Rooms */
            rooms: {
                [key: string]: number;
            };
            /** Templates */
            templates: {
                [key: string]: number;
            };
            /** Usual */
            usual: number;
        };
        /**
         * OrganizationArranged
         * @description A unit was added, renamed, moved or closed, or the organization itself renamed; whoever shows them asks again.
         */
        OrganizationArranged: {
            /** Department Id */
            department_id: string | null;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
            /** Shown */
            shown: boolean;
        };
        /**
         * OrganizationHere
         * @description An organization to which the person belongs.
         */
        OrganizationHere: {
            /** Name */
            name: string;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
        };
        /** OrganizationIn */
        OrganizationIn: {
            /** Name */
            name: string;
        };
        /**
         * OrganizationOut
         * @description One of the organizations in which somebody serves (役所, 議会, 消防団).
         */
        OrganizationOut: {
            /** Name */
            name: string;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
        };
        /**
         * Origin
         * @description Whose word decided about a right. A later one of these goes before an earlier one.
         * @enum {string}
         */
        Origin: "role" | "body" | "group" | "person";
        /**
         * Outcome
         * @description What came of one row.
         * @enum {string}
         */
        Outcome: "found" | "several" | "unknown" | "twice" | "suspended" | "present" | "out_of_reach";
        /**
         * Own
         * @description An account in whose name somebody may speak.
         */
        Own: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Name */
            name: string;
            /** Path */
            path: string;
        };
        /**
         * OwnAbsenceOut
         * @description What somebody has said of their own absence. A deputy who is not there any more is passed over.
         */
        OwnAbsenceOut: {
            deputy: components["schemas"]["Person"] | null;
            /** Is There */
            is_there: boolean;
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /**
         * OwnField
         * @description A field of one's own profile.
         */
        OwnField: {
            /** Is Seen */
            is_seen: boolean;
            /** Key */
            key: string;
            /** May Fill In */
            may_fill_in: boolean;
            /** Name */
            name: string;
            /** Value */
            value: string;
        };
        /**
         * OwnFindableOut
         * @description Whether one's body lets its people be found, and whether one has said yes.
         */
        OwnFindableOut: {
            /** Findable */
            findable: boolean;
            /** Offered */
            offered: boolean;
        };
        /**
         * OwnOut
         * @description In whose names one may speak; nobody's for nearly everybody.
         */
        OwnOut: {
            /** Accounts */
            accounts: components["schemas"]["Own"][];
        };
        /** OwnProfileOut */
        OwnProfileOut: {
            /** Fields */
            fields: components["schemas"]["OwnField"][];
        };
        /**
         * PackAsked
         * @description Somebody wants one for these days; why stands in the log.
         */
        PackAsked: {
            /**
             * First
             * Format: date
             */
            first: string;
            /**
             * Last
             * Format: date
             */
            last: string;
            /**
             * Pack Id
             * Format: uuid
             */
            pack_id: string;
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
        };
        /**
         * PackEnded
         * @description The file is not there any more: thrown away by whoever asked, or its time is over.
         */
        PackEnded: {
            /** Is Thrown Away */
            is_thrown_away: boolean;
            /**
             * Pack Id
             * Format: uuid
             */
            pack_id: string;
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
        };
        /**
         * PackFailed
         * @description It could not be made in its time.
         */
        PackFailed: {
            /**
             * Pack Id
             * Format: uuid
             */
            pack_id: string;
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
        };
        /**
         * PackMade
         * @description It is there. By its digest the file can be held against the log.
         */
        PackMade: {
            /** Digest */
            digest: string;
            /** Entries */
            entries: number;
            /** Files */
            files: number;
            /**
             * Pack Id
             * Format: uuid
             */
            pack_id: string;
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
        };
        /**
         * PackTaken
         * @description It goes out as a file.
         */
        PackTaken: {
            /**
             * Pack Id
             * Format: uuid
             */
            pack_id: string;
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
        };
        /**
         * PageOut
         * @description A page of messages, ascending, and cursors to its neighbours.
         */
        PageOut: {
            /** Lines */
            lines: components["schemas"]["LineOut"][];
            /** Marks */
            marks: [
                number,
                number
            ][];
            /** Messages */
            messages: components["schemas"]["MessageOut"][];
            /** Newer */
            newer: string | null;
            /** Number */
            number: number;
            /** Older */
            older: string | null;
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
            /** Reactions */
            reactions: {
                [key: string]: components["schemas"]["ReactionOut"][];
            };
            root: components["schemas"]["MessageOut"] | null;
            /** Threads */
            threads: {
                [key: string]: components["schemas"]["ThreadOut"];
            };
        };
        /**
         * PagesOut
         * @description The pages of a PDF, to be looked at as pictures, whether or not it may be saved.
         */
        PagesOut: {
            /** Count */
            count: number;
            /** Pages */
            pages: string[];
            /** Seconds */
            seconds: number;
        };
        /**
         * PaperOut
         * @description A part of what is printed of a room, ascending; what was taken back among it, without its words.
         */
        PaperOut: {
            /** In All */
            in_all: number;
            /** Messages */
            messages: components["schemas"]["MessageOut"][];
            /** Next */
            next: number | null;
            /** Parents */
            parents: {
                [key: string]: components["schemas"]["QuoteOut"];
            };
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
            /** Reactions */
            reactions: {
                [key: string]: components["schemas"]["ReactionOut"][];
            };
            /** Sees All */
            sees_all: boolean;
        };
        /**
         * PartOut
         * @description A room of another body, as whoever arranges their own body's part in it sees it.
         */
        PartOut: {
            /** Contact */
            contact: string;
            /** Department */
            department: string;
            /** Host */
            host: string;
            host_kind: components["schemas"]["TenantKind"];
            level: components["schemas"]["Level"];
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            manager: components["schemas"]["Person"] | null;
            /** May Bring */
            may_bring: boolean;
            /**
             * Part Id
             * Format: uuid
             */
            part_id: string;
            /** People */
            people: number;
            /** Purpose */
            purpose: string;
            /** Room */
            room: string;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /**
             * State
             * @enum {string}
             */
            state: "asked" | "invited" | "joined";
            /** Words */
            words: string;
        };
        /** PartPeopleOut */
        PartPeopleOut: {
            /** Next */
            next: string | null;
            /** People */
            people: components["schemas"]["Person"][];
        };
        /**
         * PartsChanged
         * @description The body is invited into a room, has come in, or is gone: whoever shows that asks again. It says no more, for
         *     everybody of the organization hears it.
         */
        PartsChanged: {
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
        };
        /** PartsOut */
        PartsOut: {
            /** May Manage */
            may_manage: boolean;
            /** Next */
            next: string | null;
            /** Parts */
            parts: components["schemas"]["PartOut"][];
        };
        /** PasswordBody */
        PasswordBody: {
            /** End Others */
            end_others: boolean;
            /** New Password */
            new_password: string;
            /** Password */
            password: string;
        };
        /**
         * PasswordReset
         * @description Somebody's own password is worth nothing any more, and all of their sessions end, for ever.
         */
        PasswordReset: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
        };
        /**
         * PasswordRules
         * @description What a password must be (AUTH-2); a group of accounts may have its own, in the same words. Length counts more than kinds: that is why one kind is enough at first.
         */
        PasswordRules: {
            /**
             * Expires Days
             * @default 0
             */
            expires_days?: number;
            /**
             * Kinds
             * @default 1
             */
            kinds?: number;
            /**
             * Least
             * @default 12
             */
            least?: number;
            /**
             * Warn Days
             * @default 14
             */
            warn_days?: number;
        };
        /**
         * PastedIn
         * @description A list as it was pasted, and who is there already.
         */
        PastedIn: {
            /** Organization */
            organization?: string | null;
            /**
             * Present
             * @default []
             */
            present?: AccountId[];
            /** Text */
            text: string;
        };
        /** PeopleIn */
        PeopleIn: {
            /** Accounts */
            accounts: AccountId[];
        };
        /** PeopleOut */
        PeopleOut: {
            /** Next */
            next: string | null;
            /** People */
            people: components["schemas"]["Listed"][];
        };
        /**
         * Person
         * @description What anybody who may see a person at all is shown of them. It holds no address, number or state,
         *     but the end of a number where two could not be told apart without it.
         */
        Person: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Department */
            department: string;
            /** Department Path */
            department_path: string;
            /** Family */
            family: string;
            /** Given */
            given: string;
            /** Job Title */
            job_title: string;
            /** Kana */
            kana: string;
            /** Kind */
            kind: string;
            /** Tail */
            tail: string;
            /** Tenant Name */
            tenant_name: string;
        };
        /**
         * PersonOut
         * @description One person whole, as a form opens with them.
         */
        PersonOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Last Change */
            last_change: string | null;
            /** May Change */
            may_change: boolean;
            /** Posts */
            posts: components["schemas"]["PostOut"][];
            row: components["schemas"]["Row"];
        };
        /**
         * PinnedFactOut
         * @description The body of `pins.pinned`.
         */
        PinnedFactOut: {
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
            pin: components["schemas"]["PinOut"];
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * PinOut
         * @description A pinned message in one line, and who has put it there.
         */
        PinOut: {
            /**
             * Author Id
             * Format: uuid
             */
            author_id: AccountId;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: MessageId;
            /** Ordinal */
            ordinal: number;
            /**
             * Pinned At
             * Format: date-time
             */
            pinned_at: string;
            /**
             * Pinned By
             * Format: uuid
             */
            pinned_by: AccountId;
            /**
             * Posted At
             * Format: date-time
             */
            posted_at: string;
            /** Text */
            text: string;
        };
        /**
         * PlaceIn
         * @description Into which folder a room goes; none: out of the one it is in.
         */
        PlaceIn: {
            /** Folder Id */
            folder_id: FolderId | null;
        };
        /** PlaceOrganizationIn */
        PlaceOrganizationIn: {
            /** Before */
            before: string | null;
        };
        /**
         * PlaceOut
         * @description Where a room stands.
         */
        PlaceOut: {
            /** Folder Id */
            folder_id: FolderId | null;
            /** Is Favourite */
            is_favourite: boolean;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * PlaceProfileFieldIn
         * @description Before which field it shall stand; none: at the end.
         */
        PlaceProfileFieldIn: {
            /** Before */
            before: string | null;
        };
        /**
         * PlaceUnitIn
         * @description Where a unit shall stand: below which, and before which neighbour (none: at the end).
         */
        PlaceUnitIn: {
            /** Before */
            before?: string | null;
            /** Parent Id */
            parent_id: UnitId | null;
        };
        /**
         * Point
         * @description One thing that a model decides, in words, and whether this version of the product does so.
         */
        Point: {
            /** In Force */
            in_force: boolean;
            /** Says */
            says: string;
            /** What */
            what: string;
        };
        /**
         * PostedFactOut
         * @description The body of `messages.posted` as a room is told it.
         */
        PostedFactOut: {
            answered: components["schemas"]["Person"] | null;
            for_whom: components["schemas"]["Person"] | null;
            /** Is Read */
            is_read: boolean;
            message: components["schemas"]["MessageOut"];
            person: components["schemas"]["Person"];
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            thread: components["schemas"]["ThreadOut"] | null;
        };
        /**
         * PostedOut
         * @description The answer to a post: the message is in its room, durably.
         */
        PostedOut: {
            /**
             * Message Id
             * Format: uuid
             */
            message_id: MessageId;
            /** Number */
            number: number;
            /** Ordinal */
            ordinal: number;
            /**
             * Posted At
             * Format: date-time
             */
            posted_at: string;
            /** Send Key */
            send_key: SendKey;
        };
        /** PostOut */
        PostOut: {
            /** Main */
            main: boolean;
            /** Organization */
            organization: string;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
            /** Path */
            path: string;
            /** Unit Id */
            unit_id: UnitId | null;
        };
        /**
         * PracticeOut
         * @description The room in which to practise.
         */
        PracticeOut: {
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * PredecessorOut
         * @description Somebody who still reads in a room that they were moved from.
         */
        PredecessorOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Handover Id
             * Format: uuid
             */
            handover_id: string;
            /**
             * Last Day
             * Format: date
             */
            last_day: string;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /** Room Name */
            room_name: string;
        };
        /**
         * PredecessorsOut
         * @description Some of them, the newest first.
         */
        PredecessorsOut: {
            /** Next */
            next: string | null;
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
            /** Predecessors */
            predecessors: components["schemas"]["PredecessorOut"][];
        };
        /**
         * Preferences
         * @description How somebody wants to read and write (A11Y-3, A11Y-5, TEXT-2, ORG-16).
         */
        Preferences: {
            /**
             * Asked
             * @default false
             */
            asked?: boolean;
            /**
             * Asked Many
             * @default false
             */
            asked_many?: boolean;
            /**
             * Calendar
             * @default wareki
             * @enum {string}
             */
            calendar?: "wareki" | "western";
            /**
             * Delay
             * @default 0
             * @enum {string}
             */
            delay?: "0" | "5" | "10" | "20" | "30";
            /**
             * Enter
             * @default line
             * @enum {string}
             */
            enter?: "line" | "send";
            /**
             * Letters
             * @default 16
             * @enum {string}
             */
            letters?: "16" | "18" | "20";
            /**
             * Log
             * @default bubbles
             * @enum {string}
             */
            log?: "bubbles" | "flat";
            /**
             * Order
             * @default units
             * @enum {string}
             */
            order?: "units" | "kana";
            /**
             * Simple
             * @default false
             */
            simple?: boolean;
            /**
             * Theme
             * @default auto
             * @enum {string}
             */
            theme?: "auto" | "light" | "dark";
        };
        /**
         * PreferencesIn
         * @description What is to be chosen anew; what is not named stays.
         */
        PreferencesIn: {
            /** Asked */
            asked?: boolean | null;
            /** Asked Many */
            asked_many?: boolean | null;
            /** Calendar */
            calendar?: ("wareki" | "western") | null;
            /** Delay */
            delay?: ("0" | "5" | "10" | "20" | "30") | null;
            /** Enter */
            enter?: ("line" | "send") | null;
            /** Letters */
            letters?: ("16" | "18" | "20") | null;
            /** Log */
            log?: ("bubbles" | "flat") | null;
            /** Order */
            order?: ("units" | "kana") | null;
            /** Simple */
            simple?: boolean | null;
            /** Theme */
            theme?: ("auto" | "light" | "dark") | null;
        };
        /**
         * PreferencesOut
         * @description What somebody has chosen, and how far their own stream had come when this was read.
         */
        PreferencesOut: {
            /** Number */
            number: number;
            preferences: components["schemas"]["Preferences"];
        };
        /**
         * PreferencesTold
         * @description The body of `preferences.changed`: all choices as they are when it is told.
         */
        PreferencesTold: {
            preferences: components["schemas"]["Preferences"];
        };
        /**
         * PresenceIn
         * @description What somebody says of themselves; nothing, to leave it to when they last used Yoriai.
         */
        PresenceIn: {
            state: components["schemas"]["yoriai__people__presence__policy__State"] | null;
            /** Until */
            until?: string | null;
        };
        /**
         * PresenceOut
         * @description Whether somebody can be reached: the band of their last use, and what they say themselves.
         *
         *     A place is told with its day in Japan: a screen that is still open on the next shows it no longer.
         */
        PresenceOut: {
            absence: components["schemas"]["AbsenceOut"] | null;
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            band: components["schemas"]["Band"];
            place: components["schemas"]["Whereabouts"] | null;
            /** Place On */
            place_on: string | null;
            state: components["schemas"]["yoriai__people__presence__policy__State"] | null;
            /** Until */
            until: string | null;
        };
        /**
         * PresencesOut
         * @description Those of the people asked about whom the asker may know of.
         */
        PresencesOut: {
            /** People */
            people: components["schemas"]["PresenceOut"][];
        };
        /** PrintBody */
        PrintBody: {
            /** Slips */
            slips: components["schemas"]["HandedOut"][];
            /**
             * With Comparison
             * @default false
             */
            with_comparison?: boolean;
        };
        /**
         * ProfileFieldIn
         * @description A field as it shall be called, and whether people fill it in themselves.
         */
        ProfileFieldIn: {
            /**
             * By Holder
             * @default false
             */
            by_holder?: boolean;
            /** Name */
            name: string;
        };
        /**
         * ProfileFieldOut
         * @description A field, and how many people have something in it.
         */
        ProfileFieldOut: {
            /** By Holder */
            by_holder: boolean;
            /** Count */
            count: number;
            /** Key */
            key: string;
            /** Name */
            name: string;
        };
        /**
         * ProfileFieldsOut
         * @description All of them in their order; there are never so many that they need pages.
         */
        ProfileFieldsOut: {
            /** Fields */
            fields: components["schemas"]["ProfileFieldOut"][];
        };
        /**
         * ProgressOut
         * @description How far an import is; `step` is empty when none runs.
         */
        ProgressOut: {
            /** Done */
            done: number;
            /** Of */
            of: number;
            /** Step */
            step: string;
        };
        /** ProofBody */
        ProofBody: {
            /** One Time Code */
            one_time_code?: string | null;
            /** Password */
            password: string;
        };
        /**
         * PutBackIn
         * @description From which message on a room shall be unread; none: the newest alone.
         */
        PutBackIn: {
            /** Message Id */
            message_id?: MessageId | null;
        };
        /**
         * PutBackOut
         * @description The body of `receipts.put_back`: where the mark stands now, how far they had read until then, and what is behind it.
         */
        PutBackOut: {
            /** Blanks */
            blanks: number[];
            /** Blanks Before */
            blanks_before: number;
            /** Mark */
            mark: number;
            /** Mentioned */
            mentioned: number[];
            /** Mentions */
            mentions: number;
            /** Read */
            read: number;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /** Watched */
            watched: number[];
        };
        /**
         * QuoteOut
         * @description The message that another one answers, in one line.
         */
        QuoteOut: {
            /** Author Id */
            author_id: AccountId | null;
            /** Is Withdrawn */
            is_withdrawn: boolean;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: MessageId;
            /** Text */
            text: string | null;
        };
        /**
         * ReactedOut
         * @description Who has set a sign, by kana, and where the list goes on.
         */
        ReactedOut: {
            /** Next */
            next: string | null;
            /** People */
            people: components["schemas"]["Person"][];
        };
        /**
         * ReactionFactOut
         * @description The body of `reactions.changed`: whose sign came or went, and how many of the kind stand there now.
         */
        ReactionFactOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Count */
            count: number;
            /** Is On */
            is_on: boolean;
            kind: components["schemas"]["Kind"];
            /**
             * Message Id
             * Format: uuid
             */
            message_id: MessageId;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * ReactionOut
         * @description One kind of sign under a message: how many have set it, and whether the reader is among them.
         */
        ReactionOut: {
            /** Count */
            count: number;
            kind: components["schemas"]["Kind-Output"];
            /** Mine */
            mine: boolean;
        };
        /**
         * ReaderNamesOut
         * @description Some of them by name, unit after unit, and where the list goes on.
         */
        ReaderNamesOut: {
            /** Next */
            next: string | null;
            /** People */
            people: components["schemas"]["Person"][];
        };
        /**
         * Readers
         * @description Who else reads here than colleagues at the office: shown before anything is written (庁内のみ, ゲスト 3).
         */
        Readers: {
            /** Guests */
            guests: number;
            /** Internet Devices */
            internet_devices: boolean;
            /** Lgwan Only */
            lgwan_only: boolean;
            /** Other Bodies */
            other_bodies: number;
        };
        /**
         * ReadersOut
         * @description How many have read a message and how many have not; and whether whoever asks may know who they are.
         */
        ReadersOut: {
            /** Read */
            read: number;
            /** Shows Names */
            shows_names: boolean;
            /** Unread */
            unread: number;
        };
        /**
         * ReadersPolicy
         * @description Who is shown who has read a message (MSG-10).
         * @enum {string}
         */
        ReadersPolicy: "everyone" | "author" | "count" | "none";
        /**
         * RecoveryCodesDrawn
         * @description New recovery codes; those of before are worth nothing.
         */
        RecoveryCodesDrawn: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
        };
        /**
         * RecoveryCodeUsed
         * @description One of the codes on paper has opened something. If it was not its holder, they learn of it here (N31).
         */
        RecoveryCodeUsed: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
        };
        /** RefusalIn */
        RefusalIn: {
            /** Reason */
            reason: string;
        };
        /**
         * RelabelIn
         * @description The label that a room shall have. `expected`: how many would lose the room, as whoever sets it was told.
         */
        RelabelIn: {
            /**
             * Expected
             * @default 0
             */
            expected?: number;
            /** Label */
            label: number;
        };
        /**
         * RequestUnitOut
         * @description A unit for which one may ask.
         */
        RequestUnitOut: {
            /** Has Leader */
            has_leader: boolean;
            /** Path */
            path: string;
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: UnitId;
        };
        /**
         * RescheduleIn
         * @description What it shall say, and when it is to be sent; what is not named stays.
         */
        RescheduleIn: {
            /** Due At */
            due_at?: string | null;
            /** Parts */
            parts?: {
                [key: string]: components["schemas"]["JsonValue"];
            }[] | null;
        };
        /** ResetBody */
        ResetBody: {
            /** Reason */
            reason: string;
        };
        /**
         * Resolved
         * @description One row, what came of it, and the people whom it fits.
         */
        Resolved: {
            outcome: components["schemas"]["Outcome"];
            /** People */
            people: components["schemas"]["Person"][];
            /** Row */
            row: number;
            /** Said */
            said: string;
        };
        /**
         * ResolvedOut
         * @description Each row that had something in it, in its order.
         */
        ResolvedOut: {
            /** Rows */
            rows: components["schemas"]["Resolved"][];
        };
        /**
         * Right
         * @description Something that may be given or withheld by itself. What administrators do is given by role alone.
         * @enum {string}
         */
        Right: "find_people" | "write_directly" | "open_rooms" | "join_open_rooms" | "invite_guests" | "print";
        /**
         * RightsChanged
         * @description What the holder may do, or until when, is another now. Their sockets knock again, and everything is asked anew.
         */
        RightsChanged: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
        };
        /**
         * RightsIn
         * @description Rights by name: given, withheld, or (null) left to whoever else has said something.
         */
        RightsIn: {
            /** Words */
            words: {
                [key: string]: boolean | null;
            };
        };
        /**
         * RightsOut
         * @description Every right of somebody with its origin, and those who have said a word about this person.
         */
        RightsOut: {
            /** Group */
            group: string | null;
            /** Leads */
            leads: string[];
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
            /** Rights */
            rights: components["schemas"]["Given"][];
        };
        /**
         * Role
         * @description A role of an account in its tenant. Rank and job title give no rights (ORG-16).
         * @enum {string}
         */
        Role: "owner" | "administrator" | "member" | "guest" | "auditor" | "served" | "it_leader";
        /**
         * RoleChangedOut
         * @description Somebody manages a room or no longer: the body of `rooms.role_changed`, with what they may do there now.
         */
        RoleChangedOut: {
            abilities: components["schemas"]["Abilities"];
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Lines */
            lines: components["schemas"]["LineOut"][];
            /**
             * Role
             * @enum {string}
             */
            role: Role;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /** RoleIn */
        RoleIn: {
            role: components["schemas"]["Role"];
        };
        /** RoomBodiesOut */
        RoomBodiesOut: {
            /** Bodies */
            bodies: components["schemas"]["RoomBodyOut"][];
            /** May Arrange */
            may_arrange: boolean;
            /** Takes Askings */
            takes_askings: boolean;
        };
        /**
         * RoomBodyOut
         * @description A body as everybody in the room sees it.
         */
        RoomBodyOut: {
            /** Contact */
            contact: string;
            /** Department */
            department: string;
            kind: components["schemas"]["TenantKind"];
            manager: components["schemas"]["Person"] | null;
            /** Name */
            name: string;
            /** People */
            people: number;
            /** Since */
            since: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "host" | "asked" | "invited" | "joined" | "present";
            /**
             * Tenant Id
             * Format: uuid
             */
            tenant_id: string;
            /** Words */
            words: string;
        };
        /**
         * RoomDraft
         * @description A draft.
         */
        RoomDraft: {
            /** Aside */
            aside: components["schemas"]["Aside"][];
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /**
             * Saved At
             * Format: date-time
             */
            saved_at: string;
            /** Text */
            text: string;
            /** Thread Id */
            thread_id: MessageId | null;
            /** Version */
            version: string;
        };
        /**
         * RoomDrafts
         * @description All drafts of a person, the newest first, and how far their own stream had come when they were read.
         */
        RoomDrafts: {
            /** Drafts */
            drafts: components["schemas"]["RoomDraft"][];
            /** Number */
            number: number;
        };
        /**
         * RoomFaceChanged
         * @description The same of a room.
         */
        RoomFaceChanged: {
            /** Is Set */
            is_set: boolean;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /** RoomLost */
        RoomLost: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /** RoomOpened */
        RoomOpened: {
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * RoomOut
         * @description One room with its members, and how far its stream and that of whoever asks had come when this was read.
         */
        RoomOut: {
            /** Favourites */
            favourites: MessageId[];
            /** Heads */
            heads: {
                [key: string]: number;
            };
            label: components["schemas"]["Level"];
            made: components["schemas"]["MadeOut"] | null;
            /** Members */
            members: components["schemas"]["MemberOut"][];
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
            /** Pins */
            pins: components["schemas"]["PinOut"][];
            /** Purpose */
            purpose: string;
            room: components["schemas"]["RoomRow"];
            rules: components["schemas"]["Rules"];
            /** Watched */
            watched: {
                [key: string]: string[];
            };
        };
        /**
         * RoomRow
         * @description A room as one person sees it in their list.
         */
        RoomRow: {
            /** Blanks */
            blanks: number[];
            /** Blanks Before */
            blanks_before: number;
            /** Ends On */
            ends_on: string | null;
            /** Folder Id */
            folder_id: FolderId | null;
            /** Held For */
            held_for: AccountId | null;
            /** Is Archived */
            is_archived: boolean;
            /** Is Favourite */
            is_favourite: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "group" | "department" | "leaders" | "practice" | "direct" | "self" | "open";
            /** Label */
            label: number;
            /** Label Name */
            label_name: string;
            last: components["schemas"]["LastMessage"] | null;
            /** Mark */
            mark: number;
            /** May Arrange Members */
            may_arrange_members: boolean;
            /** May Leave */
            may_leave: boolean;
            /** May Pin */
            may_pin: boolean;
            /** May Post */
            may_post: boolean;
            /** May Set */
            may_set: boolean;
            /** Member Count */
            member_count: number;
            /** Mentioned */
            mentioned: number[];
            /** Mentions */
            mentions: number;
            /** Name */
            name: string;
            /** Newest Ordinal */
            newest_ordinal: number;
            /**
             * Notify
             * @enum {string}
             */
            notify: "all" | "mentions" | "none";
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
            /** Other */
            other: string | null;
            readers: components["schemas"]["Readers"];
            /**
             * Role
             * @enum {string}
             */
            role: Role;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /** Unread */
            unread: number;
            /** Watched */
            watched: number[];
        };
        /**
         * RoomSealed
         * @description A room is on the Internet side no longer: whoever is in it stays so, but their devices there lose it.
         */
        RoomSealed: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * RosterCounts
         * @description How many of each kind; `stoppable` are those among the missing whose use may be stopped.
         */
        RosterCounts: {
            /**
             * Changed
             * @default 0
             */
            changed: number;
            /**
             * Changed Units
             * @default 0
             */
            changed_units: number;
            /**
             * Error
             * @default 0
             */
            error: number;
            /**
             * Missing
             * @default 0
             */
            missing: number;
            /**
             * Moved
             * @default 0
             */
            moved: number;
            /**
             * New
             * @default 0
             */
            new: number;
            /**
             * New Units
             * @default 0
             */
            new_units: number;
            /**
             * Rows
             * @default 0
             */
            rows: number;
            /**
             * Stoppable
             * @default 0
             */
            stoppable: number;
            /**
             * Unchanged
             * @default 0
             */
            unchanged: number;
        };
        /**
         * RosterImported
         * @description People of the organization came or changed by a roster file; whoever shows them asks again.
         */
        RosterImported: {
            /** Added */
            added: number;
            /** Changed */
            changed: number;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
        };
        /**
         * RosterLine
         * @description One row of the file, or somebody who is in none (then `row` is None).
         */
        RosterLine: {
            /**
             * Deltas
             * @default []
             */
            deltas: components["schemas"]["WordChange"][];
            /** Department */
            department: string;
            /**
             * Is Back
             * @default false
             */
            is_back: boolean;
            /**
             * Is Stoppable
             * @default false
             */
            is_stoppable: boolean;
            /** Job Title */
            job_title: string;
            /** Kana */
            kana: string;
            kind: components["schemas"]["LineKind"];
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Row */
            row: number | null;
            /**
             * Wrong
             * @default []
             */
            wrong: components["schemas"]["WrongCell"][];
        };
        /**
         * Row
         * @description One person of the table. No secret, nor anything one could be worked out from (N18).
         */
        Row: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Display Order */
            display_order: number | null;
            /** Email */
            email: string | null;
            /** Employment Type */
            employment_type: string;
            /** Ends On */
            ends_on: string | null;
            /** Extension */
            extension: string;
            /** Family */
            family: string;
            /** Given */
            given: string;
            /** Group Id */
            group_id: string | null;
            /** Job Title */
            job_title: string;
            /** Kana */
            kana: string;
            /** Login Id */
            login_id: string;
            /** Password */
            password: string;
            /** Place */
            place: string;
            /** Profile */
            profile: {
                [key: string]: string;
            };
            /** Roles */
            roles: string[];
            /** Status */
            status: string;
        };
        /**
         * RowOut
         * @description One person of the table, with where they serve.
         */
        RowOut: {
            /** Posts */
            posts: components["schemas"]["PostOut"][];
            row: components["schemas"]["Row"];
        };
        /**
         * Rules
         * @description How long messages of a room may be taken back or put right, by the body whose room it is; and everything that
         *     the room is set to.
         */
        Rules: {
            /** Edit Minutes */
            edit_minutes: number;
            /** Outside Delay Seconds */
            outside_delay_seconds: number;
            /** Printing */
            printing: boolean;
            /** Reactions */
            reactions: boolean;
            /**
             * Readers
             * @enum {string}
             */
            readers: "everyone" | "author" | "count" | "none";
            /** Shows Lines */
            shows_lines: boolean;
            /** Shows Past */
            shows_past: boolean;
            /** Withdraw Minutes */
            withdraw_minutes: number;
        };
        /**
         * SaidOut
         * @description A message in one line.
         */
        SaidOut: {
            /**
             * Author Id
             * Format: uuid
             */
            author_id: AccountId;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: MessageId;
            /**
             * Posted At
             * Format: date-time
             */
            posted_at: string;
            /** Text */
            text: string;
        };
        /**
         * ScheduledList
         * @description All that wait, the next one first, and how far their author's own stream had come when they were read.
         */
        ScheduledList: {
            /** Number */
            number: number;
            /** Scheduled */
            scheduled: components["schemas"]["ScheduledOut"][];
        };
        /**
         * ScheduledOut
         * @description A message that waits for its time.
         */
        ScheduledOut: {
            /** Details */
            details: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Parts */
            parts: Part[];
            /** Refused */
            refused: string | null;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /**
             * Scheduled Id
             * Format: uuid
             */
            scheduled_id: string;
            /** Thread Id */
            thread_id: MessageId | null;
        };
        /**
         * ScheduledTold
         * @description The body of `scheduled.changed`: the message as it waits now; none where it waits no longer.
         */
        ScheduledTold: {
            scheduled: components["schemas"]["ScheduledOut"] | null;
            /**
             * Scheduled Id
             * Format: uuid
             */
            scheduled_id: string;
        };
        /**
         * ScheduleIn
         * @description A message as it is posted, and when it is to be sent.
         */
        ScheduleIn: {
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /**
             * In Room
             * @default true
             */
            in_room?: boolean;
            /** On Behalf Of */
            on_behalf_of?: AccountId | null;
            /** Parts */
            parts: Part[];
            /** Quote */
            quote?: string | null;
            /** Send Key */
            send_key: SendKey;
            /** Thread */
            thread?: MessageId | null;
            /** Written For */
            written_for?: string | null;
        };
        /**
         * ScreenOut
         * @description Everything the first screen shows, and the numbers after which facts go on from it.
         */
        ScreenOut: {
            /** Due */
            due: {
                [key: string]: number;
            };
            /** Ending */
            ending: components["schemas"]["EndingOut"][];
            /** Folders */
            folders: components["schemas"]["FolderOut"][];
            /** Followed */
            followed: components["schemas"]["FollowedOut"][];
            /** Handovers */
            handovers: components["schemas"]["HandoverOut"][];
            /** Heads */
            heads: {
                [key: string]: number;
            };
            me: components["schemas"]["MeOut"];
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
            /** Rooms */
            rooms: components["schemas"]["RoomRow"][];
        };
        /** SealedBody */
        SealedBody: {
            /** Sealed */
            sealed: string;
        };
        /**
         * SeatChanged
         * @description Somebody has left a room in one work and is in it anew: for a unit and no longer by themselves, or the other way
         *     round. The room and its holder are told on two streams, and none knows which of the two it hears last: so their
         *     sockets knock again, and everything is asked anew.
         */
        SeatChanged: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
        };
        /**
         * SeatedOut
         * @description Others sit in a room for a unit: the body of `rooms.unit_seated`, with who reads there now.
         */
        SeatedOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            readers: components["schemas"]["Readers"];
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /** Speakers */
            speakers: string[];
            /** Zones */
            zones: ("lgwan" | "internet")[];
        };
        /**
         * SeatsOut
         * @description How many seats the body takes, what they are, and how many people work without one. Guests take none.
         */
        SeatsOut: {
            /** People */
            people: number;
            /** Seats */
            seats: number;
            /** Units */
            units: number;
            /** Without */
            without: number;
        };
        /**
         * SecondFactorGone
         * @description They have none any more: turned off by themselves, or reset for them. The history says by whom and why.
         */
        SecondFactorGone: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
        };
        /**
         * SecondFactorSetUp
         * @description From now on their sign-in asks for a code: newly set up, or on another device.
         */
        SecondFactorSetUp: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
        };
        /** SecondIn */
        SecondIn: {
            /** Required Of */
            required_of: ("administrators" | "internet" | "everybody") | null;
        };
        /**
         * SecurityOut
         * @description What should be known about the logins of one account. No password, token or hash stands in it (N18).
         */
        SecurityOut: {
            failed: components["schemas"]["FailedTries"];
            /** Has Password */
            has_password: boolean;
            last_access: components["schemas"]["Access"] | null;
            password: components["schemas"]["PasswordRules"];
            /** Password Changed At */
            password_changed_at: string | null;
            /** Password Ends At */
            password_ends_at: string | null;
            second: components["schemas"]["yoriai__people__sessions__second_factor__state__State"];
            /** Second Is Relaxed */
            second_is_relaxed: boolean;
            /** Sessions */
            sessions: components["schemas"]["SessionOut"][];
        };
        /**
         * SeenIn
         * @description How far somebody has looked.
         */
        SeenIn: {
            /** Ordinal */
            ordinal: number;
        };
        /** SentAsksOut */
        SentAsksOut: {
            /** Sent */
            sent: components["schemas"]["SentOut"][];
        };
        /**
         * SentOut
         * @description An asking that one has made: it waits, however it was answered.
         */
        SentOut: {
            /** Is Withdrawn */
            is_withdrawn: boolean;
            /**
             * Lapses At
             * Format: date-time
             */
            lapses_at: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            person: components["schemas"]["Person"];
            /** Words */
            words: string;
        };
        /**
         * SessionBegan
         * @description Somebody signed in with this account.
         */
        SessionBegan: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Session Id
             * Format: uuid
             */
            session_id: SessionId;
        };
        /**
         * SessionEnded
         * @description A session is over: signed out, ended from elsewhere, or run out. Its sockets close now.
         */
        SessionEnded: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Session Id
             * Format: uuid
             */
            session_id: SessionId;
        };
        /**
         * SessionLocked
         * @description Whoever sits there has left the seat. Its sockets close now; it goes on when the password is given again.
         */
        SessionLocked: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Session Id
             * Format: uuid
             */
            session_id: SessionId;
        };
        /** SessionOut */
        SessionOut: {
            /** Address */
            address: string;
            /**
             * Began At
             * Format: date-time
             */
            began_at: string;
            /** Client Kind */
            client_kind: string;
            device: components["schemas"]["Device"];
            /** Is Locked */
            is_locked: boolean;
            /** Is This */
            is_this: boolean;
            /**
             * Last Used At
             * Format: date-time
             */
            last_used_at: string;
            /**
             * Session Id
             * Format: uuid
             */
            session_id: SessionId;
            /** Zone */
            zone: Zone;
        };
        /** SessionsOut */
        SessionsOut: {
            /** Sessions */
            sessions: components["schemas"]["SessionOut"][];
        };
        /**
         * SessionUnlocked
         * @description Its holder is back at the seat.
         */
        SessionUnlocked: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Session Id
             * Format: uuid
             */
            session_id: SessionId;
        };
        /**
         * SettingOut
         * @description What a body has chosen of one feature, with the defaults where it has chosen nothing.
         */
        SettingOut: {
            /** Changed At */
            changed_at: string | null;
            changed_by: components["schemas"]["Person"] | null;
            /** Name */
            name: string;
            /** Value */
            value: {
                [key: string]: components["schemas"]["JsonValue"];
            };
        };
        /**
         * SettingsChanged
         * @description The body has chosen anew; whoever shows or follows this setting reads it again.
         */
        SettingsChanged: {
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
            /**
             * Renewing
             * @default false
             */
            renewing?: boolean;
            /** Setting */
            setting: string;
        };
        /**
         * SheetIn
         * @description Another sheet of the workbook.
         */
        SheetIn: {
            /** Sheet */
            sheet: string;
        };
        /**
         * ShelfChangedOut
         * @description The body of `shelf.changed`: all folders, and what stands elsewhere now.
         */
        ShelfChangedOut: {
            /** Folders */
            folders: components["schemas"]["FolderOut"][];
            message: components["schemas"]["KeptOut"] | null;
            /** Rooms */
            rooms: components["schemas"]["PlaceOut"][];
        };
        /**
         * ShowingIn
         * @description Which pictures, in their order.
         */
        ShowingIn: {
            /** File Ids */
            file_ids: FileId[];
        };
        /**
         * ShownCount
         * @description How much waits for a principal, in rooms of several.
         */
        ShownCount: {
            /**
             * Principal Id
             * Format: uuid
             */
            principal_id: AccountId;
            /** Unread */
            unread: number;
        };
        /**
         * ShownCountsOut
         * @description How much waits for those who let whoever asks see it; a number each, and nothing of where.
         */
        ShownCountsOut: {
            /** Counts */
            counts: components["schemas"]["ShownCount"][];
        };
        /**
         * ShownFileOut
         * @description The same as whoever asks may see it on the side on which they stand; its name is that under which it is saved: of
         *     a clean file with the ending of what was made.
         */
        ShownFileOut: {
            /** As It Came */
            as_it_came: boolean;
            /** Entered */
            entered: string;
            /**
             * File Id
             * Format: uuid
             */
            file_id: FileId;
            /** Height */
            height: number | null;
            /** Kind */
            kind: string;
            /** May Open */
            may_open: boolean;
            /** Method */
            method: string;
            /** Name */
            name: string;
            /** Not Saved */
            not_saved: string | null;
            /** Reason */
            reason: string;
            /** Size */
            size: number;
            /** Small */
            small: string | null;
            /** State */
            state: string;
            /** Whole */
            whole: string | null;
            /** Width */
            width: number | null;
        };
        /**
         * Side
         * @description On which side of a read mark somebody stands.
         * @enum {string}
         */
        Side: "read" | "unread";
        /** SignedInOut */
        SignedInOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            here: components["schemas"]["Here"];
        };
        /**
         * SignInBlocked
         * @description Somebody who knows the password was kept out, because of the network from which they came (ZONE-8). From where
         *     stands beside it in the journal, as with every fact.
         */
        SignInBlocked: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
        };
        /** SignInBody */
        SignInBody: {
            /** Login Id */
            login_id: string;
            /** New Password */
            new_password?: string | null;
            /** Password */
            password: string;
            /** Tenant */
            tenant: string;
        };
        /**
         * Slip
         * @description One person's slip. It holds a secret: it is shown once and kept nowhere.
         */
        Slip: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Department */
            department: string;
            /** Internet Link */
            internet_link: string | null;
            /** Kana */
            kana: string;
            /** Large Type */
            large_type: boolean;
            /** Last Day */
            last_day: string;
            /** Lgwan Link */
            lgwan_link: string | null;
            /** Login Id */
            login_id: string;
            /** Name */
            name: string;
            /** Qr */
            qr: string[];
            /** Secret */
            secret: string;
        };
        /** SlipListOut */
        SlipListOut: {
            counts: components["schemas"]["CountsOut"];
            /** Most Pages */
            most_pages: number;
            /** Next */
            next: string | null;
            /** People */
            people: components["schemas"]["Waiting"][];
            /** Units */
            units: string[] | null;
        };
        /**
         * Speaker
         * @description Somebody who may speak in its name.
         */
        Speaker: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Speaker Id
             * Format: uuid
             */
            speaker_id: string;
        };
        /** SpeakerIn */
        SpeakerIn: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
        };
        /** SpeakerOut */
        SpeakerOut: {
            /**
             * Speaker Id
             * Format: uuid
             */
            speaker_id: string;
        };
        /**
         * SpecialPost
         * @description Somebody in a special post: who writes to them, and who acts for them.
         */
        SpecialPost: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            circle: components["schemas"]["Circle"];
            /** Delegates */
            delegates: components["schemas"]["Mandate"][];
            /** People */
            people: string[];
            /** Units */
            units: string[];
        };
        /** SpecialPostsOut */
        SpecialPostsOut: {
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
            /** Posts */
            posts: components["schemas"]["SpecialPost"][];
        };
        /**
         * Stage
         * @description How far somebody is on the way to signing in.
         * @enum {string}
         */
        Stage: "none" | "out" | "expired" | "signed_in";
        /** TableOut */
        TableOut: {
            /** Next */
            next: string | null;
            /** People */
            people: components["schemas"]["RowOut"][];
            /** Total */
            total: number | null;
        };
        /** TakeAskingsIn */
        TakeAskingsIn: {
            /** Takes */
            takes: boolean;
        };
        /**
         * TakeIn
         * @description The yes to a difference.
         */
        TakeIn: {
            /**
             * Confirmed
             * @default 0
             */
            confirmed?: number;
            /**
             * Stop Missing
             * @default false
             */
            stop_missing?: boolean;
        };
        /**
         * TakenOut
         * @description What came of it; no id where there was nothing to change.
         */
        TakenOut: {
            /** Import Id */
            import_id: string | null;
        };
        /** TalkAccepted */
        TalkAccepted: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
        };
        /** TalkAsked */
        TalkAsked: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
        };
        /** TalkAskWithdrawn */
        TalkAskWithdrawn: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
        };
        /** TalkDeclined */
        TalkDeclined: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
        };
        /**
         * TalkOut
         * @description The talk that is there now.
         */
        TalkOut: {
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
        };
        /**
         * TenantKind
         * @description What kind of public body a tenant is.
         * @enum {string}
         */
        TenantKind: "municipality" | "prefecture" | "branch" | "partial_affairs_union" | "wide_area_union" | "local_agency" | "national_body" | "related_body";
        /** TenantOut */
        TenantOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * TermsIn
         * @description How one's body is in the room.
         */
        TermsIn: {
            /**
             * Contact
             * @default
             */
            contact?: string;
            /** Department Id */
            department_id?: string | null;
            /** Manager Id */
            manager_id?: string | null;
        };
        /**
         * ThreadOut
         * @description What stands under a message: how many answers, those taken back not among them, and when the last came.
         */
        ThreadOut: {
            /** Count */
            count: number;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
        };
        /** @description The body of each fact as it is told, by the fact's name. */
        Told: {
            "account_requests.accepted": components["schemas"]["AccountRequestAccepted"];
            "account_requests.asked": components["schemas"]["AccountRequestAsked"];
            "account_requests.declined": components["schemas"]["AccountRequestDeclined"];
            "account_requests.proposed": components["schemas"]["AccountRequestProposed"];
            "account_requests.withdrawn": components["schemas"]["AccountRequestWithdrawn"];
            "accounts.acted": components["schemas"]["Acted"];
            "accounts.changed": components["schemas"]["AccountsChanged"];
            "accounts.imported": components["schemas"]["RosterImported"];
            "accounts.restored": components["schemas"]["AccountRestored"];
            "accounts.rights_changed": components["schemas"]["RightsChanged"];
            "accounts.suspended": components["schemas"]["AccountSuspended"];
            "attachments.judged": components["schemas"]["AttachmentJudged"];
            "audit_packs.asked": components["schemas"]["PackAsked"];
            "audit_packs.ended": components["schemas"]["PackEnded"];
            "audit_packs.failed": components["schemas"]["PackFailed"];
            "audit_packs.made": components["schemas"]["PackMade"];
            "audit_packs.taken": components["schemas"]["PackTaken"];
            "audit.checked": components["schemas"]["AuditChecked"];
            "audit.dropped": components["schemas"]["AuditDropped"];
            "audit.exported": components["schemas"]["AuditExported"];
            "audit.restored": components["schemas"]["AuditRestored"];
            "delegates.ended": components["schemas"]["DelegateEnded"];
            "delegates.named": components["schemas"]["DelegateNamed"];
            "delegates.unread_shown": components["schemas"]["UnreadShown"];
            "department_rooms.handover_begun": components["schemas"]["HandoverBegun"];
            "department_rooms.handover_ended": components["schemas"]["HandoverEnded"];
            "drafts.changed": components["schemas"]["DraftTold"];
            "faces.brought": components["schemas"]["FaceBrought"];
            "faces.changed": components["schemas"]["FaceChanged"];
            "faces.refused": components["schemas"]["FaceRefused"];
            "faces.room_changed": components["schemas"]["RoomFaceChanged"];
            "federation.parts_changed": components["schemas"]["PartsChanged"];
            "files.judged": components["schemas"]["FileJudged"];
            "following.changed": components["schemas"]["FollowingChanged"];
            "guests.ending": components["schemas"]["GuestEndingOut"];
            "inspections.approved": components["schemas"]["InspectionApproved"];
            "inspections.asked": components["schemas"]["InspectionAsked"];
            "inspections.ended": components["schemas"]["InspectionEnded"];
            "inspections.lapsed": components["schemas"]["InspectionLapsed"];
            "inspections.read": components["schemas"]["InspectionRead"];
            "inspections.refused": components["schemas"]["InspectionRefused"];
            "inspections.withdrawn": components["schemas"]["InspectionWithdrawn"];
            "later.changed": components["schemas"]["LaterToldOut"];
            "later.rang": components["schemas"]["LaterToldOut"];
            "mentions.notify_chosen": components["schemas"]["NotifyChosen"];
            "messages.edited": components["schemas"]["EditedFactOut"];
            "messages.posted": components["schemas"]["PostedFactOut"];
            "messages.withdrawn": components["schemas"]["WithdrawnFactOut"];
            "neighbours.accepted": components["schemas"]["TalkAccepted"];
            "neighbours.asked": components["schemas"]["TalkAsked"];
            "neighbours.asks_changed": components["schemas"]["AsksChanged"];
            "neighbours.blocked": components["schemas"]["NeighbourBlocked"];
            "neighbours.declined": components["schemas"]["TalkDeclined"];
            "neighbours.findable_changed": components["schemas"]["FindableChanged"];
            "neighbours.unblocked": components["schemas"]["NeighbourUnblocked"];
            "neighbours.withdrawn": components["schemas"]["TalkAskWithdrawn"];
            "orgs.arranged": components["schemas"]["OrganizationArranged"];
            "orgs.modules_changed": components["schemas"]["ModulesChanged"];
            "orgs.settings_changed": components["schemas"]["SettingsChanged"];
            "pins.pinned": components["schemas"]["PinnedFactOut"];
            "pins.unpinned": components["schemas"]["MessageUnpinned"];
            "preferences.changed": components["schemas"]["PreferencesTold"];
            "reactions.changed": components["schemas"]["ReactionFactOut"];
            "receipts.marked": components["schemas"]["MarkMoved"];
            "receipts.put_back": components["schemas"]["PutBackOut"];
            "rooms.bodies_changed": components["schemas"]["LabelledOut"];
            "rooms.changed": components["schemas"]["ChangedOut"];
            "rooms.entered": components["schemas"]["EnteredOut"];
            "rooms.holder_left": components["schemas"]["HolderLeft"];
            "rooms.joined": components["schemas"]["JoinedOut"];
            "rooms.labelled": components["schemas"]["LabelledOut"];
            "rooms.labels_ordered": components["schemas"]["LabelsOrdered"];
            "rooms.left": components["schemas"]["LeftOut"];
            "rooms.lost": components["schemas"]["RoomLost"];
            "rooms.opened": components["schemas"]["RoomOpened"];
            "rooms.role_changed": components["schemas"]["RoleChangedOut"];
            "rooms.sealed": components["schemas"]["RoomSealed"];
            "rooms.seat_changed": components["schemas"]["SeatChanged"];
            "rooms.unit_seated": components["schemas"]["SeatedOut"];
            "rooms.unsealed": components["schemas"]["EnteredOut"];
            "scheduled.changed": components["schemas"]["ScheduledTold"];
            "second_factor.gone": components["schemas"]["SecondFactorGone"];
            "second_factor.recovery_drawn": components["schemas"]["RecoveryCodesDrawn"];
            "second_factor.recovery_used": components["schemas"]["RecoveryCodeUsed"];
            "second_factor.set_up": components["schemas"]["SecondFactorSetUp"];
            "sessions.began": components["schemas"]["SessionBegan"];
            "sessions.blocked": components["schemas"]["SignInBlocked"];
            "sessions.ended": components["schemas"]["SessionEnded"];
            "sessions.locked": components["schemas"]["SessionLocked"];
            "sessions.unlocked": components["schemas"]["SessionUnlocked"];
            "shelf.changed": components["schemas"]["ShelfChangedOut"];
            "slips.password_reset": components["schemas"]["PasswordReset"];
            "special_posts.limited": components["schemas"]["WritingLimited"];
            "watchwords.changed": components["schemas"]["WordsChangedOut"];
            "watchwords.met": components["schemas"]["WordMetOut"];
        };
        /**
         * TreeOut
         * @description All units of an organization in 建制順, the closed ones too.
         */
        TreeOut: {
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
            /** Units */
            units: components["schemas"]["ArrangedUnit"][];
        };
        /**
         * Trouble
         * @description What is wrong. In the order in which it would be found.
         * @enum {string}
         */
        Trouble: "archive" | "missing" | "changed" | "cut" | "beyond" | "otherwise" | "forged" | "untold";
        /**
         * Unit
         * @description A unit, and how many find themselves in it or below it; whoever serves twice below counts once in each unit.
         */
        Unit: {
            /** Count */
            count: number;
            /** Name */
            name: string;
            /** Organization */
            organization: string;
            /** Parent Id */
            parent_id: UnitId | null;
            /** Path */
            path: string;
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: UnitId;
        };
        /**
         * UnitsOut
         * @description The tree from the top down, and how many people there are in all.
         */
        UnitsOut: {
            /** Count */
            count: number;
            /** Units */
            units: components["schemas"]["Unit"][];
        };
        /** UnlockBody */
        UnlockBody: {
            /** Password */
            password: string;
        };
        /**
         * UnreadShown
         * @description Whether somebody who acts for this account sees how much is unread is another now.
         */
        UnreadShown: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /** Shown */
            shown: boolean;
        };
        /**
         * UsageExportIn
         * @description Which 年度 is taken out, and why.
         */
        UsageExportIn: {
            /** Fiscal Year */
            fiscal_year: number;
            /** Reason */
            reason: string;
        };
        /**
         * UsageOut
         * @description The closed months of a 年度, and which 年度 there are.
         */
        UsageOut: {
            /** Fiscal Year */
            fiscal_year: number;
            /** Fiscal Years */
            fiscal_years: number[];
            /** Guests */
            guests: number;
            /** Months */
            months: components["schemas"]["MonthOut"][];
        };
        /** ValidationError */
        ValidationError: {
            /** Context */
            ctx?: Record<string, never>;
            /** Input */
            input?: unknown;
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
        };
        /**
         * VerdictOut
         * @description One question, and its answer: by which rule it stops, and by whose word a right is there or not.
         */
        VerdictOut: {
            /** Code */
            code: string | null;
            /** Details */
            details: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Is Passed */
            is_passed: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "side" | "network" | "account" | "module" | "right" | "room" | "rule";
            /** Origin */
            origin: string | null;
        };
        /**
         * VersionOut
         * @description What a message said until then.
         */
        VersionOut: {
            /** Parts */
            parts: Part[];
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * VersionsOut
         * @description Some of what a message said before it said what it says now, the newest first, and where the list goes on.
         */
        VersionsOut: {
            /** Next */
            next: string | null;
            /** Versions */
            versions: components["schemas"]["VersionOut"][];
        };
        /**
         * Waiting
         * @description One row of the list.
         */
        Waiting: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Department */
            department: string;
            /** Kana */
            kana: string;
            /** Login Id */
            login_id: string;
            /** May Issue */
            may_issue: boolean;
            /** Name */
            name: string;
            stage: components["schemas"]["Stage"];
            /** Until */
            until: string | null;
        };
        /**
         * WaitingOut
         * @description A draft in the list of those that wait.
         */
        WaitingOut: {
            /**
             * Draft Id
             * Format: uuid
             */
            draft_id: string;
            /** File Name */
            file_name: string;
            /** Is Decided */
            is_decided: boolean;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Subject */
            subject: string;
        };
        /**
         * WatchwordIn
         * @description A word to watch for.
         */
        WatchwordIn: {
            /** Word */
            word: string;
        };
        /**
         * WatchwordOut
         * @description A word as it was written.
         */
        WatchwordOut: {
            /**
             * Watchword Id
             * Format: uuid
             */
            watchword_id: WatchwordId;
            /** Word */
            word: string;
        };
        /**
         * WatchwordsOut
         * @description All of them, in the order in which they were added, how many there may be, and how far the stream of whoever
         *     asks had come when they were read.
         */
        WatchwordsOut: {
            /** Most */
            most: number;
            /** Number */
            number: number;
            /** Words */
            words: components["schemas"]["WatchwordOut"][];
        };
        /**
         * What
         * @description The one thing that is changed of all of them.
         * @enum {string}
         */
        What: "unit" | "employment_type" | "ends_on" | "place" | "group_id" | "suspend" | "restore" | "no_seat" | "seat";
        /**
         * Whereabouts
         * @description Where somebody works today. It says nothing about whether they can be reached (ORG-14).
         * @enum {string}
         */
        Whereabouts: "office" | "home" | "out" | "trip";
        /**
         * WhereaboutsIn
         * @description Where somebody works today; nothing, to say so no longer.
         */
        WhereaboutsIn: {
            place: components["schemas"]["Whereabouts"] | null;
        };
        /**
         * WhyOut
         * @description All questions up to the first that stops whoever asks.
         */
        WhyOut: {
            /** Is Allowed */
            is_allowed: boolean;
            /** Verdicts */
            verdicts: components["schemas"]["VerdictOut"][];
        };
        /**
         * WithdrawIn
         * @description Why, where the message is another's.
         */
        WithdrawIn: {
            /** Reason */
            reason?: string | null;
        };
        /**
         * WithdrawnFactOut
         * @description A message is gone: the body of `messages.withdrawn`. Without a message nothing stands in its place.
         */
        WithdrawnFactOut: {
            last: components["schemas"]["LastMessage"] | null;
            message: components["schemas"]["MessageOut"] | null;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: MessageId;
            /** Ordinal */
            ordinal: number;
            /** People */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            thread: components["schemas"]["ThreadOut"] | null;
            /** Thread Id */
            thread_id: MessageId | null;
        };
        /**
         * WithdrawnOut
         * @description The message is gone. `number` is that of the fact that tells so; 0 where it was gone before.
         */
        WithdrawnOut: {
            /** Left No Trace */
            left_no_trace: boolean;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: MessageId;
            /** Number */
            number: number;
        };
        /** WithoutSlip */
        WithoutSlip: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /** Department */
            department: string;
            /** Name */
            name: string;
        };
        /**
         * WithPassword
         * @description What becomes of those who have a password of their own.
         * @enum {string}
         */
        WithPassword: "ask" | "leave_out" | "reset";
        /**
         * WordChange
         * @description One word that changes.
         */
        WordChange: {
            /** After */
            after: string;
            /** Before */
            before: string;
            /** Field */
            field: string;
        };
        /**
         * WordMetOut
         * @description The body of `watchwords.met`: by which words the message calls; none where it says something else now.
         */
        WordMetOut: {
            /**
             * Message Id
             * Format: uuid
             */
            message_id: MessageId;
            /** Ordinal */
            ordinal: number;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /** Words */
            words: string[];
        };
        /**
         * WordsChangedOut
         * @description The body of `watchwords.changed`: the words from now on.
         */
        WordsChangedOut: {
            /** Words */
            words: components["schemas"]["WatchwordOut"][];
        };
        /**
         * WritingLimited
         * @description Others than before may write to them from now on.
         */
        WritingLimited: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Circle
             * @enum {string}
             */
            circle: "everybody" | "units" | "named";
            /**
             * People
             * @default []
             */
            people?: string[];
            /**
             * Units
             * @default []
             */
            units?: string[];
        };
        /** WritingLimitIn */
        WritingLimitIn: {
            circle: components["schemas"]["Circle"];
            /**
             * People
             * @default []
             */
            people?: string[];
            /**
             * Units
             * @default []
             */
            units?: string[];
        };
        /**
         * WrongCell
         * @description One cell that was not taken; `reason` is the code of its sentence.
         */
        WrongCell: {
            /** Column */
            column: string;
            /** Most */
            most: number | null;
            /** Other */
            other: string | null;
            /** Reason */
            reason: string;
            /** Row */
            row: number;
            /** Value */
            value: string;
        };
        /** PostIn */
        yoriai__people__accounts__managing__asked__PostIn: {
            /**
             * Main
             * @default false
             */
            main?: boolean;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: OrganizationId;
            /** Unit Id */
            unit_id?: UnitId | null;
        };
        /**
         * State
         * @description Which accounts are meant by a state; the removed ones are seen only when they are asked for.
         * @enum {string}
         */
        yoriai__people__accounts__managing__table__State: "there" | "active" | "suspended" | "removed";
        /**
         * Kind
         * @description What is asked for.
         * @enum {string}
         */
        yoriai__people__accounts__requests__models__Kind: "new" | "change" | "closing";
        /**
         * Kind
         * @description How people are chosen.
         * @enum {string}
         */
        yoriai__people__accounts__slips__chosen__Kind: "people" | "departments" | "import" | "waiting";
        /**
         * State
         * @description What somebody says of themselves.
         * @enum {string}
         */
        yoriai__people__presence__policy__State: "present" | "meeting" | "out" | "leave";
        /**
         * State
         * @description The state of one account's second factor. Nothing secret stands in it (N18).
         */
        yoriai__people__sessions__second_factor__state__State: {
            /** Codes Left */
            codes_left: number;
            /** Is On */
            is_on: boolean;
            last: components["schemas"]["LastChange"] | null;
            /**
             * Required
             * @enum {string}
             */
            required: "no" | "internet" | "always";
            /** Set Up At */
            set_up_at: string | null;
            /** Starts On */
            starts_on: string | null;
        };
        /**
         * AskIn
         * @description A room of another body into which one's own asks to be let.
         */
        yoriai__talk__federation__wire__AskIn: {
            /**
             * Contact
             * @default
             */
            contact?: string;
            /**
             * Room Id
             * Format: uuid
             */
            room_id: RoomId;
            /**
             * Words
             * @default
             */
            words?: string;
        };
        /**
         * PostIn
         * @description A message that somebody wants to send. Nothing but these fields is taken (N9).
         */
        yoriai__talk__messages__command__PostIn: {
            /**
             * In Room
             * @default true
             */
            in_room?: boolean;
            /** On Behalf Of */
            on_behalf_of?: AccountId | null;
            /** Parts */
            parts: Part[];
            /** Quote */
            quote?: string | null;
            /** Send Key */
            send_key: SendKey;
            /** Thread */
            thread?: MessageId | null;
            /** Written For */
            written_for?: string | null;
        };
        /**
         * AskIn
         * @description Whom to ask for a talk, and a line for them.
         */
        yoriai__talk__neighbours__wire__AskIn: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: AccountId;
            /**
             * Words
             * @default
             */
            words?: string;
        };
        /**
         * Kind
         * @description The signs that there are, in the order in which they stand under a message.
         * @enum {string}
         */
        yoriai__talk__reactions__models__Kind: "check" | "thumbs_up" | "heart" | "thanks" | "weep" | "eyes";
        /**
         * Zone
         * @description LGWAN接続系 or インターネット接続系.
         * @enum {string}
         */
        Zone: "lgwan" | "internet";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    read_groups_api_account_groups_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupsOut"];
                };
            };
        };
    };
    add_group_api_account_groups_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupAddedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_group_api_account_groups__group_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_group_api_account_groups__group_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_group_networks_api_account_groups__group_id__networks_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupNetworksOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decide_group_networks_api_account_groups__group_id__networks_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupNetworksWish"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    foresee_group_networks_api_account_groups__group_id__networks_foresee_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupNetworksIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForeseenNetworksOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_group_rules_api_account_groups__group_id__password_rules_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupRulesOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decide_group_rules_api_account_groups__group_id__password_rules_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordRules"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    drop_group_rules_api_account_groups__group_id__password_rules_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_group_rights_api_account_groups__group_id__rights_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupRightsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    say_of_group_api_account_groups__group_id__rights_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RightsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decide_second_api_account_groups__group_id__second_factor_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_requests_api_account_requests_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountRequestsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_api_account_requests_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountRequestIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountRequestIdOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    withdraw_api_account_requests__asking_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asking_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    accept_api_account_requests__asking_id__acceptance_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asking_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    pass_on_api_account_requests__asking_id__passing_on_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asking_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decline_api_account_requests__asking_id__refusal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asking_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecliningIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_seats_api_account_seats_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatsOut"];
                };
            };
        };
    };
    read_table_api_accounts_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                employment?: components["schemas"]["EmploymentType"] | null;
                group?: string | null;
                order?: components["schemas"]["Order"];
                organization?: string | null;
                q?: string;
                role?: components["schemas"]["Role"] | null;
                state?: components["schemas"]["yoriai__people__accounts__managing__table__State"];
                unit?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_person_api_accounts_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPersonIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_person_api_accounts__account_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_person_api_accounts__account_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePersonIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_off_face_api_accounts__account_id__face_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_history_api_accounts__account_id__history_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    free_number_api_accounts__account_id__number_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_rights_api_accounts__account_id__rights_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    say_api_accounts__account_id__rights_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RightsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    appoint_api_accounts__account_id__role_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reset_api_accounts__account_id__second_factor_reset_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_of_api_accounts__account_id__security_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    end_all_api_accounts__account_id__sessions_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    end_one_api_accounts__account_id__sessions__session_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
                session_id: SessionId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    suspend_api_accounts__account_id__suspension_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    restore_api_accounts__account_id__suspension_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    withdraw_api_accounts__account_id__withdrawal_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    call_back_api_accounts__account_id__withdrawal_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    carry_out_api_accounts_changes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CarryOutIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarriedOutOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_hanging_api_accounts_changes_hanging_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HangingIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HangingOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    foresee_changes_api_accounts_changes_preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForeseenOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    export_people_api_accounts_export_post: {
        parameters: {
            query?: {
                employment?: components["schemas"]["EmploymentType"] | null;
                group?: string | null;
                organization?: string | null;
                q?: string;
                role?: components["schemas"]["Role"] | null;
                state?: components["schemas"]["yoriai__people__accounts__managing__table__State"];
                unit?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_addressed_api_addressed_department_accounts_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                organization?: string | null;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_state_api_audit_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditStateOut"];
                };
            };
        };
    };
    read_packs_api_audit_packs_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPacksOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_api_audit_packs_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditPackIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPackIdOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    throw_away_api_audit_packs__pack_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pack_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_api_audit_packs__pack_id__file_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pack_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    look_through_api_audit_check_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    read_entries_api_audit_entries_get: {
        parameters: {
            query?: {
                about?: string;
                cursor?: string | null;
                first?: string | null;
                group?: ("audit" | "settings" | "people" | "orgs" | "rooms" | "messages" | "sessions" | "exports" | "inspections") | null;
                last?: string | null;
                outcome?: ("done" | "refused") | null;
                person?: string;
                zone?: ("lgwan" | "internet") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPageOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_entry_api_audit_entries__number__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditDetailOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_out_api_audit_export_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditExportIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    find_bodies_api_bodies_get: {
        parameters: {
            query?: {
                below?: number | null;
                cursor?: string | null;
                kind?: components["schemas"]["TenantKind"] | null;
                least?: number | null;
                prefecture?: number | null;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BodiesOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_rooms_api_bodies__tenant_id__rooms_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedForRoomsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_consent_api_consent_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestConsentOut"];
                };
            };
        };
    };
    give_consent_api_consent_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuestConsentIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_corrections_api_corrections_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_correction_api_corrections_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    settle_api_corrections__correction_id__settled_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                correction_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_delegates_api_delegates_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegatesOut"];
                };
            };
        };
    };
    name_delegate_api_delegates_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegateIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegateOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    end_delegate_api_delegates__delegate_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delegate_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    show_unread_api_delegates__delegate_id__unread_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delegate_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    hide_unread_api_delegates__delegate_id__unread_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delegate_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_department_accounts_api_department_accounts_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentAccountsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    open_department_account_api_department_accounts_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartmentAccountIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentAccountOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    close_department_account_api_department_accounts__department_account_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                department_account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_speaker_api_department_accounts__department_account_id__speakers_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                department_account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpeakerIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpeakerOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_speaker_api_department_accounts__department_account_id__speakers__speaker_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                department_account_id: string;
                speaker_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    open_with_api_direct_rooms_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DirectIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_drafts_api_drafts_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomDrafts"];
                };
            };
        };
    };
    read_entrance_api_entrance_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntranceOut"];
                };
            };
        };
    };
    read_own_face_api_face_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaceOut"];
                };
            };
        };
    };
    choose_own_face_api_face_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FaceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_off_own_face_api_face_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ask_faces_api_faces_links_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FacesAsked"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacesOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_missed_api_facts_get: {
        parameters: {
            query: {
                after: number;
                stream: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_parts_api_federation_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_api_federation_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["yoriai__talk__federation__wire__AskIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    accept_api_federation__part_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                part_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    leave_api_federation__part_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                part_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_people_api_federation__part_id__people_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path: {
                part_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartPeopleOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    bring_api_federation__part_id__people_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                part_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeopleIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_out_api_federation__part_id__people__account_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
                part_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_own_file_api_files__file_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: FileId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_pages_api_files__file_id__pages_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: FileId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PagesOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_links_api_files_links_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinksAsked"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinksOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_digest_api_following_get: {
        parameters: {
            query?: {
                organization?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DigestOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    end_firm_api_guest_firms_end_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirmIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestCountOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    name_sponsor_of_firm_api_guest_firms_sponsor_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirmSponsorIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestCountOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    revoke_api_guest_invitations__invitation_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reissue_api_guest_invitations__invitation_id__code_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_all_api_guests_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                ended?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    end_one_api_guests__account_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    move_end_api_guests__account_id__end_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuestEndIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    name_sponsor_api_guests__account_id__sponsor_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuestSponsorIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_mine_api_guests_mine_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_handovers_api_handovers_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PredecessorsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    end_one_api_handovers__handover_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handover_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_former_rooms_api_handovers_own_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormerRoomsOut"];
                };
            };
        };
    };
    read_inspections_api_inspections_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_api_inspections_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionIdOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    withdraw_api_inspections__inspection_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                inspection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    approve_api_inspections__inspection_id__approval_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                inspection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    close_api_inspections__inspection_id__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                inspection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_page_api_inspections__inspection_id__pages_post: {
        parameters: {
            query?: {
                after?: number | null;
            };
            header?: never;
            path: {
                inspection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectedPageOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    refuse_api_inspections__inspection_id__refusal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                inspection_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefusalIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    find_rooms_api_inspections_rooms_get: {
        parameters: {
            query: {
                cursor?: string | null;
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectableRoomsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    look_api_invited_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationCodeIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationShownOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    accept_api_invited_accept_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CameInOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_later_api_later_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                done?: boolean;
                organization?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LatersOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_leaders_api_leaders_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadersOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_leader_api_leaders_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaderIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_leader_api_leaders__leader_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                leader_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    leave_seat_api_lock_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_modules_api_modules_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModulesOut"];
                };
            };
        };
    };
    switch_on_api_modules__name__switch_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    switch_off_api_modules__name__switch_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_own_api_neighbours_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnFindableOut"];
                };
            };
        };
    };
    choose_own_api_neighbours_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindableIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_asks_api_neighbours_asks_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskingsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_one_api_neighbours_asks_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["yoriai__talk__neighbours__wire__AskIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BetweenOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    accept_api_neighbours_asks__ask_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ask_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TalkOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decline_api_neighbours_asks__ask_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ask_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_blocked_api_neighbours_blocked_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedListOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    block_api_neighbours_blocked__person_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    unblock_api_neighbours_blocked__person_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    find_people_api_neighbours_people_get: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeighboursOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_sent_api_neighbours_sent_asks_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentAsksOut"];
                };
            };
        };
    };
    withdraw_api_neighbours_sent_asks__person_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_network_api_network_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkOut"];
                };
            };
        };
    };
    list_open_api_open_rooms_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                organization?: string | null;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenRoomsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_organizations_api_organizations_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallsOut"];
                };
            };
        };
    };
    add_organization_api_organizations_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddOrganizationIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedOrganizationOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    rename_organization_api_organizations__organization_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization_id: OrganizationId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    place_organization_api_organizations__organization_id__place_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization_id: OrganizationId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceOrganizationIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_tree_api_organizations__organization_id__units_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization_id: OrganizationId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TreeOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_unit_api_organizations__organization_id__units_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization_id: OrganizationId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddUnitIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedUnitOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    export_units_api_organizations__organization_id__units_export__kind__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "csv" | "xlsx";
                organization_id: OrganizationId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_own_api_own_department_accounts_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnOut"];
                };
            };
        };
    };
    read_own_leaders_api_own_leaders_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearOut"];
                };
            };
        };
    };
    read_own_rights_api_own_rights_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsOut"];
                };
            };
        };
    };
    open_notes_api_own_room_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedOut"];
                };
            };
        };
    };
    read_own_special_post_api_own_special_post_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpecialPostsOut"];
                };
            };
        };
    };
    limit_own_api_own_special_post_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WritingLimitIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    choose_password_api_password_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_people_api_people_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                from?: string;
                order?: components["schemas"]["Order"];
                organization?: string | null;
                q?: string;
                reachable?: boolean;
                unit?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_card_api_people__account_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    resolve_list_api_people_resolve_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PastedIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolvedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_units_api_people_units_get: {
        parameters: {
            query?: {
                organization?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    open_one_api_practice_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeOut"];
                };
            };
        };
    };
    end_api_practice_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_preferences_api_preferences_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesOut"];
                };
            };
        };
    };
    choose_preferences_api_preferences_patch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferencesIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_presences_api_presence_get: {
        parameters: {
            query: {
                accounts: AccountId[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresencesOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    say_api_presence_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresenceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_absence_api_presence_absence_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceAnswer"];
                };
            };
        };
    };
    be_absent_api_presence_absence_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    be_back_api_presence_absence_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    say_place_api_presence_place_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhereaboutsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    open_for_principal_api_principals__principal_id__rooms_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                principal_id: AccountId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_shown_counts_api_principals_unread_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownCountsOut"];
                };
            };
        };
    };
    read_own_profile_api_profile_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnProfileOut"];
                };
            };
        };
    };
    fill_in_own_profile_api_profile_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FillInBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_fields_api_profile_fields_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileFieldsOut"];
                };
            };
        };
    };
    add_field_api_profile_fields_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddProfileFieldIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_field_api_profile_fields__key__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileFieldIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_field_api_profile_fields__key__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    place_field_api_profile_fields__key__place_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceProfileFieldIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    prove_api_proof_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_labels_api_room_labels_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelsOut"];
                };
            };
        };
    };
    read_order_api_room_labels_order_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderedOut"];
                };
            };
        };
    };
    order_api_room_labels_order_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    open_one_api_rooms_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_room_api_rooms__room_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_otherwise_api_rooms__room_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    put_away_api_rooms__room_id__archive_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_out_api_rooms__room_id__archive_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_bodies_api_rooms__room_id__bodies_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomBodiesOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    invite_body_api_rooms__room_id__bodies_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteBodyIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_body_api_rooms__room_id__bodies__tenant_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_contact_api_rooms__room_id__bodies__tenant_id__contact_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_askings_api_rooms__room_id__bodies_asking_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeAskingsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    keep_draft_api_rooms__room_id__draft_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftTold"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    drop_aside_api_rooms__room_id__draft_aside__version__delete: {
        parameters: {
            query?: {
                thread?: MessageId | null;
            };
            header?: never;
            path: {
                room_id: RoomId;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftTold"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_face_of_room_api_rooms__room_id__face_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaceOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    choose_face_of_room_api_rooms__room_id__face_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FaceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_off_face_of_room_api_rooms__room_id__face_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    favour_room_api_rooms__room_id__favourite_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    unfavour_room_api_rooms__room_id__favourite_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    put_room_api_rooms__room_id__folder_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_followed_api_rooms__room_id__following_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowedRoomOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    follow_one_api_rooms__room_id__following_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    stop_following_api_rooms__room_id__following_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_gallery_along_api_rooms__room_id__following_gallery_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                hung?: components["schemas"]["Hung"];
                limit?: number | null;
            };
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GalleryOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_followed_paper_api_rooms__room_id__following_paper_get: {
        parameters: {
            query?: {
                after?: number | null;
                first?: string | null;
                last?: string | null;
            };
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    look_at_one_api_rooms__room_id__following_seen_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeenIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_gallery_api_rooms__room_id__gallery_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                hung?: components["schemas"]["Hung"];
                limit?: number | null;
            };
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GalleryOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_invitations_api_rooms__room_id__guests_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    invite_guests_api_rooms__room_id__guests_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteGuestsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    foresee_api_rooms__room_id__guests_look_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuestListIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestRowsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_former_room_api_rooms__room_id__handover_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormerPageOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_predecessors_api_rooms__room_id__handovers_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PredecessorsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_choices_api_rooms__room_id__label_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChoicesOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    give_api_rooms__room_id__label_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelabelIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    appoint_one_api_rooms__room_id__managers__account_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    withdraw_one_api_rooms__room_id__managers__account_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: AccountId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    invite_api_rooms__room_id__members_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_api_rooms__room_id__members__account_id__delete: {
        parameters: {
            query?: {
                successor?: string | null;
            };
            header?: never;
            path: {
                account_id: AccountId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_page_api_rooms__room_id__messages_get: {
        parameters: {
            query?: {
                after?: number | null;
                around?: MessageId | null;
                before?: number | null;
                cursor?: string | null;
                limit?: number | null;
            };
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    post_api_rooms__room_id__messages_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["yoriai__talk__messages__command__PostIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    find_api_rooms__room_id__messages__message_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: MessageId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    edit_api_rooms__room_id__messages__message_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: MessageId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    keep_message_api_rooms__room_id__messages__message_id__favourite_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: MessageId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    keep_one_api_rooms__room_id__messages__message_id__later_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: MessageId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LaterIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    let_one_go_api_rooms__room_id__messages__message_id__later_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: MessageId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    finish_one_api_rooms__room_id__messages__message_id__later_done_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: MessageId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_one_up_api_rooms__room_id__messages__message_id__later_done_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: MessageId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_reacted_api_rooms__room_id__messages__message_id__reactions__kind__get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path: {
                kind: components["schemas"]["yoriai__talk__reactions__models__Kind"];
                message_id: MessageId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReactedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_reaction_api_rooms__room_id__messages__message_id__reactions__kind__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["schemas"]["yoriai__talk__reactions__models__Kind"];
                message_id: MessageId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    unset_reaction_api_rooms__room_id__messages__message_id__reactions__kind__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["schemas"]["yoriai__talk__reactions__models__Kind"];
                message_id: MessageId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    count_readers_api_rooms__room_id__messages__message_id__readers_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: MessageId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadersOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    name_readers_api_rooms__room_id__messages__message_id__readers__side__get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path: {
                message_id: MessageId;
                room_id: RoomId;
                side: components["schemas"]["Side"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReaderNamesOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_versions_api_rooms__room_id__messages__message_id__versions_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path: {
                message_id: MessageId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    withdraw_api_rooms__room_id__messages__message_id__withdrawal_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: MessageId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawnOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_nameable_api_rooms__room_id__nameable_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NameableOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    choose_notify_api_rooms__room_id__notify_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotifyIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    join_api_rooms__room_id__own_membership_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_paper_api_rooms__room_id__paper_get: {
        parameters: {
            query?: {
                after?: number | null;
                first?: string | null;
                last?: string | null;
            };
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_board_api_rooms__room_id__pins_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    pin_api_rooms__room_id__pins__message_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: MessageId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    unpin_api_rooms__room_id__pins__message_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: MessageId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    mark_api_rooms__room_id__read_mark_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    mark_unread_api_rooms__room_id__read_mark_back_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutBackIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    schedule_api_rooms__room_id__scheduled_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_thread_api_rooms__room_id__threads__message_id__get: {
        parameters: {
            query?: {
                after?: number | null;
                before?: number | null;
                limit?: number | null;
            };
            header?: never;
            path: {
                message_id: MessageId;
                room_id: RoomId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_drafts_api_roster_drafts_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftsOut"];
                };
            };
        };
    };
    bring_api_roster_drafts_post: {
        parameters: {
            query: {
                name?: string;
                organization_id?: OrganizationId | null;
                request_key: string;
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BroughtOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_draft_api_roster_drafts__draft_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    forget_api_roster_drafts__draft_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decide_columns_api_roster_drafts__draft_id__columns_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ColumnsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_difference_api_roster_drafts__draft_id__difference_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                kind?: components["schemas"]["LineKind"] | null;
            };
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DifferenceOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    save_difference_api_roster_drafts__draft_id__difference_csv_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_over_api_roster_drafts__draft_id__import_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_progress_api_roster_drafts__draft_id__progress_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgressOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    choose_sheet_api_roster_drafts__draft_id__sheet_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_imports_api_roster_imports_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_import_api_roster_imports__import_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_back_api_roster_imports__import_id__undone_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_scheduled_api_scheduled_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledList"];
                };
            };
        };
    };
    reschedule_api_scheduled__scheduled_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduled_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    give_up_api_scheduled__scheduled_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduled_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    send_now_api_scheduled__scheduled_id__sending_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduled_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_screen_api_screen_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreenOut"];
                };
            };
        };
    };
    keep_api_second_factor_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SealedBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    give_up_api_second_factor_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedOut"];
                };
            };
        };
    };
    confirm_api_second_factor_confirm_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    begin_api_second_factor_offer_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferOut"];
                };
            };
        };
    };
    draw_recovery_api_second_factor_recovery_codes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodesOut"];
                };
            };
        };
    };
    read_own_api_security_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityOut"];
                };
            };
        };
    };
    read_sessions_api_sessions_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsOut"];
                };
            };
        };
    };
    end_others_api_sessions_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedOut"];
                };
            };
        };
    };
    end_api_sessions__session_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: SessionId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_setting_api_settings__name__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_setting_api_settings__name__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: components["schemas"]["JsonValue"];
                };
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    make_folder_api_shelf_folders_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FolderIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FolderMadeOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_folder_api_shelf_folders__folder_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                folder_id: FolderId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_folder_api_shelf_folders__folder_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                folder_id: FolderId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FolderChangeIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_kept_messages_api_shelf_messages_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                organization?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptMessagesOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    let_message_go_api_shelf_messages__message_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: MessageId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_showing_api_showing_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinksOut"];
                };
            };
        };
    };
    begin_showing_api_showing_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShowingIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    enter_api_sign_in_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    give_code_api_sign_in_code_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    keep_api_sign_in_second_factor_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SealedBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    confirm_api_sign_in_second_factor_confirm_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    begin_api_sign_in_second_factor_offer_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferOut"];
                };
            };
        };
    };
    leave_api_sign_out_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_slips_api_slips_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                q?: string;
                stage?: components["schemas"]["Stage"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlipListOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    issue_slips_api_slips_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    print_slips_api_slips_pdf_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_special_posts_api_special_posts_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpecialPostsOut"];
                };
            };
        };
    };
    limit_api_special_posts__special_post_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                special_post_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WritingLimitIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    name_delegate_api_special_posts__special_post_id__delegates_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                special_post_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegateIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegateOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    end_delegate_of_api_special_posts__special_post_id__delegates__delegate_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delegate_id: string;
                special_post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_unit_api_units__unit_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit_id: UnitId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeUnitIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedUnitOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    close_api_units__unit_id__closing_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit_id: UnitId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosingIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reopen_unit_api_units__unit_id__closing_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit_id: UnitId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_unit_history_api_units__unit_id__history_get: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path: {
                unit_id: UnitId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    place_unit_api_units__unit_id__place_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit_id: UnitId;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceUnitIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    come_back_api_unlock_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnlockBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_limits_api_uploads_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitsOut"];
                };
            };
        };
    };
    begin_upload_api_uploads_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    read_protocol_api_uploads_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    give_up_upload_api_uploads__upload_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    look_at_upload_api_uploads__upload_id__head: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    bring_piece_api_uploads__upload_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_usage_api_usage_get: {
        parameters: {
            query?: {
                fiscal_year?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_out_api_usage_export_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsageExportIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_watchwords_api_watchwords_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchwordsOut"];
                };
            };
        };
    };
    watch_for_api_watchwords_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WatchwordIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchwordOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    forget_word_api_watchwords__watchword_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                watchword_id: WatchwordId;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_oneself_api_welcome_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneselfOut"];
                };
            };
        };
    };
    be_welcome_api_welcome_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_why_api_why__operation__get: {
        parameters: {
            query?: {
                room?: string | null;
                whom?: string | null;
            };
            header?: never;
            path: {
                operation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
}
