"""The components give the markup that people and their assistive technology need."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Context, RequestContext, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils.translation import override


class Form(forms.Form):
    name = forms.CharField(label="Name", help_text="As in your passport")
    way = forms.ChoiceField(label="Way", choices=[("a", "A")], widget=forms.RadioSelect)
    agreed = forms.BooleanField(label="Agreed", required=False)
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


def drawn(text: str, address: str = "/list", **context) -> BeautifulSoup:
    request = RequestFactory().get(address)
    template = Template("{% load ui %}" + text)
    return BeautifulSoup(template.render(RequestContext(request, context)), "html.parser")


def test_a_field_ties_its_label_hint_and_error_to_the_control() -> None:
    page = drawn("{% field form.name %}", form=Form({"name": ""}))
    control = page.select_one("input")
    assert page.select_one("label")["for"] == control["id"]
    assert control["aria-invalid"] == "true"
    told = [page.find(id=name) for name in control["aria-describedby"].split()]
    assert "As in your passport" in told[0].text
    assert "required" in told[1].text


def test_a_field_without_fault_claims_none() -> None:
    control = drawn("{% field form.name %}", form=Form()).select_one("input")
    assert not control.has_attr("aria-invalid")
    assert control["aria-describedby"] == "id_name_hint"


def test_choices_stand_in_a_fieldset_with_a_legend() -> None:
    page = drawn("{% field form.way %}", form=Form({}))
    assert page.select_one("fieldset > legend").text.split() == ["Way"]
    assert page.select_one("fieldset")["aria-describedby"] == "id_way_error"


def test_a_single_choice_has_its_label_beside_it() -> None:
    page = drawn("{% field form.agreed %}", form=Form())
    assert page.select_one(".choice > input + label")["for"] == "id_agreed"


def test_the_error_summary_links_each_fault_to_its_field() -> None:
    form = Form({"name": "", "way": ""})
    form.add_error(None, "Nothing fits together.")
    page = drawn("{% error_summary form %}", form=form)
    assert page.select_one("[role=alert]")
    assert [link["href"] for link in page.select("a")] == ["#id_name", "#id_way"]
    assert page.select_one("a").text == "Name: This field is required."
    assert "Nothing fits together." in page.text


def test_all_fields_of_a_form_are_drawn_hidden_ones_too() -> None:
    page = drawn("{% fields form %}", form=Form())
    assert {control["name"] for control in page.select("input")} == set(Form.base_fields)
    assert page.select_one("[name=secret]")["type"] == "hidden"


def test_filters_offer_to_clear_only_what_is_set() -> None:
    assert not drawn("{% filters form %}", form=Form()).select("a[href='/list']")
    assert drawn("{% filters form %}", "/list?name=x", form=Form()).select("a[href='/list']")


class Long(forms.Form):
    a, b, c, d, e, f = (forms.CharField(required=False) for _ in range(6))


def test_many_filters_are_folded_until_one_of_them_is_set() -> None:
    folded = drawn("{% filters form %}", form=Long()).select_one("details")
    assert [field["name"] for field in folded.select("input")] == ["d", "e", "f"]
    assert not folded.has_attr("open")
    assert drawn("{% filters form %}", "/list?e=x", form=Long({"e": "x"})).select("details[open]")
    assert not drawn("{% filters form %}", form=Form()).select("details")


def test_pages_keep_the_filters() -> None:
    page = Paginator(range(30), 10).page(2)
    links = drawn("{% pagination page %}", "/list?q=nurse&page=2", page=page).select("a")
    assert [link["href"] for link in links] == ["?q=nurse&page=1", "?q=nurse&page=3"]


def test_a_single_page_is_not_numbered() -> None:
    assert drawn("{% pagination page %}", page=Paginator([1], 10).page(1)).text.strip() == ""


def test_exports_keep_the_filters() -> None:
    links = drawn("{% exports %}", "/list?q=nurse&page=3").select("a")
    assert [link.text for link in links] == ["CSV", "XLSX", "JSON"]
    link = links[0]
    assert link["href"] == "?q=nurse&format=csv"


def test_breadcrumbs_end_where_we_are() -> None:
    page = drawn('{% breadcrumbs "Jobs" "/jobs" "Nurse" %}')
    assert page.select_one("a")["href"] == "/jobs"
    assert page.select_one("[aria-current=page]").text == "Nurse"


def test_the_tab_of_this_address_is_marked() -> None:
    page = drawn('{% tabs "A" "/list" "B" "/other" %}', "/list?q=1")
    assert [tab.text for tab in page.select("[aria-current]")] == ["A"]


def test_blocks_wrap_what_stands_in_them() -> None:
    text = (
        '{% page_header "Title" "Lead" %}<b>act</b>{% endpage_header %}'
        '{% notice tone="bad" title="Stop" %}<i>no</i>{% endnotice %}'
        '{% nothing "None" %}<u>why</u>{% endnothing %}'
        '{% table "Figures" %}<table></table>{% endtable %}'
        '{% toolbar "12" %}<s>x</s>{% endtoolbar %}'
    )
    page = drawn(text)
    assert page.select_one(".page-header .actions b")
    assert page.select_one(".notice[role=alert] i")
    assert page.select_one(".nothing u")
    assert page.select_one("[role=region][tabindex='0'] table")
    assert page.select_one(".toolbar s")


def test_what_people_wrote_is_never_markup() -> None:
    page = drawn("{% tag word %}{% page_header word %}{% endpage_header %}", word="<b>x</b>")
    assert not page.select("b")


def test_an_unknown_tone_is_refused() -> None:
    with pytest.raises(TemplateSyntaxError, match="No tone is called 'pink'"):
        drawn('{% tag "x" tone="pink" %}')


def test_steps_mark_where_one_stands() -> None:
    page = drawn("{% steps items current=2 %}", items=["A", ("B", "now"), "C"])
    assert [item["class"] for item in page.select(".past")] == [["past"]]
    assert "now" in page.select_one("[aria-current=step]").text


def test_figures_of_a_page_follow_its_language() -> None:
    with override("ar"):
        text = Template("{% load ui %}{{ 1200|number }} {{ 150|money:'EUR' }}").render(Context())
    assert text == "١٬٢٠٠ EUR\u00a0١٫٥٠"


def test_facts_and_large_numbers_are_description_lists() -> None:
    page = drawn('{% summary_list rows %}{% stats "Open" 5 %}', rows=[("Place", "Hamburg")])
    assert [item.text.strip() for item in page.select("dd")] == ["Hamburg", "5"]


def test_messages_take_the_tone_of_their_level() -> None:
    text = "{{ 'error'|as_tone }} {{ 'success'|as_tone }} {{ 'debug'|as_tone }}"
    assert drawn(text).text == "bad good info"


def test_one_can_leave_quickly_without_javascript(settings) -> None:
    settings.CORRIDOR_EXIT_URL = "https://weather.example/"
    link = drawn("{% exit_page %}").select_one("a[data-exit]")
    assert link["href"] == "https://weather.example/"
    assert "noreferrer" in link["rel"]


def test_what_was_kept_fills_a_form_that_was_not_sent() -> None:
    request = RequestFactory().get("/list")
    request.kept = QueryDict("name=Amina&way=a&agreed=on")
    template = Template("{% load ui %}{% fields form %}")
    shown = template.render(RequestContext(request, {"form": Form(initial={"name": "Old"})}))
    page = BeautifulSoup(shown, "html.parser")
    assert page.select_one("[name=name]")["value"] == "Amina"
    assert page.select_one("[name=way]").has_attr("checked")
    assert page.select_one("[name=agreed]").has_attr("checked")
    sent = template.render(RequestContext(request, {"form": Form({"name": "New"})}))
    assert BeautifulSoup(sent, "html.parser").select_one("[name=name]")["value"] == "New"


def test_a_box_unticked_before_the_session_ended_stays_unticked() -> None:
    request = RequestFactory().get("/list")
    request.kept = QueryDict("name=Amina")
    template = Template("{% load ui %}{% field form.agreed %}")
    shown = template.render(RequestContext(request, {"form": Form(initial={"agreed": True})}))
    assert not BeautifulSoup(shown, "html.parser").select_one("input").has_attr("checked")


def test_a_button_that_does_one_thing_posts_and_says_for_which_row() -> None:
    shown = drawn('{% act "Undo" "/away/" "second" about="V12" %}')
    form = shown.select_one("form")
    assert (form["method"], form["action"]) == ("post", "/away/")
    assert form.select_one("[name=csrfmiddlewaretoken]")["value"]
    assert form.button["class"] == ["second"]
    assert " ".join(form.button.text.split()) == "Undo V12"


@pytest.mark.parametrize("wrong", ['"/away/" "loud"', '""'])
def test_a_button_without_an_address_or_with_another_look_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"looks second|leads nowhere"):
        drawn("{% act 'Undo' " + wrong + " %}")
