"""The little room, furnished once and copied for those who ask."""

from collections.abc import Iterator

import pytest
from little_room import LittleRoom, furnish, furnished_copy
from psycopg2 import sql

from community_brain_plugin.database.cluster import PrivateCluster
from community_brain_plugin.database.connection import connect, local


@pytest.fixture(scope="session")
def little_template(cluster: PrivateCluster, template: str) -> str:
    """Name of a database with the little room in it, which others are copies of."""
    name = "little_room_template"
    maintenance = connect(local(cluster.home, database="postgres"), autocommit=True)
    with maintenance.cursor() as cursor:
        cursor.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)))
    maintenance.close()
    connection = connect(local(cluster.home, database=name))
    furnish(connection)
    connection.close()
    return name


@pytest.fixture(scope="module")
def room(cluster: PrivateCluster, little_template: str) -> Iterator[LittleRoom]:
    """A little room for all tests of a file; each makes case files of its own in it."""
    yield from furnished_copy(cluster, little_template)


@pytest.fixture
def own_room(cluster: PrivateCluster, little_template: str) -> Iterator[LittleRoom]:
    """A little room for one test, which may change rules, settings and people."""
    yield from furnished_copy(cluster, little_template)
