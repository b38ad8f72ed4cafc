from corridor.kernel.documents import vault


def test_what_is_put_is_read_back_and_only_the_owner_of_the_machine_reads_the_folder() -> None:
    path = vault.put(b"proof", number="abcdef")
    assert vault.read(path) == b"proof"
    assert (vault.folder() / path).parent.stat().st_mode & 0o077 == 0
    vault.remove(path)
    vault.remove(path)
    assert not (vault.folder() / path).exists()
