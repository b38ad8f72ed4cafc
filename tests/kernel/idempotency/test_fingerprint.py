from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import RequestFactory

from corridor.kernel.idempotency.fingerprint import fingerprint

make = RequestFactory()


def json_post(body: str, address: str = "/api/v1/x/") -> HttpRequest:
    return make.post(address, body, content_type="application/json")


def test_json_counts_by_what_it_says() -> None:
    one = fingerprint(json_post('{"a": 1, "b": [2]}'))
    assert one == fingerprint(json_post('{"b":[2],"a":1}'))
    assert one != fingerprint(json_post('{"a": 1, "b": [3]}'))


def test_address_query_and_method_count() -> None:
    seen = {
        fingerprint(json_post("{}")),
        fingerprint(json_post("{}", "/api/v1/y/")),
        fingerprint(json_post("{}", "/api/v1/x/?publish=1")),
        fingerprint(make.put("/api/v1/x/", "{}", content_type="application/json")),
        fingerprint(json_post("not json")),
        fingerprint(json_post("")),
    }
    assert len(seen) == 6


def test_a_form_counts_by_its_fields_and_files_not_by_how_it_is_packed() -> None:
    def upload(content: bytes, title: str = "t") -> HttpRequest:
        file = SimpleUploadedFile("a.pdf", content)
        return make.post("/api/v1/x/", {"file": file, "title": title})

    first, again = upload(b"one"), upload(b"one")
    again.META["CONTENT_TYPE"] += "; charset=utf-8"
    assert fingerprint(first) == fingerprint(again)
    assert first.FILES["file"].read() == b"one", "the operation still reads the file"
    assert fingerprint(upload(b"two")) != fingerprint(upload(b"one"))
    assert fingerprint(upload(b"one", "u")) != fingerprint(upload(b"one"))
