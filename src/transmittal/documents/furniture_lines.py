"""Lines that stand alone in a text and are furniture of the site it comes from, in the main languages."""

import re

_LONGEST = 90  # characters; furniture lines are short
_STOPS = frozenset(".,;]")  # at the end of a line of the text itself

# After one of these, alone on its line in the later part of a text, nothing of the article follows.
_CLOSING = re.compile(
    r"(?:previous (?:article|post|story)|next (?:article|post|story|up)|(?:leave|"
    r"write|post|add) (?:a|your) (?:reply|comment)s?(?: cancel reply)?|"
    r"related (?:articles?|posts?|stor(?:y|ies)|news|content|topics|coverage|reading|links|releases|documents)|"
    r"(?:read|see) (?:also|more|next)|more (?:from|on|stories|news|articles|like this)\b.{0,50}|"
    r"most (?:read|popular|viewed|shared)|"
    r"you (?:may|might) (?:also )?(?:like|be interested in|have missed|enjoy).{0,20}|recommended(?: for you| stories| reading)?|"
    r"also (?:read|on|in the news).{0,30}|"
    r"(?:latest|breaking|top|trending|other|popular) (?:news|stories|articles|posts|headlines)|trending(?: now)?|"
    r"comments(?: \(\d{1,5}\))?|\d{1,5} comments?|comments are closed|join the (?:discussion|conversation)|"
    r"share (?:this|on|via|article|the (?:article|story)).{0,30}|about the authors?|"
    r"newsletters?|sign up (?:for|to).{0,40}|subscribe(?: (?:to|now|for)\b.{0,40})?|"
    r"follow us(?: on.{0,30})?|filed under.{0,40}|back to top|advertisement|sponsored(?: content)?|"
    r"(?:vorheriger|nächster|ähnliche|weitere|verwandte) (?:artikel|beiträge?|themen)|"
    r"mehr zum thema|lesen sie auch|auch interessant|"
    r"(?:einen )?kommentar (?:schreiben|verfassen|hinterlassen)|kommentare|das könnte sie auch interessieren|"
    r"(?:article|articles) (?:précédents?|suivants?|liés|similaires)|"
    r"à lire aussi|lire aussi|voir aussi|sur le même (?:sujet|thème)|"
    r"laisser un commentaire|commentaires|partager(?: (?:cet|l['’])article)?|"
    r"(?:artículo|entrada|noticia)s? (?:anterior|siguiente|relacionad[oa]s?)|"
    r"noticias relacionadas|lea también|leer más|te puede interesar|"
    r"deja(?:r)? (?:un comentario|una respuesta)|comentarios|compartir|"
    r"articol[oi] (?:precedente|successivo|correlati)|leggi anche|"
    r"potrebbe interessarti(?: anche)?|lascia un commento|commenti|condividi|"
    r"(?:artigo|post|notícia)s? (?:anterior|seguinte|relacionad[oa]s?)|leia (?:também|mais)|"
    r"você (?:também )?pode gostar.{0,5}|deixe (?:um comentário|uma resposta)|"
    r"comentários|compartilh(?:e|ar)|(?:poprzedni|następny) (?:artykuł|wpis)|"
    r"czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|"
    r"powiązane(?: artykuły)?|dodaj komentarz|komentarze|udostępnij|"
    r"читайте также|читать далее|по теме|похожие (?:новости|статьи)|"
    r"комментарии|оставить комментарий|поделиться|предыдущая (?:статья|запись)|"
    r"следующая (?:статья|запись)|читайте також|коментарі|поділитися|схожі новини|"
    r"関連記事|関連ニュース|あわせて読みたい|前の記事|次の記事|コメント(?:する|を書く)?|シェア(?:する)?|"
    r"相关(?:文章|新闻|阅读)|相關(?:文章|新聞|閱讀)|延伸閱讀|延伸阅读|上一篇|"
    r"下一篇|评论|評論|留言|分享|관련 ?기사|댓글|이전 기사|다음 기사|공유하기)"
    r"\s{0,3}[:：.…»>|]{0,4}",
    re.IGNORECASE,
)
# Alone on a line, these are dropped wherever they stand.
_STRAY = re.compile(
    r"(?:advertisement|advertising|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|reklama|реклама|広告|广告|廣告|광고|"
    r"story continues below(?: advertisement)?|article continues below.{0,30}|"
    r"continue reading.{0,40}|skip to (?:main )?content.{0,30}|"
    r"text size|print(?: this)?(?: (?:article|page))?|e-?mail(?: this)?(?: article)?|share(?: (?:this|on) .{0,30}| this)?|tweet|"
    r"(?:print|e-?mail|share|facebook|twitter|x|tweet|whatsapp|linkedin|"
    r"copy link|pin|pinterest|telegram|reddit|save|like|comments?)"
    r"(?:\s{0,3}[|/·•,]?\s{0,3}(?:print|e-?mail|share|facebook|twitter|x|tweet|whatsapp|"
    r"linkedin|copy link|pin|pinterest|telegram|reddit|save|like|comments?)){1,9}|"
    r"(?:click|tap) here to .{0,50}|sign in|log in|accept(?: all)?(?: cookies)?|"
    r"enlarge(?: image| this image)?|loading\.{0,3}|close|toggle .{0,20}|"
    r"(?:read|see) (?:also|more)|lesen sie auch|lire aussi|lea también|"
    r"leggi anche|leia também|czytaj też|читайте также)\s{0,3}[:：.…»>|]{0,4}",
    re.IGNORECASE,
)

# A line that begins like this points elsewhere: to other articles, to tags, to an account or a newsletter.
_POINTING = re.compile(
    r"(?:(?:read|see|watch|listen)(?: (?:more|also|next))|also read|more on this|related(?: (?:article|story|content))?|don[’']?t miss|"
    r"(?:lesen|sehen) sie (?:auch|mehr)|mehr zum thema|(?:à )?lire (?:aussi|également)|voir aussi|le[ae] también|lee también|leggi anche|"
    r"leia (?:também|mais)|veja também|czytaj (?:też|także|również|więcej)|"
    r"zobacz (?:też|także)|читайте (?:также|також)|关联阅读|延伸閱讀|関連記事|"
    r"tags?|filed under|keywords|schlagw[oö]rter|schlagworte|mots[- ]clés|etiquetas|теги)\s{0,2}[:：|]\s{0,3}\S|"
    r"tags?\s(?=[^.,]{1,60}(?:,[^.,]{1,60}){2})|"
    r"follow (?:us|him|her|them|@\w{1,30})\b.{0,60}\b(?:twitter|facebook|instagram|linkedin|x)\b|"
    r"(?:sign up|subscribe|register) (?:to|for)\b.{0,120}\b(?:newsletters?|alerts?|inbox|channel|podcast)\b|"
    r"(?:click|tap) here\b|get the latest\b.{0,80}\binbox\b",
    re.IGNORECASE,
)
_LONGEST_POINTER = 260


def points_elsewhere(line: str) -> bool:
    """Whether a whole block only leads to something else."""
    return len(line) <= _LONGEST_POINTER and _POINTING.match(line) is not None


def closes(line: str) -> bool:
    """Whether the article has ended when this line stands alone."""
    return len(line) <= _LONGEST and _CLOSING.fullmatch(line) is not None


def stray(line: str) -> bool:
    """Whether this line is furniture wherever it stands."""
    return len(line) <= _LONGEST and line[-1:] not in _STOPS and _STRAY.fullmatch(line) is not None
