"""The report of an import: every fault with feature, id, field and words, as lines, CSV and HTML, in both languages."""

import csv
import io
import re
from pathlib import Path

import pytest

from community_brain_plugin import resources, wording
from community_brain_plugin.database.importing import report
from community_brain_plugin.database.importing.source import PART
from community_brain_plugin.database.importing.subjects import SUBJECTS

FAULTS = [
    report.Fault(3 + PART, "7#2", "one_way", "import.bad_one_way", {"field": "one_way", "value": "<b>"}),
    report.Fault(None, None, "geometry", "import.gap", {"code": "320106001001", "area": 40}),
]


@pytest.fixture(autouse=True)
def english():
    wording.set_language("en")
    yield
    wording.set_language(None)


def outcome(faults=(), **options):
    return report.Outcome("roads", "EPSG:4326", {"class": "highway"}, ["osm_id"], 9, list(faults), **options)


def test_a_fault_says_where_and_what():
    assert FAULTS[0].cells()[:3] == ("3.2", "7#2", "one way")
    assert FAULTS[0].cells()[3].startswith('"<b>" does not say a direction')
    assert FAULTS[1].cells()[:3] == ("–", "–", "shape")
    wording.set_language("zh")
    assert FAULTS[0].cells()[2:] == ("单向", FAULTS[0].text)
    assert "未说明通行方向" in FAULTS[0].text


def test_csv_has_a_row_a_fault_with_its_code():
    rows = list(csv.reader(io.StringIO(report.as_csv(FAULTS))))
    assert rows[0] == ["feature", "source id", "field", "what is wrong", "code"]
    assert [row[-1] for row in rows[1:]] == ["import.bad_one_way", "import.gap"]


def test_spreadsheets_can_read_the_chinese(tmp_path):
    wording.set_language("zh")
    report.write_csv(FAULTS, tmp_path / "report.csv")
    assert (tmp_path / "report.csv").read_bytes().startswith(b"\xef\xbb\xbf\xe8\xa6\x81\xe7\xb4\xa0")


def test_html_takes_no_markup_from_data():
    page = report.as_html(outcome(FAULTS))
    assert "&lt;b&gt;" in page
    assert "<b>" not in page


def test_a_long_list_is_cut_and_says_so():
    lines = report.as_lines(FAULTS * 30)
    assert len(lines) == 52
    assert lines[-1] == "… and 10 more; the report has all of them."


def test_the_summary_counts_features_not_faults():
    twice = [FAULTS[0], report.Fault(3 + PART, "7#2", "class", "import.value_missing", {"field": "class"})]
    assert outcome(twice).summary.startswith("1 of 9 features have faults. Nothing was imported")
    counts = {"inserted": 5, "updated": 1, "unchanged": 3, "ended": 0, "skipped": 0}
    assert "5 new, 1 changed, 3 unchanged" in outcome(counts=counts).summary
    assert outcome(counts=counts, dry_run=True).summary.startswith("Trial run, nothing was changed.")


def test_how_a_file_was_read_is_said():
    assert outcome().reading == "roads: coordinates as EPSG:4326; fields class ← highway; source id osm_id."


def test_every_code_and_field_the_database_can_name_has_words():
    known = {row["code"] for row in wording._rows("messages")}
    folder = resources.path("schema", "app")
    text = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.sql"))
    text += "".join(path.read_text(encoding="utf-8") for path in Path(report.__file__).parent.glob("*.py"))
    codes = set(re.findall(r"['\"](import\.[a-z_]+)['\"]", text))
    assert codes - known == set()
    assert {row for row in known if row.startswith("import.")} - codes <= {
        f"import.column_{name}" for name in ("feature", "source_id", "field", "fault")
    }
    fields = {name for subject in SUBJECTS.values() for name in subject.field_names()} | {"geometry", "source_id"}
    assert {f"field.{name}" for name in fields} - known == set()
