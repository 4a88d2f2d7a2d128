#!/bin/sh
# PostgreSQL の本体を、空のときに一度だけ整えます（docker-entrypoint-initdb.d）。
set -eu

# 秘密は環境から読みます。命令の引数に書くと、同じ機械のほかの利用者に見えます（ps）。
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres <<'SQL'
\getenv ours YORIAI_DB_PASSWORD
\getenv theirs REPLICATION_PASSWORD
CREATE ROLE yoriai LOGIN PASSWORD :'ours';
CREATE DATABASE yoriai OWNER yoriai ENCODING 'UTF8' TEMPLATE template0;
CREATE ROLE replicator LOGIN REPLICATION PASSWORD :'theirs';
-- ここから先の書込みは、待機系のディスクにも書かれてから「終わった」と答えます。
-- 待機系がないと書込みは待ち続けるので、init の終わりに書き、起動し直したときから効かせます。
ALTER SYSTEM SET synchronous_standby_names = 'standby';
SQL
echo "host replication replicator all scram-sha-256" >>"$PGDATA/pg_hba.conf"
