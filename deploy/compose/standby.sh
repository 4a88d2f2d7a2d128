#!/bin/sh
# PostgreSQL の待機系：空なら本体から写してから、引数の命令で動きます。
set -eu

if [ ! -s "$PGDATA/PG_VERSION" ]; then
    mkdir -p "$PGDATA"
    chmod 0700 "$PGDATA"
    until pg_basebackup --pgdata="$PGDATA" --wal-method=stream --checkpoint=fast --write-recovery-conf --no-password ${BASEBACKUP_MORE:-} \
        --dbname="host=${PRIMARY_HOST:-primary} port=${PRIMARY_PORT:-5432} user=replicator password=$REPLICATION_PASSWORD application_name=standby"; do
        sleep 2
    done
fi
exec "$@"
