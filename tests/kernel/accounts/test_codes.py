from corridor.kernel.accounts.codes import digest_of, new_code, new_token


def test_secrets_differ_and_only_their_hash_is_kept() -> None:
    codes = {new_code() for _ in range(100)}
    assert len(codes) == 100
    assert min(map(len, codes)) >= 32
    assert new_token().startswith("corridor_")
    # SHA-256 of "abc", FIPS 180-2 appendix B.1
    assert digest_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
