# 寄合 Yoriai: every command of the house. Needs make and a Python of at least 3.11; the rest is fetched into this folder.
#
#   make run           実演用の町をつくって起動します（Ctrl-C で終わり） / start with a demo town
#   make test          すべての試験（SQLite、PostgreSQL、ブラウザー） / the whole suite
#   make test ARGS=tests/kit  その一部だけ（pytest の引数） / a part of it: what follows goes to pytest
#   make test-outside  外部プログラムが要る試験 / tests that need system programs
#   make check         書式・型・層・約束ごとの検査 / format, types, layers, house rules
#   make faults        障害の試験（10 分、ONLY=F1 SETUPS=pg-2 SEED=7 で一部） / hurt running servers for ten minutes
#   make faults-long   その長いもの（HOURS=8） / the same for hours
#   make fuzz          でたらめな命令を百万通送る（FRAMES=10000 SEED=7 で加減） / a million strange commands
#   make bench         速さの計測（ONLY=A1,B1 で一部） / measure speed
#   make shots         画面の写真（ARGS="slips room" で一部） / take the pictures of the screens
#   make demo-reset    実演用の町を捨てて、次の make run でつくり直す / forget the demo town
#   make clean         つくったものを消す（data/ は残す） / remove what was built, keep data/

SHELL := /bin/sh
.NOTPARALLEL:

# What another environment left behind must not decide which Python or which packages run here.
unexport PYTHONHOME PYTHONPATH PYTHONSAFEPATH PYTHONSTARTUP PYTHONINSPECT VIRTUAL_ENV CONDA_PREFIX CONDA_DEFAULT_ENV MAKEFLAGS MFLAGS

# A name on the path may be an empty shim or an old version: the first that really runs and is new enough is taken.
FIND_PYTHON = found=; for python in "$(PYTHON)" python3 python3.14 python3.13 python3.12 python3.11; do \
	if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	echo 'Python 3.11 以上が見つかりません。入れてから、または make PYTHON=/path/to/python3 としてやり直してください。 / No Python of at least 3.11 found: install one, or say make PYTHON=/path/to/python3.' >&2; \
	exit 1; fi

.PHONY: help run test test-outside check faults faults-long fuzz bench shots demo-reset clean

help:
	@sed -n 's/^#   //p' Makefile

run test test-outside check faults faults-long fuzz bench shots demo-reset clean:
	@$(FIND_PYTHON); exec "$$found" -m tools.bootstrap $@ $(ARGS)
