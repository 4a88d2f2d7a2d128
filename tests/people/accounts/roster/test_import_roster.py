"""The personnel office takes a roster over: all of it or nothing, and twice is the same as once."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.cast import CITY_HALL, MIHON, SATO, TANAKA
from tests.people.conftest import KEY, Office
from tests.people.questions import questions
from yoriai.kit.ids import uuid7
from yoriai.people.access.actor import staff_of
from yoriai.people.accounts import first_passwords
from yoriai.people.accounts.cards import people_of
from yoriai.people.accounts.models import Posting
from yoriai.people.accounts.roster.faults import Reason, RosterWrong
from yoriai.people.accounts.roster.import_roster import import_roster, roster_in
from yoriai.people.accounts.roster.plan import LineKind
from yoriai.people.orgs import units
from yoriai.people.orgs.models import Department, Organization
from yoriai.platform.work.edge import clock

pytestmark = [pytest.mark.anyio, pytest.mark.req("ADMIN-3", "BASE-6")]

HEADINGS = "職員番号,氏名,ふりがな,所属,職名,メール"
SATO_ROW = "10001,佐藤　花子,さとう はなこ,福祉課,主事,"
NEW = "30001,山田　太郎,ヤマダ タロウ,健康福祉部 健康づくり推進課 地域保健係,主任,yamada@city.mihon.example"
ANOTHER = "30002,小林　さくら,こばやし さくら,健康福祉部 福祉課,主事,kobayashi@city.mihon.example"
STREAM = f"organization/{CITY_HALL}"


async def card(office: Office, login_id: str):
    account = await office.account(login_id)
    async with office.works.reading() as work:
        return (await people_of(work.session, [account.id], staff_of(MIHON)))[account.id]


async def units_of_hall(office: Office):
    async with office.works.reading() as work:
        return await units.units_of(work, CITY_HALL)


async def test_new_people_stand_in_the_directory_with_their_units(office: Office):
    done = await office.takes_over(HEADINGS, NEW, ANOTHER, encoding="cp932")

    assert ([each.login_id for each in done.added], done.changed, done.unchanged) == (
        ["30001", "30002"],
        0,
        0,
    )
    yamada = await card(office, "30001")
    assert (yamada.family, yamada.given, yamada.kana, yamada.job_title) == (
        "山田",
        "太郎",
        "やまだ たろう",
        "主任",
    )
    assert yamada.department == "地域保健係"
    assert yamada.department_path == "健康福祉部 健康づくり推進課 地域保健係"
    assert await office.told(STREAM) == ["orgs.arranged", "accounts.imported"]


@pytest.mark.req("ORG-1", "ORG-16")
async def test_units_form_a_tree_in_the_order_in_which_the_roster_names_them(office: Office):
    await office.takes_over(HEADINGS, NEW, ANOTHER)

    async with office.works.reading() as work:
        rows = (
            await work.session.scalars(select(Department).where(Department.path.startswith("健康福祉部")))
        ).all()
    tree = {row.path: row for row in sorted(rows, key=lambda row: row.display_order)}
    assert [*tree] == [
        "健康福祉部",
        "健康福祉部 健康づくり推進課",
        "健康福祉部 健康づくり推進課 地域保健係",
        "健康福祉部 福祉課",
    ]
    assert [row.kind for row in tree.values()] == ["部", "課", "係", "課"]
    assert tree["健康福祉部 福祉課"].parent_id == tree["健康福祉部"].id
    assert tree["健康福祉部"].parent_id is None


async def test_a_second_time_it_changes_nothing_and_tells_nobody(office: Office):
    await office.takes_over(HEADINGS, NEW, SATO_ROW)
    before = await office.head_count()

    done = await office.takes_over(HEADINGS, NEW, SATO_ROW)

    assert (done.added, done.changed, done.unchanged) == ((), 0, 2)
    assert await office.head_count() == before
    assert await office.told(STREAM) == ["orgs.arranged", "accounts.imported"]


async def test_a_new_title_and_another_unit_change_the_person_and_keep_the_account(office: Office):
    before = await office.account("10001")
    done = await office.takes_over(
        HEADINGS, "10001,佐藤　華子,さとう はなこ,土木課,係長,sato@city.mihon.example"
    )

    assert (done.added, done.changed) == ([], 1)
    after, shown = await office.account("10001"), await card(office, "10001")
    assert (after.id, after.password_hash, after.roles) == (before.id, before.password_hash, before.roles)
    assert (shown.given, shown.department, shown.job_title) == ("華子", "土木課", "係長")
    async with office.works.reading() as work:
        postings = (await work.session.scalars(select(Posting).where(Posting.account_id == SATO))).all()
    assert sorted((posting.until is None, posting.main) for posting in postings) == [
        (False, None),
        (True, True),
    ]


async def test_a_column_that_is_not_there_leaves_what_is_known(office: Office):
    await office.takes_over(f"{HEADINGS},内線,任用形態,表示順", f"{NEW},2345,会計年度,3")

    done = await office.takes_over("職員番号,氏名,ふりがな,所属", ",".join(NEW.split(",")[:4]))

    kept = await office.account("30001")
    assert done.unchanged == 1
    assert (kept.job_title, kept.email) == ("主任", "yamada@city.mihon.example")
    assert (kept.extension, kept.employment_type, kept.display_order) == ("2345", "fixed_term", 3)


@pytest.mark.asvs("V2.3.3")
async def test_one_wrong_row_and_nobody_is_taken(office: Office):
    before = await office.head_count()
    with pytest.raises(RosterWrong) as wrong:
        await office.takes_over(
            HEADINGS,
            NEW,
            "30003,,abc,福祉課,主事,x",
            ANOTHER,
            f"{ANOTHER},余り",
            "30001,山田 花子,やまだ はなこ,,,",
        )
    assert [
        (fault["row"], fault["column"], fault["reason"], fault["other"]) for fault in wrong.value.faults
    ] == [
        (3, "氏名", Reason.MISSING, None),
        (3, "ふりがな", Reason.KANA, None),
        (3, "メール", Reason.EMAIL, None),
        (5, "", Reason.CELLS, None),
        (6, "職員番号", Reason.TWICE, "2"),
    ]
    assert (await office.head_count(), await office.told(STREAM)) == (before, [])


async def test_two_rows_with_one_mail_address_are_both_named(office: Office):
    with pytest.raises(RosterWrong) as wrong:
        await office.takes_over(HEADINGS, NEW, ANOTHER.replace("kobayashi@", "Yamada@"))
    assert wrong.value.details["faults"] == [
        {
            "row": 3,
            "column": "メール",
            "reason": Reason.TWICE,
            "value": "yamada@city.mihon.example",
            "most": None,
            "other": "2",
        }
    ]


async def test_a_mail_address_of_somebody_outside_the_file_is_refused(office: Office):
    await office.takes_over(HEADINGS, NEW)
    with pytest.raises(RosterWrong) as wrong:
        await office.takes_over(HEADINGS, ANOTHER.replace("kobayashi@", "yamada@"))
    assert [(fault["reason"], fault["other"]) for fault in wrong.value.faults] == [(Reason.TAKEN, "30001")]


async def test_two_people_may_exchange_their_addresses(office: Office):
    await office.takes_over(HEADINGS, NEW, ANOTHER)
    swapped = [NEW.replace("yamada@", "kobayashi@"), ANOTHER.replace("kobayashi@", "yamada@")]

    assert (await office.takes_over(HEADINGS, *swapped)).changed == 2
    assert (await office.account("30001")).email == "kobayashi@city.mihon.example"


async def test_trying_it_writes_nothing(office: Office):
    before = await office.head_count()
    done = await office.tries(HEADINGS, NEW, SATO_ROW)
    new = [line.number for line in done.difference.lines if line.kind is LineKind.NEW]
    assert (new, done.added, await office.head_count()) == (["30001"], (), before)


async def test_whoever_is_not_in_the_roster_stays_as_they_are(office: Office):
    before = await card(office, "10003")
    await office.takes_over(HEADINGS, NEW)
    assert await card(office, "10003") == before


@pytest.mark.req("TEXT-7")
async def test_private_characters_and_names_without_a_blank_are_pointed_out(office: Office):
    done = await office.tries(
        HEADINGS, NEW.replace("山田", "\ue000田"), "30009,山田花子,やまだはなこ,福祉課,,"
    )
    assert [(each.row, each.column, each.value) for each in done.difference.private_use] == [
        (2, "氏名", "U+E000")
    ]
    assert [(each.row, each.value) for each in done.difference.unparted] == [(3, "山田花子")]


async def test_a_first_password_is_kept_only_as_what_it_hashes_to(office: Office):
    done = await office.takes_over(HEADINGS, NEW)
    kept, secret = await office.account("30001"), done.added[0].secret

    assert [(each.login_id, each.secret) for each in office.handed] == [("30001", secret)]
    assert len(secret) >= 13
    assert kept.first_password_mac is not None
    assert secret not in kept.first_password_mac
    assert first_passwords.matches(KEY, kept.id, f" {secret.upper()}", kept.first_password_mac)
    assert not first_passwords.matches(b"another key", kept.id, secret, kept.first_password_mac)
    assert not first_passwords.matches(KEY, SATO, secret, kept.first_password_mac)
    assert kept.first_password_expires_at is not None
    assert timedelta(days=89) < kept.first_password_expires_at - clock() < timedelta(days=91)
    assert kept.password_hash is None


async def test_nobody_is_added_whose_first_password_could_not_be_handed_over(office: Office):
    def full_disk(_: object) -> None:
        raise OSError("no space")

    before = await office.head_count()
    with pytest.raises(OSError, match="no space"):
        roster = await roster_in(f"{HEADINGS}\n{NEW}".encode())
        await import_roster(office.works, office.target, roster, replace(office.wish(), hand_over=full_disk))
    assert await office.head_count() == before


async def test_two_imports_at_once_add_everybody_once(office: Office):
    roster = await roster_in(f"{HEADINGS}\n{NEW}\n{ANOTHER}".encode())
    handed: list[str] = []

    async def once() -> None:
        done = await import_roster(office.works, office.target, roster, office.wish())
        handed.extend(each.login_id for each in done.added)

    before = await office.head_count()
    await asyncio.gather(*(once() for _ in range(3)))
    assert await office.head_count() == before + 2
    assert sorted(handed) == ["30001", "30002"]


@pytest.mark.req("ORG-7")
async def test_a_second_organization_gets_a_posting_of_its_own_and_the_main_one_stays(office: Office):
    council = uuid7(clock())
    async with office.works.writing() as work:
        work.session.add(
            Organization(id=council, tenant_id=MIHON, name="見本市議会", display_order=2, created_at=work.now)
        )
    office.target = type(office.target)(MIHON, council, KEY)

    assert (await office.takes_over(HEADINGS, "10003,田中　美保,たなか みほ,事務局,主事,")).changed == 1
    assert (await office.takes_over(HEADINGS, "10003,田中　美保,たなか みほ,議事課,主事,")).changed == 1
    assert (await office.takes_over(HEADINGS, "10003,田中　美保,たなか みほ,議事課,主事,")).unchanged == 1

    assert (await card(office, "10003")).department == "土木課"
    async with office.works.reading() as work:
        still = select(Posting.organization_id, Posting.main).where(
            Posting.account_id == TANAKA, Posting.until.is_(None)
        )
        found = {tuple(row) for row in await work.session.execute(still)}
    assert found == {(CITY_HALL, True), (council, None)}


async def test_a_concurrent_post_in_the_same_hall_is_left_alone(office: Office):
    elsewhere = (await units_of_hall(office))["土木課"]
    async with office.works.writing() as work:
        for main in (None, None):
            work.session.add(
                Posting(
                    id=uuid7(work.now),
                    account_id=SATO,
                    organization_id=CITY_HALL,
                    department_id=elsewhere,
                    main=main,
                    since=work.now,
                )
            )
    assert (await office.takes_over(HEADINGS, SATO_ROW)).unchanged == 1
    assert (await office.takes_over(HEADINGS, SATO_ROW.replace("福祉課", "健康課"))).changed == 1
    assert (await card(office, "10001")).department == "健康課"


async def test_a_thousand_people_are_a_few_statements(office: Office):
    rows = [
        f"{40000 + n},山田　{n}号,やまだ ごう,健康福祉部 第{n % 40}課,主事,m{n}@city.mihon.example"
        for n in range(1000)
    ]
    with questions(office.store) as sent:
        done = await office.takes_over(HEADINGS, *rows)
    assert len(done.added) == 1000
    assert len(sent) <= 24

    moved = [row.replace("主事", "主任").replace("課", "室") for row in rows]
    with questions(office.store) as sent:
        done = await office.takes_over(HEADINGS, *moved)
    assert done.changed == 1000
    assert len(sent) <= 22
