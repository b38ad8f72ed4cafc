"""The map of origins and destinations."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.utils.translation import override

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places
from corridor.site import maps
from corridor.site.maps import Flow

FLOWS = [
    Flow(origin="ETH", destination="QAT", count=40, url="/x"),
    Flow(origin="PHL", destination="QAT", count=10),
    Flow(origin="ETH", destination="DEU", count=9),
    Flow(origin="ETH", destination="QAT", count=1),
]


@pytest.fixture
def facts(db: None) -> None:
    places.load(actor=COMMAND_LINE, name="starter")


def drawn(flows: list[Flow]) -> tuple[str, BeautifulSoup]:
    template = Template('{% load ui %}{% world_map "Map" flows "Places" %}')
    text = template.render(Context({"flows": flows}))
    return text, BeautifulSoup(text, "html.parser")


# Šavrič, Patterson and Jenny (2018): half the width and height of a unit globe, and the pole line
# at 0.59 of the equator.
@pytest.mark.parametrize(
    ("longitude", "latitude", "x", "y"),
    [(0, 0, 0, 0), (180, 0, 2.7066, 0), (0, 90, 0, 1.3173), (180, 90, 0.592 * 2.7066, 1.3173)],
)
def test_the_projection_is_equal_earth(longitude, latitude, x, y) -> None:
    found = maps.equal_earth(longitude, latitude)
    assert found == pytest.approx((x, y), abs=5e-3)


def test_the_map_covers_its_frame_and_cuts_no_continent() -> None:
    assert maps.projected(11, 80)[1] == 0
    assert maps.projected(11, -56)[1] == maps.HEIGHT
    assert maps.projected(11, 0)[0] == maps.WIDTH // 2
    assert maps.projected(190, 66) == maps.projected(-170, 66)


def test_the_same_pair_is_one_line_and_the_largest_comes_first(facts: None) -> None:
    found = maps.world_map(FLOWS)
    assert [(row.origin, row.destination, row.count) for row in found.rows] == [
        ("Ethiopia", "Qatar", 41),
        ("Philippines", "Qatar", 10),
        ("Ethiopia", "Germany", 9),
    ]
    assert (found.total, found.undrawn) == (60, 0)
    assert found.rows[0].url == "/x"


def test_a_circle_grows_with_its_area(facts: None) -> None:
    radii = {
        circle.name: circle.radius
        for circle in maps.world_map(FLOWS).circles
        if circle.kind == "destination"
    }
    assert radii["Qatar"] == maps.CIRCLE_MOST
    assert radii["Germany"] == round(maps.CIRCLE_MOST * (9 / 51) ** 0.5)


def test_every_number_of_the_picture_stands_in_the_table(facts: None) -> None:
    _text, page = drawn(FLOWS)
    assert page.select_one("svg.map")["role"] == "img"
    assert "Qatar: 41" in page.select_one("svg.map")["aria-label"]
    assert [cell.text for cell in page.select("tbody .number")] == ["41", "10", "9"]
    assert page.select_one("tfoot .number").text == "60"


def test_it_weighs_less_than_ten_kilobytes(facts: None) -> None:
    codes = sorted(places.points())[:30]
    flows = [Flow(origin="ETH", destination=code, count=place) for place, code in enumerate(codes)]
    _text, page = drawn(flows)
    assert len(str(page.select_one("svg.map")).encode()) < 10_000
    assert page.select_one("svg.map .land")


def test_destinations_alone_are_circles_without_arcs(facts: None) -> None:
    _text, page = drawn([Flow(destination="ITA", count=3)])
    assert page.select(".to")
    assert not page.select(".arc, .from")
    assert "Where from" not in page.text


def test_a_country_without_a_point_is_in_the_table_alone(facts: None) -> None:
    _text, page = drawn([Flow(destination="ITA", count=3), Flow(destination="XKX", count=2)])
    assert "XKX" in page.select_one("tbody").text
    assert "1 line of the table is not drawn." in page.text


def test_without_coasts_the_lines_of_the_globe_stand_in(facts: None) -> None:
    from corridor.kernel.places.models import Outline

    Outline.objects.all().delete()
    places.DataSet.objects.all().delete()
    _text, page = drawn(FLOWS)
    assert page.select_one(".graticule")
    assert not page.select(".land")


def test_nothing_to_show_says_so(facts: None) -> None:
    _text, page = drawn([Flow(destination="ITA", count=0)])
    assert "Nothing to show yet." in page.text
    assert not page.select("svg")


def test_nobody_goes_less_than_once(db: None) -> None:
    with pytest.raises(ValueError, match="cannot go"):
        maps.world_map([Flow(origin="ETH", destination="QAT", count=-1)])


def test_the_map_speaks_arabic_and_is_not_mirrored(facts: None) -> None:
    _text, english = drawn(FLOWS)
    with override("ar"):
        _text, arabic = drawn(FLOWS)
    assert "قطر" in arabic.text
    assert "٤١" in arabic.text
    assert arabic.select_one(".arc")["d"] == english.select_one(".arc")["d"]
