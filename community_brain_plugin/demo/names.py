"""Invented names: streets, communities, compounds, lanes, organisations and people. None is meant to exist."""

from __future__ import annotations

import numpy as np

DISTRICT = "云杉区"
SUBDISTRICT = "听雨街道"
RIVER = "听雨河"
RIVERSIDE_WEST = "听雨河西路"
RIVERSIDE_EAST = "听雨河东路"
GREENWAY = "听雨河绿道"

COMMUNITIES = (
    "石桥社区",
    "梅坞社区",
    "柳浪社区",
    "晴川社区",
    "松涛社区",
    "云锦社区",
    "荷风社区",
    "枫林社区",
    "竹影社区",
    "桂庭社区",
    "银杏社区",
    "鹤鸣社区",
)
"""West → east, rows south → north."""

BLOCKS = ("石桥街区", "晴川街区", "云锦街区", "荷风街区")

ARTERIALS = {
    "south": "望舒路",
    "north": "北辰路",
    "west": "云杉大道",
    "east": "东阑路",
    "h1": "听雨路",
    "h2": "松涛路",
    "v1": "石桥路",
    "v2": "云锦路",
}

OLD_STREET = "石桥老街"

_ROAD_FIRST = "青丹紫素碧锦鹭雁鹂棠榆槐桑樟苇菱芦荻兰蕙芷沅澄清漪映落晚新朝"
_ROAD_SECOND = "溪浦岚屿苑岭汀坪芳霞禾庭涧泉渡川桥坞汀"

_LILONG = (
    "德馨里",
    "永和里",
    "福兴里",
    "慈安里",
    "同春里",
    "瑞庆里",
    "积善里",
    "鸿仁里",
    "三余里",
    "敦睦里",
    "承志里",
    "兆丰里",
    "怀德里",
    "聚贤里",
    "尚义里",
    "安乐里",
    "长庆里",
    "仁寿里",
    "乐善里",
    "涵养里",
    "树德里",
    "绵福里",
    "义泰里",
    "宝善里",
)

_ESTATE_STEM = (
    "松涛",
    "云锦",
    "荷风",
    "枫林",
    "竹影",
    "桂庭",
    "银杏",
    "鹤鸣",
    "柳浪",
    "晴川",
    "石桥",
    "梅坞",
    "听雨",
    "云杉",
    "望舒",
    "北辰",
    "澄园",
    "漪澜",
    "芳甸",
    "汀兰",
    "映雪",
    "沁园",
    "栖霞",
    "嘉树",
)
_OLD_ESTATE = ("新村", "一村", "二村", "三村", "小区")
_NEW_ESTATE = ("苑", "家园", "名邸", "花园", "公馆", "雅居")

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾"
    "丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤"
    "尹黎易常武乔贺赖龚文"
)
_GIVEN_FIRST = "建国志明晓雅文海春秋冬雪丽玉淑秀俊伟永嘉思宇子欣佳梦振兴宏立德正仁美慧敏静婷小"
_GIVEN_SECOND = "华军平强芳娟英霞峰磊涛勇杰辉鹏飞波斌宁龙琳洁倩颖琴云莲瑶怡涵轩泽霖辰翔阳昊然媛萍燕红梅兰"


def road_names(rng: np.random.Generator, count: int) -> list[str]:
    """Invented names of smaller streets, all different."""
    pairs = [first + second for first in _ROAD_FIRST for second in dict.fromkeys(_ROAD_SECOND) if first != second]
    chosen = rng.permutation(len(pairs))[:count]
    return [pairs[i] + ("路" if k % 3 else "街") for k, i in enumerate(chosen)]


def lilong_names(rng: np.random.Generator, count: int) -> list[str]:
    """Names of old lane quarters, all different (numbered when there are more than names)."""
    order = rng.permutation(len(_LILONG))
    return [_LILONG[order[i % len(_LILONG)]] + ("" if i < len(_LILONG) else "东") for i in range(count)]


def estate_names(rng: np.random.Generator, count: int, old: bool) -> list[str]:
    """Names of gated compounds, all different."""
    tails = _OLD_ESTATE if old else _NEW_ESTATE
    pairs = [stem + tail for stem in _ESTATE_STEM for tail in tails]
    return [pairs[i] for i in rng.permutation(len(pairs))[:count]]


def people(rng: np.random.Generator, count: int) -> list[str]:
    """Names of people, all different."""
    found: dict[str, None] = {}
    while len(found) < count:
        name = str(rng.choice(list(_SURNAMES))) + str(rng.choice(list(_GIVEN_FIRST)))
        if rng.random() < 0.72:
            name += str(rng.choice(list(_GIVEN_SECOND)))
        found.setdefault(name)
    return list(found)
