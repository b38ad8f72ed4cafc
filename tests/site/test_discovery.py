from corridor.site.discovery import gathered, modules


def test_modules_are_found_by_name_lowest_app_first() -> None:
    names = [module.__name__ for module in modules("models")]
    assert names.index("corridor.kernel.record.models") < names.index(
        "corridor.kernel.accounts.models"
    )


def test_apps_without_the_module_are_passed_over() -> None:
    assert list(modules("no_such_module")) == []
    assert gathered("apps", "no_such_list") == []
