"""Triggers that keep what must never change; migrations put them back after a table's rebuild."""

from sqlalchemy import Connection

# Tables of which no row is ever changed or deleted.
_APPEND_ONLY = ("audit_event", "revision", "fingerprint", "decision")
# A decision may later be confirmed or voided; these of its columns never change.
_FIXED: dict[str, tuple[str, ...]] = {
    "decision": (
        "revision_id",
        "verdict",
        "level",
        "decider_id",
        "deputy_for_id",
        "deputy_mode",
        "means",
        "proof",
        "proof_asset_id",
        "reason",
        "ethics",
        "happened_at",
        "recorded_at",
        "recorded_by_id",
    ),
}


def _sqlite(table: str) -> list[str]:
    columns = f" OF {', '.join(_FIXED[table])}" if table in _FIXED else ""
    return [
        f"DROP TRIGGER IF EXISTS keep_{table}_update",
        f"DROP TRIGGER IF EXISTS keep_{table}_delete",
        f"CREATE TRIGGER keep_{table}_update BEFORE UPDATE{columns} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
        f"CREATE TRIGGER keep_{table}_delete BEFORE DELETE ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
    ]


def _postgresql(table: str) -> list[str]:
    columns = f" OF {', '.join(_FIXED[table])}" if table in _FIXED else ""
    return [
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' is append-only'; END $$",
        f"DROP TRIGGER IF EXISTS keep_{table}_update ON {table}",
        f"DROP TRIGGER IF EXISTS keep_{table}_delete ON {table}",
        f"CREATE TRIGGER keep_{table}_update BEFORE UPDATE{columns} ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()",
        f"CREATE TRIGGER keep_{table}_delete BEFORE DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    ]


def recreate_triggers(connection: Connection) -> None:
    """Put every trigger in place, whatever a migration rebuilt."""
    statements = _sqlite if connection.dialect.name == "sqlite" else _postgresql
    for table in _APPEND_ONLY:
        for statement in statements(table):
            connection.exec_driver_sql(statement)
