"""What can be imported: the fields of each subject, the names files commonly use for them, and the shape it has."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """One field of a subject. `aliases` are names taken for it when the file has a field called so."""

    name: str
    required: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Subject:
    """A subject of the room: its name in the database, the name of its command, its fields."""

    name: str
    command: str
    fields: tuple[Field, ...]
    #: Several parts in one feature become features of their own (lines, points) or stay together (areas).
    explode: bool
    #: The field that is the source id unless others are named.
    id_field: str | None = None

    def field_names(self) -> list[str]:
        """Return the names of the fields."""
        return [field.name for field in self.fields]


#: Fields taken for the source id, in this order; without any the place in the source (FID) is used.
ID_ALIASES = ("source_id", "osm_id", "objectid", "id", "编号")

STREET = Subject(
    "street",
    "streets",
    (
        Field("name", aliases=("道路名称", "road_name", "street")),
        Field("class", True, ("highway", "fclass", "road_class", "道路等级")),
        Field("one_way", aliases=("dir", "oneway", "单向")),
        Field("width", aliases=("路宽",)),
        Field("gate", aliases=("门禁",)),
    ),
    explode=True,
)
BUILDING = Subject(
    "building",
    "buildings",
    (
        Field("name", aliases=("名称",)),
        Field("address", aliases=("addr", "地址")),
        Field("use", aliases=("building", "用途")),
        Field("floors", aliases=("levels", "building:levels", "层数")),
    ),
    explode=False,
)
DIVISION = Subject(
    "division",
    "divisions",
    (
        Field("code", True, ("区划代码", "code9", "code12")),
        Field("name_zh", True, ("name", "名称")),
        Field("name_en", aliases=("name:en",)),
        Field("parent_name"),
    ),
    explode=False,
    id_field="code",
)
COMPONENT = Subject(
    "component",
    "components",
    (
        Field("class_code", True, ("小类代码", "类别代码")),
        Field("standard", aliases=("分类标准",)),
        Field("name", aliases=("名称",)),
        Field("department_code", True, ("权属单位代码", "主管部门代码")),
        Field("state", aliases=("状态",)),
        Field("initial_on", aliases=("初始时间",)),
        Field("address", aliases=("地址",)),
    ),
    explode=True,
)
UNIT_GRID = Subject(
    "unit_grid",
    "unit-grids",
    (Field("community_code", aliases=("社区代码",)), Field("name_zh", aliases=("name", "名称"))),
    explode=False,
)
SUBJECTS = {subject.name: subject for subject in (STREET, BUILDING, DIVISION, COMPONENT, UNIT_GRID)}
