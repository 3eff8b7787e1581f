"""What is reported in the demo district: classes, how often, when, where, and in which words."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Subject:
    """One recurring kind of report: class, relative frequency, rhythms, place, and sentences with {place}."""

    code: str
    weight: float
    hours: str
    week: str
    season: str
    place: str
    texts: tuple[str, ...]


def _read() -> tuple[Subject, ...]:
    with Path(__file__).with_name("subjects.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Subject(**{**row, "weight": float(row["weight"]), "texts": tuple(row["texts"].split("|"))})  # type: ignore[arg-type]
            for row in csv.DictReader(file)
        )


SUBJECTS = _read()
"""One row of subjects.csv each; sentences are the district's own, places are filled in."""

COMPONENT_WEIGHT = {
    "01001": 1.2,
    "01002": 3.2,
    "01003": 2.4,
    "01004": 3.0,
    "01005": 1.2,
    "01006": 0.8,
    "01007": 1.6,
    "01009": 0.3,
    "01011": 0.8,
    "01013": 1.6,
    "01018": 0.8,
    "01027": 0.9,
    "01028": 0.4,
    "01030": 0.5,
    "01031": 1.0,
    "01037": 5.0,
    "01046": 0.9,
    "01050": 0.6,
    "01054": 1.2,
    "01059": 0.7,
    "01060": 0.4,
    "01075": 0.3,
    "02004": 0.7,
    "02010": 2.2,
    "02012": 0.6,
    "02014": 1.4,
    "02017": 1.6,
    "02020": 1.6,
    "02025": 0.6,
    "02027": 0.4,
    "02034": 0.6,
    "02038": 0.7,
    "02043": 0.6,
    "03001": 0.4,
    "03004": 0.5,
    "03005": 4.2,
    "03006": 0.5,
    "03008": 0.8,
    "04002": 3.4,
    "04007": 0.5,
    "04011": 1.8,
    "01070": 0.5,
}
"""How often each class of component gives trouble; the others hardly ever do."""
COMPONENT_TEXTS = (
    "{place}{name}：{condition}",
    "巡查发现{place}{name}{condition}",
    "{place}，{condition}（{name}）",
    "居民来电：{place}{name}，{condition}",
)

VOID_REASONS = (
    "经核实现场未发现问题",
    "不属于受理范围，已告知来电人",
    "信息不全，无法定位",
    "属个人纠纷，已引导至居委会",
)
RETURN_REASONS = (
    "不属于本单位职责范围",
    "现场位于施工单位围挡内，应由施工单位处理",
    "产权不清，请重新确认",
    "位置描述有误，无法找到现场",
)
FURTHER_REASONS = ("类别选择有误，请重新立案", "立案条件与现场不符")
REWORK_REASONS = ("照片看不出整改效果", "仅处理了一部分", "现场仍有残留", "问题反弹")
REDO_REASONS = ("照片不清楚，请补拍", "清理不彻底，请再处理")
URGE_REASONS = ("已超时，请尽快处置", "居民多次来电，请优先处理", "临近检查，请立即整改")
FORCE_REASONS = ("涉及权属争议，转专题会议研究", "不可抗力，长期无法处置")
EXTEND_REASONS = ("需等待配件到货", "需夜间占道施工，申请延期", "产权单位尚未到场，正在协调")
SUSPEND_REASONS = ("需等待产权单位更换设备", "纳入老旧小区改造工程", "需专项资金，已报计划")
DUPLICATE_REASONS = ("同一地点同一问题，已有案卷", "与在办案卷重复")
FINDINGS = ("现场属实", "现场属实，情况持续", "问题存在，已拍照", "属实，影响通行")
SAID = {
    "component": ("已修复，现场恢复正常", "已更换，现场恢复", "已维修到位", "已加固处理，安全隐患消除"),
    "06": ("已清理干净", "已到场处置，现场恢复", "已督促整改完毕", "已清运"),
    "07": ("已清除", "已拆除并教育当事人"),
    "08": ("已责令整改，现场恢复", "施工单位已整改"),
    "09": ("已劝离", "车辆已驶离", "商户已整改入店", "现场秩序已恢复"),
    "10": ("险情已排除，现场恢复", "已处置完毕", "已整改并告知居民"),
}
"""What a handling unit answers, by kind and major class."""
