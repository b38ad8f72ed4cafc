from django.test import Client


def test_the_front_page_opens_for_anybody(visitor: Client) -> None:
    answer = visitor.get("/")
    assert answer.status_code == 200
    assert "Corridor" in answer.content.decode()
