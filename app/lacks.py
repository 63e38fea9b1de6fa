"""What a content lacks becomes sentences: in the composer's list as in a refused act."""

from collections.abc import Callable
from datetime import date

from app.language import _, day_text, ngettext, number_text
from app.models.asset import AssetKind
from app.services.contents import Lack, LackCode
from app.services.counting import Cost, CostKind, Problem, ProblemKind
from app.services.media_fit import MediaProblem, MediaProblemKind
from app.services.platforms import Unit

_MEGA = 1_000_000


def lack_text(lack: Lack) -> str:
    """What is lacking, where, and what to do."""
    if isinstance(lack.detail, Problem):
        return f"{lack.where}: {problem_text(lack.detail)}"
    if isinstance(lack.detail, MediaProblem):
        return f"{lack.where}: {media_problem_text(lack.detail)}"
    return _LACKS[lack.code](lack)


_LACKS: dict[LackCode, Callable[[Lack], str]] = {
    LackCode.NO_TITLE: lambda lack: _("Write a title."),
    LackCode.NO_CATEGORY: lambda lack: _("Choose a category (Pasal 7)."),
    LackCode.NO_SOURCE: lambda lack: _("Name the source (Pasal 9 huruf f)."),
    LackCode.SOURCE_NOT_VERIFIED: lambda lack: _("The source is not verified yet."),
    LackCode.NO_VARIANT: lambda lack: _("Choose at least one account."),
    LackCode.UNKNOWN_KIND: lambda lack: (
        _("The kind of post “%(kind)s” is not known here. Remove it.") % {"kind": lack.where}
    ),
    LackCode.NOTHING_SAID: lambda lack: (
        _("%(where)s: write a text or attach a picture.") % {"where": lack.where}
    ),
    LackCode.NO_ALT_TEXT: lambda lack: _no_alt_text(lack),
    LackCode.RIGHTS_END: lambda lack: _rights_end(lack),
    LackCode.RIGHTS_UNKNOWN: lambda lack: _rights_unknown(lack),
    LackCode.PLACEHOLDER: lambda lack: (
        _("%(where)s: {%(name)s} is not filled in yet.")
        % {"where": lack.where, "name": lack.detail}
    ),
    LackCode.NO_CLAIM: lambda lack: _("Write the claim that is explained (Pasal 7 huruf f)."),
    LackCode.NO_EVIDENCE: lambda lack: _("Write the evidence, and where it comes from."),
    LackCode.NO_HOAX_KIND: lambda lack: _("Choose the kind of hoax."),
    LackCode.NO_VERDICT: lambda lack: _("Choose what the check of the claim found."),
}


def _no_alt_text(lack: Lack) -> str:
    words = _("Picture %(n)s has no alt text. Write what can be seen.") % {"n": lack.detail}
    return f"{lack.where}: {words[:1].lower()}{words[1:]}" if lack.where else words


def _rights_end(lack: Lack) -> str:
    until = day_text(lack.detail) if isinstance(lack.detail, date) else ""
    return _("%(where)s: the rights to a picture end on %(day)s, before it goes out.") % {
        "where": lack.where,
        "day": until,
    }


def _rights_unknown(lack: Lack) -> str:
    words = _("The rights to picture %(n)s are not filled in. Do so in Assets.")
    told = words % {"n": lack.detail}
    return f"{lack.where}: {told[:1].lower()}{told[1:]}" if lack.where else told


def problem_text(problem: Problem) -> str:
    """Why a text does not fit: how much is too much, and what weighs more than it looks."""
    sentence = _PROBLEMS[problem.kind](problem)
    if problem.post is not None:
        told = _("post %(n)s: %(problem)s")
        sentence = told % {"n": number_text(problem.post), "problem": sentence}
    why = costs_text(problem.costs)
    return f"{sentence} {why}" if why else sentence


def _too_long(problem: Problem) -> str:
    if problem.unit is Unit.BYTES:
        return ngettext(
            "the text is %(n)s byte too long. Shorten it.",
            "the text is %(n)s bytes too long. Shorten it.",
            problem.over,
        ) % {"n": number_text(problem.over)}
    if problem.divisible:
        words = ngettext(
            "the text is %(n)s character too long. Shorten it, or divide it into a thread.",
            "the text is %(n)s characters too long. Shorten it, or divide it into a thread.",
            problem.over,
        )
    else:
        words = ngettext(
            "the text is %(n)s character too long. Shorten it.",
            "the text is %(n)s characters too long. Shorten it.",
            problem.over,
        )
    return words % {"n": number_text(problem.over)}


def _numbers(problem: Problem) -> dict[str, str]:
    return {
        "found": number_text(problem.found),
        "limit": number_text(problem.limit),
        "over": number_text(problem.over),
    }


_PROBLEMS: dict[ProblemKind, Callable[[Problem], str]] = {
    ProblemKind.TEXT_TOO_LONG: _too_long,
    ProblemKind.TOO_MANY_BYTES: _too_long,
    ProblemKind.TEXT_NOT_SHOWN: lambda problem: _("this kind of post shows no text."),
    ProblemKind.TITLE_TOO_LONG: lambda problem: (
        _("the title is %(over)s characters too long (at most %(limit)s).") % _numbers(problem)
    ),
    ProblemKind.TOO_MANY_HASHTAGS: lambda problem: (
        _("%(found)s hashtags, at most %(limit)s are allowed.") % _numbers(problem)
    ),
    ProblemKind.TOO_MANY_MENTIONS: lambda problem: (
        _("%(found)s mentions, at most %(limit)s are allowed.") % _numbers(problem)
    ),
    ProblemKind.TOO_MANY_LINKS: lambda problem: (
        _("%(found)s links, at most %(limit)s are allowed.") % _numbers(problem)
    ),
    ProblemKind.FORBIDDEN_CHARACTER: lambda problem: (
        _("these characters are not allowed: %(characters)s")
        % {"characters": " ".join(problem.characters)}
    ),
}


def costs_text(costs: tuple[Cost, ...]) -> str:
    """`Counted here: 1 link as 23, 2 emoji as 4.`; empty if all is counted as it looks."""
    if not costs:
        return ""
    told = ", ".join(_COSTS[cost.kind](cost.count) % _cost_facts(cost) for cost in costs)
    return _("Counted here: %(costs)s.") % {"costs": told}


def _cost_facts(cost: Cost) -> dict[str, str]:
    return {"n": number_text(cost.count), "units": number_text(cost.units)}


_COSTS: dict[CostKind, Callable[[int], str]] = {
    CostKind.LINKS: lambda n: ngettext("%(n)s link as %(units)s", "%(n)s links as %(units)s", n),
    CostKind.EMOJI: lambda n: ngettext("%(n)s emoji as %(units)s", "%(n)s emoji as %(units)s", n),
    CostKind.WIDE: lambda n: ngettext(
        "%(n)s wide letter as %(units)s", "%(n)s wide letters as %(units)s", n
    ),
    CostKind.ESCAPES: lambda n: ngettext(
        "%(n)s bracket or sign as %(units)s", "%(n)s brackets or signs as %(units)s", n
    ),
    CostKind.ENCODING: lambda n: ngettext(
        "%(n)s special character as %(units)s", "%(n)s special characters as %(units)s", n
    ),
}


def media_problem_text(problem: MediaProblem) -> str:
    """What about a picture or video does not fit."""
    facts = {
        "n": problem.number or 0,
        "found": number_text(problem.found, 0),
        "limit": number_text(problem.limit, 0),
        "found_mb": number_text(problem.found / _MEGA, 1),
        "limit_mb": number_text(problem.limit / _MEGA, 1),
        "found_ratio": number_text(problem.found, 2),
        "limit_ratio": number_text(problem.limit, 2),
    }
    return _media_words(problem) % facts


def _media_words(problem: MediaProblem) -> str:
    is_video = problem.medium is AssetKind.VIDEO
    return {
        MediaProblemKind.MISSING: _("attach a picture or a video."),
        MediaProblemKind.NOT_TAKEN: (
            _("no video is possible here (number %(n)s).")
            if is_video
            else _("no picture is possible here (number %(n)s).")
        ),
        MediaProblemKind.TOO_MANY: _("%(found)s files, at most %(limit)s are allowed."),
        MediaProblemKind.FORMAT: _("number %(n)s has a format that is converted there."),
        MediaProblemKind.TOO_BIG: _(
            "number %(n)s has %(found_mb)s MB, at most %(limit_mb)s MB are allowed."
        ),
        MediaProblemKind.TOO_SMALL: _("number %(n)s is too small a file."),
        MediaProblemKind.SIZE: _("number %(n)s is scaled there (%(found)s px, limit %(limit)s)."),
        MediaProblemKind.RATIO: _(
            "number %(n)s is cropped there (ratio %(found_ratio)s, limit %(limit_ratio)s)."
        ),
        MediaProblemKind.TOO_SHORT: _("number %(n)s is shorter than %(limit)s seconds."),
        MediaProblemKind.TOO_LONG: _("number %(n)s is longer than %(limit)s seconds."),
        MediaProblemKind.ALT_TEXT_TOO_LONG: _(
            "the alt text of number %(n)s has %(found)s characters, at most %(limit)s are allowed."
        ),
    }[problem.kind]
