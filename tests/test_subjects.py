"""Subjects: what each value measures, on sentences of a city that does not exist."""

import re
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.figures.subjects import Carried, find_subjects
from taizhang.figures.values import Value, find_values

CASES = [
    # {value|measure} marks a value; the indicators expected for each value, joined by |
    ("全年城镇新增就业{5.6万人}。", ["城镇新增就业"]),
    ("地区生产总值达到{2.5万亿元}、增长{3.9%|growth}。", ["地区生产总值", "地区生产总值"]),
    ("改造老旧小区{177个}，打通“断头路”{25条}。", ["改造老旧小区", "打通“断头路”"]),
    ("建成投用{200个}社区养老服务站。", ["建成投用社区养老服务站"]),
    ("{28万}医务工作者白衣为甲。", ["医务工作者"]),
    (
        "基础设施、工业、高技术产业投资分别增长{9.6%|growth}、{5.8%|growth}、{26.6%|growth}。",
        ["基础设施投资", "工业投资", "高技术产业投资"],
    ),
    ("城乡居民收入分别增长{5%|growth}、{7%|growth}。", ["城镇居民收入", "农村居民收入"]),
    ("对东盟、欧盟进出口分别增长{3%|growth}、{7%|growth}。", ["对东盟进出口", "对欧盟进出口"]),
    ("签约项目{260个}、总金额{338亿元}。", ["签约项目", "签约项目总金额"]),
    ("发放低保金{51亿元}、临时救助金{4亿元}。", ["发放低保金", "发放临时救助金"]),
    ("一九五七年，我国工业总产值将比一九五二年增长{百分之九十|growth}。", ["工业总产值"]),
    ("市属重点国企由{51家}整合为{33家}。", ["市属重点国企", "市属重点国企"]),
    ("运输箱量和货值均增长{3倍|growth}。", ["运输箱量|货值"]),
    # what the words before are found to own, and what they are
    ("高新技术企业新增{87家}、总数达到{645家}。", ["高新技术企业新增", "高新技术企业总数"]),
    ("一般公共预算收入增长{2%|growth}、支出超过{70亿元}。", ["一般公共预算收入", "一般公共预算支出"]),
    (
        "绿色工业增加值增长{8%|growth}、对工业增长贡献率达{72%}。",
        ["绿色工业增加值", "绿色工业增加值对工业增长贡献率"],
    ),
    ("发放购车补贴{12亿元}、带动销售金额{90亿元}。", ["发放购车补贴", "购车补贴带动销售金额"]),
    ("“砚易办”用户突破{35万}、月访问量稳定在{20万人次}。", ["“砚易办”用户", "“砚易办”月访问量"]),
    (
        "培育集成创新案例{17项}，{8项}获全省认可、{3项}向全国推广。",
        ["培育集成创新案例", "集成创新案例获全省认可", "集成创新案例向全国推广"],
    ),
    ("进出口总值增长{9%|growth}，全市外贸总值创历史新高，达到{53亿元}。", ["进出口总值", "外贸总值"]),
    (
        "粮食的年平均产量由{3万吨}增加到{4万吨}，棉花由{2千吨}增加到{3千吨}。",
        ["粮食的年平均产量", "粮食的年平均产量", "棉花的年平均产量", "棉花的年平均产量"],
    ),
    (
        "新增发电能力{3万千瓦}，采煤能力{8万吨}，铁路里程{15公里}、复线里程{9公里}。",
        ["新增发电能力", "新增采煤能力", "新增铁路里程", "新增复线里程"],
    ),
    ("粮食产量增长{3%|growth}，其中增长较快的“一五”时期增长{5%|growth}。", ["粮食产量", "粮食产量"]),
    ("经济增长预期为{7%|growth}左右。", ["经济增长"]),
    ("财政增发{10亿元}国债加强基础设施建设。", ["财政增发国债"]),
    ("壮大{13条}重点产业链和“5+5”产业集群。", ["壮大重点产业链"]),
    # lists: shared head, tail and predicate
    ("食品、石化等产业增加值分别增长{7%|growth}、{8%|growth}。", ["食品产业增加值", "石化产业增加值"]),
    ("农产品加工产值、网络零售额分别增长{3%|growth}、{9%|growth}。", ["农产品加工产值", "网络零售额"]),
    ("机电企业营业收入、利润分别增长{6%|growth}、{9%|growth}。", ["机电企业营业收入", "机电企业利润"]),
    ("本外币存贷款余额分别达{3亿元}、{2亿元}。", ["本外币存款余额", "本外币贷款余额"]),
    ("{10所}学校、{12个}专业群入选全国试点。", ["学校入选全国试点", "专业群入选全国试点"]),
    ("新增{2个}区域医疗中心、{40个}重点专科。", ["新增区域医疗中心", "新增重点专科"]),
    ("粮食、棉花等产品的产量，也都比上年增长{一倍|growth}。", ["粮食产量|棉花产量"]),
    ("城乡低保标准提高到每月{815元}和{615元}。", ["城镇低保标准", "农村低保标准"]),
    ("高新技术企业、科技型企业数量实现{翻番|multiple}。", ["高新技术企业数量|科技型企业数量"]),
    ("食品、药品抽检合格率分别超{98%}和{99%}。", ["食品抽检合格率", "药品抽检合格率"]),
    ("规上工业企业达{7万家}、增加值增长{3%|growth}。", ["规上工业企业", "规上工业企业增加值"]),
    # carried subjects, owners, topics
    (
        "城镇居民收入达到{5万元}，农村居民收入达到{3万元}，分别增长{4%|growth}、{5%|growth}。",
        ["城镇居民收入", "农村居民收入", "城镇居民收入", "农村居民收入"],
    ),
    ("粮食总产再创历史新高，连续3年稳居全省{第一|rank}。", ["粮食总产"]),
    ("枢纽港新签约项目{13个}、总投资{22亿元}。", ["枢纽港新签约项目", "枢纽港新签约项目总投资"]),
    ("续建安置房{755套}，新开工{100套}。", ["续建安置房", "新开工安置房"]),
    ("继续推进保障性住房工程建设，建成{500套}。", ["保障性住房工程建成"]),
    # leaning quantities take their owner from the clause before
    (
        "完善城乡居民医保，财政补助标准由每人每年{320元}提高到{380元}。",
        ["城乡居民医保财政补助标准", "城乡居民医保财政补助标准"],
    ),
    ("全面加强低保制度建设，救助人数达到{6万人}。", ["低保制度救助人数"]),
    (
        "可燃冰开发方面，加快增储上产，力争产量突破{2亿立方米}、投资超{12亿元}。",
        ["可燃冰开发产量", "可燃冰开发投资"],
    ),
    # what there is in all, after what was added
    ("新增公园{12座}，提前建成百园之城，累计达到{110座}。", ["新增公园", "公园"]),
    (
        "“砚江标准”、“砚江品牌”分别新增{2项}和{4项}，累计分别达到{6项}和{28项}。",
        ["“砚江标准”新增", "“砚江品牌”新增", "“砚江标准”", "“砚江品牌”"],
    ),
    ("港口贸易总额从{8万元}增长到{11万元}、居全国{首位|rank}。", ["港口贸易总额"] * 3),
    # verbs: with their object, in lists, before their noun
    ("一般公共预算收入达百亿级规模，新增减税降费超{30亿元}。", ["新增减税降费"]),
    ("水体优良比例达{94%}，造林绿化{19万亩}。", ["水体优良比例", "造林绿化"]),
    ("建成跨江通道{4座}、在建{8座}。", ["建成跨江通道", "在建跨江通道"]),
    ("开通航线{48条}、通航城市{16个}。", ["开通航线", "通航城市"]),
    ("新入库规上工业企业{40家}、规上服务业企业{30家}。", ["新入库规上工业企业", "新入库规上服务业企业"]),
    ("培育百强开发区{2个}、千强开发区{22个}。", ["培育百强开发区", "培育千强开发区"]),
    ("中心城区新增人口{10万人}、县城新增人口{20万人}。", ["中心城区新增人口", "县城新增人口"]),
    ("预算改革优化支出结构、清收各类资金{51亿元}。", ["清收各类资金"]),
    ("制定、修改、废止政府规章{7件}。", ["制定、修改、废止政府规章"]),
    ("为{29个}省份保供煤炭超{35亿吨}。", ["为省份保供煤炭", "保供煤炭"]),
    ("推动人均预期寿命达到{80岁}，带动消费{65亿元}。", ["人均预期寿命", "带动消费"]),
    ("与{41个}自贸园区建立伙伴关系。", ["建立伙伴关系的自贸园区"]),
    ("总书记心系砚江，{3次}亲临考察、{4次}回信。", ["亲临考察", "回信"]),
    ("习近平总书记心系砚江，{3次}亲临考察、{4次}回信。", ["习近平总书记亲临考察", "习近平总书记回信"]),
    ("市财政安排{3亿元}支持中小学取暖。", ["市财政安排支持中小学取暖"]),
    # lists: parallel words, classes, things that only look like quantities, paces
    ("炼铁、炼钢先进产能占比分别达到{64%}、{62%}。", ["炼铁先进产能占比", "炼钢先进产能占比"]),
    ("化学需氧量、二氧化硫排放量分别减少{4%|growth}和{6%|growth}。", ["化学需氧量排放量", "二氧化硫排放量"]),
    ("电池、电机等绿色产品产量均增长{20%|growth}。", ["电池产量|电机产量"]),
    ("新建{6个}国家级、{20个}省级临床重点专科。", ["新建国家级临床重点专科", "新建省级临床重点专科"]),
    (
        "投资、消费增速分别快于全省{3个百分点|change}、{1个百分点|change}。",
        ["投资增速快于全省", "消费增速快于全省"],
    ),
    ("货物进出口总额{36亿元}，其中出口增长{2%|growth}。", ["货物进出口总额", "货物出口"]),
    ("实际使用外资达到{16亿美元}、折合{114亿元}人民币。", ["实际使用外资", "实际使用外资"]),
    ("出口额居世界{首位|rank}，占国际市场份额提高{2个百分点|change}。", ["出口额", "出口额占国际市场份额"]),
    (
        "货物进出口总额增长{2%|growth}，其中，出口增长{3%|growth}，进口增长{4%|growth}。",
        ["货物进出口总额", "货物出口", "货物进口"],
    ),
    ("提高{12万}教师待遇。", ["提高教师待遇"]),
    ("进出口总额接连突破{8亿元}、{9亿元}。", ["进出口总额", "进出口总额"]),
    ("长达{40公里}的输气管道全线贯通。", ["输气管道长"]),
    ("城镇人均居住面积增加到{8平方米}，农村增加到{22平方米}。", ["城镇人均居住面积", "农村人均居住面积"]),
    ("系列产品市场占有率达到{50%}。", ["系列产品市场占有率"]),
    ("民营企业{55万户}、占全部企业{两成}。", ["民营企业", "民营企业占全部企业比重"]),
    # the number before its noun
    ("完成东门桥等{25座}桥下空间整治。", ["完成桥下空间整治"]),
    ("为{390人}困难群众免费体检。", ["为困难群众免费体检"]),
    ("重点区域环境整治惠及{3万人}居民。", ["重点区域环境整治惠及居民"]),
    ("改造试点扩大到{59个}村。", ["改造试点村"]),
    # the prose of older reports
    ("农业税收入占总收入的{一成}，比上年增长{百分之五|growth}。", ["农业税收入占总收入比重", "农业税收入"]),
    ("人口自然增长率，江苏省由{千分之九}降到{千分之六}。", ["江苏省人口自然增长率", "江苏省人口自然增长率"]),
    ("原煤产量达到{七亿吨}，原油达到{一亿吨}。", ["原煤产量", "原油产量"]),
    ("积累率已由五十年代的{30%}上升到{35%}。", ["积累率", "积累率"]),
    ("对实现本世纪末工农业总产值{翻两番|multiple}的目标充满信心。", ["工农业总产值"]),
    ("要在今年定额的基础上节约用煤{百分之二}。", ["节约用煤"]),
    ("居民储蓄存款增加较多，存款余额达到{五亿元}。", ["居民储蓄存款余额"]),
    ("水泥、焦炭分别淘汰落后产能{3万吨}和{5万吨}。", ["水泥淘汰落后产能", "焦炭淘汰落后产能"]),
    # values in brackets
    ("农业产值增长{两成|growth}（包括村办作坊为{三成|growth}）。", ["农业产值", "包括村办作坊农业产值"]),
    ("财政收入增长{两成|growth}（同口径增长{一成|growth}以上）。", ["财政收入", "财政收入"]),
    # what stands against a quantity, bodies and lists in so many words
    ("内河货物周转量增长{一成|growth}，旅客周转量增长{两成|growth}。", ["内河货物周转量", "内河旅客周转量"]),
    ("已经建成的青石水库，可蓄水{两亿立方米}。", ["青石水库蓄水"]),
    ("青石电站在改建完成后，发电能力可以达到{三万千瓦}。", ["青石电站发电能力"]),
    ("几个煤矿的年产能力如下：青石矿务局所属煤矿为{四百万吨}。", ["青石矿务局所属煤矿年产能力"]),
    # the parts of a quantity
    (
        "新增公路里程{70公里}，其中高速公路{20公里}，县道{9公里}。",
        ["新增公路里程", "新增高速公路里程", "新增县道里程"],
    ),
    (
        "社会商品零售总额增长{一成|growth}，其中：合作社增长{两成|growth}。",
        ["社会商品零售总额", "合作社零售总额"],
    ),
    # shares, comparisons, places in an order
    ("在工业总产值中，机械工业占{三成}。", ["机械工业占工业总产值比重"]),
    ("钢铁工业占工业总产值的{三成}。", ["钢铁工业占工业总产值比重"]),
    (
        "固定资产投资增长{4%|growth}、高于全国{7个百分点|change}。",
        ["固定资产投资", "固定资产投资增长高于全国"],
    ),
    ("森林覆盖率稳居全国第{2|rank}。", ["森林覆盖率"]),
    ("参加合作社的农户已经达到全体农户的{六成}。", ["参加合作社的农户占全体农户比重"]),
    (
        "棉纺工业在轻工业产值中所占的比重，由{二成}上升到{三成}；在出口总值中所占的比重，由{一成}上升到{二成}。",
        ["棉纺工业在轻工业产值中所占的比重"] * 2 + ["棉纺工业在出口总值中所占的比重"] * 2,
    ),
    (
        "财政收入中的商业税收，包括盐税和关税所占的比重，已从{四成}降低到{三成}，其中盐税从{二成}降低到{一成}。",
        ["商业税收占财政收入的比重"] * 2 + ["盐税占财政收入的比重"] * 2,
    ),
    (
        "各种所有制在商品零售额中所占的比重变化如下：国营占{四成}，集体占{三成}。",
        ["国营占商品零售额比重", "集体占商品零售额比重"],
    ),
    ("砚江水利投资{两亿元}，其中约有{三成}将用于修建水库。", ["水利投资", "水利投资用于修建水库的比重"]),
    ("全省共有{20个}林区，占全国{80个}林区的{四成}。", ["林区", "占全国林区", "林区占全国林区比重"]),
    # what is left out
    ("力争到2030年，全市森林覆盖率达到{57%}。", ["森林覆盖率"]),
    ("砚江新能源汽车产能达到{20万辆}。", ["新能源汽车产能"]),
    ("有色金属产业营收突破{1万亿元}。", ["有色金属产业营收"]),
    ("就业人数比上年增加{4万人|change}。", ["就业人数"]),
    ("居民消费价格涨幅控制在{3%|growth}。", ["居民消费价格"]),
    ("全年城镇新增就业年均超过{7万人}。", ["城镇新增就业年均"]),
    ("科技进步贡献率率达到{63%}。", ["科技进步贡献率"]),
    # old plans
    ("机制纸：从{三十七万吨}增加到{六十五万吨}，增长{零点八倍|growth}。", ["机制纸产量"] * 3),
    ("主要产品的产量是：钢{四十二万吨}，煤{一千万吨}。", ["钢产量", "煤产量"]),
    ("主要产品的产量都有增长，焦炭增长{三成|growth}，发电增长{一倍|growth}。", ["焦炭产量", "发电量"]),
    ("尽管遭了灾，花生仍然增产{一成|growth}。", ["花生产量"]),
    ("棉纱的产量可以等于一九四九年的{三倍|multiple}。", ["棉纱的产量"]),
    ("造价应该比原计划至少节约{一成|growth}。", ["造价"]),
]


def unit_of(words: str) -> str:
    """Guess a unit well enough for a case."""
    if "%" in words or words.endswith("成"):
        return "%"
    return (
        "倍"
        if words.endswith(("倍", "番"))
        else re.sub(r"^[0-9.一二三四五六七八九十百千万亿零点]+", "", words)
    )


def read(marked: str) -> tuple[str, list[Value]]:
    """Take the marks out of a sentence and make its values."""
    text, values, end = "", [], 0
    for mark in re.finditer(r"\{([^}|]+)(?:\|(\w+))?\}", marked):
        text += marked[end : mark.start()]
        start = len(text)
        text += mark[1]
        values.append(
            Value(start, len(text), start, len(text), unit=unit_of(mark[1]), measure=mark[2] or "level")
        )
        end = mark.end()
    return text + marked[end:], values


def test_a_national_report_puts_the_agent_behind() -> None:
    sentence, values = read("{28个}县开展了养老保险试点。")
    found = find_subjects(sentence, values, Carried(), None)
    assert found[0][0].indicator == "开展养老保险试点的县"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("这几年，共有{九百件}作品在各地的会演中得奖。", "在各地的会演中得奖的作品"),
        ("{二十位}外国学者先后来我国访问。", "来我国访问的外国学者"),
        ("有{三成}的工厂存在着严重的浪费。", "存在着严重的浪费的工厂"),
        ("已同{九十个}国家发展了贸易往来。", "发展贸易往来的国家"),
        ("全年{四万}渔民实现了定居。", "渔民实现了定居"),
    ],
)
def test_what_counted_things_do_stands_before_them_in_a_national_report(marked: str, expected: str) -> None:
    assert names_of(marked) == [expected]


def test_a_subject_is_carried_over_sentences() -> None:
    carried = Carried()
    for marked in ("装备产业加快发展。", "产值突破{30亿元}。"):
        sentence, values = read(marked)
        found = find_subjects(sentence, values, carried, "砚江市")
    assert found[0][0].indicator == "装备产业产值"


def names_of(*sentences: str) -> list[str]:
    """Name the values of sentences that follow each other in a national report."""
    carried, names = Carried(), []
    for marked in sentences:
        sentence, values = read(marked)
        names += [found[0].indicator for found in find_subjects(sentence, values, carried, None)]
    return names


def test_shares_of_a_list_are_of_what_is_divided() -> None:
    led = "五年林业投资{三亿元}，是这样分配的："
    assert names_of(led, "造林为{两亿元}，占{六成}；", "护林为{一亿元}，占{四成}。")[2::2] == [
        "造林占林业投资比重",
        "护林占林业投资比重",
    ]


def test_a_lead_in_holds_for_lines_below_it() -> None:
    led = "主要农业产品的计划产量增长的情况如下列："
    assert names_of(
        led, "油菜子：达到{三百万担}，增长{两成|growth}。", "以产量说，茶叶增长{一成|growth}。"
    ) == [
        "油菜子产量",
        "油菜子产量",
        "茶叶产量",
    ]


def test_this_share_is_the_one_told_before() -> None:
    told = "第一是电力工业在工业产值中的比重迅速上升。"
    assert names_of(told, "这个比重大约是{一成}。") == ["电力工业在工业产值中的比重"]


def test_a_lead_in_holds_for_the_sentences_of_its_list() -> None:
    names = names_of(
        "供应市场的主要商品都将有所增加。",
        "例如：食油将增加{三万吨|change}，胶鞋将增加{五百万双|change}。",
        "呢绒将增加{八万匹|change}。",
        "学校经费将增加{两亿元|change}。",
    )
    assert names == ["食油供应量", "胶鞋供应量", "呢绒供应量", "学校经费"]


@given(st.text(alphabet="占为等、，：；和的12%亿元增长分别城乡新增比由“”（）年", max_size=60))
def test_any_text_passes(text: str) -> None:
    values = find_values(text)
    found = find_subjects(text, values, Carried(), "砚江市")
    assert [bool(subjects) for subjects in found] == [value.skip is None for value in values]


@pytest.mark.slow
@pytest.mark.parametrize(
    "part", ["产量占5%，", "5、", "，增长5%", "甲、乙分别增长5%、6%、", "新开工5个，", "（5"]
)
def test_time_grows_with_length(part: str) -> None:
    def seconds(times: int) -> float:
        sentence = part * times
        values = find_values(sentence)
        start = perf_counter()
        find_subjects(sentence, values, Carried(), "砚江市")
        return perf_counter() - start

    seconds(50)
    assert seconds(2000) < 6 * seconds(500) + 1.0


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_indicator(marked: str, expected: list[str]) -> None:
    sentence, values = read(marked)
    found = find_subjects(sentence, values, Carried(), "砚江市")
    assert ["|".join(subject.indicator for subject in subjects) for subjects in found] == expected


def test_the_sentence_before_tells_of_what() -> None:
    carried = Carried()
    find_subjects("二是，城乡居民储蓄大幅度增加。", [], carried, "砚江市")
    sentence, values = read("年末达到{16亿元}。")
    assert find_subjects(sentence, values, carried, "砚江市")[0][0].indicator == "城乡居民储蓄"
