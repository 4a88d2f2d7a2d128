"""Measuring inside one process: every message comes to everybody, and its cost is a figure."""

import pytest

from bench import inside, town


def test_a_message_has_a_cost(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    for module, name, value in (
        (inside, "LARGE", 20),
        (town, "LARGE", 20),
        (inside, "LISTENERS", 5),
        (inside, "WARM", 2),
        (inside, "TURNS", 5),
    ):
        monkeypatch.setattr(module, name, value)
    assert inside.main() == 0
    assert "5 listeners: " in capsys.readouterr().out
