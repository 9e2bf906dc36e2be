"""Task rows: invented sentences of 砚江市 broken down."""

import pytest

import taizhang
from taizhang.lexicon.departments import suggest
from taizhang.promises import project_mentions
from taizhang.promises.projects import normal_name, project_id, read_projects
from taizhang.records import Task

HEAD = (
    "2026年政府工作报告\n一、2025年工作回顾\n地区生产总值增长5%。\n"
    "二、2026年重点工作\n重点做好以下工作：\n（一）扩大内需\n"
)


def rows(words: str) -> list[Task]:
    return list(taizhang.read_text(HEAD + words, area="砚江市", year=2026).tasks)


# words of one row, verb, kind, stage, checkable
ONE_ROW = [
    ("开工墨池水库、砚南高速等项目。", "开工", "project", "start", True),
    ("加快推进砚北至墨池铁路建设。", "推进", "project", "build", False),
    ("筹建砚江市新材料研究院。", "筹建", "project", "plan", True),
    ("力促墨池机场建成投用。", "力促", "project", "finish", True),
    ("开展夜间消费提升行动。", "开展", "reform", None, True),
    ("深入实施夜间消费提升行动。", "实施", "reform", None, False),
    ("实施助餐服务扩面行动。", "实施", "service", None, True),
    ("完善长效机制。", "完善", "reform", None, False),
    ("办好第三届砚江国际制笔博览会。", "办好", "event", None, True),
    ("加强消费者权益保护。", "加强", "service", None, False),
    ("培育壮大先进材料产业。", "培育壮大", "direction", None, False),
    ("稳定和扩大传统消费。", "稳定和扩大", "direction", None, False),
    ("出台支持民营企业的政策措施。", "出台", "reform", None, True),
    ("推动砚江轨道交通5号线规划建设。", "推动", "project", "plan", False),
    ("砚江轨道交通2号线墨池至柏溪段基本具备开通条件。", "具备", "project", "finish", True),
    ("推动新能源重点项目扩产量产。", "推动", "project", "build", False),
    ("加快推进“5个50”等重点工程建设。", "推进", "project", "build", False),
    ("建设国家机器人应用中试基地。", "建设", "project", "build", False),
    ("打造更多产城融合的活力中心。", "打造", "direction", None, False),
    ("启动砚江过江工程。", "启动", "project", "start", True),
    ("实施夜间照明惠民工程。", "实施", "service", None, True),
    ("建成墨池医院柏溪院区等公共服务设施。", "建成", "project", "finish", True),
    ("加强殡葬服务设施建设。", "加强", "service", None, False),
    ("争取墨池机场纳入国家口岸发展规划。", "争取", "project", "plan", True),
    ("打造一批高水平科创社区。", "打造", "direction", None, False),
    ("推广一窗通办新模式。", "推广", "reform", None, False),
    ("全产业链推进制笔、文具等重点项目。", "推进", "project", "build", False),
    ("抓好310个省重大项目。", "抓好", "project", "build", False),
    ("加快建设砚江文具产业城。", "建设", "project", "build", False),
    ("打造国内领先的高端钢笔产业基地。", "打造", "direction", None, False),
    ("深化国家制笔业综合改革示范区建设。", "深化", "reform", None, False),
    ("建成文旅大数据中心。", "建成", "project", "finish", True),
    ("完成墨池港改扩建工程竣工验收。", "完成", "project", "finish", True),
    ("推动砚墨铁路柏溪段电气化改造。", "推动", "project", "build", False),
    ("砚墨铁路柏溪段加快推进。", "加快", "project", "build", False),
    ("力争引砚济墨工程全面完工。", "完工", "project", "finish", True),
    ("实施砚江快线首开段工程。", "实施", "project", "build", False),
    ("推进制笔重点项目建设和文具产业一体发展。", "推进", "project", "build", False),
    ("围绕企业需求优化人才供给。", "优化", "direction", None, False),
    ("围绕墨水勘查、笔尖制造等领域实施专项行动。", "实施", "reform", None, True),
    ("以优良服务提升招商实效。", "提升", "direction", None, False),
    ("集中力量办好关键小事。", "办好", "direction", None, False),
    ("砚台产量达20万方。", "达", "figure", None, True),
    ("开工一批风电、水电项目。", "开工", "project", "start", True),
    ("引进一批标志性纸业项目。", "引进", "direction", None, False),
    ("推进墨池灌区现代化改造。", "推进", "project", "build", False),
    ("加快老化燃气管道更新改造。", "加快", "service", None, False),
    ("坚持最严格的砚石保护制度。", "坚持", "direction", None, False),
    ("抓好3个在建水电项目建设。", "抓好", "project", "build", False),
    ("创建国家制笔特色产业集群。", "创建", "reform", None, True),
    ("加快建设产业园区。", "建设", "direction", None, False),
    ("加快发展方式转变。", "加快", "direction", None, False),
    ("严格规范文明执法。", "规范", "reform", None, False),
    ("加快筹设墨池海洋大学。", "筹设", "project", "plan", False),
    ("建设商铺繁荣、货畅其流的商贸枢纽。", "建设", "direction", None, False),
    ("支持洛阳、商丘等建设墨香型综合保税区。", "支持", "project", "build", False),
    ("推进柏溪科技重点项目。", "推进", "direction", None, False),
    ("纸业贷款余额增长15%。", "增长", "figure", None, True),
    ("推动墨池电站首台机组发电。", "推动", "project", "finish", True),
    ("高水平建设砚江新旧动能转换起步区。", "建设", "project", "build", False),
    ("建立招商“一把手”负责制。", "建立", "reform", None, True),
    ("完善纸业循环回收体系。", "完善", "reform", None, False),
    ("推进百村提质工程。", "推进", "reform", None, False),
    ("推进重大纸业工程建设。", "推进", "project", "build", False),
    ("做好第五届全国砚台运动会筹备工作。", "做好", "event", None, True),
    ("力争纸业投资增长10％。", "力争", "figure", None, True),
    ("引导民间资本参与特许经营项目。", "引导", "direction", None, False),
    ("建立攻关任务清单。", "建立", "reform", None, True),
    ("强化品牌引领、标准升级。", "强化", "direction", None, False),
]


@pytest.mark.parametrize(("words", "verb", "kind", "stage", "checkable"), ONE_ROW)
def test_one_clause_is_one_row(words, verb, kind, stage, checkable):
    (row,) = rows(words)
    assert (row.verb, row.kind, row.stage, row.checkable) == (verb, kind, stage, checkable)
    assert row.text == words.rstrip("。")


# words of a sentence, texts of its rows
CUTS = [
    ("稳住商品消费，提质扩容服务消费。", ["稳住商品消费", "提质扩容服务消费"]),
    ("增强国有企业核心功能、提升核心竞争力。", ["增强国有企业核心功能", "提升核心竞争力"]),
    ("融入沿江大通道，为全省开放探路先行。", ["融入沿江大通道，为全省开放探路先行"]),
    ("做优东部片区、做强西部片区。", ["做优东部片区", "做强西部片区"]),
    ("促进汽车、家电等大宗消费。", ["促进汽车、家电等大宗消费"]),
    ("打造美丽河湖，让绿水可感可及。", ["打造美丽河湖，让绿水可感可及"]),
    ("围绕制笔产业，培育龙头企业。", ["围绕制笔产业，培育龙头企业"]),
    ("提升“这么近，那么美”影响力。", ["提升“这么近，那么美”影响力"]),
    ("坚持内需主导，统筹消费和投资。稳住消费。", ["坚持内需主导，统筹消费和投资", "稳住消费"]),
    ("稳住消费。队伍建设方面，培育专业队伍。", ["稳住消费", "培育专业队伍"]),
    ("坚持在细处上下功夫，深化质量强市。", ["坚持在细处上下功夫，深化质量强市"]),
    (
        "稳住消费。推动墨池港前期工作，力争早日获批建设。",
        ["稳住消费", "推动墨池港前期工作，力争早日获批建设"],
    ),
    ("保护书院旧址，以修缮让老街焕发生机。", ["保护书院旧址，以修缮让老街焕发生机"]),
    (
        "加快构建制笔产业生态，增强文具业竞争力。稳住消费。",
        ["加快构建制笔产业生态，增强文具业竞争力", "稳住消费"],
    ),
    ("稳住消费。我们要以改革为动力，激发企业活力。", ["稳住消费", "我们要以改革为动力，激发企业活力"]),
]


@pytest.mark.parametrize(("words", "texts"), CUTS)
def test_sentences_are_cut_into_rows(words, texts):
    assert [row.text for row in rows(words)] == texts


# object, full names
NAMES = [
    ("砚北、墨南铁路项目", ("砚北铁路", "墨南铁路")),
    ("松涧、柏溪、墨池3个抽水蓄能电站", ("松涧抽水蓄能电站", "柏溪抽水蓄能电站", "墨池抽水蓄能电站")),
    ("墨池水库、砚南高速等项目", ("墨池水库", "砚南高速")),
    ("松涧、柏溪等入城检查站", ("松涧入城检查站", "柏溪入城检查站")),
    ("松涧、柏溪水厂和墨池小镇", ("松涧水厂", "柏溪水厂", "墨池小镇")),
    ("墨池书院、砚江学院等新型育人载体", ("墨池书院", "砚江学院")),
    ("青石灌区现代化改造、墨池水库等重点项目", ("青石灌区现代化改造", "墨池水库")),
    ("松涧、柏溪等煤电项目", ("松涧煤电项目", "柏溪煤电项目")),
    ("洛阳、商丘国家物流枢纽", ("洛阳国家物流枢纽", "商丘国家物流枢纽")),
    (
        "洛阳、商丘国家制笔试点城市和墨池产业园",
        ("洛阳国家制笔试点城市", "商丘国家制笔试点城市", "墨池产业园"),
    ),
    ("墨池航空枢纽、洛阳等3个国家物流枢纽", ("墨池航空枢纽", "洛阳国家物流枢纽")),
    ("墨池扩容工程等5条高速公路项目和砚柏等2个在建铁路项目", ("墨池扩容工程", "砚柏铁路")),
    ("墨池纸业园、松涧造纸等12个百亿元、30亿元以上项目", ("墨池纸业园", "松涧造纸")),
    ("墨池西环、松涧至柏溪等高速公路续建项目", ("墨池西环高速公路", "松涧至柏溪高速公路")),
    ("墨池实训训练场、砚江适配中心", ("墨池实训训练场", "砚江适配中心")),
    ("砚墨高铁加快建设、砚柏高铁开工", ("砚墨高铁", "砚柏高铁")),
    ("汉中、柏溪等低空制造聚集区", ("汉中低空制造聚集区", "柏溪低空制造聚集区")),
    ("“一码游砚江”平台", ("“一码游砚江”平台",)),
    ("砚墨引水一期、二期", ("砚墨引水一期", "砚墨引水二期")),
    ("墨港、砚柏合作产业园", ("墨港合作产业园", "砚柏合作产业园")),
    ("墨池水厂、砚北电厂等“十大民生项目”", ("墨池水厂", "砚北电厂")),
    ("墨西、柏北千万千瓦级新能源基地", ("墨西千万千瓦级新能源基地", "柏北千万千瓦级新能源基地")),
    ("“五好”园区", ()),
    ("全民健康信息平台", ()),
    ("城市基础设施生命线安全工程", ()),
    ("“两重”项目", ()),
    ("“3个100”等重点工程", ()),
    ("高能级科技创新平台", ()),
]


@pytest.mark.parametrize(("words", "names"), NAMES)
def test_project_names_get_their_common_head_back(words, names):
    assert read_projects("建设", words).names == names


@pytest.mark.parametrize(
    ("one", "other"),
    [("砚南高速公路", "砚南高速"), ("“墨池”水库工程", "墨池水库"), ("墨池机场二期", "墨池机场2期项目")],
)
def test_one_project_has_one_identity(one, other):
    assert normal_name(one) == normal_name(other)
    assert project_id(one) == project_id(other)


def test_phases_of_a_project_are_projects_of_their_own():
    assert project_id("墨池机场二期") != project_id("墨池机场三期")


def test_rows_know_their_heading_and_keep_their_id():
    (row,) = rows("稳住商品消费。")
    assert row.section[-1] == "（一）扩大内需"
    assert row.id == rows("稳住商品消费。")[0].id != ""


def test_a_lead_unit_is_suggested_with_its_reason():
    (row,) = rows("城镇新增就业2万人。")
    assert "人力资源" in (row.unit or "")
    assert "就业" in (row.unit_reason or "")


def test_a_project_is_followed_from_its_start_to_its_opening():
    earlier = taizhang.read_text(HEAD + "开工建设墨池国际机场二期、砚南高速等项目。", year=2026)
    later = taizhang.read_text(
        "2030年政府工作报告\n一、2029年工作回顾\n砚南高速公路建成通车。墨池机场二期投入运营。\n"
        "二、2030年重点工作\n稳住商品消费。",
        year=2030,
    )
    started = {each.project: each.stage for each in project_mentions(earlier.layout)}
    reached = {each.project: each.stage for each in project_mentions(later.layout)}
    assert started.keys() == reached.keys()
    assert set(started.values()) == {"start"}
    assert set(reached.values()) == {"finish"}


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("地区生产总值增长5%左右", "市发展和改革委员会"),
        ("居民收入增长与经济增长同步", "市人力资源和社会保障局"),
        ("农村居民人均可支配收入增长6%", "市农业农村局"),
        ("粮食产量稳定在1955万吨以上", "市农业农村局"),
        ("城镇调查失业率5.5%左右", "市人力资源和社会保障局"),
        ("单位地区生产总值二氧化碳排放降低3.8%", "市生态环境局"),
        ("全社会研发经费支出相当于全市生产总值的比例达到4.5%左右", "市科学技术局"),
        ("常住人口城镇化率达59%左右", "市发展和改革委员会"),
        ("农村低保标准提高8%", "市民政局"),
    ],
)
def test_headline_targets_have_a_lead_unit(words, unit):
    found = suggest(words)
    assert found
    assert found[0] == unit
