#!/bin/sh
# PostgreSQL の待機系：空なら本体から写してから、引数の命令で動きます。
set -eu

if [ ! -s "$PGDATA/PG_VERSION" ]; then
    # 写し終わったものだけが PGDATA になります。途中で止まった写しは、はじめからやり直します。
    copy="$PGDATA.part"
    # 秘密は環境で渡します。命令の引数に書くと、写し終わるまで、同じ機械のほかの利用者に見えます（ps）。
    export PGPASSWORD="$REPLICATION_PASSWORD"
    until rm -rf "$copy" && mkdir -p "$copy" && chmod 0700 "$copy" &&
        pg_basebackup --pgdata="$copy" --wal-method=stream --checkpoint=fast --write-recovery-conf --no-password ${BASEBACKUP_MORE:-} \
            --dbname="host=${PRIMARY_HOST:-primary} port=${PRIMARY_PORT:-5432} user=replicator application_name=standby"; do
        sleep 2
    done
    unset PGPASSWORD
    # 待機系を待つのは本体だけです。本体に代わったときに、いない待機系を待って止まらないようにします。
    echo "synchronous_standby_names = ''" >>"$copy/postgresql.auto.conf"
    [ ! -d "$PGDATA" ] || rmdir "$PGDATA"
    mv "$copy" "$PGDATA"
fi
exec "$@"
