"""Korean, in plain sentences. The verb ends the clause; particles follow the party."""

from transmittal.model import Modality
from transmittal.prose.phrases import anywhere, either
from transmittal.prose.plain import PlainWords, plain_language

_BUY = "구매|도입|구입|획득|조달|발주|확보"
_WORDS = PlainWords(
    paper="계약|수주|협정|수락서|LOA|이행계약",
    buy=_BUY,
    sell="판매|수출|매각|공급",
    procured="인도|납품|사업|계획|양산|물량|전력화",
    halt="취소|중단|보류|백지화|철회|파기|동결",
    alter="연기|지연|미뤄|늦춰|앞당|늘리|늘려|줄이|줄여|감축|확대|변경|증액",
    hand_over="인도(?!네시아|양|주의|적)|납품|이관|인수인계",
    receive="인수(?!위|합병)|인계받|넘겨받",
    field="실전 ?배치|배치|전력화|취역",
    won="수주|낙찰",
    sign=either("계약", "이행계약", "수락서", "합의서") + "(?:을|를|에)? ?(?:공식 ?)?" + either("체결", "서명", "맺"),
    bought="(?:구매|도입|구입|주문|발주)했",
    approve="승인|허가|의결|의회에 통보",
    request="공식 ?(?:요청|요구)|공식적으로 요청|요청서",
    weigh=f"(?:{_BUY})(?:하는)?(?: 방안)?(?:을|를)? ?(?:검토|협의|추진 방안|논의|타진|고려)",
    plan=f"(?:{_BUY})(?:하기로|할 (?:계획|방침|예정)|(?:을|를)? ?(?:추진|결정|계획|확정))",
    funds="편성|배정|예산에 반영",
    sums="(?:계약 ?(?:금액|규모)|총사업비|사업비|총액|규모)(?:은|는|이|가)",
    refused="휴전|정전 협정|선수|감독|구단|훈련을",
)

_STATE = "(?: ?(?:정부|국방부|군|육군|공군|해군))?"

LANGUAGE = plain_language(
    "ko",
    _WORDS,
    spaced=False,
    modality_before=((Modality.DENIED, anywhere("아직 [^.]{0,20}$")),),
    modality_after=(
        (Modality.DENIED, anywhere(r"^[^.]{0,25}?(?:부인|사실이 아니|않|못했|없다)")),
        (Modality.POSSIBLE, anywhere(r"^[^.,]{0,20}?(?:가능성|수 있|검토|우려)")),
        (Modality.EXPECTED, anywhere(r"^[^.,]{0,20}?(?:전망|기대|것으로 (?:보인|예상)|예상|목표)")),
        (Modality.SCHEDULED, anywhere(r"^[^.,]{0,20}?(?:예정|계획|방침|할 것|될 것|한다|된다|하기로|받는다)")),
    ),
    clause_break=anywhere(", ", "고 ", "며 "),
    subordinate=anywhere("(?:지만|는데|으나|하며|하고|면서),? "),
    supplier_after=anywhere(
        "^(?:산|제)(?= )", f"^{_STATE}(?:에서|로부터|으로부터)", f"^{_STATE}(?:과|와)(?=[^.]{{0,60}}(?:계약|합의|서명|체결))"
    ),
    buyer_after=anywhere(
        f"^{_STATE}(?:에게|에)(?! 따르|서)(?=[^.]{{0,60}}(?:인도|납품|수출|공급|판매|제공))(?![^.]{{0,60}}요청)", f"^{_STATE}에 대한", "^행"
    ),
    rest=anywhere(""),  # subjects are left out
    no_event=anywhere("연합훈련", "합동훈련", "요격", "격추", r"\?$"),
    object_first=True,
    own_state=("KR", anywhere("(?<![가-힣] )(?<![가-힣])(?:방위사업청|방사청|우리 군|우리 정부)")),
    total=anywhere("합계", "모두 합"),
    military=anywhere("미사일|전투기|국방|방위|방산|육군|해군|공군|전차|자주포|잠수함|호위함|무기|군사|헬기|요격|레이더|탄약"),
)
