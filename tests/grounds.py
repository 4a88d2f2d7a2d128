"""The ground on which towns are built: one prepared database of each kind, copied for every test."""

import asyncio
import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from sqlalchemy import text

from tests.cast import settle
from tests.postgres import ask, database, line_to, postgres
from yoriai.app.cli.migrate import bring_up
from yoriai.platform.db.store import opened
from yoriai.platform.settings import Settings


@dataclass(frozen=True)
class Ground:
    """A database that holds the cast and their rooms. Nobody writes to it any more."""

    kind: str
    url: str
    server: str = ""
    used: list["Copy"] = field(default_factory=list["Copy"])
    """Copies that a test has been through: put right again, they are as good as new and there at once."""

    @contextmanager
    def copied(self, folder: Path, *, rebuilds: bool = False) -> Generator[str]:
        """The URL of a copy that one test may spoil. A test that rebuilds its tables has one to itself."""
        if self.kind == "sqlite":
            file = folder / f"{uuid4().hex}.db"
            shutil.copyfile(self.url.removeprefix("sqlite:"), file)
            yield f"sqlite:{file}"
            for each in folder.glob(f"{file.name}*"):  # with its logs: the folder may lie in memory
                each.unlink()
        elif rebuilds:
            with database(self.server, template="town") as url:
                yield url
        else:
            copy = self.used.pop() if self.used else self._copy()
            copy.put_right()
            yield copy.url
            self.used.append(copy)

    def _copy(self) -> "Copy":
        made = f"t{uuid4().hex}"
        ask(self.server, "createdb", "--template", "town", made)
        url = urlsplit(self.server)._replace(path=f"/{made}").geturl()
        return Copy(url, line_to(url))

    @contextmanager
    def empty(self, folder: Path) -> Generator[str]:
        """The URL of a database in which nothing is yet."""
        if self.kind == "sqlite":
            yield f"sqlite:{folder / 'empty.db'}"
        else:
            with database(self.server) as url:
                yield url


@dataclass(frozen=True)
class Copy:
    """A database that tests may spoil, with a line to it that stays open: whoever comes new has all of it to learn."""

    url: str
    line: subprocess.Popen[str]

    def put_right(self) -> None:
        assert self.line.stdin and self.line.stdout and self.line.stderr
        print("SELECT again.whole();\n\\echo whole", file=self.line.stdin, flush=True)
        if self.line.stdout.readline() != "whole\n":
            raise RuntimeError(self.line.stderr.read())

    def forget(self) -> None:
        self.line.kill()
        self.line.communicate()


@contextmanager
def grounds(kind: str, folder: Path) -> Generator[Ground]:
    """Prepare one kind of database by the real migrations."""
    if kind == "sqlite":
        url = f"sqlite:{folder / 'town.db'}"
        asyncio.run(prepare(url))
        yield Ground(kind, url)
        return
    with postgres(durable=False) as server, database(server, name="town") as url:
        asyncio.run(prepare(url))
        tell(url, AGAIN)
        ground = Ground(kind, url, server)
        yield ground
        for copy in ground.used:
            copy.forget()


# Every row of the town is kept beside it, so that a copy that was spoilt can be put right in one go.
AGAIN = """
CREATE SCHEMA again;
DO $$ DECLARE name text; BEGIN
  CREATE TABLE again."the counters" AS
    SELECT format('%I', sequencename) AS name, last_value AS last FROM pg_sequences WHERE schemaname = 'public';
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('CREATE TABLE again.%I AS TABLE public.%I', name, name);
  END LOOP;
END $$;
CREATE FUNCTION again.whole() RETURNS void LANGUAGE plpgsql AS $$ DECLARE name text; BEGIN
  -- What a failed test has left open must not hold up the next one.
  PERFORM pg_terminate_backend(pid, 1000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid();
  SET LOCAL session_replication_role = replica;
  -- To truncate a table makes new files for it and all its indexes: where there is little, taking it out is quicker.
  IF (SELECT max(pg_relation_size(format('public.%I', tablename))) FROM pg_tables WHERE schemaname = 'public') > 500000
  THEN
    EXECUTE (SELECT 'TRUNCATE ' || string_agg(format('public.%I', tablename), ', ')
      FROM pg_tables WHERE schemaname = 'public');
  END IF;
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    IF pg_relation_size(format('public.%I', name)) > 0 THEN
      EXECUTE format('DELETE FROM public.%I', name);
    END IF;
  END LOOP;
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'again' AND tablename <> 'the counters' LOOP
    EXECUTE format('INSERT INTO public.%I OVERRIDING SYSTEM VALUE SELECT * FROM again.%I', name, name);
  END LOOP;
  PERFORM setval(format('public.%s', counters.name)::regclass, coalesce(last, 1), last IS NOT NULL)
    FROM again."the counters" AS counters;
END $$;
"""


def tell(url: str, command: str) -> None:
    """One command to one database."""
    name = urlsplit(url).path.removeprefix("/")
    ask(url, "psql", "--no-psqlrc", "-q", "-v", "ON_ERROR_STOP=1", "-d", name, "-c", command)


async def prepare(url: str) -> None:
    """Bring an empty database up, and settle the cast in it."""
    await bring_up(Settings(database=url))
    async with opened(url) as store:
        await settle(store)
        if store.is_single_writer:  # the copy is of one file: bring the log home first
            async with store.reading() as session:
                await session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
