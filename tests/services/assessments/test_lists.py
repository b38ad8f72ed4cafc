from __future__ import annotations

import io

from tests.services.assessments.world import book, invite

from corridor.kernel.people import api as people
from corridor.kernel.tables import api as tables
from corridor.services.assessments import api as assessments
from corridor.services.assessments import lists, reads


def test_names_are_in_the_file_only_for_those_who_may_read_them(
    session: assessments.Session, her: people.Person
) -> None:
    book(invite(session, her)[0])
    found = reads.candidates_of(session)
    for named in (True, False):
        held = io.BytesIO()
        tables.write(lists.candidates_table(named=named), found, held)
        assert ("Amina Rahmani" in held.getvalue().decode()) is named
        assert her.reference_spaced in held.getvalue().decode()


def test_the_template_has_a_column_for_each_line(session: assessments.Session) -> None:
    table = lists.results_template(session)
    assert table.names == ["reference", "safety", "plan", "weld", "time"]
    assert table.reads_back
