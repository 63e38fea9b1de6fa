"""A keyring for measuring the start: it knows one secret, from the environment, and keeps none."""

import os

from keyring.backend import KeyringBackend

VARIABLE = "KOHKOL_BENCH_TOKEN"


class OneSecret(KeyringBackend):
    """Answers every question with the same token."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        return os.environ.get(VARIABLE)

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError

    def delete_password(self, service: str, username: str) -> None:
        raise NotImplementedError
