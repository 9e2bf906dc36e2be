"""Value expressions of invented sentences: value, unit, bound and measure; and what is no entry."""

import time
from decimal import Decimal
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.figures.values import Value, find_values

# sentence | value unit rel measure ; the next value …
CASES = """
砚江市地区生产总值增长6%以上。 | 6 % >= growth
粮食总产量达到百分之三十六点九左右。 | 36.9 % ~ level
全年发电一百零八亿度。 | 108 亿度 = level
单位地区生产总值能耗下降3%左右。 | -3 % ~ growth
居民医保参保率提高0.64个百分点。 | 0.64 个百分点 = change
孕产妇死亡率降到十万分之五十二点三。 | 52.3 /10万 = level
物价涨幅，1月份为22%，12月份回落到5.9%。 | 22 % = growth ; 5.9 % = growth
债券投资年均拉动经济增长1.3个百分点，消费拉动经济增长2个百分点。 | 1.3 个百分点 = level ; 2 个百分点 = change
城乡居民收入比由上年的2.31缩小到2.28。 | 2.31 :1 = level ; 2.28 :1 = level
发展指数由2020年的71.2提高到78.5。 | 71.2  = level ; 78.5  = level
再取消渔业许可证四分之一以上，砍掉证明事项六成。 | -25 % >= growth ; -60 % = growth
建成1,234大产业集群，夺得1,234金、5银。 | 1234 个 = level ; 1234 枚 = level ; 5 枚 = level
孕产妇死亡率1,234/10万。 | 1234 /10万 = level
旅客吞吐量3千5百亿5千万人次。 | 3500.5 亿人次 = level
棉布等十多种产品产量居世界首位。 | 10 种 > level ; 1 位 = rank
“远望”火箭连续五次发射成功。 | 5 次 = level
领导干部每年要有三个月以上的时间深入基层。 | 3 个月 >= level
港区以不到万分之三的国土面积创造了8%的出口。 | 0.03 % < level ; 8 % = level
班列开行520列，相当于前六年总和的75%。 | 520 列 = level ; 75 % = multiple
外贸增幅居全国边境城市第3位。 | 3 位 = rank
财政自给率低于三成的县还有17个。 | 17 个 = level
减少群众垫付资金12亿元。 | 12 亿元 = level
规划确定的21项主要指标中，17项达到预期。 | 21 项 = level ; 17 项 = level
抗击了持续28天的高温天气。 | 28 天 = level
开放试点再增加9个城市，旧房改造再增加12万套。 | 9 个 = level ; 12 万套 = level
综合试验区再增加20个。 | 20 个 = change
今年经济增长预期定为6%左右。 | 6 % ~ growth
客运量恢复到2019年的108%。 | 108 % = multiple
销售面积仅为2021年的62%。 | 62 % = multiple
奶牛存栏恢复到常年水平的91.4%。 | 91.4 % = multiple
煤价跌去三成多，审批事项再砍掉三分之一。 | -30 % > growth ; -33.33 % = growth
财政收入增长虽放缓到3%左右。 | 3 % ~ growth
库存周期力争从24个月缩短到18个月。 | 24 个月 = level ; 18 个月 = level
督战人口超过1000人的48个村。 | 48 个 = level
支出压减一半以上的部门达到18个。 | 18 个 = level
物价上涨1.5%，低于3%的预期目标。 | 1.5 % = growth ; 3 % = growth
48万老年居民领取的基础养老金每人每月不低于70元。 | 48 万人 = level ; 70 元 >= level
提留一般不得超过上年人均纯收入的5%，公积金不要超过总收入的8%。 | 5 % <= level ; 8 % <= level
零关税产品将超过税目的九成。 | 90 % > level
享受15%优惠税率的企业增加1.2万家。 | 1.2 万家 = change
比重下降为1952年的三成九。 | 39 % = level
优良天数302天、增加9天。 | 302 天 = level ; 9 天 = change
精减检查事项两成以上。 | -20 % >= growth
9个园区总收入超过3亿元。 | 9 个 = level ; 3 亿元 > level
筹集资金3亿元以上支持养老。 | 3 亿元 >= level
路网密度居全国省级行政区第三。 | 3 位 = rank
分别下降9和8.8个百分点。 | -9 个百分点 = change ; -8.8 个百分点 = change
9个县收入不足3亿元。 | 9 个 = level
一次死亡3人以上的事故九起。 | 9 起 = level
废水处理率要提高二至三个百分点。 | 2~3 个百分点 range change
保证每个居民有2平方米以上的绿地。 | 2 平方米 >= level
建成三座水厂、两所学校。 | 3 座 = level ; 2 所 = level
推出两批38项便民措施。 | 2 批 = level ; 38 项 = level
每交售100斤茶叶，供应化肥5斤。 | 5 斤 = level
最低工资标准累计上调4次。 | 4 次 = level
每年增加渔业贷款9亿元。 | 9 亿元 = level
增加铁路资本金9亿元。 | 9 亿元 = change
每万元产值消耗的能源，由2020年的2.3吨标准煤降到1.9吨。 | 2.3 吨标准煤 = level ; 1.9 吨 = level
专项资金增长6%，其中用于科研的不少于20%。 | 6 % = growth ; 20 % >= level
绿电占比首次过半。 | 50 % > level
荒地面积净减286万亩。 | -286 万亩 = change
贸易位次由1990年的第15位上升到第11位。 | 15 位 = rank ; 11 位 = rank
渔业产值由全国第19位前移至第16位。 | 19 位 = rank ; 16 位 = rank
渔业产值由全国19位前移至16位。 | 19 位 = rank ; 16 位 = rank
药材亏损额上升27%，亏损面为10%。 | 27 % = growth ; 10 % = level
烤烟增产幅度在3%到27%之间。 | 3~27 % range growth
茶叶产量九万吨，超过原计划两万吨。 | 9 万吨 = level ; 2 万吨 = change
渔业产值计划增长5%，执行结果可能达到7%。 | 5 % = growth ; 7 % = growth
药材涨幅从21%逐年回落，去年降到1%。 | 21 % = growth ; 1 % = growth
茶叶出口由九万吨猛增到三十万吨。 | 9 万吨 = level ; 30 万吨 = level
药材价格上升幅度控制在6%以内。 | 6 % <= growth
出口几乎占全部产品的九分之一。 | 11.11 % ~ level
作坊出租五千家，超过总数的一半。 | 5000 家 = level ; 50 % > level
渔港成本上升4.7%，欠产面由9.6%扩大到13%。 | 4.7 % = growth ; 9.6 % = level ; 13 % = level
从七月起提高护林员工资标准10%。 | 10 % = growth
所得税可减按10%征收。 | 10 % = level
等候时间由一百零七天缩短到九十二天。 | 107 天 = level ; 92 天 = level
义务修路一千五百万个工日以上。 | 1500 万个工日 >= level
人均收入不足一百五十元的农户减少一半。 | -50 % = growth
年末1美元兑8.35元人民币。 | 8.35 元 = level
可供300座以上客机起降的机场达到27个。 | 27 个 = level
可容纳3000人的礼堂有9座。 | 9 座 = level
山区居民收入只及城镇居民的46%。 | 46 % = multiple
最富裕的百分之二十人口拥有财富的六成。 | 60 % = level
招生和毕业生分别比前五年增长百分之六十七和二点九倍。 | 67 % = growth ; 2.9 倍 = growth
物价上升超过了收入的增长幅度，约有三分之一的居民受损。 | 33.33 % ~ level
贫困人口减少到六千五百万，五年中修路甚多。 | 6500 万人 = level
产妇死亡率由十万分之九十五降到十万分之六十二。 | 95 /10万 = level ; 62 /10万 = level
发电量一万四千亿千瓦小时。 | 14000 亿千瓦小时 = level
果农负担平均减轻百分之三十以上。 | -30 % >= growth
出境旅游增加到1亿3千多万人次，投资2亿5000万元。 | 1.3 亿人次 > level ; 2.5 亿元 = level
倒塌的四百九十万间房屋修复了九成。 | 490 万间 = level ; 90 % = level
护林人员总数一百九十万，居世界第二位。 | 190 万人 = level ; 2 位 = rank
发电煤耗降到360克标准煤。 | 360 克标准煤 = level
船队精简编制五分之一。 | -20 % = growth
城乡收入之比为一比二点六。 | 1 :2.6 = level
产量居世界第三位，比上年提升一位。 | 3 位 = rank ; 1 位 = change
物价涨幅逐月回落，到十二月份降到百分之九，全年平均上涨百分之十四。 | 9 % = growth ; 14 % = growth
发电量由第四位上升到第二位。 | 4 位 = rank ; 2 位 = rank
城乡收入差距由二点六比一缩小为二点二比一。 | 2.6 :1 = level ; 2.2 :1 = level
粮食增产三千万吨，比一九九一年多两成。 | 3000 万吨 = change ; 20 % = growth
物价涨幅已经低于百分之九。 | 9 % < growth
出口增幅不低于百分之五。 | 5 % >= growth
支农贷款不得少于总额的百分之四十。 | 40 % >= level
收费不得超过上年人均收入5%。 | 5 % <= level
水闸中三成多带病运行。 | 30 % > level
现金净投放比上年少投放八百亿元。 | -800 亿元 = change
汇率较年初升值1.5%。 | 1.5 % = growth
增幅比上年略高零点三个百分点。 | 0.3 个百分点 = change
试点由两个城市增加到五十个。 | 2 个 = level ; 50 个 = level
退出融资平台34家、超计划9家。 | 34 家 = level ; 9 家 = change
产值六亿元，超过原定的年度计划百分之四点一。 | 6 亿元 = level ; 4.1 % = growth
投资超过原定计划四百万元的百分之五。 | 400 万元 = level ; 5 % = growth
旅客周转量达到二亿四千万人海里。 | 2.4 亿人海里 = level
面积大体相当于全部面积的六倍。 | 6 倍 ~ multiple
比重由44%提高到45%，即提高1%。 | 44 % = level ; 45 % = level ; 1 % = change
税率由44%提高到45%，增加2%。 | 44 % = level ; 45 % = level ; 2 % = growth
改造危旧房3.1万套（户）、河湖100条（个）。 | 3.1 万套（户） = level ; 100 条（个） = level
PM2.5年均浓度较“十三五”末改善16.5%。 | -16.5 % = growth
细颗粒物浓度由每立方米43微克降至29微克。 | 43 微克/立方米 = level ; 29 微克/立方米 = level
创新指数排名由第22位升至第12位，吸引外资规模居世界前两位。 | 22 位 = rank ; 12 位 = rank ; 2 位 <= rank
砚江队位列奖牌榜第四。 | 4 位 = rank
污水治理率刚过三成，用水占全省的一半还多。 | 30 % > level ; 50 % > level
以不足全国1%的土地创造了12%的产值。 | 1 % < level ; 12 % = level
产值每增长1个百分点带动就业9万人。 | 9 万人 = level
“三公”经费只及2012年的46%，一般性支出压减幅度不低于6%。 | 46 % = multiple ; -6 % >= growth
补助标准再加10元，一年的增量就有7亿元。 | 10 元 = change ; 7 亿元 = change
今年再增加20项措施，帮扶28个人口较少民族。 | 20 项 = level ; 28 个 = level
所得额不超过200万元的部分减半征收所得税。 | 0.5 倍 = multiple
债券平均期限延长到15年以上。 | 15 年 >= level
4家银行贷款余额比年初多增80亿元以上。 | 4 家 = level ; 80 亿元 >= change
高校毕业生首次超过9万。 | 9 万人 > level
转移支付增长16%，新增资金的八成用于市县。 | 16 % = growth ; 80 % = level
负债率始终低于国际通行的60%警戒线。 | 60 % < level
同下半年以来3.4%左右的实际增速相衔接。 | 3.4 % ~ growth
电价每度再便宜4分钱，提出8%左右的生产总值增长目标。 | -4 分 = change ; 8 % ~ growth
游客人次由7300万增加到1亿2千多万。 | 7300 万人次 = level ; 1.2 亿人次 > level
发放9亿元以上专项资金，帮扶学校9所。 | 9 亿元 >= level ; 9 所 = level
生产总值五年净增3亿元，五年净增企业9家。 | 3 亿元 = change ; 9 家 = level
建成五百亿级开发区2个。 | 2 个 = level
用电价格降价超50%。 | -50 % > growth
基础养老金每月提高20元。 | 20 元 = change
每千人口托位数超出国家下达目标0.3个。 | 0.3 个 = change
人均产值只有全国的六成左右。 | 60 % ~ multiple
人均产值仅为全国平均水平的92%。 | 92 % = multiple
财政支出比预算超过五十亿元。 | 50 亿元 = change
企业开办时间由20天缩短为8.5天。 | 20 天 = level ; 8.5 天 = level
支出规模比去年扩大2万亿元以上。 | 2 万亿元 >= change
服务业增速低于预期0.8个百分点。 | -0.8 个百分点 = change
力争社零增长4.5%以上。 | 4.5 % >= growth
原定上升10%，实际超过了8.5个百分点。 | 10 % = growth ; 8.5 个百分点 = change
粮食亩产提升10.1斤。 | 10.1 斤 = change
实际到资98亿元，亿元以上项目签约52个。 | 98 亿元 = level ; 52 个 = level
提高基础养老金最低标准5元。 | 5 元 = change
运费总额平均每年增加三十五亿元，增长6.2%。 | 35 亿元 = level ; 6.2 % = avg_growth
增速比上年加快1.5个百分点，达到6.2%。 | 1.5 个百分点 = change ; 6.2 % = growth
削减财政赤字3亿元。 | -3 亿元 = change
增加预算稳定调节基金9亿元。 | 9 亿元 = change
人口增长率降到千分之七左右。 | 7 ‰ ~ level
去年降价的滞后影响约有2个百分点。 | 2 个百分点 ~ level
渔船已接近货船总数的百分之六十。 | 60 % ~ level
经济总量连续迈上3个千亿元台阶。 | 3 个 = level
为企业减负1000亿元以上。 | 1000 亿元 >= level
新增就业56.6万人。 | 56.6 万人 = level
治理违法建设2049万平方米。 | 2049 万平方米 = level
修建公路一万公里以上。 | 1 万公里 >= level
拖拉机一万二千二百多台。 | 12200 台 > level
平均压减时间58%、材料52%。 | -58 % = growth ; -52 % = growth
增产二千二百万吨，即百分之七点八。 | 2200 万吨 = change ; 7.8 % = growth
还会有一百几十亿元的赤字。 | 100 亿元 > level
经济增长连续四年达到或略高于10%。 | 10 % >= growth
今年增长速度的调控目标，定为百分之八。 | 8 % = growth
每斤提高1毛钱。 | 1 毛 = change
投资增长10%或者更多一些。 | 10 % >= growth
保障标准不低于最低标准的1.6倍。 | 1.6 倍 >= multiple
建设幸福河湖10条（段）。 | 10 条（段） = level
举办4届博览会、3届华商会。 | 4 届 = level ; 3 届 = level
死亡率控制在0.6人/百亿元以下。 | 0.6 人/百亿元 <= level
提价幅度超过20%。 | 20 % > growth
普及率超过98％、85％。 | 98 % > level ; 85 % > level
城乡居民收入比缩小至2.54。 | 2.54 :1 = level
造价应比原计划至少节约百分之十。 | -10 % >= growth
抽检合格率分别超98.5%和99%。 | 98.5 % > level ; 99 % > level
增速分别高于全国3.4个、1个百分点。 | 3.4 个百分点 = change ; 1 个百分点 = change
完成的工作量还不到原定计划的一半。 | 50 % < level
确保物价上涨幅度明显回落，力争控制在15%左右。 | 15 % ~ growth
新增5万沼气用户，资助3万贫困家庭学生。 | 5 万户 = level ; 3 万人 = level
三十个电站，六条铁路干线和五个港口。 | 30 个 = level ; 6 条 = level ; 5 个 = level
船厂十五个，纸厂十个。 | 15 个 = level ; 10 个 = level
多耗电二、三百亿度。 | 200~300 亿度 range level
消灭的病疫有八种。 | 8 种 = level
产油的国家不到十个。 | 10 个 < level
三次产业结构调整为7.4∶39.6∶53。 | 7.4 % = level ; 39.6 % = level ; 53 % = level
减少百分之二、三的占用量。 | -3~-2 % range growth
接待游客、经营收入均保持10%以上增长。 | 10 % >= growth
进出口总额比原计划超过百分之四。 | 4 % = growth
新能源汽车占比重超过60%。 | 60 % > level
农业总产值增长4%（包括村办工业为6%）。 | 4 % = growth ; 6 % = growth
总产值增长7.8%，略低于8%的预定目标。 | 7.8 % = growth ; 8 % = growth
总产值增长6%左右，力争达到6.5%。 | 6 % ~ growth ; 6.5 % = growth
完成投资2551亿元、超年度计划23%。 | 2551 亿元 = level ; 23 % = growth
劳动年龄人口平均受教育年限提高到11.7年。 | 11.7 年 = level
城乡居民收入比由2.16缩小到2.11。 | 2.16 :1 = level ; 2.11 :1 = level
高新技术企业突破3万家，较上年净增5000家。 | 3 万家 > level ; 5000 家 = change
友好城市增加到近百个。 | 100 个 ~ level
粮食产量连续6年稳定在万亿斤以上并逐年增加。 | 10000 亿斤 >= level
棉布由一亿一千一百六十三万匹增加到一亿六千三百七十二万匹。 | 1.1163 亿匹 = level ; 1.6372 亿匹 = level
发电量七十二亿六千万度，增长一点二倍。 | 72.6 亿度 = level ; 1.2 倍 = growth
在校学生四十三万四千人。 | 434000 人 = level
惠及26万多名学生。 | 26 万名 > level
建成美丽庭院5000余户。 | 5000 户 > level
发现问题80多万个。 | 80 万个 > level
新能源汽车年产量近70万辆。 | 70 万辆 ~ level
高新技术企业突破3万家。 | 3 万家 > level
就业岗位不少于10万个。 | 10 万个 >= level
城镇调查失业率控制在5%以内。 | 5 % <= level
居民消费价格涨幅控制在3.2%以内。 | 3.2 % <= growth
居民消费价格上涨2%左右。 | 2 % ~ growth
对外贸易额年均增长8.8%。 | 8.8 % = avg_growth
工业总产值平均每年递增百分之十四点七。 | 14.7 % = avg_growth
地区生产总值增长4.5%—5%。 | 4.5~5 % range growth
地区生产总值增长4.5-5%。 | 4.5~5 % range growth
成本力求降低百分之二到百分之三。 | -3~-2 % range growth
农业产值每年增长百分之四到五。 | 4~5 % range avg_growth
将生产发电设备二百八十万到三百万千瓦。 | 280~300 万千瓦 range level
商品粮比现在增加两、三倍。 | 2~3 倍 range growth
市属企业由51家整合为33家。 | 51 家 = level ; 33 家 = level
经济总量较2020年翻一番以上。 | 2 倍 >= multiple
工农业产值翻两番。 | 4 倍 = multiple
办事材料减半。 | 0.5 倍 = multiple
技术合同成交额增长6.4倍。 | 6.4 倍 = growth
存款为上年的1.6倍。 | 1.6 倍 = multiple
新增装机超过全球一半。 | 50 % > level
管理人员约占职工总数的四分之一。 | 25 % ~ level
对外贸易下降超3成。 | -30 % > growth
群众安全事故零增长。 | 0 % = growth
城乡居民收入比降至2.35:1。 | 2.35 :1 = level
城乡居民收入比缩小至2.1∶1左右。 | 2.1 :1 ~ level
人口自然增长率控制在千分之十三左右。 | 13 ‰ ~ level
出生率下降5个千分点。 | -5 个千分点 = change
区域创新能力居全国第3位。 | 3 位 = rank
水质提升2个等级。 | 2 个等级 = change
第一、第二产业调整，营收和利润分别居全国第5、第6位。 | 5 位 = rank ; 6 位 = rank
全年再减少文盲400万人。 | -400 万人 = change
人员总数减少幅度在百分之二十五左右。 | -25 % ~ growth
总产值平均每年递增的速度是百分之三点四。 | 3.4 % = avg_growth
总产值的增长速度，一九八一年计划为百分之三点七，实际达到百分之四点六。 | 3.7 % = growth ; 4.6 % = growth
物价涨幅要降到10%左右，经过各方面的努力，实际回落到6.1%。 | 10 % ~ growth ; 6.1 % = growth
用于增加住宅的支出一百五十二亿元。 | 152 亿元 = level
经济增长预期目标定为7.5%。 | 7.5 % = growth
总算力突破1.3万PF，新增天然气产量10亿方以上。 | 1.3 万PF > level ; 10 亿方 >= level
网络零售额稳居西部第一。 | 1 位 = rank
人均收入跻身全国前六。 | 6 位 <= rank
综合效能居全国首位。 | 1 位 = rank
浓度降至30微克/立方米。 | 30 微克/立方米 = level
低保标准从98元/月提高到178元/月。 | 98 元/月 = level ; 178 元/月 = level
处理能力达到16.9万吨/日。 | 16.9 万吨/日 = level
货运周转量达到11620亿吨公里。 | 11620 亿吨公里 = level
失业率、物价涨幅分别为5%、6.5%左右。 | 5 % ~ growth ; 6.5 % ~ growth
日客运量分别达1409万、1305万人次。 | 1409 万人次 = level ; 1305 万人次 = level
入境旅游人次86.5万，增长3%。 | 86.5 万人次 = level ; 3 % = growth
发展水平指数65.2，创新能力排名前移3位。 | 65.2  = level ; 3 位 = change
投资增速居全国第4位、经济大省首位。 | 4 位 = rank ; 1 位 = rank
孕产妇死亡率降至8.5/10万、控制在10/10万以内。 | 8.5 /10万 = level ; 10 /10万 <= level
接种疫苗1.2亿剂，牲畜存栏60万头只。 | 1.2 亿剂 = level ; 60 万头只 = level
床位7.6张/千人口，创作剧目20部（集）。 | 7.6 张/千人口 = level ; 20 部（集） = level
健儿夺得32金、28银34铜。 | 32 枚 = level ; 28 枚 = level ; 34 枚 = level
总量稳居全国前十强、增速居西北五省区第一。 | 10 位 <= rank ; 1 位 = rank
失业、工伤人数分别下降3.6%和1.3%。 | -3.6 % = growth ; -1.3 % = growth
渔获自给率低于三成的县有27个。 | 27 个 = level
增长低于全国0.3个百分点。 | -0.3 个百分点 = change
增长高于全国0.8个百分点。 | 0.8 个百分点 = change
城镇居民收入增加910元，达到1826元。 | 910 元 = change ; 1826 元 = level
机构比现有的86个减少27个。 | 86 个 = level ; -27 个 = change
增加1万个普惠性学前教育学位。 | 1 万个 = level
平均每年增加二百五十三亿元。 | 253 亿元 = level
整体提升100所学校。 | 100 所 = level
惠及上千万家庭。 | 1000 万户 >= level
为28万医务工作者发放补助。 | 28 万人 = level
我国有六亿多人民。 | 6 亿人 > level
成功举办两届科技交流大会。 | 2 届 = level
人均预期寿命达到79.72岁。 | 79.72 岁 = level
过千亿元的区增至8个。 | 8 个 = level
为390万65岁以上老年人免费体检。 | 390 万人 = level
１９９２年粮食产量达到４．７５亿吨。 | 4.75 亿吨 = level
参保率达到19·5％。 | 19.5 % = level
有三四千名工人。 | 3000~4000 名 range level
铁路比公路多一倍半。 | 1.5 倍 = growth
有一百萬人。 | 100 万人 = level
实现1小时直达。 | 1 小时 = level
完成两次普查。 | 2 次 = level
工业、服务业贷款增速分别高4.2和0.7个百分点。 | 4.2 个百分点 = change ; 0.7 个百分点 = change
粮食产量稳定在全国1/10以上。 | 10 % >= level
产值连年保持百分之八至百分之九的增长率。 | 8~9 % range growth
整个工业以每年递增百分之七点二的速度发展。 | 7.2 % = avg_growth
每人只有一亩半耕地。 | 1.5 亩 = level
最低工资标准年均增幅3.94%。 | 3.94 % = avg_growth
城乡居民收入比缩小到2以内。 | 2 :1 <= level
平均利率较年初下降36个基点。 | -36 个基点 = change
损失金额减少三分之一，群众安全感99.1%。 | -33.33 % = growth ; 99.1 % = level
总量位次前移2位。 | 2 位 = change
产值过5亿元的县（市）达14个。 | 14 个 = level
省会与各市1.5小时通达。 | 1.5 小时 = level
改造300户以上农村危房。 | 300 户 >= level
颗粒物年均浓度为26.3微克/立方米、下降7.4%。 | 26.3 微克/立方米 = level ; -7.4 % = growth
压减市级部门非刚性、非重点项目支出10%。 | -10 % = growth
产值过三千亿元的集群达到4个。 | 4 个 = level
其中年接待8万人次以上的15家。 | 15 家 = level
雪场与车站2小时接驳。 | 2 小时 = level
地区生产总值跨过3万亿元。 | 3 万亿元 > level
民间投资扭转了连续8个月下降的局面，增长2%。 | 2 % = growth
能源生产能力达到6000万吨标准煤以上。 | 6000 万吨标准煤 >= level
节约6000万吨标准煤。 | 6000 万吨 = level
耕地质量平均等级达到3.46等，提升0.2个等级。 | 3.46 等 = level ; 0.2 个等级 = change
服务业增加值占比过半。 | 50 % > level
规划确定的20项主要指标全部完成，其中7项提前完成。 | 20 项 = level ; 7 项 = level
腾出用能空间20万吨标准煤。 | 20 万吨标准煤 = level
13个县财政自给率不足20%。 | 13 个 = level
支出压减一半以上的部门达到18个。 | 18 个 = level
19个县人均生产总值不到全省平均水平的一半。 | 19 个 = level
手工业者已占砚江从业人员的十分之九强。 | 90 % > level
少数人家占全市人口的百分之六弱，住得分散。 | 6 % < level
积累的比重不宜超过百分之二十五。 | 25 % <= level
上交的费用一般不得超过纯收入的百分之五。 | 5 % <= level
产值平均每年增长6%左右，其中前五年为5.8%，后五年为6.2%。 | 6 % ~ avg_growth ; 5.8 % = avg_growth ; 6.2 % = avg_growth
财政赤字率始终没有超过2.8%，失业率从未突破4%，负债率一直没有高于60%。 | 2.8 % <= level ; 4 % <= level ; 60 % <= level
完成20万千瓦及以上机组改造360万千瓦。 | 360 万千瓦 = level
淘汰15万吨/年以下小煤矿9处。 | 9 处 = level
培育产值超20亿元的特色产业链30条。 | 30 条 = level
高速公路覆盖95%的人口10万以上城镇。 | 95 % = level
水库建成60项大型工程中的18项。 | 18 项 = level
每百户拥有电冰箱由不足五台增加到八十台。 | 5 台 < level ; 80 台 = level
划定十五片重点开发区。 | 15 片 = level
有六个省、市任务完成不到一半。 | 6 个 = level ; 50 % < level
住房改革在砚江、临沧等四个城市试点，对口帮扶西部十个省。 | 4 个 = level ; 10 个 = level
产值连续跨过五个千亿元台阶。 | 5 个 = level
医保补助标准每人每年提高20元，草场补助每户每年提高300元。 | 20 元 = change ; 300 元 = change
补助标准新增20元，养老金人均每月新增110元。 | 20 元 = change ; 110 元 = change
发放每月最高600元的补贴，世界最高30米的塔建成。 | 600 元 <= level ; 30 米 = level
耕地逐年减少，去年净减120万亩，企业三年净减1.2万户。 | -120 万亩 = change ; 1.2 万户 = level
经济总量由全国第15位前移至第13位。 | 15 位 = rank ; 13 位 = rank
安澜县进位全国百强县第61位。 | 61 位 = rank
铁路、公路投资分别完成300亿元、0.12万亿元左右。 | 300 亿元 ~ level ; 0.12 万亿元 ~ level
从增速看，5.5%左右的增长可以保证就业。 | 5.5 % ~ growth
万元产值消耗的能源由5.3吨标准煤下降到4.9吨标准煤。 | 5.3 吨标准煤 = level ; 4.9 吨标准煤 = level
茶叶增速超过了前十年平均增速的一点三倍。 | 1.3 倍 > multiple
农业投资的比重由百分之十不到提高到百分之十五。 | 10 % < level ; 15 % = level
国内游客平均停留3.2天。 | 3.2 天 = level
粮食增长的绝对数达到90万吨，后来又追加了八万吨。 | 90 万吨 = change ; 8 万吨 = change
大型项目的平均建设周期缩短一年以上。 | -1 年 >= change
企业管理层级普遍压到4级以内。 | 4 级 <= level
《纲要》提出24项主要指标，其中约束性指标9项。 | 24 项 = level ; 9 项 = level
建成15回跨境输电线路。 | 15 回 = level
旅客吞吐量恢复到疫情前的九成。 | 90 % = multiple
援助不到联盟确定的0.7%目标的三分之一。 | 0.7 % = level ; 33.33 % < level
产值增长速度，1981年计划为3%，实际达到4%；1982年计划为5%。 | 3 % = growth ; 4 % = growth ; 5 % = growth
收入使用额每年都超过生产额百分之二到三，支出超过收入百分之五。 | 2~3 % range growth ; 5 % = growth
增速分别居全省第2、第3、第1位。 | 2 位 = rank ; 3 位 = rank ; 1 位 = rank
壮大6大特色产业集群和8条产业链，建设5大影视基地。 | 6 个 = level ; 8 条 = level ; 5 个 = level
带动上下游千余家企业。 | 1000 家 > level
企业因此减少利息支出23亿元，利息支出比去年减少支出5亿元。 | 23 亿元 = level ; -5 亿元 = change
砚江财政收入达到百亿级规模。 | 100 亿元 = level
砚江航道中断航运1个多月。 | 1 个月 > level
工业总产值平均每年增长12%，其中轻工业增长13%，重工业增长11%。 | 12 % = avg_growth ; 13 % = avg_growth ; 11 % = avg_growth
工业总产值平均每年增长12%，其中去年增长13%。 | 12 % = avg_growth ; 13 % = growth
物价年均涨幅低于经济增长速度，努力降到6%以下。 | 6 % <= avg_growth
三处遗址入选国家名录，两所大学5个学科跻身一流。 | 3 处 = level ; 2 所 = level ; 5 个 = level
已开工的厂房要停建半数以上。 | 50 % >= level
贫困发生率由8.9%下降到零。 | 8.9 % = level ; 0 % = level
药品抽检量超每千人5.2批次，不少于每万人48件。 | 5.2 批次 > level ; 48 件 >= level
生猪、家禽出栏量分别稳定在300万头、1.5亿只以上。 | 300 万头 >= level ; 1.5 亿只 >= level
"""

NOT_ENTRIES = """
单户授信300万元以下小微企业贷款增速加快。
将享受减半征收所得税政策的企业范围扩大。
乌河水电站第三台二十万千瓦机组提前发电。
国务院颁布的《办法》二十二条要认真执行，《纲要》共16篇58章。
经过1个多月的努力，两个多小时后恢复通电。
以10大产业集群培育工程为抓手，打造千亿级产业。
高镍三元前驱体、三元锂电池投产，聚焦3个重大方向攻关。
2025年是“十四五”规划收官之年。
经过半年的准备，船厂开工。
全国首台26兆瓦风机下线。
出台“支持企业40条”。
实施“百千工程”，推进“15分钟生活圈”建设。
推进一体化，千方百计稳增长，万众一心。
建成一批项目，推出一系列措施，作出一项决定。
重点抓好十一个方面工作。
筹备召开四届人大，承办十四届全运会。
办好15件重点民生实事。
完成1%人口抽样调查，举办青年50人论坛，公园24小时开放。
落实民间投资新36条，为3岁以下婴幼儿体检。
国产大飞机C919投入运营，5G用户增多，T3B航站楼建成。
迎战第5号洪水，开好六届四次全会。
亿万农民，千百万青年，数百个村庄，几千万农户。
实施千亿斤粮食产能提升行动，打造万亿级产业。
（３）建立制度。
修复10公里范围内矿山。
全国前列，两位数增长，18连增。
十分重要，统一领导，四川三农。
连续三次获得先进称号。
深入贯彻七次、八次全会精神。
会议于9:30:15开始，比分3:1:2。
大约一百万年以来的历史。
配套产业园实现800人以上安置区全覆盖。
对失业率超过5%的资源型城市给予专项支持。
提出20个预期性指标、8个约束性指标。
不能由一两个大国说了算。
离开幕只有122天了。
开工750千伏砚东、330千伏砚西等输变电工程。
20户以上自然村全部通路，30户以上木质房屋连片村寨改造完成，10万以上人口县全覆盖。
对快递单量500单以上的经营主体进行补助，推广600大卡以上热值的煤。
重机1.6万吨自由锻造水压机通过验收。
经过半年的准备，提出25项主要指标。
企业每招用1名毕业生给予补助。
"""


def read(sentence: str) -> list[Value]:
    return [value for value in find_values(sentence) if value.skip is None]


def told(value: Value) -> str:
    number = f"{value.low:f}~{value.high:f}" if value.value is None else f"{value.value.normalize():f}"
    return f"{number} {value.unit} {value.rel} {value.measure}"


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_entry(case: str) -> None:
    sentence, expected = case.split(" | ")
    assert " ; ".join(told(value) for value in read(sentence)) == expected


@pytest.mark.parametrize("sentence", NOT_ENTRIES.strip().splitlines())
def test_no_entry(sentence: str) -> None:
    assert [told(value) for value in read(sentence)] == []


def test_places() -> None:
    sentence = "全市地区生产总值预计增长6.5%以上。"
    value = read(sentence)[0]
    assert sentence[value.start : value.end] == "6.5%"
    assert sentence[value.head : value.tail] == "预计增长6.5%以上"
    assert value.verb == "增长"


def test_reasons_are_given() -> None:
    value = read("单位能耗下降3%左右。")[0]
    assert {reason.field for reason in value.why} >= {"rel", "measure"}


def test_number_is_a_decimal() -> None:
    assert read("增长0.1%。")[0].value == Decimal("0.1")


PIECES = [
    "增长",
    "5%",
    "、",
    "，",
    "。",
    "6.5",
    "百分之三",
    "到",
    "万",
    "亿元",
    "左右",
    "一",
    "三百五十",
    "个",
    "第",
    "居全国",
    "翻番",
    "由",
    "“",
]
PIECES += [
    "”",
    "2025年",
    "－",
    "：",
    "1",
    "余",
    "家",
    "上千万",
    "下降",
    "分别",
    "年均",
    "(",
    "一半",
    "三成",
    "ｋ",
    "\n",
    " ",
    "零",
    "点",
    "其中",
]


FORMS = """
1 0 3.5 1,234 3千5百 2·5 三 三百五 一千二百万 数千 几百 十几 1.46万亿 万 百分之三 百分之五至六 三成五 三分之一
一半 翻两番 减半 零增长 第一 首位 前十 2.35:1 4:38:58 8.7:41.2:50.1 1/3 1/0 五比一 2025年 5—7% 二、三 过半
十万分之六 1l １，２３４ 亿亿亿亿百
"""
BEFORE = ("", "建成", "夺得", "打造", "由", "占", "近", "第", "每", "“")
BEHIND = """
大产业集群 金、 银 铜。 /10万 个多月 个多百分点 亿3千万人次 亿元 万l元 千瓦 级 届全会 次会议 倍 倍半 折 成 %
个百分点 标准煤 吨标准煤 钱 位 岁以上 年制 万套（户） 多家 余万 左右 分之一 到5 —7% 、8% 比1 :1 /3 点五 半 月份
分之五亿亿亿亿亿
"""


def ordered(sentence: str) -> None:
    values = find_values(sentence)
    for value in values:
        assert 0 <= value.head <= value.start < value.end <= value.tail <= len(sentence)
        assert (value.value is None) == (value.low is not None) == (value.rel == "range")
    for before, after in pairwise(values):
        assert before.tail <= after.head


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_values_lie_in_order_in_any_sentence(sentence: str) -> None:
    ordered(sentence)


@pytest.mark.parametrize("form", FORMS.split())
def test_a_number_of_any_form_may_stand_between_any_words(form: str) -> None:
    for before, behind in product(BEFORE, BEHIND.split()):
        ordered(f"{before}{form}{behind}，增长5%。")


@given(st.text(max_size=60))
def test_any_text_passes(text: str) -> None:
    assert find_values(text) == find_values(text)


@pytest.mark.parametrize("case", CASES.strip().splitlines()[:40])
def test_full_width_reads_the_same(case: str) -> None:
    sentence = case.split(" | ", maxsplit=1)[0]
    full = sentence.translate({code: code + 0xFEE0 for code in b"0123456789%.-"})
    assert [told(value) for value in read(full)] == [told(value) for value in read(sentence)]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["1家、", "一", "1", "5%", "第", "“1", "1到", "增长", "1,111", "百分之", "1:1:", "三百多"]
)
def test_time_grows_with_length(piece: str) -> None:
    def seconds(times: int) -> float:
        begin = time.process_time()
        find_values(piece * times)
        return time.process_time() - begin

    short = min(seconds(5000) for _ in range(3))
    assert seconds(40000) < 20 * short + 0.5
