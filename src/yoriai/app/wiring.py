"""The list of features: the only place that knows them all, in the order of their districts."""

from collections.abc import Sequence

from yoriai.app.body_settings import body_settings
from yoriai.app.missed import missed
from yoriai.app.modules import modules
from yoriai.app.network import network
from yoriai.app.why.feature import why
from yoriai.people.accounts.delegates.feature import delegates
from yoriai.people.accounts.department_accounts.feature import department_accounts
from yoriai.people.accounts.feature import accounts
from yoriai.people.accounts.leaders.feature import leaders
from yoriai.people.accounts.requests.feature import account_requests
from yoriai.people.accounts.roster.feature import roster
from yoriai.people.accounts.slips.feature import slips
from yoriai.people.accounts.special_posts.feature import special_posts
from yoriai.people.files.feature import files
from yoriai.people.orgs.feature import orgs
from yoriai.people.preferences.feature import preferences
from yoriai.people.presence.feature import presence
from yoriai.people.sessions.feature import sessions
from yoriai.people.sessions.second_factor.feature import second_factor
from yoriai.people.zones.feature import zones
from yoriai.platform.facts.feature import journal
from yoriai.platform.feature import Feature
from yoriai.platform.jobs.feature import jobs
from yoriai.talk.attachments import attach
from yoriai.talk.attachments.feature import attachments
from yoriai.talk.delegates.feature import delegated_rooms
from yoriai.talk.departments.feature import departments
from yoriai.talk.drafts.feature import drafts
from yoriai.talk.faces.feature import faces
from yoriai.talk.federation.feature import federation
from yoriai.talk.following.feature import following
from yoriai.talk.guests.feature import guests
from yoriai.talk.later.feature import later
from yoriai.talk.leader_rooms.feature import leader_rooms
from yoriai.talk.mentions.feature import mentions
from yoriai.talk.messages import brought, parts
from yoriai.talk.messages.feature import messages
from yoriai.talk.neighbours.feature import neighbours
from yoriai.talk.pins.feature import pins
from yoriai.talk.practice.feature import practice
from yoriai.talk.reactions.feature import reactions
from yoriai.talk.receipts.feature import read_counts, reader_lists, receipts
from yoriai.talk.rooms.feature import rooms
from yoriai.talk.scheduled.feature import scheduled
from yoriai.talk.shelf.feature import shelf
from yoriai.talk.timeline.feature import timeline
from yoriai.talk.typing.feature import typing
from yoriai.talk.unit_talks.feature import unit_talks
from yoriai.talk.watchwords.feature import watchwords
from yoriai.watch.audit.feature import audit
from yoriai.watch.audit.inspections.feature import inspections
from yoriai.watch.audit.packs.feature import audit_packs
from yoriai.watch.usage.feature import usage

# What messages may be made of beside words and names.
parts.KINDS[attach.KIND] = attach.PART
brought.LOOKS[attach.KIND] = attach.look

FEATURES: Sequence[Feature] = (
    journal,
    jobs,
    sessions,  # first, for whoever guesses passwords shall not have every other route tried before each refusal
    second_factor,
    orgs,
    zones,
    files,
    accounts,
    leaders,
    department_accounts,
    delegates,
    special_posts,
    account_requests,
    slips,
    roster,
    presence,
    preferences,
    rooms,
    departments,
    leader_rooms,
    delegated_rooms,
    unit_talks,
    guests,
    federation,
    neighbours,
    messages,
    attachments,
    faces,
    mentions,
    watchwords,
    following,
    later,
    reactions,
    pins,
    receipts,
    read_counts,
    reader_lists,
    shelf,
    typing,
    drafts,
    scheduled,
    practice,
    timeline,
    usage,
    audit,
    inspections,
    audit_packs,
    modules,
    body_settings,
    network,
    why,
    missed,
)
