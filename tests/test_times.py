"""Times and roles: cases as data, each a value marked in a sentence of a part, with its setting."""

from dataclasses import dataclass

import pytest

from taizhang.figures.times import Clock, Setting, find_settings
from taizhang.figures.values import find_values
from taizhang.outline import Passage

TERM, PLAN = (2021, 2025), (2026, 2030)


@dataclass(frozen=True)
class Part:
    role: str
    span: tuple[int, int] | None = None
    year: int = 2026


REVIEW, REVIEW_TERM, GOALS = Part("review"), Part("review_term", TERM), Part("year_goals")
PLANNED, TASKS, OLD = Part("plan", PLAN), Part("year_tasks"), Part("review_term", (1978, 1982), 1983)
OLD_TASKS, SPRING = Part("year_tasks", None, 1959), Part("year_tasks", None, 1995)
PROBLEMS = Part("problems")
LATE = Part("review", None, 1980)
OLD_REVIEW, EIGHTH = Part("review", None, 1957), Part("plan", (1991, 1995), 1991)
DECADE, TEN_YEARS = Part("review_term", (1981, 1990), 1991), Part("plan", (1991, 2000), 1991)
FIRST_PLAN = Part("plan", (1953, 1957), 1955)


def settings_of(
    sentence: str, part: Part, clock: Clock | None = None, *, opens: bool = True
) -> list[Setting]:
    values = find_values(sentence)
    passage = Passage(0, len(sentence), part.role, (), part.span)
    # What stands left of the value in its clause is indicator enough here.
    names = ["" if value.skip else _left(sentence, value.head) for value in values]
    settings = find_settings(sentence, values, names, passage, part.year, clock or Clock(), opens=opens)
    return [setting for value, setting in zip(values, settings, strict=True) if value.skip is None]


def _left(sentence: str, head: int) -> str:
    start = max(sentence.rfind(mark, 0, head) for mark in "，；。、") + 1
    return sentence[start:head]


def told(setting: Setting) -> str:
    words = [setting.role, setting.period]
    if setting.base:
        words.append(f"<{setting.base}")
    if setting.strength:
        words.append(setting.strength)
    return " ".join(words)


CASES = [
    # a growth counted from inside the years reviewed; a state that was never so; where a sum of years has come to
    (REVIEW_TERM, "渔区平均降尘比2022年下降18%", ["actual 2023-2025 <2022"]),
    (REVIEW_TERM, "债务率始终没有突破60%，涨幅从未超过3%", ["actual 2021-2025"] * 2),
    (
        REVIEW_TERM,
        "财政五年投入资金270亿元，去年达到80亿元；生态搬迁9万人；8个渔村率先脱贫",
        ["actual 2021-2025", "actual 2025", "actual 2021-2025", "actual 2021-2025"],
    ),
    (TASKS, "激发9万渔民的创造活力", ["context 2025"]),
    (REVIEW_TERM, "我国已同75个国家建交，东堤全面通水，受益人口9万", ["actual 2025", "actual 2025"]),
    (REVIEW, "新建渔港19座，超额完成15座的年度目标任务", ["actual 2025", "context 2025"]),
    # the year before the one told of; a plan under way; a plan named for its first year alone
    (
        REVIEW,
        "渔船利润增长9%，上年仅增长3%；晒盐产量增长6%，上年为4%",
        ["actual 2025", "actual 2024", "actual 2025", "actual 2024"],
    ),
    (Part("year_tasks", None, 2023), "到2025年，研发投入年均增长8%", ["target 2021-2025"]),
    (TASKS, "过去一年，夺取“十四五”圆满收官，出动官兵9万人次", ["actual 2025"]),
    # what a plan is more than last year, those who strive, a wish for each year
    (TASKS, "投资总额拟定为9亿元，比上年预计数增加了2亿元", ["target 2026", "target 2026"]),
    (TASKS, "去年投资总额为9亿元，比上年增加了2亿元", ["actual 2025", "actual 2025"]),
    (TASKS, "日产量已经达到九百吨，正在为日产一千吨奋斗", ["actual 2025", "target 2026"]),
    # by now, after a year that is over
    (OLD_REVIEW, "一九五三年有渔业社七百个，现在已经合并成二百个", ["actual 1953", "actual 1957"]),
    (TASKS, "争取每年平均装机9万千瓦", ["target 2026 strive"]),
    # a rate told after what another is held against; a bound behind a yearly growth; who helps from outside
    (
        REVIEW_TERM,
        "旅客量比2020年增长1.6倍，绿化覆盖率提高2.7个百分点",
        ["actual 2021-2025 <2020"] * 2,
    ),
    (PLANNED, "产值年均增长5%，力争突破4.2万亿元", ["target 2026-2030", "target 2030 strive"]),
    (REVIEW_TERM, "3个协作省市投入援助资金9亿元", ["context 2021-2025", "actual 2021-2025"]),
    (REVIEW_TERM, "6万套渔民新居任务全面收官", ["actual 2021-2025"]),
    (REVIEW, "每年吸引高校毕业生9万人", ["actual 2025"]),
    (TASKS, "加快总投资32亿元的船坞二期建设", ["context 2026"]),
    (SPRING, "行政经费按上年实际数压缩4%，集团购买力再压缩8%", ["target 1995"] * 2),
    # what goes on after the last year of a span is of the span again; an average is held over it
    (
        TEN_YEARS,
        "其中“八五”时期，国民收入平均每年增长4%，1995年达到9000亿元；渔业产值平均每年增长7%",
        ["target 1991-1995", "target 1995", "target 1991-1995"],
    ),
    (TEN_YEARS, "到1995年，出口总额达到700亿美元，年均增长9%", ["target 1995", "target 1991-1995"]),
    (TEN_YEARS, "煤炭工业五年开工建设规模9000万吨，其中投产7000万吨", ["target 1991-1995"] * 2),
    (TEN_YEARS, "今后十年，死亡率平均要控制在7‰以内", ["target 1991-2000"]),
    # the years since something; the years before the one under review; a plan that is only drawn up, or has works
    (REVIEW, "本届政府成立以来的四年，出口年均增长3%，减税90亿元", ["actual 2022-2025"] * 2),
    (REVIEW, "在前三年改造住房90万套的基础上，去年又改造20万套", ["actual 2022-2024", "actual 2025"]),
    (REVIEW, "制定实施渔业振兴“十五五”规划，新建渔港9个", ["actual 2025"]),
    (REVIEW, "90项“十五五”规划重大工程中有三分之一已经开工", ["context 2025", "actual 2025"]),
    # what is open by now is so at the end
    (
        REVIEW_TERM,
        "“十四五”时期新建铁路900公里，绿道从无到有，已通车90公里",
        ["actual 2021-2025", "actual 2025"],
    ),
    # an average is of all the years, a reading of the air of the last; a change that starts from two years
    (
        REVIEW_TERM,
        "同“十三五”时期相比，茶叶年平均产量由4万吨增加到5万吨，粉尘年平均浓度保持在20微克/立方米",
        ["actual 2016-2020", "actual 2021-2025", "actual 2025"],
    ),
    (
        REVIEW,
        "房价涨幅由2023年的9%、2024年的7%收窄为2%",
        ["actual 2023", "actual 2024", "actual 2025"],
    ),
    (REVIEW, "城镇新增就业12.6万人", ["actual 2025"]),
    (REVIEW, "预计地区生产总值增长5.2%", ["actual 2025"]),
    (REVIEW, "补助标准由每人120元提高到200元", ["actual 2024", "actual 2025"]),
    (REVIEW, "地区生产总值增长4.7%、低于全国0.3个百分点", ["actual 2025", "context 2025"]),
    (REVIEW, "有效应对29轮强降雨", ["context 2025"]),
    (REVIEW, "2024年新建学校12所", ["actual 2024"]),
    (REVIEW, "近三年投入水利资金105亿元", ["actual 2023-2025"]),
    (REVIEW_TERM, "累计净增经营主体155万户", ["actual 2021-2025"]),
    (REVIEW_TERM, "常住人口城镇化率达到71.5%", ["actual 2025"]),
    # what was to be reached later and is reached; what grows from now does so in time to come
    (REVIEW, "提前实现了到2030年产值比2020年翻一番的目标", ["actual 2025 <2020"]),
    (REVIEW, "原定到2030年产值比2020年翻一番的目标提前实现", ["actual 2025 <2020"]),
    (PLANNED, "“十五五”期间，高速公路里程要比现在增加两倍", ["target 2026-2030"]),
    (
        PLANNED,
        "到2030年产值比2020年增长3倍，研发投入占比由目前的2%提高到3%",
        ["target 2030 <2020", "actual 2025", "target 2030"],
    ),
    (PLANNED, "排放控制在2025年的水平，绿地增至6平方米", ["target 2030"]),
    (REVIEW_TERM, "各项存款比年初增加29亿元", ["actual 2025"]),
    # the share that a flow of years has, and no time of its own in the whole of a share
    (REVIEW_TERM, "五年新线投产900公里，其中西部占四成", ["actual 2021-2025"] * 2),
    (REVIEW_TERM, "五年累计引资9亿元，占改革开放以来总额的一半；引进企业3家", ["actual 2021-2025"] * 3),
    (REVIEW, "接种率由年初的31%提升至78%", ["actual 2025", "actual 2025"]),
    # of how many a share is told, and at what rate help is given
    (
        REVIEW,
        "9个断面水质优良比例达到97%，鱼类由62种恢复到89种",
        ["context 2025", "actual 2025", "actual 2024", "actual 2025"],
    ),
    (TASKS, "为9名儿童提供康复救助，按每人每年9000元标准补助", ["target 2026", "context 2026"]),
    # what came back to the size of an earlier year, and the first of two years told with 至
    (REVIEW, "客运量恢复到2019年的九成，新开航线9条", ["actual 2025 <2019", "actual 2025"]),
    (REVIEW, "2021年至2025年，床位由9张增加到12张", ["actual 2020", "actual 2025"]),
    (
        REVIEW,
        "2021年至2025年，收入累计9亿元，较前五年增长4%；床位由9张增加到12张",
        ["actual 2021-2025", "actual 2021-2025", "actual 2020", "actual 2025"],
    ),
    (REVIEW, "从2021年到2025年，床位由9张增加到12张", ["actual 2021", "actual 2025"]),
    # what is held against the end of the years before, what was kept all along, what moved behind years counted
    (REVIEW_TERM, "床位数达到60张，比五年前增加9张", ["actual 2025", "actual 2021-2025 <2020"]),
    (REVIEW_TERM, "储备始终保持在3万吨以上，赤字率总体控制在3%以内", ["actual 2021-2025"] * 2),
    (REVIEW_TERM, "研发经费投入突破3万亿元，五年增长75%", ["actual 2025", "actual 2021-2025"]),
    (REVIEW_TERM, "学校投入五年增长两成，经费占支出的比重提高到6.3%", ["actual 2021-2025", "actual 2025"]),
    (REVIEW_TERM, "职业院校三年扩招4万人，企业三年净减9户", ["actual 2023-2025"] * 2),
    (GOALS, "经济每增长1个百分点能够带动就业9万人", ["context 2026"]),
    (GOALS, "世界经济增速预计由去年的3.4%放缓到2.9%", ["context 2025", "context 2026"]),
    (GOALS, "有国际机构把今年全球增长预测由3.9%下调至3.4%", ["context 2025", "context 2026"]),
    (GOALS, "市场广阔，有1.7亿多受过高等教育的人才", ["context 2025"]),
    (GOALS, "确保已售难交付的住房年内交付七成", ["target 2026 bind"]),
    (REVIEW_TERM, "下调增值税税率3次", ["actual 2021-2025"]),
    (REVIEW_TERM, "已与9个国家建立友城关系", ["actual 2025"]),
    (REVIEW, "“三公”经费只及2012年的46%", ["actual 2025 <2012"]),
    (GOALS, "2025年返贫人口已由前一年的9万人降到6万人", ["actual 2024", "actual 2025"]),
    (GOALS, "最低标准现为88元", ["actual 2025"]),
    (SPRING, "从一九九三年一月一日起开放，两年来共引进9项", ["actual 1993-1994"]),
    (REVIEW_TERM, "近两年开办学校9所，但仍有6万人没有入学", ["actual 2024-2025", "actual 2025"]),
    (REVIEW_TERM, "五年办理建议3万件、提案1万件，办复率均为100%", ["actual 2021-2025"] * 3),
    (GOALS, "床位占比到2028年不低于48%，六成社区今年建起中心", ["target 2028", "target 2026"]),
    (
        TASKS,
        "审批时间压缩到100天以内，2027年上半年铺开；审查周期缩短至4.5个月",
        ["target 2026", "target 2026"],
    ),
    (TASKS, "所得额不超过200万元的部分减半征收所得税", ["context 2026"]),
    (REVIEW_TERM, "负债率始终低于国际通行的60%警戒线", ["actual 2021-2025"]),
    (GOALS, "加大对28个人口较少民族的帮扶", ["context 2025"]),
    (TASKS, "所得额100万元至300万元部分，再减半征收所得税", ["context 2026"]),
    (PLANNED, "“十五五”期间诉求办结率达到98%", ["target 2030"]),
    # a size held against that of one year; what is told of other days and of the people at large
    (REVIEW_TERM, "电话总容量突破80万门，为2020年的4.2倍", ["actual 2025", "actual 2025 <2020"]),
    (REVIEW, "收入之比由三十年前的3:1扩大到6:1", ["actual 1995", "actual 2025"]),
    (SPRING, "收费不得超过上年收入5%的规定", ["context 1995"]),
    (REVIEW, "距离大桥通车只有四百天", []),
    # a run of years in which one quantity was summed or grew
    (
        SPRING,
        "今年安排专款7亿元，五年共39亿元；大学招生94万人",
        ["target 1995", "target 1995-1999", "target 1995"],
    ),
    (
        REVIEW,
        "对南方的贸易额84亿元，四年间增长1.2倍；对北方的贸易额15亿元",
        ["actual 2025", "actual 2022-2025", "actual 2025"],
    ),
    (REVIEW, "高新技术企业三年翻一番，新建港口9座", ["actual 2023-2025", "actual 2025"]),
    # what is so already in a part that plans, and what is background
    (SPRING, "委员会142名委员已经就任", ["actual 1994"]),
    (SPRING, "抓好今年确定的试点，这些企业却只占总数的百分之九", ["actual 1994"]),
    (SPRING, "全国40个少数民族有2亿人口，占总人口的8.8%", ["context 1994", "context 1994", "context 1994"]),
    (SPRING, "“三五”普法教育覆盖8亿人", ["target 1995"]),
    (REVIEW, "全球仍有3亿人缺水", ["context 2025"]),
    (REVIEW, "二亿农民用上自来水，三亿亩耕地受旱", ["actual 2025", "context 2025"]),
    (REVIEW_TERM, "船队裁减员额50人", ["actual 2021-2025"]),
    (
        REVIEW_TERM,
        "肉类产量比上年增长5%，水产品增长7%；油料增长9%",
        ["actual 2025", "actual 2025", "actual 2021-2025"],
    ),
    (REVIEW_TERM, "人均公共绿地3.9平方米", ["actual 2025"]),
    (REVIEW, "全球军费开支高达7600亿美元", ["context 2025"]),
    (REVIEW, "查办案件90件，挽回直接经济损失7亿元", ["actual 2025", "actual 2025"]),
    # the same told as a growth, a base by another word, this year and the next
    (GOALS, "到2030年产量将达到57吨，即比2025年增长2倍", ["target 2030", "target 2030 <2025"]),
    (GOALS, "产量在2024年的基数上增长29%", ["target 2026 <2024"]),
    (GOALS, "今明两年新建学校12所", ["target 2026-2027"]),
    (
        PLANNED,
        "招生人数由2025年的29万人增加到2030年的110万人，即增长2.8倍",
        ["actual 2025", "target 2030", "target 2026-2030 <2025"],
    ),
    (REVIEW, "计划建成项目18个，实际建成28个", ["context 2025", "actual 2025"]),
    (GOALS, "购买力要按上年实际数额核减20%", ["target 2026"]),
    # what a report of the year's end says that year's plan was; a year before the one under review holds on
    (LATE, "1980年计划投资总额控制在500亿元", ["target 1980"]),
    (LATE, "1980年计划为4%，预计可以达到6%", ["context 1980", "actual 1980"]),
    # what became of counted things and is so since
    (REVIEW_TERM, "198项政务服务事项实现跨境通办，7家企业上榜五百强", ["actual 2025", "actual 2025"]),
    (REVIEW, "居民收入增长5.8%、快于经济增速1个百分点", ["actual 2025", "context 2025"]),
    # what a plan adds in all its years
    (PLANNED, "森林蓄积量增加6亿立方米，城镇新增就业500万人以上", ["target 2026-2030", "target 2026-2030"]),
    # … but in all it is so much at its end
    (PLANNED, "累计建成渔港900座", ["target 2030"]),
    (PLANNED, "累计新增渔港900座", ["target 2026-2030"]),
    # shares and sizes of what is spent over all the years; what a work gives when it is done; what is so by itself
    (FIRST_PLAN, "五年内工业投资占投资总额的58%", ["target 1953-1957"]),
    (FIRST_PLAN, "五年内新建电站28个，加上小型的，电站建设总规模将达3000万千瓦", ["target 1953-1957"] * 2),
    (FIRST_PLAN, "五年内建设水泥厂，全部建成后的年产能力将为360万吨", ["target 1957"]),
    (SPRING, "财政收入的60%以上来自国有企业", ["actual 1994"]),
    # as many years as lie between: the first is what they are counted from
    (OLD, "1965年到1976年11年中，收入总共只增加了10.5元", ["actual 1966-1976"]),
    (OLD, "1965年到1976年的12年间，收入总共只增加了10.5元", ["actual 1965-1976"]),
    # a bare 五年 is the plan of five years that the sentence spoke of
    (
        TASKS,
        "“十五五”期间关停小火电50万千瓦，今年关停10万千瓦；五年淘汰落后产能1亿吨",
        ["target 2026-2030", "target 2026", "target 2026-2030"],
    ),
    (REVIEW_TERM, "工业增加值突破760亿元", ["actual 2025"]),
    (REVIEW_TERM, "374个沿江行政村全部建成幸福村", ["actual 2025"]),
    (REVIEW, "洪涝造成直接经济损失20多亿元", ["context 2025"]),
    (REVIEW, "航道中断航运1个多月", ["context 2025"]),
    (REVIEW, "战胜历时41天的伏旱", ["context 2025"]),
    (PLANNED, "《纲要（草案）》提出20项主要指标，其中约束性指标8项", ["actual 2025"] * 2),
    (REVIEW, "市属企业户数三年净减30户，管理层级压到4级以内", ["actual 2023-2025", "actual 2025"]),
    (REVIEW, "三次产业结构由12:45:43优化为9:42:49", ["actual 2024"] * 3 + ["actual 2025"] * 3),
    (REVIEW, "经济总量由全国第15位前移至第13位", ["actual 2024", "actual 2025"]),
    (REVIEW, "总书记3次亲临砚江考察", ["context 2025"]),
    (
        PLANNED,
        "今后五年，地区生产总值2030年突破3000亿元；单位产值能耗累计下降14%",
        ["target 2030", "target 2026-2030"],
    ),
    (REVIEW_TERM, "建成口袋公园437个", ["actual 2021-2025"]),
    (REVIEW_TERM, "累计建成口袋公园437个、绿道90公里", ["actual 2025", "actual 2025"]),
    # money that flows every year adds up over the review, and so do marks passed and whatever a verb says was done
    (REVIEW_TERM, "企业税收收入累计超9亿元，累计对外直接投资7亿美元", ["actual 2021-2025"] * 2),
    (REVIEW_TERM, "经济总量连续跨越3个千亿元台阶", ["actual 2021-2025"]),
    (REVIEW_TERM, "补充耕地39万亩，运行班轮航线7条", ["actual 2021-2025", "actual 2025"]),
    (REVIEW, "市级财政连续三年累计补贴7亿元", ["actual 2023-2025"]),
    (REVIEW, "排名连续五年每年上升1位", ["actual 2021-2025"]),
    (REVIEW_TERM, "加上清理收费，共减轻企业负担9亿元", ["actual 2021-2025"]),
    # five years counted on from the year that a change began in
    (
        REVIEW_TERM,
        "产值由2020年的3亿元增加到5亿元，五年年均增长6%",
        ["actual 2020", "actual 2025", "actual 2021-2025"],
    ),
    (REVIEW_TERM, "学前三年毛入园率达到90%", ["actual 2025"]),
    # what the country or the place has, and the average of others, is so also where a report plans
    (TASKS, "全国还有9万户住在窑洞里", ["actual 2025"]),
    (TASKS, "全县有9个乡将全部通车", ["target 2026"]),
    (SPRING, "有四分之三的船工在国营船厂就业", ["actual 1994"]),
    (REVIEW, "人均产值仅为全国平均水平的九成", ["context 2025"]),
    # what was planned beside what came of it, a goal told again, what would be, more of those who were background
    (REVIEW, "煤耗上升6%，原计划降低1%", ["actual 2025", "context 2025"]),
    (
        REVIEW,
        "去年政府工作报告提出，废品率要从18%降到12%左右，实际降到9%",
        ["actual 2024", "context 2025", "actual 2025"],
    ),
    (TASKS, "如果能够加快装卸，减少3%的停泊，就可以节省7亿元", ["context 2026"] * 2),
    (TASKS, "今年高校毕业生9万人，比去年增加1万人", ["context 2026"] * 2),
    (REVIEW_TERM, "领导人出访90个国家", ["actual 2021-2025"]),
    (TASKS, "县级基本财力保障机制奖补资金增幅超过10%", ["target 2026"]),
    # the rate now in force, and what is now, begins a change; a share wanted within years is wanted at their end
    (TASKS, "将船厂现行16%的税率降至13%", ["actual 2025", "target 2026"]),
    (TASKS, "比重由现在的45%提高到50%", ["actual 2025", "target 2026"]),
    (TASKS, "五年内使渔校学生占到学生总数的35%以上", ["target 2030"]),
    (
        REVIEW_TERM,
        "产值在2010年的基础上翻了一番，平均每年增长9%",
        ["actual 2025 <2010", "actual 2011-2025"],
    ),
    (TASKS, "60岁以上人口达到3亿", ["context 2025"]),
    # how many there are after what was added; whom something reaches is no place; a plan's first year is no plan
    (REVIEW_TERM, "新增工厂2家，达到7家", ["actual 2021-2025", "actual 2025"]),
    (REVIEW_TERM, "新培育企业9家，总量突破19家", ["actual 2021-2025", "actual 2025"]),
    (REVIEW_TERM, "改造老旧小区9个，惠及居民2万户", ["actual 2021-2025"] * 2),
    (REVIEW_TERM, "8个脱贫县特色产业产值达36亿元", ["actual 2025", "actual 2025"]),
    (REVIEW, "今年是“十五五”开局之年，我们也看到，民间投资下降3%", ["actual 2025"]),
    (PLANNED, "产值到2030年达到9亿元；单位能耗降低17%", ["target 2030", "target 2026-2030"]),
    (TASKS, "对新认定的企业每户奖励20万元，为学生发放补助，每生每天6元", ["context 2026"] * 2),
    # what the government gives is no mere expectation; a goal told as such
    (TASKS, "预计今年减税9亿元，今年高校毕业生将高达7万人", ["target 2026", "context 2026"]),
    (REVIEW, "出口总额下降7%，去年预期目标为6%", ["actual 2025", "context 2025"]),
    (
        PLANNED,
        "到2030年，港口达到9个；人均预期寿命提高1岁，新增就业5万人",
        ["target 2030", "target 2026-2030", "target 2026-2030"],
    ),
    # 提前五年 is no time; what so many are in by now; the five years before
    (
        REVIEW_TERM,
        "提前五年实现产值翻一番的目标，全省已有9个县普及高中，还有65万人没有脱贫",
        ["actual 2021-2025", "actual 2025", "actual 2025"],
    ),
    (REVIEW_TERM, "物价涨幅高于前五年平均3%的水平", ["actual 2016-2020"]),
    (TASKS, "返还比例从30%最高提至90%，每孩每月1000元", ["actual 2025", "target 2026", "context 2026"]),
    # held through years counted; sums of what a run of years did; places in an order that were left; off a goal
    (REVIEW_TERM, "五年赤字率控制在3%以内", ["actual 2021-2025"]),
    (REVIEW_TERM, "连续三年减税，累计减税9亿元", ["actual 2023-2025"]),
    (REVIEW_TERM, "水质连续三年达标，补偿资金累计9亿元", ["actual 2025"]),
    (REVIEW_TERM, "税收由全国第四跃居第三", ["actual 2020", "actual 2025"]),
    (REVIEW, "服务业增速低于预期0.8个百分点", ["context 2025"]),
    # what so many have done already, what is more this year, what there is now; a line that alarms; two or three years
    (
        TASKS,
        "93%的企业已实行承包制，发放率达到98%，今年要达到100%",
        ["actual 2025", "actual 2025", "target 2026"],
    ),
    (TASKS, "改造9个已建成自然村的管网", ["target 2026"]),
    (PLANNED, "今年是“十五五”开局之年，产值计划增长5%", ["target 2026"]),
    (REVIEW_TERM, "农村建房九万平方米，安置失业人员九万人", ["actual 2021-2025"] * 2),
    (SPRING, "世界军费开支高达9000亿美元，难民人数比十年前增加一倍", ["context 1994", "context 1994 <1984"]),
    (SPRING, "考虑占成员国总数三分之二以上的发展中国家", ["context 1994"]),
    (TASKS, "完成1949年以来3200件规章的清理，普法覆盖8万人", ["target 2026"] * 2),
    (SPRING, "去年储蓄余额达到九亿元，平均每人九十元", ["actual 1994"] * 2),
    (SPRING, "我国又同两百个国家建立了外交关系", ["actual 1994"]),
    (SPRING, "我们要向两百个国家提供援助", ["target 1995"]),
    (SPRING, "当前世界军费开支高达9000亿美元", ["context 1995"]),
    (SPRING, "穷困的发展中国家，只占世界总产值的两成", ["context 1994"]),
    (SPRING, "所得税可减按10%征收", ["context 1995"]),
    (SPRING, "现有耕地十四亿多亩", ["actual 1994"]),
    (TASKS, "债务率低于国际公认的20%的警戒线", ["context 2025"]),
    (REVIEW, "物价上涨1.5%，低于3%左右的预期目标", ["actual 2025", "context 2025"]),
    (TASKS, "生产总值每增长1个百分点，能够带动9万人就业", ["context 2026"]),
    (TASKS, "两三年内煤耗要降到10%以下", ["target 2028"]),
    # a part of a stock is a stock
    (REVIEW_TERM, "五年间，电话用户超过2亿户，其中移动电话8500万户", ["actual 2025", "actual 2025"]),
    # parts of a year are of the last one; a base of its own kind; what a year only says of things
    (REVIEW_TERM, "上半年投资增长4%，1-11月增长3%", ["actual 2025", "actual 2025"]),
    (REVIEW, "出口比疫情前的2019年增长15%", ["actual 2025 <2019"]),
    (REVIEW, "省里下达我市的目标是3.2%，逾期率低于警戒线1.2个百分点", ["context 2025", "context 2025"]),
    (TASKS, "推动去年签约的38个项目落地，开工率达到80%", ["actual 2025", "target 2026"]),
    (TASKS, "目前在建项目23个，年内再开工8个", ["actual 2025", "target 2026"]),
    (TASKS, "从今年起，用三年左右时间，压缩纱锭9万锭，今年压缩3万锭", ["target 2026-2028", "target 2026"]),
    (TASKS, "部门由40个精简为29个", ["actual 2025", "target 2026"]),
    (
        Part("review_term", (1993, 1997), 1998),
        "提前完成了本世纪末运力比1985年翻一番的任务",
        ["actual 1997 <1985"],
    ),
    (TASKS, "支持12家已完成股改企业上市", ["target 2026"]),
    (REVIEW, "工业产值增长8%，低于计划的9%", ["actual 2025", "context 2025"]),
    (REVIEW, "新涨价因素为6个百分点，比上年的15个百分点减少", ["actual 2025", "actual 2024"]),
    (REVIEW, "受灾农田7万亩，成灾3万亩", ["context 2025", "context 2025"]),
    # whom a lasting arrangement reaches, among how many, over how many years, all told, until a year behind the plan
    (REVIEW_TERM, "医疗保险制度惠及7万渔民", ["actual 2025"]),
    (REVIEW_TERM, "在9万个企业和建设项目中，生产性企业占七成", ["actual 2025", "actual 2025"]),
    (REVIEW_TERM, "五年平均赤字率降到3%左右", ["actual 2021-2025"]),
    (
        REVIEW_TERM,
        "投入由2020年的1亿元增加到2025年的3亿元，共资助学生21万名",
        ["actual 2020", "actual 2025", "actual 2021-2025"],
    ),
    (PLANNED, "到2035年，粮食产量达到8亿斤，平均每年增产2000万斤", ["target 2035", "target 2026-2035"]),
    (REVIEW_TERM, "突破“卡脖子”难题56项，综试区扩容至7个", ["actual 2021-2025", "actual 2025"]),
    # what is told of another country, and the budget that a result is held against
    (
        OLD_TASKS,
        "日本早在一九二〇年，捕捞量就已达到七十万吨，我国一九五八年达到九十万吨",
        ["context 1920", "actual 1958"],
    ),
    (OLD_TASKS, "美国在去年同我国签订的协定使出口达到九万吨", ["actual 1958"]),
    (REVIEW, "支出比预算数9亿元少1亿元", ["context 2025", "actual 2025"]),
    # what one who asks gets: a rule
    (TASKS, "提供助学金，每人每年1370元", ["context 2026"]),
    (TASKS, "每项最高支持200万元，对首台套装备按售价的10%给予补助", ["context 2026"] * 2),
    (REVIEW_TERM, "进出口总值增长53.1%", ["actual 2021-2025"]),
    (REVIEW_TERM, "规上制造业增加值年均增长7%", ["actual 2021-2025"]),
    (REVIEW_TERM, "进出口总值年均超过700亿元", ["actual 2021-2025"]),
    (REVIEW_TERM, "重点实验室由7家增至16家", ["actual 2020", "actual 2025"]),
    (REVIEW_TERM, "实有企业较“十三五”期末增长36.2%", ["actual 2021-2025 <2020"]),
    (REVIEW_TERM, "人均预期寿命较2020年提高1.16岁", ["actual 2025 <2020"]),
    (REVIEW_TERM, "优良水体比例连续3年保持100%", ["actual 2023-2025"]),
    (REVIEW_TERM, "五年新设企业1770家，民营经济增加值占比达到61.6%", ["actual 2021-2025", "actual 2025"]),
    (PLANNED, "全员劳动生产率达到25万元/人", ["target 2030"]),
    (PLANNED, "地区生产总值年均增长5%左右", ["target 2026-2030"]),
    (PLANNED, "力争到2030年，人均收入达到5万元，研发强度达到3.25%", ["target 2030 strive"] * 2),
    (PLANNED, "展望2035年，经济总量较2020年翻一番", ["target 2035 <2020"]),
    (GOALS, "今年主要预期目标是：地区生产总值增长5%左右，在实际工作中争取更好结果", ["target 2026"]),
    (GOALS, "进出口力争增长5%，城镇新增就业18万人", ["target 2026 strive", "target 2026"]),
    (TASKS, "确保粮食产量稳定在90亿斤以上", ["target 2026 bind"]),
    (TASKS, "赤字率拟按3%安排，比上年增加1800亿元", ["target 2026", "target 2026"]),
    (TASKS, "到2027年，培育链主企业20家", ["target 2027"]),
    (TASKS, "去年新建学校12所，今年再建20所", ["actual 2025", "target 2026"]),
    (
        OLD,
        "一九八二年储蓄余额达六百七十五亿元，比一九七八年增长二点二倍",
        ["actual 1982", "actual 1979-1982 <1978"],
    ),
    (OLD, "从一九七九年到一九八二年的四年间，社会总产值增长百分之三十三", ["actual 1979-1982"]),
    (REVIEW, "今年以来住宅投资保持了去年的水平，竣工面积达到8万平方米", ["actual 2026"]),
    (OLD, "前四年内能源消费平均每年增长百分之一点九", ["actual 1979-1982"]),
    (FIRST_PLAN, "五年内新建公路一万公里以上", ["target 1953-1957"]),
    (FIRST_PLAN, "两年来工资总额共增长百分之五十六", ["actual 1953-1954"]),
    (FIRST_PLAN, "一九五七年比一九五二年，工业总产值将增长百分之九十八", ["target 1957 <1952"]),
    (REVIEW_TERM, "工厂二〇二五年产值达到9亿元，比二〇二〇年增长三倍", ["actual 2025", "actual 2025 <2020"]),
    (REVIEW_TERM, "离休人员补贴从2018年每人每月70元提高到现在的120元", ["actual 2018", "actual 2025"]),
    (REVIEW_TERM, "这几年，共有2400多件作品获奖", ["actual 2021-2025"]),
    (REVIEW_TERM, "96.2%的养老机构开展医养结合", ["actual 2025"]),
    (REVIEW, "农场由上年亏损9000万元转为盈利3亿元", ["actual 2024", "actual 2025"]),
    (PROBLEMS, "亏损户由上年的40户增加到52户", ["actual 2024", "actual 2025"]),
    (REVIEW, "山区学生人数连续两年增长10%以上", ["actual 2024-2025"]),
    (SPRING, "在连续两年增长7%的基础上，安排这样的速度是合适的", ["actual 1993-1994"]),
    (SPRING, "国家已设立40亿元引导基金，要用好用足", ["actual 1994"]),
    (SPRING, "从1995年1月1日起，关税水平已由25%降到21%", ["actual 1994", "actual 1995"]),
    (OLD_TASKS, "船厂工人的比例，由四十年代的50%上升到80%", ["actual 1940-1949", "actual 1958"]),
    (REVIEW_TERM, "有效应对50个热带气旋、7次区域暴雨", ["context 2021-2025"] * 2),
    (REVIEW_TERM, "新时代以来，总书记4次亲临砚江", ["context 2025"]),
    (REVIEW, "没有实现年初确定的煤耗降低4%左右、排放减少2%的目标", ["context 2025"] * 2),
    (REVIEW, "用于防汛救灾的资金9亿元，救助受灾群众5万人次", ["actual 2025"] * 2),
    (
        REVIEW,
        "成灾的农田约有20万亩，灾民达7万人，救助灾民6万人",
        ["context 2025", "context 2025", "actual 2025"],
    ),
    (TASKS, "今年高校毕业生预计达12万人，要拓宽就业渠道", ["context 2026"]),
    (TASKS, "成本只要降低1%，一年就可以节约资金20亿元", ["context 2026"] * 2),
    (TASKS, "坚持企业、社会各负担三分之一的办法", ["context 2026"]),
    (REVIEW_TERM, "省级财政五年支出55亿元", ["actual 2021-2025"]),
    (OLD_TASKS, "全县有近一千万劳动力参加水利建设，我国人口已经达到六亿", ["actual 1958", "context 1958"]),
    (REVIEW_TERM, "创新能力由全国第12位跃升至第9位", ["actual 2020", "actual 2025"]),
    (REVIEW, "深化“三个年”和“三年大灶”活动，地区生产总值增长5%", ["actual 2025"]),
    (REVIEW_TERM, "新增上市公司48家，总量达122家", ["actual 2021-2025", "actual 2025"]),
    (REVIEW_TERM, "30个县通过均衡发展评估，年接待游客超过8亿人次", ["actual 2021-2025", "actual 2025"]),
    (OLD_TASKS, "目前已有船厂20座", ["actual 1959"]),
    (SPRING, "现在，建交的国家已达130个", ["actual 1994"]),
    (SPRING, "目前债务余额为310亿美元", ["actual 1994"]),
    (REVIEW_TERM, "改革试点已在18个省展开，惠及渔民5.2万人", ["actual 2025", "actual 2025"]),
    (REVIEW_TERM, "各级机关共精简行政编制86名", ["actual 2021-2025"]),
    (REVIEW_TERM, "先后有15万名职工领到补助", ["actual 2021-2025"]),
    (REVIEW_TERM, "其中出口223亿元", ["actual 2025"]),
    (REVIEW_TERM, "“远望”火箭连续五次发射成功", ["actual 2021-2025"]),
    (REVIEW_TERM, "2座电站全部投产，3项民俗列入名录", ["actual 2021-2025", "actual 2021-2025"]),
    (TASKS, "从今年起，关税已由13%降到11%，涉及200个税目", ["actual 2025", "actual 2026", "actual 2026"]),
    (TASKS, "赤字拟安排90亿元，占生产总值的比重预计为2.1%", ["target 2026", "target 2026"]),
    (TASKS, "我国有14亿人口的大市场，210多种产品产量居世界首位", ["context 2025"] * 3),
    (TASKS, "我国有14亿人口的大市场，我市要建设商圈9个", ["context 2025", "target 2026"]),
    (TASKS, "全市有残疾人9万人，要帮助他们", ["context 2025"]),
    (TASKS, "民族自治地方的面积占全国总面积的60%", ["context 2025"]),
    (REVIEW, "建立渔业基金，调剂比例从2.5%起步", ["actual 2025"]),
    (TASKS, "转移支付从去年的8亿元起步，今年达到9亿元", ["actual 2025", "target 2026"]),
    (REVIEW, "经受了持续28天的晴热高温", ["context 2025"]),
    (REVIEW, "督察反馈的43项问题，已完成整改39项", ["context 2025", "actual 2025"]),
    (TASKS, "发达国家对发展中国家的援助仅占产值的0.2%", ["context 2025"]),
    (TASKS, "完成“十四五”搬迁规划建设任务，再搬迁90人", ["target 2026"]),
    (TASKS, "“十四五”攻关计划安排的66个项目，今年要全部完成", ["target 2026"]),
    (SPRING, "八届全国人大二次会议以来，共承办建议183件", ["actual 1994"]),
    (TASKS, "目前为20%的缴费比例可降到16%", ["actual 2025", "target 2026"]),
    (REVIEW, "失业率3.7%，比预期目标低0.6个百分点", ["actual 2025", "actual 2025"]),
    (EIGHTH, "本世纪最后十年，产值翻两番", ["target 2000"]),
    (TASKS, "为实现本世纪头四十年产值翻两番打好基础", ["target 2040"]),
    (REVIEW, "棉花产量停滞了四年，同期人口增加近300万", ["actual 2022-2025"]),
    (REVIEW, "三年多来，来砚江观光的已有45万人次", ["actual 2023-2025"]),
    (TASKS, "力争用三年左右时间把研发经费占产值比重提高到3%", ["target 2028 strive"]),
    (REVIEW_TERM, "市级财政五年用于水利的支出820亿元", ["actual 2021-2025"]),
    (OLD_TASKS, "我们要在去年增产三亿斤的基础上，再增产五亿斤", ["actual 1958", "target 1959"]),
    (
        OLD_TASKS,
        "一九五九年棉纱产量将达到五十万件，比原定一九六二年四十万件的水平还多十万件",
        ["target 1959", "context 1962", "target 1959"],
    ),
    (REVIEW_TERM, "惠及4亿职工和居民、8亿农民", ["actual 2021-2025"] * 2),
    (OLD_TASKS, "据今年三月的统计，全国有九百多万头大牲畜", ["actual 1959"]),
    (OLD_TASKS, "世界上年产石油一亿吨以上的国家不到十个", ["context 1958"]),
    (OLD_TASKS, "工业总产值比去年增产了将近六十万吨", ["actual 1958"]),
    (REVIEW_TERM, "五年累计投入9亿元，比“十三五”时期增长7%", ["actual 2021-2025"] * 2),
    (REVIEW_TERM, "2025年粮食产量达到9亿斤，比五年前增加1亿斤", ["actual 2025", "actual 2025 <2020"]),
    (PLANNED, "力争在提高效益的基础上，使总产值达到9亿元", ["target 2030 strive"]),
    (
        REVIEW_TERM,
        "城镇新增就业66万人，900多万人口的大国实现了充分就业",
        ["actual 2021-2025", "context 2025"],
    ),
    (REVIEW, "地震造成17人遇难", ["context 2025"]),
    (PLANNED, "到二〇三〇年，总产值按二〇二五年价格计算达到9万亿元", ["target 2030"]),
    (PLANNED, "今后十年，要实现总产值翻两番", ["target 2035"]),
    (PLANNED, "粮食综合生产能力保持在9亿斤以上", ["target 2030"]),
    (OLD, "一九八三年的计划规定：工业总产值为六百亿元", ["target 1983"]),
    (Part("review", None, 2024), "“十四五”以来新建学校12所", ["actual 2021-2023"]),
    (REVIEW, "先后抗御2轮低温雨雪冰冻", ["context 2025"]),
    (TASKS, "现有省实验室5家，今年再新建2家", ["actual 2025", "target 2026"]),
    (PLANNED, "“十五五”时期，城镇调查失业率控制在5.5%以内", ["target 2030"]),
    (OLD_TASKS, "今年第一季度已经取得开门红，工业总产值比去年同期增长55%", ["actual 1959"]),
    (TASKS, "加快机场等项目前期工作，新建公路86公里", ["target 2026"]),
    (TASKS, "对没有法律依据的120项前置条件作一次清理", ["target 2026"]),
    (TASKS, "制定2030年前碳达峰行动方案，新建光伏电站30座", ["target 2026"]),
    (TASKS, "经济每增长1个百分点，能带动17万人就业", ["context 2026"]),
    (REVIEW, "工业增加值由一季度下降8.7%转为全年增长3.1%", ["actual 2025", "actual 2025"]),
    (REVIEW, "世界货物贸易额下降12%", ["context 2025"]),
    (REVIEW_TERM, "存款余额突破4万亿元，比2020年末增长六成", ["actual 2025", "actual 2021-2025 <2020"]),
    (
        REVIEW_TERM,
        "企业数量是2020年的4.3倍，工业占比提高5个百分点",
        ["actual 2025 <2020", "actual 2021-2025"],
    ),
    (REVIEW_TERM, "9座大型水库下闸蓄水", ["actual 2021-2025"]),
    (PLANNED, "到“十五五”末公路里程达到9000公里，完成公路投资300亿元", ["target 2030", "target 2026-2030"]),
    (PLANNED, "新建改建公路3万公里，培育产业集群12个", ["target 2026-2030", "target 2030"]),
    (REVIEW, "41个国控断面水质优良比例达到97.6%", ["context 2025", "actual 2025"]),
    (TASKS, "减免困难学生学费，预计惠及24万人", ["target 2026"]),
    (TASKS, "全省有76万高校毕业生走出校门", ["context 2026"]),
    (TASKS, "支持28个人口较少民族加快发展", ["target 2026"]),
    (TASKS, "2030年前完成改造计划投资30亿元", ["target 2030"]),
    (FIRST_PLAN, "运量比一九五二年的二亿吨增加一倍", ["actual 1952", "target 1953-1957 <1952"]),
    (REVIEW, "省属企业由23户重组为15户", ["actual 2024", "actual 2025"]),
    (REVIEW, "成绩是全省2100万各族人民团结奋斗的结果", ["context 2025"]),
    (REVIEW_TERM, "人均生产总值突破8万元，按年均汇率折算约1.1万美元", ["actual 2025"] * 2),
    (REVIEW, "首期18万吨绿氨产能将于年内投产", ["target 2026"]),
    (REVIEW_TERM, "铁路里程突破2300公里，是“十三五”末的1.7倍", ["actual 2025", "actual 2025 <2020"]),
    (TASKS, "落实好每孩每年3600元的国家育儿补贴政策", ["context 2026"]),
    (TASKS, "对购车者给予售价15%的补贴", ["context 2026"]),
    (TASKS, "高质量编制“十五五”规划，征集意见9万条", ["target 2026"]),
    # What a plan sets for a year does not set the time; nor does 为一百 in an amount make a year the base.
    (
        REVIEW,
        "2025年产值500亿元，超过规划所定2024年指标9.4%；手工业为120亿元",
        ["actual 2025", "actual 2024", "actual 2025"],
    ),
    (
        OLD_REVIEW,
        "一九五六年每人收入为一百零二元，一九五二年是八十三元，增加22.9%",
        ["actual 1956", "actual 1952", "actual 1956 <1952"],
    ),
    (OLD_REVIEW, "来往的港口，一九五二年是四十一个，现在增加到六十四个", ["actual 1952", "actual 1957"]),
    (OLD_REVIEW, "七年渔业发展远景规划已经拟出，全年造船57只", ["actual 1956"]),
    (DECADE, "投资占比由前五年的48%提高到56%", ["actual 1976-1980", "actual 1990"]),
    (EIGHTH, "“八五”期间，新线铺轨3100公里；使产值五年内达到500亿元", ["target 1991-1995", "target 1995"]),
    (EIGHTH, "前三年着重搞好港口，投资14亿元", ["target 1991-1993"]),
    (
        TEN_YEARS,
        "今后十年产值平均每年增长6%，其中前五年增长5.8%，后五年增长6.2%",
        ["target 1991-2000", "target 1991-1995", "target 1996-2000"],
    ),
    (
        Part("year_goals", None, 1991),
        "五年安置3200人，工资平均每年增长3%",
        ["target 1991-1995", "target 1991-1995"],
    ),
    (Part("year_goals", None, 1991), "七届全国人大以来，提请审议的法律案29件", ["actual 1988-1990"]),
    (
        OLD_REVIEW,
        "计划要求增加职工91万人，实际增加99万人",
        ["context 1956", "actual 1956"],
    ),
    (REVIEW, "每人只有钢七公斤，而英国是四百公斤", ["actual 2025", "context 2025"]),
    (REVIEW, "农户占全国人口的百分之八十五左右", ["context 2025"]),
    (REVIEW, "在列入计划的46种产品中，有29种超过规划", ["context 2025", "actual 2025"]),
    (REVIEW, "农户上交的费用，一般不得超过纯收入的5%", ["context 2025"]),
    (PLANNED, "全省工厂有95%以上实行了责任制", ["actual 2025"]),
    (REVIEW, "12户省属企业重组整合为8户", ["actual 2024", "actual 2025"]),
    (REVIEW, "2023—2024雪季接待游客9万人次", ["actual 2023-2024"]),
    (REVIEW, "“十四五”规划确定的20项主要指标全部完成", ["actual 2025"]),
    (TASKS, "重度残疾人每人每月按560元给予补助", ["context 2026"]),
    (REVIEW, "74个国控断面水质优良比例达到100%", ["context 2025", "actual 2025"]),
    (TASKS, "博士后年招收规模达到4500人", ["target 2026"]),
    (TASKS, "两个中心城市增速快于全省0.5个百分点以上", ["target 2026"]),
    (PLANNED, "省政府编制了规划草案，谋划工程18项", ["target 2030"]),
    (TASKS, "按1500元标准给予一次性扩岗补助", ["context 2026"]),
    (TASKS, "为困难家庭毕业生每人发放1500元求职补贴", ["context 2026"]),
    (REVIEW, "工业增加值由一季度下降8%转为全年增长3%", ["actual 2025"] * 2),
    (TASKS, "加快机场等项目前期工作，新开工高速公路86公里", ["target 2026"]),
    (TASKS, "制定2030年前碳排放达峰行动方案，新增风电装机30万千瓦", ["target 2026"]),
    (REVIEW, "“十四五”规划有3项指标未达预期，研发投入强度低于全国1个百分点", ["actual 2025", "context 2025"]),
    (REVIEW_TERM, "五年办理提案86件，去年办结率为100%", ["actual 2021-2025", "actual 2025"]),
    # a size held against the year before the review, and a growth against that of other years
    (REVIEW_TERM, "轻轨里程是五年前的7倍", ["actual 2025 <2020"]),
    (
        SPRING,
        "1994年同1984年相比，产值平均每年增长9%，比以前二十年的平均速度高2个百分点",
        ["actual 1985-1994", "actual 1985-1994 <1965-1984"],
    ),
    # what years counted within a clause are told of alone
    (REVIEW, "植树持续开展，近5年累计造林9万亩，设立海洋公园4个", ["actual 2021-2025", "actual 2025"]),
    (REVIEW, "社会零售总额两年平均增长7%，渔港投资增长2%", ["actual 2024-2025", "actual 2025"]),
    (REVIEW, "近五年，造林9万亩，设立海洋公园4个", ["actual 2021-2025"] * 2),
    (REVIEW_TERM, "五年累计退耕造林9万亩，退牧还草3万亩", ["actual 2021-2025"] * 2),
    (REVIEW, "统购部分2008年占八成，现在已不到三分之一", ["actual 2008", "actual 2025"]),
    (REVIEW_TERM, "产值由全国第19位前移至第16位", ["actual 2020", "actual 2025"]),
    (REVIEW_TERM, "产业集群从无到有、达到3个，轻轨增至2条", ["actual 2025"] * 2),
    (REVIEW, "床位由年中的6张增加到年末的9张", ["actual 2025"] * 2),
    (DECADE, "贫困农民由八十年代中期的9万人减少到3万人", ["actual 1985", "actual 1990"]),
    (PLANNED, "港区前五年着重搞好基础设施，投资9亿元", ["target 2026-2030"]),
    # of how many some parts are told, or of how many it is one
    (REVIEW, "全市90个监测断面中，优良断面占七成", ["context 2025", "actual 2025"]),
    (REVIEW, "规划确定的9项主要指标中，有7项达到进度", ["context 2025", "actual 2025"]),
    (REVIEW, "成为全国首批5个海洋公园之一", ["context 2025"]),
    # who must be found work or comes of an age, and the people of the country that is told of
    (TASKS, "今年需要在城镇就业的青年仍有9万人", ["context 2026"]),
    (TASKS, "渔港有9万左右职工要分流安置", ["context 2026"]),
    (TASKS, "平均每年有9万左右妇女进入婚育年龄", ["context 2026"]),
    (TASKS, "在这样一个人口接近20亿的大国，要重视渔业", ["context 2025"]),
    (REVIEW, "常年锻炼的人数占总人口的四成", ["actual 2025"]),
    # rates of others, budgets, standards and what a rule allows
    (REVIEW, "渔业贷款增速比各项贷款快7个百分点", ["context 2025"]),
    (TASKS, "2005年底前注册的9艘渔船要淘汰，码头改造3座", ["target 2026", "target 2026"]),
    (REVIEW, "1998年以前建成的渔港加固9座，新建3座", ["actual 2025", "actual 2025"]),
    (TASKS, "到2028年底前建成渔港9座", ["target 2028"]),
    (TASKS, "在90万海岛同胞的共同努力下再创佳绩", ["context 2025"]),
    (REVIEW, "渔业、盐业投资增速比全部投资增速分别高7.1和3个百分点", ["context 2025", "context 2025"]),
    (TASKS, "预计全市一般公共预算收入90亿元", ["target 2026"]),
    (PLANNED, "海岛县人均产值达到全省平均水平的九成", ["target 2030"]),
    (TASKS, "对参加者每人每年补助90元，按每孩每月70元的标准给予扣除", ["context 2026"] * 2),
    (TASKS, "财政补助标准提高9元，达到每人每年90元", ["target 2026"] * 2),
    (TASKS, "小额贷款一般不超过7万元，渔船购置税按6%征收", ["context 2026"] * 2),
    (TASKS, "价格上涨的翘尾影响约有2个百分点", ["context 2026"]),
    (REVIEW, "减税超过预定的9亿元", ["context 2025"]),
    # what was withstood or suffered; what is told of rich countries
    (REVIEW, "成功防御3个逼近本省海面的台风", ["context 2025"]),
    (REVIEW, "应对7轮强降雨和长达20天的夏旱连旱", ["context 2025"] * 2),
    (REVIEW, "全省有7个县先后发生旱涝灾害", ["context 2025"]),
    (REVIEW, "7个县财政自给率不足三成", ["actual 2025"]),
    (REVIEW, "发达国家对外援助仅占其总产值的3%", ["context 2025"]),
    # what must be, what was done by now, and what is so of those for whom something is wanted
    (TASKS, "只有产值增长7%以上，渔村才能富裕", ["target 2026"]),
    (TASKS, "到今年3月底，已停建渔港9个，压缩今后投资7亿元", ["actual 2026", "actual 2026"]),
    (TASKS, "全市九万渔民日夜辛勤捕捞，要关心他们", ["context 2025"]),
    (
        TASKS,
        "九十户骨干企业，提供的鱼粉占全市的七成，要保证它们的用电",
        ["actual 2025", "actual 2025"],
    ),
    (TASKS, "在占全县人口三成的港区，2027年前普及渔业教育", ["target 2027"]),
    (TASKS, "确保已售未交付的9万套渔民房年内交付六成", ["actual 2025", "target 2026 bind"]),
    (TASKS, "渔民上交的费用，一般不得超过上年收入的5%", ["context 2026"]),
    (LATE, "1980年国家预算中港口建设的支出等于1970年的6倍", ["target 1980 <1970"]),
    # a part has the role and the time of its whole
    (
        PLANNED,
        "五年投资规模90亿元，每年增长5%，其中地方50亿元",
        ["target 2026-2030", "target 2026-2030", "target 2026-2030"],
    ),
    (PLANNED, "专利拥有量翻一番", ["target 2026-2030"]),
    # what so many are in by now, what is under way, what years of work have brought; comparisons at the end
    (REVIEW_TERM, "五年新建港口9座，轻轨从无到有，已有90公里通车", ["actual 2021-2025", "actual 2025"]),
    (REVIEW_TERM, "建成大桥7座、在建3座", ["actual 2021-2025", "actual 2025"]),
    (REVIEW_TERM, "9个县全部摘帽，90个行政村全部用上清洁能源", ["actual 2021-2025", "actual 2025"]),
    (REVIEW_TERM, "经过三十多年特别是近十年的努力，全省拥有渔企9万家", ["actual 2025"]),
    (REVIEW_TERM, "水质优于国家考核目标7个百分点，人均林地只有世界平均水平的三成", ["context 2025"] * 2),
    (REVIEW_TERM, "国家高新技术产业开发区收入突破4万亿元", ["actual 2025"]),
    (EIGHTH, "新线铺轨900公里，既有线复线700公里", ["target 1991-1995"] * 2),
    # a year inside a predicate, of the years told at the head; what a share is told to move on from; a forecast
    (
        REVIEW,
        "两年多来，渔港投资2024年比上年减少7%，停建渔港9个",
        ["actual 2024", "actual 2024-2025"],
    ),
    (TASKS, "许可事项由90项再减三成左右", ["actual 2025", "target 2026"]),
    (TASKS, "渔业补贴从去年的7亿元起步，五年内增加两倍", ["actual 2025", "target 2026-2030"]),
    (TASKS, "对全市90个贫困村，安排低息贷款9亿元", ["context 2025", "target 2026"]),
    (PLANNED, "规划纲要草案设置多类主要指标，其中约束性指标3项", ["actual 2025"]),
    # what year's things something is done for, and years counted from a year on
    (REVIEW, "对2022年的新港，市财政追加投资9亿元", ["actual 2025"]),
    (GOALS, "从2024年开始，在九年内，渔港将建成90座", ["target 2024-2032"]),
    (REVIEW, "从2023年冬季开始，疏浚港区，两年共增加泊位9座", ["actual 2024-2025"]),
    (EIGHTH, "“八五”期间增长速度由原定平均每年3%调高到4%", ["context 1990", "target 1991-1995"]),
    # a plan that only says which works are meant sets no time; 全年 brings back the year
    (TASKS, "加快实施“十四五”重大工程，全年投产新线300公里，其中高铁90公里", ["target 2026"] * 2),
    (TASKS, "推进“十五五”规划102项工程，全年完成投资9亿元", ["target 2026-2030", "target 2026"]),
    (TASKS, "把去年政策的翘尾合起来算，全年可减税9亿元", ["target 2026"]),
    (TASKS, "从今年起到2028年，建设渔港30个", ["target 2026-2028"]),
    # what was done up to now is told at the end, what flowed in over all the years
    (REVIEW_TERM, "累计安排渔港投资9亿元", ["actual 2025"]),
    (REVIEW_TERM, "渔港投资累计完成9亿元", ["actual 2021-2025"]),
    # what was added goes on with bare things; what is there in all does not
    (
        REVIEW_TERM,
        "投资增长9%，新增装机72万千瓦，铁路新线53公里，其中复线9公里",
        ["actual 2021-2025"] * 4,
    ),
    (REVIEW_TERM, "建成水库3座，灌渠80公里，公路总里程8万公里", ["actual 2021-2025"] * 2 + ["actual 2025"]),
    (REVIEW_TERM, "建成渔港7座，在建5座", ["actual 2021-2025", "actual 2025"]),
    # so many times what it was in one year, also further on in a list; what grew twice over is of all the years
    (REVIEW_TERM, "风电、核电装机分别是2020年的6倍和3倍", ["actual 2025 <2020"] * 2),
    (REVIEW_TERM, "出口比2020年翻了一番多", ["actual 2021-2025 <2020"]),
    # the year before was only that of the growth told first
    (
        REVIEW_TERM,
        "去年出口90亿元，比上年增长17%；出口额的位次由第15位上升到第11位",
        ["actual 2025"] * 2 + ["actual 2020", "actual 2025"],
    ),
    (
        REVIEW_TERM,
        "渔船从90艘减少到30艘，超过此前12年的总和；渔港从6座增加到9座",
        ["actual 2020", "actual 2025"] * 2,
    ),
    (REVIEW_TERM, "办理贷款时间缩短至3天", ["actual 2025"]),
    (REVIEW_TERM, "粮食产量连年稳定在9亿斤以上", ["actual 2021-2025"]),
    (REVIEW, "物价上涨5%，低于上年8%的涨幅", ["actual 2025", "actual 2024"]),
    # a bound that another year's amount sets
    (TASKS, "确保外出务工人员不少于去年的9万人", ["target 2026 bind"]),
    (TASKS, "机关经费要控制在上年预算的95%以内", ["target 2026"]),
    # so many people there are, whatever is done for them
    (TASKS, "稳住2亿农民工就业，带动1亿消费者", ["context 2025", "target 2026"]),
    (TASKS, "保障14亿人口的口粮，维护900多万海外侨胞权益", ["context 2025"] * 2),
    (
        TASKS,
        "60岁以上老年人已达25万人，护理床位占比要提高到48%；新增托位4000个",
        ["context 2025", "target 2026", "target 2026"],
    ),
    (TASKS, "国际机构普遍预测全球经济增速在2%—3%之间", ["context 2026"]),
    (PROBLEMS, "世界经济预计将萎缩3%左右", ["context 2026"]),
    (SPRING, "2000年产值预计达到9亿元", ["target 2000"]),
    # what is given for so much, and of how small a part so much is told
    (SPRING, "每交售100斤茶叶，供应化肥5斤、柴油2斤", ["context 1995"] * 2),
    (REVIEW, "以不到全国2%的土地养活了9%的人口", ["context 2025", "actual 2025"]),
    (REVIEW, "减税8亿元，高于年初确定的9亿元", ["actual 2025", "context 2025"]),
]


@pytest.mark.parametrize(("part", "sentence", "expected"), CASES, ids=[case[1] for case in CASES])
def test_setting(part: Part, sentence: str, expected: list[str]) -> None:
    assert [told(setting) for setting in settings_of(sentence + "。", part)] == expected


def test_what_places_have_set_up_is_so_at_the_end() -> None:
    sentence = "三百个城市建立了救助制度。"
    values, passage = find_values(sentence), Passage(0, len(sentence), "review_term", (), TERM)
    found = find_settings(sentence, values, ["建立救助制度的城市"], passage, 2026, Clock(), opens=True)
    assert told(found[0]) == "actual 2025"


def test_a_list_of_what_was_done_keeps_the_years_told_before() -> None:
    clock = Clock()
    settings_of("两年来共建设51个项目。", REVIEW, clock)
    assert (
        told(settings_of("已建成的主要有：码头61座。", REVIEW, clock, opens=False)[0]) == "actual 2024-2025"
    )
    assert told(settings_of("这两部分共计9亿元。", REVIEW, clock, opens=False)[0]) == "actual 2024-2025"
    settings_of("城市面貌一新。", REVIEW, clock, opens=False)
    assert told(settings_of("在此期间，新建学校9所。", REVIEW, clock, opens=False)[0]) == "actual 2024-2025"


def test_what_is_set_by_the_sentence_before_is_reached_at_its_end() -> None:
    clock = Clock()
    settings_of("今后三年，新建港口9座。", PLANNED, clock)
    assert told(settings_of("货运量达到9亿吨。", PLANNED, clock, opens=False)[0]) == "target 2028"
    settings_of("近三年每年减少1万人。", TASKS, clock)
    assert told(settings_of("预计全年高校毕业生9万人。", TASKS, clock, opens=False)[0]) == "context 2026"


def test_a_year_that_a_size_is_held_against_is_forgotten() -> None:
    clock = Clock()
    settings_of("2025年产值达到9亿元，是2010年的4倍。", REVIEW_TERM, clock)
    assert told(settings_of("农业产值年均增长4%。", REVIEW_TERM, clock, opens=False)[0]) == "actual 2021-2025"
    settings_of("2025年利润达到9亿元，为2022年的3倍。", REVIEW_TERM, clock)
    assert told(settings_of("税收增长4%。", REVIEW_TERM, clock, opens=False)[0]) == "actual 2021-2025"


def test_a_year_that_one_figure_is_counted_from_is_forgotten() -> None:
    clock = Clock()
    settings_of("2025年，茶叶总产量比历史最高的2020年增产9万吨。", REVIEW, clock)
    assert told(settings_of("购买力增长4%。", REVIEW, clock, opens=False)[0]) == "actual 2025"
    settings_of("2025年同2020年相比，产值提高9%。", REVIEW, clock)
    assert told(settings_of("购买力增长4%。", REVIEW, clock, opens=False)[0]) == "actual 2021-2025"


def test_both_halves_of_the_years_spoken_of() -> None:
    clock = Clock()
    settings_of("1994年同1984年相比，产值增长1.6倍。", SPRING, clock)
    found = settings_of("茶叶的产量，前五年为9吨，后五年为12吨。", SPRING, clock, opens=False)
    assert [told(setting) for setting in found] == ["actual 1985-1989", "actual 1990-1994"]


def test_years_between_two_that_were_told_are_spoken_of() -> None:
    clock = Clock()
    settings_of("产值到2045年力争比2025年翻两番。", GOALS, clock)
    found = settings_of("这意味着二十年间平均每年要增长7%。", GOALS, clock, opens=False)
    assert told(found[0]) == "target 2026-2045"


def test_the_year_before_is_counted_from_the_year_set() -> None:
    clock = Clock()
    settings_of("1979年，造船能耗大大减少。", LATE, clock)
    found = settings_of("每吨钢的能耗，由上年的5吨煤降低到2吨煤。", LATE, clock, opens=False)
    assert [told(setting) for setting in found] == ["actual 1978", "actual 1979"]


def test_years_counted_within_a_sentence_are_forgotten_behind_it() -> None:
    clock = Clock()
    settings_of("整顿市场秩序取得阶段性成果，加强巡查和监管，两年查处案件9万起。", REVIEW_TERM, clock)
    assert told(settings_of("裁减员额9万人。", REVIEW_TERM, clock, opens=False)[0]) == "actual 2021-2025"


def test_a_year_to_come_told_in_a_review_is_for_its_own_sentence() -> None:
    clock = Clock()
    settings_of("原定到2030年产值翻两番的目标提前实现。", REVIEW, clock)
    assert told(settings_of("财政收入90亿元。", REVIEW, clock, opens=False)[0]) == "actual 2025"


def test_a_year_behind_the_plan_holds_for_its_own_sentence_only() -> None:
    clock = Clock()
    settings_of("“十五五”时期，产值达到9亿元。", PLANNED, clock)
    settings_of("力争到2035年人均产值比2020年翻一番。", PLANNED, clock, opens=False)
    assert told(settings_of("粮食产量达到8亿斤。", PLANNED, clock, opens=False)[0]) == "target 2030"


def test_a_list_keeps_the_years_of_its_head() -> None:
    clock = Clock()
    settings_of("主要产品在一九五七年的产量比一九五二年增长的情况如下：", FIRST_PLAN, clock)
    found = settings_of("水泥：从二百万吨增加到六百万吨，增长二倍。", FIRST_PLAN, clock)
    assert [told(setting) for setting in found] == ["actual 1952", "target 1957", "target 1957 <1952"]


def test_a_new_paragraph_forgets_the_years_before() -> None:
    clock = Clock()
    settings_of("展望2035年，我市将基本实现现代化。", PLANNED, clock)
    same = settings_of("人均收入达到9万元。", PLANNED, clock, opens=False)
    other = settings_of("人均收入达到5万元。", PLANNED, clock)
    assert (told(same[0]), told(other[0])) == ("target 2035", "target 2030")


def test_years_up_to_now_govern_what_follows() -> None:
    clock = Clock()
    settings_of("“十四五”规划实施四年来，成效明显", Part("review", None, 2025), clock)
    after = settings_of("粮食年均增长1.4%，森林覆盖率达到52%", Part("review", None, 2025), clock, opens=False)
    assert [told(setting) for setting in after] == ["actual 2021-2024", "actual 2024"]


def test_a_year_looked_back_on_governs_what_follows() -> None:
    clock = Clock()
    settings_of("过去一年，各项工作取得了很大成绩。", TASKS, clock)
    found = settings_of("地区生产总值增长6.3%。", TASKS, clock, opens=False)
    assert [told(setting) for setting in found] == ["actual 2025"]


def test_both_ends_of_the_review_told_once_govern_nothing_more() -> None:
    clock = Clock()
    settings_of("城镇化率从2020年的53%提升到2025年的57%。", REVIEW_TERM, clock)
    found = settings_of("培育商圈140个。", REVIEW_TERM, clock, opens=False)
    assert [told(setting) for setting in found] == ["actual 2021-2025"]


def test_a_report_that_puts_forward_a_plan_plans_what_it_tells() -> None:
    clock = Clock()
    settings_of("我代表国务院，提出关于一九五九年度国民经济计划的报告。", OLD_TASKS, clock)
    planned = settings_of("轻工业部共有三十九个建设项目。", OLD_TASKS, clock)
    told_of = settings_of("轻工业部共有三十九个建设项目。", OLD_TASKS)
    assert [told(setting) for setting in (*planned, *told_of)] == ["target 1959", "actual 1958"]


def test_without_a_year_only_named_years_are_told() -> None:
    sentence = "2020年新建学校12所，城镇化率达到60%。去年关闭3所。"
    found = settings_of(sentence, Part("review", None, 0))
    assert [setting.period for setting in found] == ["2020", "2020", ""]


def test_a_list_goes_on_over_its_paragraphs() -> None:
    clock = Clock()
    settings_of("五年投资42亿元，是这样分配的：", FIRST_PLAN, clock)
    items = [
        *settings_of("工业部门为24亿元；", FIRST_PLAN, clock),
        *settings_of("其他为4亿元。", FIRST_PLAN, clock),
    ]
    after = settings_of("城市人口达到8000万。", FIRST_PLAN, clock)
    assert [told(setting) for setting in (*items, *after)] == ["target 1953-1957"] * 2 + ["target 1957"]


def test_people_as_background_are_so_many_now() -> None:
    clock = Clock()
    settings_of("做好“十五五”时期的工作，要抓住发展第一要务。", PLANNED, clock)
    found = settings_of("我国人口有14亿。", PLANNED, clock, opens=False)
    assert [told(setting) for setting in found] == ["context 2025"]


def test_what_is_spent_is_of_all_the_years_of_a_plan() -> None:
    found = settings_of("固定资产投资总额为3600亿元，城镇化率为60%。", PLANNED)
    assert [told(setting) for setting in found] == ["target 2026-2030", "target 2030"]


def test_a_report_of_may_tells_of_the_months_gone_by() -> None:
    part, clock = Part("review", None, 2020), Clock(begun=True)
    cases = [
        ("去年一季度产值增长5%。", True, "actual 2019"),
        ("前4个月减税9亿元。", True, "actual 2020"),
        ("发放补贴2亿元。", False, "actual 2020"),
        ("新建学校9所。", True, "actual 2019"),
        ("目前还有9个贫困县没有摘帽。", False, "actual 2020"),
        ("到12月底，存款增长9%。", True, "actual 2019"),
    ]
    for sentence, opens, expected in cases:
        assert [told(setting) for setting in settings_of(sentence, part, clock, opens=opens)] == [expected]
    assert told(settings_of("前4个月减税9亿元。", part)[0]) == "actual 2019"


def test_a_paragraph_speaks_of_the_first_five_years_of_a_longer_plan() -> None:
    clock = Clock()
    cases = [
        ("五年内新建公路9000公里，1995年客运量达到7亿人次。", True, ["target 1991-1995", "target 1995"]),
        ("塑料产量达到300万吨，酒类销售年均增长4%。", False, ["target 1995", "target 1991-1995"]),
        ("从今年起，企业取消补贴。", False, []),
        ("负债率必须保持在30%以内。", False, ["target 1995 bind"]),
        ("到2000年，货运量达到9亿吨。", False, ["target 2000"]),
        ("城镇化率达到35%。", True, ["target 2000"]),
    ]
    for sentence, opens, expected in cases:
        found = settings_of(sentence, TEN_YEARS, clock, opens=opens)
        assert [told(setting) for setting in found] == expected


def test_years_to_come_are_spoken_of_in_a_paragraph_that_began_by_looking_back() -> None:
    clock = Clock()
    settings_of("今后十年，死亡率要控制在7‰以内。", LATE, clock)
    found = settings_of("要坚持这项政策，十年就要少生3000万人。", LATE, clock, opens=False)
    assert [setting.period for setting in found] == ["1981-1990"]


def test_years_counted_from_a_named_one_hold_where_as_many_are_told_again() -> None:
    clock = Clock()
    settings_of("章程要求：从一九五五年开始，在九年内，每船年捕捞量达到九百担。", OLD_TASKS, clock)
    again = settings_of("章程还要求：每船捕虾量在九年内达到九十担。", OLD_TASKS, clock)
    assert told(again[0]).endswith("1963")
    other = settings_of("要求今后十年内造林九亿亩。", OLD_TASKS, clock)
    assert told(other[0]).endswith("1959-1968")
