"""What every test may ask for."""

pytest_plugins = [
    "tests.own_home",
    "tests.databases",
    "tests.fixed_clock",
    "tests.leftovers",
    "tests.offices",
    "tests.inquiry_desk",
]
