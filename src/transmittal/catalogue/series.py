"""The series of model numbers, family by family. A line is one series; it must match the whole number. Tried in this order.

source: DoD 4120.15-L (mission design series), MIL-STD-196 (JETDS), and the makers' own series.
"""

import re

# Mission and type letters of aircraft in use; prefixes of missiles, of stores and launchers; JETDS codes that are printed without "AN/".
AIRCRAFT = (
    "A B C E F H K L O P Q R S T U V X AC AH AT AV CH CMV CV DC EA EB EC EF EH EP F/A HC HH KA KC LC MC MH MQ MV NKC OA OC OH OV "
    "QF RC RF RQ SH TC TE TF TG TH UC UH VC VH WC XQ YF YFQ EMB ERJ"
)
MISSILE = "AIM AGM ADM ATM CATM DATM RGM RIM RTM UGM UTM MIM MGM FIM BGM LGM RUM RUR AQM BQM MQM XAGM CAGM AUM ASM SM PAC"
STORE = (
    "GBU CBU BLU BDU BSU MAU MXU KMU FMU JAU WGU WDU CXU SUU LAU BRU MJU PGU DSU FZU GAU ADU AKU CNU CCU TRU MHU BBU KYK KY KIV "
    "KG ARD MBU RR PAU LUU FCU MAK HGU"
)
JETDS = (
    "AAR AAQ AAS AES ALE ALQ ALR APG APN APQ APR APS APX APY AQS ARC ARN ASN ASQ AVS AWG AXQ AYK BLQ BQQ BYG GPN GRC GSQ GYQ MPQ "
    "MPN MSQ PAS PEQ PPS PRC PSN PSQ PVS PYQ SEQ SLQ SPG SPN SPQ SPS SPY SQQ SQR SQS SRC SSQ SWG SYQ TAS TPN TPQ TPS TPY TRC TSC "
    "TSQ TYQ UPX USC USQ UYK UYQ UYS VRC VAS VVS VLQ VPS VSQ WLQ WSN ZSQ SAY MLQ TLQ ULQ PLM UMQ TMQ FPS FPQ GPQ FSQ"
)
_VERSION = r"(?:\(V\)\d{0,2}[A-Z]?(?:/[A-Z])?)?"


def _one_of(codes: str) -> str:
    return f"(?:{codes.replace(' ', '|')})"


SERIES: dict[str, tuple[str, ...]] = {
    "missile": (rf"{_one_of(MISSILE)}-\d{{1,3}}[A-Z]{{0,2}}\d?(?:/[A-Z]{{1,2}})?(?:-\d{{1,2}})?[A-Z]?",),
    "store": (rf"{_one_of(STORE)}-\d{{1,3}}[A-Z]{{0,2}}(?:\(V\)\d{{0,2}})?(?:/[A-Z]{{1,2}})?(?:-\d{{1,2}})?",),
    "JETDS": (
        rf"AN/[A-Z]{{3}}-\d{{1,3}}[A-Z]{{0,2}}(?:-[A-Z])?{_VERSION}(?:/[A-Z])?",
        rf"{_one_of(JETDS)}-\d{{1,3}}[A-Z]{{0,2}}{_VERSION}",
    ),
    "engine": (
        r"(?:F|J|T|TF|TFE)\d{2,4}-[A-Z]{1,3}-\d{1,4}[A-Z]{0,3}",
        r"T\d{2,3}-\d{1,4}[A-Z]{0,2}",
        r"CT7-\d[A-Z]?\d?",
        r"CFM56-\d[A-Z]{0,2}\d?",
        r"AE ?(?:1107|2100|3007)[A-Z]?\d?",
        r"PT6[A-Z](?:-\d{1,3}[A-Z]?(?:/\d{1,2})?)?",
        r"PW\d{3,4}[A-Z]?",
        r"LM2500",
        r"EJ200",
        r"M88-\d[A-Z]?",
        r"AL-\d{2}[A-Z]{0,2}",
        r"RD-(?:33|93)[A-Z]{0,2}",
        r"WS-\d{1,2}[A-Z]?",
        r"GE38-1B",
        r"MT30",
        r"MTU ?\d{3,4}",
        r"TFE?731-\d{1,2}",
        r"F(?:404|414|110|100|119|135|136|125|124)",
    ),
    "Russian": (
        r"S-(?:75|125|200|300|350|400|500)[A-Z]{0,4}\d?(?:-\d)?",
        r"(?:Su|SU|Tu|TU|Il|IL|Be|BE|Yak|YAK|An|Mi|MI|Ka|KA|MiG|MIG)-\d{1,3}[A-Z]{0,4}\d?(?:-\d{1,2}[A-Z]?)?",
        r"T-(?:14|54|55|62|64|72|80|84|90)[A-Z]{0,2}\d{0,2}[A-Z]{0,2}",
        r"(?:BMP|BMD|BTR|BRDM|BM|RPG|AK|Kh|KH|RPO|TOS|AGS|PKP)-\d{1,3}[A-Z]{0,3}\d?",
        r"9[AFKM]-?\d{2,4}[A-Z]?\d?",
        r"2[ABKS]\d{1,2}[A-Z]?\d?",
        r"3M-?\d{2}[A-Z]?\d?",
        r"R-(?:27|37|60|73|77)[A-Z]{0,2}",
    ),
    "Chinese": (
        r"J-(?:7|8|10|11|15|16|20|35|31)[A-Z]{0,3}",
        r"JF-17[A-Z]?",
        r"JH-7[A-Z]?",
        r"H-6[A-Z]{0,2}",
        r"HQ-\d{1,2}[A-Z]{0,2}",
        r"VT-?\d{1,2}[A-Z]?",
        r"VN-?\d{1,2}[A-Z]?",
        r"(?:YJ|CJ|DF|PL|LY|FD|FK|FM|FN|HJ|QW|KJ|GJ|WZ|CM|KD|TL|LD|YLC|JY|PHL|PLZ|PCL|SH|WL|AR|ZTZ|ZTQ|ZBD|ZBL|HHQ|FTC)-(?:\d{1,2}[A-Z]{1,2}|\d{1,4})",
        r"CH-[3-7][A-Z]?",
        r"Z-(?:8|9|10|19|20)[A-Z]{0,3}",
        r"Y-(?:7|8|9|12|20)[A-Z]{0,3}",
        r"L-15[A-Z]?",
        r"K-8[A-Z]{0,2}",
        r"C-(?:70[14]|80[123])[A-Z]{0,2}",
    ),
    "MDS aircraft": (rf"{_one_of(AIRCRAFT)}-\d{{1,3}}[A-Z]{{0,2}}(?:-\d{{1,3}})?(?:/[A-Z]{{1,2}})?(?:\+\+?)?",),
    "army nomenclature": (r"X?M[1-9]\d{0,3}(?:A\d{1,2})?[A-Z]{0,3}\d?(?:/A\d)?(?: SEP(?: ?[vV]\d)?)?",),
    "type number": (r"Type[ -]\d{2,4}[A-Z]{0,3}(?:/\d{1,3})?",),
    "mark": (r"M[kK]\.?[ -]?\d{1,3}[A-Z]?(?: Mod \d)?",),
    "other": (
        r"K\d{1,3}(?:A\d)?[A-Z]{0,3}",
        r"L(?:[1-9]\d{1,2})(?:A\d{1,2})?",
        r"PzH ?2000",
        r"CV-?90\d{0,2}(?:[A-Z]{1,3})?",
        r"NH-?90",
        r"BVS-?10",
        r"A(?:310|319|321|330|400)M?(?: MRTT\+?)?",
        r"H(?:125|130|135|145|155|160|175|215|225)M?",
        r"(?:AS|SA)-?[35]\d{2}[A-Z]{0,2}\d?",
        r"EC-?[167]\d{2}[A-Z]{0,2}\d?",
        r"AW-?(?:101|109|119|139|149|159|169|189)[A-Z]{0,2}",
        r"ATR[ -](?:42|72)(?:-\d{3})?",
        r"CN-?235(?:-\d{3})?[A-Z]?",
        r"C-?(?:212|235|295|390)[A-Z]{0,2}",
        r"JAS[ -]?39[A-Z]?(?:/[A-Z])?",
        r"RBS[ -]?\d{2}(?: ?NG)?",
        r"(?:KF|FA|TA|KT|KUH|LAH|KM|KP|KDX|KSS)-?\d{1,2}[A-Z]{0,3}",
        r"K?T-50[A-Z]{0,2}",
        r"TB-?[23]",
        r"T-?129[A-Z]?",
        r"PC-\d{1,2}[A-Z]?",
        r"M-346(?:[A-Z]{1,2})?",
        r"DHC-\d",
        r"G(?:280|450|500|550|600|650)",
        r"S-(?:61|65|70|76|92|100|97)[A-Z]?i?",
        r"CL-?[24]15",
        r"Do[ -]?228(?:NG)?",
        r"P-?180",
        r"EMB[ -]?\d{3}",
        r"TPz ?1[A-Z]\d",
        r"BK[ -]?117",
        r"RG-?(?:31|32|33|35)[A-Z]?",
        r"MD-?5\d\d[A-Z]?",
        r"FH-?70",
        r"2R2M",
        r"D-30",
        r"Mk[IV]{1,3}",
        r"VL-?\d",
        r"US-2",
        r"P-1",
        r"C-2",
        r"SH-60[KLJ]",
        r"UH-2",
        r"F-2",
    ),
}

FAMILIES: tuple[tuple[str, re.Pattern[str]], ...] = tuple((family, re.compile("|".join(series))) for family, series in SERIES.items())
