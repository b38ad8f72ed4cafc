from typer.testing import CliRunner

from corridor.site.cli import build


def test_help_lists_the_commands() -> None:
    answer = CliRunner().invoke(build(), ["--help"])
    assert answer.exit_code == 0
    assert "serve" in answer.output
    assert "manage" in answer.output
