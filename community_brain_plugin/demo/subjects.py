"""What is reported in the demo district: classes, how often, when, where, and in which words."""

from __future__ import annotations

from dataclasses import dataclass


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


SUBJECTS = (
    Subject("09006", 9.0, "market", "leisure", "even", "market", (
        "{place}有流动摊贩占道卖菜，人行道无法通过", "{place}水果摊摆到车道上，请劝离", "{place}早点摊占用盲道，排队人群挤到路面",
        "{place}有三轮车占道卖水产，地面湿滑", "居民反映{place}每天早上占道经营，影响通行")),
    Subject("09006", 4.0, "evening", "leisure", "heat", "metro", (
        "{place}晚高峰有摊贩占道经营，地铁口拥堵", "{place}小吃摊占道并产生油烟", "{place}有人占道贩卖手机配件", "{place}套圈摊占用人行道")),
    Subject("09005", 5.0, "market", "leisure", "even", "street", (
        "{place}水果店货物摆到店外约一米", "{place}餐馆在店外摆放桌椅", "{place}五金店把货架摆上人行道", "{place}洗车店在店外作业，污水横流")),
    Subject("09001", 3.0, "commute", "leisure", "even", "metro", (
        "{place}有无照游商兜售小商品", "{place}流动早餐车无证经营", "{place}有人推车卖烤红薯，无照经营")),
    Subject("09010", 7.0, "commute", "work", "even", "metro", (
        "{place}非机动车停放杂乱，占用盲道", "{place}电动自行车停满人行道，行人绕行", "{place}非机动车倒伏一片，请整理", "{place}非机动车停在消火栓前")),
    Subject("09011", 5.0, "commute", "work", "growth", "metro", (
        "{place}共享单车堆积约四十辆，堵住地铁出口", "{place}共享单车停出线外，占用人行道", "{place}共享单车倒伏，影响通行", "{place}共享单车淤积，请运维单位清运")),
    Subject("09009", 8.0, "commute", "work", "even", "street", (
        "{place}小客车停在人行道上", "{place}货车占用公交站台卸货", "{place}路口转角处停车，遮挡视线", "{place}网约车在网状线内候客", "{place}车辆双排停放，道路拥堵")),
    Subject("09009", 4.0, "school", "school", "even", "school", (
        "{place}家长接送车辆双排停放，校门前拥堵", "{place}放学时段车辆乱停，学生在车流中穿行", "{place}接送车辆占用斑马线")),
    Subject("09012", 6.5, "night", "flat", "even", "lane", (
        "{place}小区消防通道停有小客车，通道净宽不足", "{place}消防登高场地被车辆占用", "{place}楼道口前消防通道停满电动自行车",
        "地磁报警：{place}消防通道被占用超过三分钟", "{place}消防通道口停有搬家货车", "{place}消防通道内堆放装修材料")),
    Subject("06010", 7.0, "office", "flat", "even", "lane", (
        "{place}有暴露垃圾，面积约两平方米", "{place}垃圾堆在弄口，气味明显", "{place}绿化带旁有成袋生活垃圾", "{place}沿街商户将垃圾倒在树池内")),
    Subject("06042", 4.0, "market", "leisure", "heat", "site", (
        "{place}垃圾箱满溢，垃圾落地", "{place}垃圾房满溢，厨余汁水外流", "{place}投放点满溢，居民投诉异味")),
    Subject("06041", 2.5, "office", "flat", "even", "site", ("{place}投放点混投严重，干湿垃圾不分", "{place}湿垃圾桶内有大量塑料袋", "{place}商户垃圾未分类投放")),
    Subject("06036", 4.5, "office", "work", "even", "lane", (
        "{place}楼道内堆放杂物，影响疏散", "{place}弄内堆放旧家具和纸板", "{place}居民在公共走道堆物", "{place}沿墙堆放建材，占用通道")),
    Subject("06035", 2.0, "office", "leisure", "even", "lane", ("{place}有废弃沙发一张", "{place}有人丢弃旧床垫和柜子", "{place}废弃冰箱堆在垃圾房旁")),
    Subject("06011", 2.2, "building", "leisure", "even", "lane", ("{place}装修垃圾堆放未清运", "{place}有积存渣土约一立方米", "{place}建筑垃圾未装袋，扬尘明显")),
    Subject("06012", 2.2, "office", "flat", "even", "street", ("{place}路面有大片泥沙", "{place}路面污渍明显，请冲洗", "{place}道路保洁不到位，烟蒂较多")),
    Subject("06012", 4.0, "office", "flat", "leaves", "street", ("{place}落叶堆积，雨后湿滑", "{place}人行道落叶未清扫，行人易滑倒", "{place}落叶堵住雨水箅子", "{place}大量梧桐落叶覆盖盲道")),
    Subject("06012", 1.6, "office", "leisure", "fireworks", "lane", ("{place}有燃放烟花爆竹后的纸屑", "{place}节日燃放残留物未清理", "{place}地面有大片鞭炮碎屑")),
    Subject("06028", 1.2, "night", "leisure", "fireworks", "site", ("{place}深夜燃放烟花，噪声扰民", "{place}有人在小区内燃放鞭炮")),
    Subject("06014", 1.3, "building", "work", "even", "main", ("{place}货车沿路撒漏黄沙", "{place}路面有油污，电动自行车易滑倒", "{place}混凝土车遗洒")),
    Subject("06028", 3.4, "night", "leisure", "heat", "site", ("{place}广场舞音响声音过大", "{place}楼下酒吧深夜噪声扰民", "{place}邻居深夜装修", "{place}空调外机噪声大，居民无法入睡")),
    Subject("06029", 1.6, "night", "leisure", "heat", "street", ("{place}有露天烧烤，油烟扰民", "{place}大排档在路边烧烤")),
    Subject("06027", 1.5, "evening", "flat", "even", "street", ("{place}餐馆油烟直排，居民开不了窗", "{place}油烟净化器未开启")),
    Subject("06001", 1.6, "office", "work", "even", "site", ("{place}居民在天井搭建阳光房", "{place}底楼住户破墙开门", "{place}楼顶有新搭建的彩钢棚")),
    Subject("06007", 1.2, "office", "leisure", "growth", "street", ("{place}居民在行道树间拉绳晾晒被褥", "{place}沿街护栏上晾挂衣物")),
    Subject("06013", 2.4, "office", "work", "rain", "main", ("{place}路面有坑洞，直径约三十厘米", "{place}路面龟裂下沉", "{place}人行道板松动，踩踏溅水")),
    Subject("06050", 1.2, "office", "work", "even", "street", ("{place}路缘石缺失两块", "{place}路缘石被撞碎")),
    Subject("06051", 1.2, "office", "work", "even", "street", ("{place}盲道砖破损", "{place}盲道被井盖隔断")),
    Subject("06017", 1.8, "office", "leisure", "growth", "park", ("{place}绿地内有白色垃圾", "{place}草坪被踩出小路", "{place}绿地内杂草丛生")),
    Subject("06018", 1.0, "office", "work", "growth", "park", ("{place}修剪后的枝叶未清运", "{place}绿化弃料堆在路边")),
    Subject("06021", 0.7, "office", "work", "heat", "park", ("{place}行道树有刺蛾，行人被蜇", "{place}樟树叶片发黄，疑似虫害")),
    Subject("06025", 1.1, "office", "flat", "heat", "bank", ("{place}河面有漂浮垃圾", "{place}河道浮萍较多", "{place}河面有油花")),
    Subject("06030", 1.4, "evening", "flat", "heat", "street", ("{place}餐馆向雨水口倾倒泔水", "{place}污水管满溢，流到路面")),
    Subject("06040", 1.3, "evening", "leisure", "even", "lane", ("{place}有人私装地锁", "{place}通道口私设阻车桩")),
    Subject("06034", 0.8, "office", "work", "even", "lane", ("{place}僵尸车停放半年以上", "{place}废弃三轮车占用车位")),
    Subject("06047", 0.9, "evening", "leisure", "growth", "park", ("{place}有人在公园内放养大型犬", "{place}公园健身区吵闹扰民")),
    Subject("07001", 4.2, "office", "work", "even", "lane", ("{place}墙面有成片小广告", "{place}楼道内有开锁小广告", "{place}电线杆上张贴租房广告", "{place}地面喷涂小广告")),
    Subject("07003", 1.2, "office", "work", "even", "main", ("{place}商铺擅自悬挂横幅", "{place}落地灯箱占用人行道", "{place}户外广告破损，有坠落危险")),
    Subject("08001", 2.0, "building", "flat", "even", "works", ("{place}工地夜间施工扰民", "{place}工地清晨六点前施工")),
    Subject("08002", 1.5, "building", "work", "even", "works", ("{place}施工围挡占用非机动车道", "{place}管线施工占道，无交通引导")),
    Subject("08004", 1.7, "building", "work", "heat", "works", ("{place}工地扬尘明显，裸土未覆盖", "{place}拆房作业未洒水")),
    Subject("08012", 0.9, "building", "work", "rain", "works", ("{place}渣土车带泥上路", "{place}工地出入口泥浆外溢")),
    Subject("10993", 4.0, "night", "flat", "even", "site", ("{place}楼道内停放电动自行车并充电", "{place}居民飞线给电动自行车充电", "{place}有人把电瓶带上楼充电", "{place}门厅内停放电动自行车三辆")),
    Subject("10992", 2.2, "always", "flat", "even", "site", ("{place}安全出口上锁", "{place}楼道堆物堵塞疏散通道", "烟感报警：{place}有烟，待核实", "{place}消火栓箱被杂物遮挡")),
    Subject("10999", 1.6, "always", "flat", "rain", "main", ("{place}雨后积水约十五厘米", "{place}低洼路段积水，车辆绕行", "{place}雨水口排水慢，人行道积水")),
    Subject("10995", 1.4, "always", "flat", "rain", "lane", ("{place}污水井冒溢，污水流入弄内", "{place}下水道堵塞，一楼返水")),
    Subject("10997", 0.6, "always", "flat", "frost", "street", ("{place}路面冒水，疑似水管爆裂", "{place}自来水管漏水，路面结冰")),
    Subject("10001", 0.8, "commute", "flat", "frost", "street", ("{place}路面结冰，行人滑倒", "{place}小区出入口积雪未清")),
    Subject("10002", 0.8, "always", "flat", "rain", "lane", ("{place}通信线缆垂落，离地不足两米", "{place}架空线脱落")),
)
"""Sentences are the district's own; places are filled in."""

COMPONENT_WEIGHT = {
    "01001": 1.2, "01002": 3.2, "01003": 2.4, "01004": 3.0, "01005": 1.2, "01006": 0.8, "01007": 1.6, "01009": 0.3, "01011": 0.8,
    "01013": 1.6, "01018": 0.8, "01027": 0.9, "01028": 0.4, "01030": 0.5, "01031": 1.0, "01037": 5.0, "01046": 0.9, "01050": 0.6,
    "01054": 1.2, "01059": 0.7, "01060": 0.4, "01075": 0.3, "02004": 0.7, "02010": 2.2, "02012": 0.6, "02014": 1.4, "02017": 1.6,
    "02020": 1.6, "02025": 0.6, "02027": 0.4, "02034": 0.6, "02038": 0.7, "02043": 0.6, "03001": 0.4, "03004": 0.5, "03005": 4.2,
    "03006": 0.5, "03008": 0.8, "04002": 3.4, "04007": 0.5, "04011": 1.8, "01070": 0.5,
}  # fmt: skip
"""How often each class of component gives trouble; the others hardly ever do."""
COMPONENT_TEXTS = ("{place}{name}：{condition}", "巡查发现{place}{name}{condition}", "{place}，{condition}（{name}）", "居民来电：{place}{name}，{condition}")

VOID_REASONS = ("经核实现场未发现问题", "不属于受理范围，已告知来电人", "信息不全，无法定位", "属个人纠纷，已引导至居委会")
RETURN_REASONS = ("不属于本单位职责范围", "现场位于施工单位围挡内，应由施工单位处理", "产权不清，请重新确认", "位置描述有误，无法找到现场")
FURTHER_REASONS = ("类别选择有误，请重新立案", "立案条件与现场不符")
REWORK_REASONS = ("照片看不出整改效果", "仅处理了一部分", "现场仍有残留", "问题反弹")
REDO_REASONS = ("照片不清楚，请补拍", "清理不彻底，请再处理")
URGE_REASONS = ("已超时，请尽快处置", "居民多次来电，请优先处理", "临近检查，请立即整改")
FORCE_REASONS = ("涉及权属争议，转专题会议研究", "不可抗力，长期无法处置")
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
