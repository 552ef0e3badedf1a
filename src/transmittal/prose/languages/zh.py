"""Chinese, as printed in Taiwan and on the mainland, in plain sentences."""

from transmittal.model import Modality
from transmittal.prose.phrases import anywhere, either
from transmittal.prose.plain import PlainWords, plain_language

_BUY = "採購|采购|購買|购买|購置|购置|購入|购入|買|军购|軍購|引進|引进|訂購|订购|籌獲"
_WORDS = PlainWords(
    paper="合同|合約|合约|協議|协议|發價書|订单|訂單|契約",
    buy=_BUY,
    sell="對美軍購|軍售|军售|出售|售予|出口|銷售|销售|供應",
    procured="交付|交運|交貨|計畫|計劃|计划|項目|升級",
    halt="取消|中止|暫停|暂停|終止|终止|凍結|冻结|擱置|搁置|撤回|否決|拒絕批准",
    alter="推遲|推迟|延後|延迟|延誤|延期|提前|增加|減少|减少|追加|縮減|變更|调整|調整",
    hand_over="交付|交運|移交|交機|交貨|運抵|运抵|抵台|抵達",
    receive="接收|收到首|接裝|接装|接機",
    field="服役|部署|成軍|列裝|列装|投入使用",
    won="得標|中标|中標|贏得(?=.{0,40}(?:合約|合同|訂單))|獲得(?=.{0,40}(?:合約|合同|訂單))",
    sign="簽署|签署|簽訂|签订|簽約|签约|簽下|达成协议|達成協議",
    bought=either("訂購了", "订购了", "購買了", "购买了", "採購了", "買下", "已訂購", "已採購", "下單"),
    approve="批准|核准|同意(?=.{0,20}(?:出售|軍售))|通過|知會國會|通知國會|通知国会",
    request="正式(?:提出|要求|請求|请求|申請)|需求信函|正式向",
    weigh=either("考慮", "考虑", "研議", "評估", "评估", "有意", "洽談", "洽谈", "有興趣", "商談") + f".{{0,12}}?(?:{_BUY})",
    plan=either("計畫", "計劃", "计划", "規劃", "規畫", "擬", "拟", "決定", "决定", "將", "将", "宣布", "打算", "準備", "預計")
    + f".{{0,14}}?(?:{_BUY})",
    funds="編列|编列|撥款|拨款|預算案",
    sums="(?:總價|总价|總額|总额|金額|金额|合約價值|總值|总值)(?:約|为|為|達|是)?",
    refused="停火|和平協議|球員|联赛|職棒|空襲|演習|攻擊",
)

LANGUAGE = plain_language(
    "zh",
    _WORDS,
    spaced=False,
    modality_before=(
        (Modality.DENIED, anywhere(r"(?:沒有|没有|否認|否认|不會|不会|未|並非|不再|尚未)[^，。；]{0,12}$")),
        (Modality.POSSIBLE, anywhere(r"(?:可能|或將|或将|考慮|考虑|也許)[^，。；]{0,12}$")),
        (Modality.EXPECTED, anywhere(r"(?:預計|预计|預期|有望|可望|料將|希望)[^，。；]{0,24}$")),
        (Modality.SCHEDULED, anywhere(r"(?:將|将|預定|定於|计划|計畫|排定|陸續)[^，。；]{0,24}$")),
    ),
    clause_break=anywhere("，", "、", "並", "并"),
    subordinate=anywhere("；", "，(?:但|而|不過|不过|因為|因为|其中)"),
    supplier_before=anywhere("(?:向|自|從|从|由)$"),
    buyer_before=anywhere("(?:向|給|给|予|對|对)$"),
    with_before=anywhere("(?:與|与|和|跟|同)$"),
    to_before=anywhere("(?:向|對|对)$"),
    supplier_after=anywhere("^(?:製|制|產|产)"),
    rest=anywhere(""),  # subjects are left out
    no_event=anywhere("演習", "演习", "軍演", "攔截", "拦截", "擊落", "击落", "？$"),
    own_state=("TW", anywhere("我國", "國軍", "(?<![一-鿿])國防部")),
    told_after=anywhere("^(?:在[^，。]{0,12})?(?:表示|指出|宣布|宣佈|說|说|稱|称|透露|公布|證實|证实)"),
    total=anywhere("合計", "共計", "总计", "總計"),
    military=anywhere(
        "飛彈|导弹|戰機|战机|國防|国防|軍購|軍售|海軍|空軍|陸軍|海军|空军|陆军|武器|戰車|坦克|火箭|魚叉|防空|軍事|军事|艦|潛艦|直升機|榴彈砲|榴弹炮"
    ),
)
