from django.template import Context, Template


def test_json_in_an_attribute_cannot_break_out_of_it() -> None:
    page = Template('{% load passkeys %}<b data-options="{{ value|as_json }}"></b>')
    shown = page.render(Context({"value": {"a": '"><script>alert(1)</script>'}}))
    assert "<script>" not in shown
    assert shown.count('"') == 2
