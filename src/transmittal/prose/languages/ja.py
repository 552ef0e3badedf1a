"""Japanese. The verb ends the clause, what it governs stands before it, and subjects are left out once they are known."""

from transmittal.model import Modality, Stage
from transmittal.prose.language import Actor, Language, Trigger
from transmittal.prose.languages.en import LANGUAGE as ENGLISH
from transmittal.prose.phrases import anywhere, either

# Words for acquiring, for the paper that binds, and for all that can be stopped or altered.
_BUY = ("取得", "購入", "調達", "導入", "買い増し", "買い取り", "発注", "整備", "量産")
_PAPER = ("契約", "売却", "輸出", "移転", "供与", "受注", "商談", "覚書", "計画", "事業")
_HAND_OVER = ("納入", "引き渡し", "引渡し", "納期", "配備", "納品")
_PROCURED = either(*_BUY, *_PAPER, *_HAND_OVER, "改修", "取得費", "経費", "開発")
_BUYING = either(*_BUY)
# "decided", "announced" after the step they tell of: they belong to it, so that "will be stopped, it announced" is a stop.
_TOLD = r"(?:(?:する|される|した)?(?:こと)?[とを](?:正式に)?(?:発表|表明|決定|決め|決断|通告|通知|伝え))?"
_STATE = r"(?:政府|軍|国防省|空軍|海軍|陸軍|側)?"

_TRIGGERS = (
    # -- halt first: it overrules the step it stops
    Trigger(
        name="halt",
        stage=Stage.HALT,
        actor=Actor.DECIDER,
        pattern=anywhere(
            either("中止", "停止", "凍結", "破棄", "キャンセル", "撤回", "断念", "取りやめ", "取り消", "見送", "白紙", "不承認", "差し止め")
            + _TOLD
        ),
        needs=anywhere(_PROCURED),
        unless=anywhere("飛行停止", "運航停止", "停戦", "訓練を中止", "演習を中止", "試験を中止", "攻撃を停止", "活動を停止"),
    ),
    # -- change of terms
    Trigger(
        name="terms altered",
        stage=Stage.CHANGE,
        actor=Actor.BUYER,
        pattern=anywhere(
            either(
                r"""
                延期 | 先送り | 前倒し | 後ずれ | ずれ込 | 遅れ | 遅延 | 遅らせ | 削減 | 減ら | 縮小 | 増や | 上積み | 積み増し |
                拡大 | 半減 | 倍増 | 増額 | 減額 | 膨ら | 高騰 | 値上がり | 上昇 | 変更 | 切り替え | 見直 | 修正
                """,
            )
            + _TOLD
        ),
        needs=anywhere(_PROCURED),
        unless=anywhere("防衛費の増額", "防衛費を増額", "能力を拡大", "緊張", "射程を延"),
    ),
    # -- delivery
    Trigger(
        name="receipt",
        stage=Stage.DELIVERY,
        actor=Actor.BUYER,
        pattern=anywhere("受領", "受け取", "納入を受け", "引き渡しを受け", "供与を受け"),
        unless=anywhere("通知を受領", "書簡", "発価書"),
    ),
    Trigger(
        name="handing over",
        stage=Stage.DELIVERY,
        actor=Actor.SELLER,
        pattern=anywhere("引き渡", "引渡", "納入", "納品", "納機", "搬入"),
        unless=anywhere("納入業者", "納入実績", "身柄", "遺体", "容疑者"),
    ),
    Trigger(
        name="arrival",
        stage=Stage.DELIVERY,
        actor=Actor.ITEM,
        pattern=anywhere("到着", "届い", "届く", "飛来"),
        needs=anywhere("初めて", "最初", "号機", "初号", "残り", "納入", "購入", "調達"),
        strong=False,
    ),
    # -- service
    Trigger(
        name="fielding",
        stage=Stage.SERVICE,
        actor=Actor.BUYER,
        pattern=anywhere("配備", "就役", "運用(?:を)?開始", "運用を始め", "実戦投入", "部隊運用"),
        unless=anywhere("配備(?:し|され)ている", "配備済み", "部隊を配備", "兵士", "兵力"),
        strong=False,
    ),
    # -- award: government to industry
    Trigger(
        name="award won",
        stage=Stage.AWARD,
        actor=Actor.FIRM,
        pattern=anywhere("受注", "落札", "契約を獲得"),
        unless=anywhere("受注残", "受注額は"),
    ),
    Trigger(
        name="award placed",
        stage=Stage.AWARD,
        actor=Actor.BUYER,
        pattern=anywhere("(?:に|へ)(?:[^、。]{0,40}?を)?発注"),
    ),
    # -- agreement
    Trigger(
        name="signature",
        stage=Stage.AGREEMENT,
        actor=Actor.BUYER,
        pattern=anywhere(
            either("契約", "契約書", "合意書", "引合受諾書", "受諾書", "LOA", "取引")
            + "(?:を|に)?(?:正式に)?"
            + either("締結", "結", "署名", "調印", "交わ", "成立"),
            _BUYING + "(?:する)?(?:こと)?(?:で|に)(?:正式に)?合意",
            either("購入", "取得", "調達", "発注") + "(?:し|を完了し)た",
        ),
        unless=anywhere("停戦", "休戦", "和平", "移籍", "選手", "監督", "労働契約", "自由貿易"),
    ),
    Trigger(
        name="sum of the contract",
        stage=Stage.AGREEMENT,
        actor=Actor.ITEM,
        attribute=True,
        pattern=anywhere("契約(?:総)?額は", "契約金額は", "契約には", "契約の規模は"),
        strong=False,
    ),
    Trigger(
        name="sum",
        stage=Stage.PLAN,
        actor=Actor.ITEM,
        attribute=True,
        pattern=anywhere("(?:取得費|購入費|費用|経費|総額|価格|金額|取得額|購入額|規模)は"),
        strong=False,
    ),
    # -- approval (the decider's side decides between approval and plan)
    Trigger(
        name="consent",
        stage=Stage.APPROVAL,
        actor=Actor.DECIDER,
        pattern=anywhere("承認", "許可", "認可", "(?:議会|連邦議会)に(?:正式に)?(?:通知|通告)"),
        needs=anywhere("売却", "輸出", "移転", "供与", "議会", *_BUY, "予算", "契約"),
        unless=anywhere("国家承認", "新薬", "飛行許可"),
    ),
    # -- request
    Trigger(
        name="formal request",
        stage=Stage.REQUEST,
        actor=Actor.BUYER,
        pattern=anywhere("(?:正式に|公式に)(?:[^。、]{0,12}?を)?(?:要請|要求|申し入れ|申請)", "要請書", "要求書(?:を|の)"),
        needs=anywhere("売却", "輸出", "供与", *_BUY),
    ),
    # -- plan
    Trigger(
        name="purchase weighed",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        modality=Modality.POSSIBLE,
        pattern=anywhere(
            _BUYING
            + "(?:する)?(?:こと|案|方向)?(?:を|も|で|に向け|に向けて|について)?(?:本格的に)?"
            + either("検討", "協議", "交渉", "調整", "模索", "関心")
        ),
    ),
    Trigger(
        name="plan to buy",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=anywhere(
            _BUYING
            + "(?:する|を進める|の)?(?:こと)?(?:を)?(?:正式に)?"
            + either("方針", "計画", "意向", "考え", "予定", "決定", "決め", "閣議決定", "目指", "表明", "要求"),
            "閣議決定",
        ),
        needs=anywhere(_BUYING),
        unless=anywhere("閣議決定文書"),
    ),
    Trigger(
        name="money set aside",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=anywhere("計上|盛り込", "概算要求", "予算(?:案)?に(?:[^。、]{0,30}?を)?盛り込"),
        needs=anywhere("予算", "概算", "補正", "費"),
    ),
    Trigger(
        name="choice of a system",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=anywhere("選定", "採用を決", "採用すること", "次期[^。、]{0,16}に(?:決定|選ん|選ば|採用)"),
        unless=anywhere("代表に選", "選手"),
        strong=False,
    ),
)

# Words that begin right behind the trigger, within its own clause.
_BEHIND = r"^[^。、]{0,24}?"
_FUTURE = (
    r"^(?:を|が)?(?:開始|実施)?(?:する|される|させる|受ける|始める|始まる|行う|行われる|れる|す|り|る)(?:。|」|$|と|こと|ため|よう|方針)"
)

LANGUAGE = Language(
    code="ja",
    triggers=_TRIGGERS,
    modality_before=((Modality.DENIED, anywhere("まだ$", "いまだ$")),),
    modality_after=(
        (
            Modality.DENIED,
            anywhere(
                r"^[^。]{0,45}?" + either("否定し", "否定する", "事実はない", "事実ではない", "ことはない"),
                _BEHIND + either("していない", "されていない", "しておらず", "しない", "されない", "せず", "決まっていない"),
            ),
        ),
        (Modality.POSSIBLE, anywhere(_BEHIND + either("可能性", "かもしれ", "検討", "恐れ", "おそれ", "懸念"))),
        (Modality.EXPECTED, anywhere(_BEHIND + either("見通し", "見込", "みられ", "期待", "想定", "目指", "方針", "意向", "めど", "目標"))),
        (Modality.SCHEDULED, anywhere(_BEHIND + either("予定", "計画"), _FUTURE)),
    ),
    clause_break=anywhere("、"),
    subordinate=anywhere("(?:し|が|ため|て|で|り|き|れ)、"),
    instead=anywhere("に代わ", "の代わり", "に替え", "の後継"),
    supplier_after=anywhere(
        r"^(?:製|産)",
        "^" + _STATE + "(?:から|より)",
        "^" + _STATE + "(?:との間で|との|と)(?=[^。]{0,70}(?:契約|合意|署名|調印|覚書|締結))",
        "^の(?:企業|防衛大手|メーカー|造船)",
    ),
    buyer_after=anywhere(
        "^" + _STATE + "(?:への|へ|向け)",
        "^" + _STATE + "に(?!対し|よる|よれ)(?=[^。]{0,80}(?:引き渡|供与|納入|売却|輸出|提供|渡さ))(?![^。]{0,80}(?:要請|要求|求め))",
    ),
    rest=anywhere(""),  # subjects are left out: any clause may go on with what was told
    new_procurement=anywhere(either("2回目", "第2次", "二次", "追加の?", "新たな", "別の", "最初の", "当初の") + "(?:購入|実行|売却)?契約"),
    no_event=anywhere("共同訓練", "合同演習", "演習を実施", "発射訓練", "(?:撃墜|迎撃|攻撃)し(?:た|て)", "か。$"),
    purchase=anywhere(*_BUY, "予算", "経費", "支出"),
    object_first=True,
    own_state=(
        "JP",
        anywhere(r"(?<![一-鿿ァ-ヶーA-Z])(?:政府|防衛省)(?!関係者|専用機|高官|系|軍|筋)", r"(?<![ァ-ヶー])(?:防衛相|防衛大臣)"),
    ),
    told_after=anywhere(
        r"^(?:まで)?(?:に)?、[^。\n]{0,200}?[とを](?:正式に)?"
        + either("発表し", "表明し", "明らかにし", "述べ", "語っ", "説明し", "報じ", "伝え"),
        r"^の(?:記者)?会見で",
    ),
    total=anywhere("合計", "総計", "あわせて", "合わせて", "累計"),
    military=anywhere(
        r"""
        ミサイル | 戦闘機 | 自衛隊 | 防衛 | 国防 | 海軍 | 空軍 | 陸軍 | 米軍 | 護衛艦 | 駆逐艦 | 潜水艦 | 戦車 |
        イージス | 装備品 | 兵器 | 武器 | 迎撃 | 弾薬 | 艦艇 | 哨戒 | 無人機 | 火砲 | りゅう弾砲 | 軍事
        """,
    ),
    units=ENGLISH.units,
)
