from django.template import Context, Template


def test_a_role_is_said_in_words() -> None:
    page = Template("{% load roles %}{{ role|role_label }}")
    assert page.render(Context({"role": "attache"})) == "Labour attaché"
