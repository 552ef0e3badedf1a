"""Chinese, as the press and the ministries of Taiwan and the mainland print it. Words stand without blanks, subjects are left out once
known, what a verb governs follows it or, with 的, stands behind it as its head: 向美國採購的66架."""

from transmittal.model import Modality, Stage
from transmittal.prose.language import Actor, Language, Trigger
from transmittal.prose.languages.en import LANGUAGE as ENGLISH
from transmittal.prose.phrases import anywhere, either

_BUY = either(
    """
    採購 | 采购 | 購買 | 购买 | 購置 | 购置 | 購入 | 购入 | 增購 | 增购 | 添購 | 籌購 | 訂購 | 订购 | 訂製 | 洽購 | 軍購 | 军购 |
    引進 | 引进 | 籌獲 | 購得
    """
)
_PAPER = either("合同", "合約", "合约", "契約", "协议", "協議", "發價書", "发价书", "訂單", "订单", "要約書")
_SELL = either("軍售", "军售", "出售", "售予", "售給", "售台", "售臺", "銷售", "销售", "供售", "出口")
_HAND_OVER = either("交付", "交運", "交货", "交貨", "交機", "交機時程", "交艦", "移交", "撥交", "運交")
_PROCURED = either(_BUY, _PAPER, _SELL, _HAND_OVER, "計畫", "計劃", "计划", "項目", "專案", "採購案", "購案", "建案")
_GOODS = r"[輛辆枚架套門门具艘部組组挺座顆]"
# Between a verb and what it governs, within one clause.
_NEAR = r"[^，。；]"

_TRIGGERS = (
    # -- halt first: it overrules the step it stops
    Trigger(
        name="halt",
        stage=Stage.HALT,
        actor=Actor.DECIDER,
        pattern=anywhere(
            "取消",
            "中止",
            "終止",
            "终止",
            "暫停",
            "暂停",
            "凍結",
            "冻结",
            "擱置",
            "搁置",
            "撤回",
            "撤案",
            "否決",
            "否决",
            "放棄",
            "拒絕批准",
        ),
        needs=anywhere(_PROCURED),
        unless=anywhere("取消演習", "暫停訓練", "暫停飛行", "停飛", "解除凍結", "凍結.{0,12}預算", "放棄抵抗", "暫停射擊"),
    ),
    # -- change of terms
    Trigger(
        name="terms altered",
        stage=Stage.CHANGE,
        actor=Actor.BUYER,
        pattern=anywhere(
            "推遲",
            "推迟",
            "延後",
            "延后",
            "延遲",
            "延迟",
            "延宕",
            "延誤",
            "延误",
            "延期",
            "延至",
            "遞延",
            "展延",
            "提前",
            "增加至",
            "增加到",
            "減少",
            "减少",
            "追加",
            "縮減",
            "削減",
            "變更",
            "变更",
            "調整",
            "调整",
            "調升",
            "調降",
            "改為",
            "修約",
            "加購",
        ),
        needs=anywhere(_PROCURED, "數量", "預算", "時程"),
        unless=anywhere("提前部署", "國防預算(?:增加|調升)", "增加巡邏"),
        strong=False,
    ),
    # -- delivery
    Trigger(
        name="handing over",
        stage=Stage.DELIVERY,
        actor=Actor.SELLER,
        pattern=anywhere(
            rf"{_HAND_OVER}(?!時程|时程|進度|进度|期程|計畫|日期|延|條件|地點|清單)(?:完畢|完毕|完成|完竣)?",
            "全數到貨",
            "全數交運",
            "到貨",
        ),
        unless=anywhere("交付審議", "交付表決", "交付委員會", "移交法辦", "移交檢", "移送"),
    ),
    Trigger(
        name="arrival",
        stage=Stage.DELIVERY,
        actor=Actor.ITEM,
        pattern=anywhere(
            "運抵", "运抵", "運達", "運台", "抵台", "抵臺", "抵達", "抵达", "飛抵", "到港", "返抵", "卸載", "卸船", "回台", "返台", "返國"
        ),
        needs=anywhere("首批", "第[一二三四五六七八九十0-9]+批", "首[架輛套艘門枚]", "批", "全數", "全部", rf"\d+{_GOODS}", "其餘", "剩餘"),
        unless=anywhere("抵達.{0,14}(?:陣地|射擊|訪問|演習|戰術位置)", "總統.{0,6}抵達", "訪團"),
        strong=False,
    ),
    Trigger(
        name="receipt",
        stage=Stage.DELIVERY,
        actor=Actor.BUYER,
        pattern=anywhere("接收", "收到首", "收受", "獲交", "接裝", "接装", "接機", "接艦", "點收", "驗收"),
        unless=anywhere("接收任務", "接收訊號", "接收站", "接收情資", "收到發價書", "收到通知", "人員接裝訓練"),
    ),
    # -- service
    Trigger(
        name="fielding",
        stage=Stage.SERVICE,
        actor=Actor.BUYER,
        pattern=anywhere(
            "服役", "成軍", "成军", "列裝", "列装", "投入使用", "形成戰力", "形成战力", "入列", "換裝完成", "完成換裝", "部署於"
        ),
        unless=anywhere("已服役多年", "退役", "服役期間", "服役期满", "現役"),
        strong=False,
    ),
    # -- award
    Trigger(
        name="award won",
        stage=Stage.AWARD,
        actor=Actor.FIRM,
        pattern=anywhere("得標", "中标", "中標", rf"(?:贏得|獲得|获得|取得|拿下)(?={_NEAR}{{0,40}}(?:合約|合同|訂單|订单))"),
    ),
    # -- agreement
    Trigger(
        name="signature",
        stage=Stage.AGREEMENT,
        actor=Actor.BUYER,
        pattern=anywhere(
            "簽署",
            "签署",
            "簽訂",
            "签订",
            "簽約",
            "签约",
            "簽下",
            "签下",
            "簽妥",
            "簽定",
            "完成簽署",
            "达成协议",
            "達成協議",
            "決標",
            r"(?:合同|合約|合约|協議|协议|發價書)是?[^，。；]{0,14}[签簽][的下了訂]",
        ),
        needs=anywhere(_PAPER, _BUY, _SELL, "簽約", "签约", "決標"),
        unless=anywhere("停火", "和平協議", "備忘錄", "球員", "职业", "職棒", "自由貿易", "貿易協定", "簽署法案", "簽署行政命令"),
    ),
    Trigger(
        name="what was bought",
        stage=Stage.AGREEMENT,
        actor=Actor.BUYER,
        pattern=anywhere(rf"(?:所)?{_BUY}(?=的)"),
        needs=anywhere(rf"{_BUY}的[^，。；]{{0,30}}?{_GOODS}", rf"{_BUY}的"),
        unless=anywhere(rf"(?:計畫|計劃|計划|擬|將|欲|想|考慮|有意|預計|規劃|打算|希望){_NEAR}{{0,14}}{_BUY}的"),
    ),
    Trigger(
        name="purchase told",
        stage=Stage.AGREEMENT,
        actor=Actor.BUYER,
        pattern=anywhere(rf"{_BUY}(?=[0-9])"),
        needs=anywhere(rf"向{_NEAR}{{1,8}}?{_BUY}[0-9]"),
        unless=anywhere(
            "計畫",
            "計劃",
            "计划",
            "擬",
            "拟",
            "將",
            "将",
            "欲",
            "想",
            "考慮",
            "考虑",
            "有意",
            "預計",
            "规划",
            "規劃",
            "打算",
            "希望",
            "建議",
            "編列",
            "预算",
            "預算",
            "決定",
            "要求",
            "請求",
            "爭取",
            "未",
        ),
    ),
    Trigger(
        name="bought",
        stage=Stage.AGREEMENT,
        actor=Actor.BUYER,
        pattern=anywhere(
            either("訂購", "订购", "購買", "购买", "採購", "采购", "增購") + "了",
            "買下",
            "买下",
            "買進",
            rf"已(?:向{_NEAR}{{1,8}})?{_BUY}(?!的)",
            "下單",
            "下订",
        ),
    ),
    Trigger(
        name="sum",
        stage=Stage.AGREEMENT,
        actor=Actor.ITEM,
        attribute=True,
        pattern=anywhere(
            either("總價", "总价", "總額", "总额", "金額", "金额", "總值", "总值", "總金額", "案值", "總經費", "造價", "價值")
            + "(?:約|约|达|为|為|達|是|估計)?"
        ),
        strong=False,
    ),
    # -- approval
    Trigger(
        name="consent",
        stage=Stage.APPROVAL,
        actor=Actor.DECIDER,
        pattern=anywhere(
            "批准",
            "核准",
            "核定",
            "通過",
            "通过",
            "准許",
            "放行",
            rf"同意(?={_NEAR}{{0,20}}(?:{_SELL}))",
            r"(?:知會|通知|照會|通報|知会|通报)(?:美國|美国|美)?(?:國會|国会|參眾兩院)",
            rf"(?:宣布|宣佈|公布|公告)(?={_NEAR}{{0,16}}(?:對台|對臺|对台|售台|對我)(?:軍售|军售|出售)?)",
        ),
        needs=anywhere(_SELL, _BUY, "國會", "国会", "預算", "预算"),
        unless=anywhere("通過海峽", "通过海峡", "通過台灣海峽", "通過測試", "測試通過", "通過驗證", "航道", "通過認證"),
    ),
    # -- request
    Trigger(
        name="formal request",
        stage=Stage.REQUEST,
        actor=Actor.BUYER,
        pattern=anywhere("正式(?:提出|要求|請求|请求|申請|申请)", "需求信函", "要價書", "發價請求", "請求書", "正式向"),
        needs=anywhere(_BUY, _SELL, "信函", "書"),
    ),
    # -- plan
    Trigger(
        name="purchase weighed",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        modality=Modality.POSSIBLE,
        pattern=anywhere(
            either("考慮", "考虑", "研議", "評估", "评估", "有意", "洽談", "洽谈", "商談", "商谈", "有興趣", "有兴趣", "爭取")
            + f"{_NEAR}{{0,14}}?{_BUY}(?!的)"
        ),
    ),
    Trigger(
        name="money set aside",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=anywhere("編列", "编列", "撥款", "拨款", "匡列", "籌編", "預算案列"),
        needs=anywhere("預算", "预算", "經費", "经费", "億", "亿", "萬元"),
        unless=anywhere("編列預算不足", "未編列"),
    ),
    Trigger(
        name="plan to buy",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=anywhere(
            either(
                """
                計畫 | 計劃 | 计划 | 規劃 | 規畫 | 规划 | 擬 | 拟 | 決定 | 决定 | 將 | 将 | 宣布 | 宣佈 | 打算 | 準備 | 准备 | 預計 | 预计 |
                希望 | 欲 | 建議 | 確定
                """
            )
            + f"{_NEAR}{{0,20}}?{_BUY}(?!的|案)"
        ),
    ),
)

LANGUAGE = Language(
    code="zh",
    triggers=_TRIGGERS,
    modality_before=(
        (
            Modality.DENIED,
            anywhere(rf"(?:沒有|没有|無法|无法|未能|否認|否认|不會|不会|未曾|並未|并未|未(?=\s*$)|並非|不再|尚未|仍未){_NEAR}{{0,12}}$"),
        ),
        (Modality.POSSIBLE, anywhere(rf"(?:可能|或將|或将|考慮|考虑|也許|恐怕|恐){_NEAR}{{0,12}}$")),
        (Modality.EXPECTED, anywhere(rf"(?:預計|预计|預期|预期|有望|可望|料將|希望|力拚|目標|估計|估){_NEAR}{{0,24}}$")),
        (
            Modality.SCHEDULED,
            anywhere(rf"(?:(?<!即)(?:將|将)(?!軍|领|領)|預定|预定|定於|计划|計畫|規劃|排定|排程|陸續於|訂於){_NEAR}{{0,24}}$"),
        ),
    ),
    modality_after=(
        (Modality.DENIED, anywhere(r"^(?:一事)?[^。]{0,8}(?:並非事實|不實|子虛烏有)")),
        (Modality.POSSIBLE, anywhere(rf"^{_NEAR}{{0,8}}(?:可能|恐)")),
        (Modality.EXPECTED, anywhere(rf"^(?:時程|進度)?{_NEAR}{{0,6}}(?:預計|预计|有望|可望)")),
        (Modality.SCHEDULED, anywhere(rf"^(?:時程|進度)?{_NEAR}{{0,6}}(?:預定|预定|(?:將|将)(?:於|在|自))")),
    ),
    clause_break=anywhere("，", "、", "並(?!未|非)", "并(?!未|非)"),
    subordinate=anywhere("；", "，(?:但|而|不過|不过|因為|因为|由於|其中|其餘|其余|剩餘|剩余|另|餘)"),
    supplier_before=anywhere("(?:自|從|从|由)$"),
    buyer_before=anywhere("(?:給|给|予|對|对|交付|交給|移交|抵|運往|售)$"),
    with_before=anywhere("(?:與|与|和|跟|同)$"),
    to_before=anywhere("(?:向|對|对)$"),
    sale=anywhere(_SELL),
    supplier_after=anywhere("^(?:製|制|產|产)"),
    rest=anywhere(""),  # subjects are left out: any clause may go on with what was told
    no_event=anywhere("演習", "演习", "軍演", "攔截", "拦截", "擊落", "击落", "射擊訓練", "實彈射擊", "實彈射擊", "試射", "嗎？", "？$"),
    new_procurement=anywhere(
        rf"(?:首|第[一二三四1-4]|另一?|新的?一?)[份批個筆](?:{_NEAR}{{0,10}}?)(?:{_PAPER})", "又與", "又与", "另簽", "再簽"
    ),
    part_of_before=anywhere("(?:其中|當中|当中)(?:有)?$"),
    purchase=anywhere(_BUY, "預算", "预算", "經費"),
    object_first=True,
    own_state=(
        "TW",
        anywhere(
            r"我國(?!防)",
            "國軍(?!事)",
            "(?<![一-鿿])國防部(?!長官邸)",
            "(?<![一-鿿])(?:陸軍|海軍|空軍|軍方|我方|我軍)(?!節|總醫院|官校)",
            "(?<=[交付由給讓為])(?:陸軍|海軍|空軍|海軍陸戰隊)",
            "(?<=我)(?:陸軍|海軍|空軍)",
        ),
    ),
    short_states=(
        (
            "TW",
            anywhere(
                r"(?<=[對对售向抵運运援給])[台臺](?![灣湾北中南東西幣币股海積籍商])",
                r"(?<=[對对售]予)[台臺](?![灣湾])",
                "(?<=[售予給])我(?=[國一-鿿\\d])(?!國)",
            ),
        ),
        (
            "US",
            anywhere(
                r"(?<=[向對对自由與与])美(?=[採采購购訂订洽籌軍军方簽签])(?!國|国|軍事)",
                rf"(?<!中國)(?<!中国)國務院(?=[^。]{{0,40}}(?:{_SELL}))",
            ),
        ),
    ),
    relative_ahead=anywhere("的(?:全部|全數|共計|共|合計)?"),
    whole_first=anywhere(rf".*?{_BUY}的(?:全部|全數|共計|共|合計)?"),
    last_one=anywhere(rf"(?:首|第[一1]|最後一|最后一|最後1|首批1){_GOODS}"),
    running_total=anywhere("最[後后][一1]?批[^。]{0,80}，(?:共|合計|總計|全案|全部)?$"),
    told_after=anywhere(
        "^(?:晚間|上午|下午|晚|凌晨)?(?:在[^，。]{0,12})?(?:表示|指出|宣布|宣佈|說|说|稱|称|透露|公布|證實|证实|發布|强调|強調)"
    ),
    total=anywhere("合計", "共計", "总计", "總計"),
    paper=anywhere(_PAPER, _BUY, _HAND_OVER),
    military=anywhere(
        """
        飛彈 | 导弹 | 戰機 | 战机 | 國防 | 国防 | 軍購 | 军购 | 軍售 | 军售 | 海軍 | 空軍 | 陸軍 | 海军 | 空军 | 陆军 | 國軍 | 武器 | 戰車 |
        坦克 | 火箭 | 魚叉 | 防空 | 軍事 | 军事 | 艦 | 潛艦 | 直升機 | 榴彈砲 | 榴弹炮 | 自走砲 | 軍備
        """
    ),
    units=ENGLISH.units,
)
