"""Bring a casebook's tables to the newest schema, one revision at a time (Alembic)."""

from pathlib import Path
from typing import TYPE_CHECKING

from transmittal.model import CasebookError

if TYPE_CHECKING:
    from sqlalchemy import Connection

HEAD = "0001"
_SCRIPTS = Path(__file__).parent / "migrations"


def revision_of(connection: "Connection") -> str | None:
    """The schema a casebook has; None for an empty database. Raises CasebookError for a database of something else."""
    from sqlalchemy import inspect, text

    names = set(inspect(connection).get_table_names())
    if "alembic_version" in names and "entries" in names:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    if names:
        raise CasebookError("not a casebook: it holds other tables", _shown(connection), "name a new file or an empty database")
    return None


def upgrade(connection: "Connection", to: str = HEAD) -> None:
    """Run the revisions from where the casebook is up to `to`. Raises CasebookError when it is newer than this program."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, to)
    except CommandError as error:
        raise CasebookError(f"its schema is unknown to this program ({error})", _shown(connection), "use a newer transmittal") from error


def _shown(connection: "Connection") -> str:
    return connection.engine.url.render_as_string(hide_password=True)
