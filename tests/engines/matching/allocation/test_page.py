import re
from pathlib import Path

PAGE = Path(__file__).parents[4] / "docs" / "engines" / "allocation.md"


def test_every_sample_on_the_page_runs() -> None:
    samples = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(samples) >= 5
    names: dict[str, object] = {}
    for sample in samples:
        exec(compile(sample, str(PAGE), "exec"), names)  # noqa: S102
