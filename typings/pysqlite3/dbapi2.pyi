"""The same names and types as sqlite3.dbapi2 of the standard library."""

from sqlite3.dbapi2 import *
