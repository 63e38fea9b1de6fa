"""The inquiry desk: what citizens and agencies ask, until they have their answer (Lampiran C).

`receiving` how inquiries come in · `answering` drafts, the gate, what is sent · `ending` close,
dismiss, hand over, write again · `particulars` kind, tone, topic, handler · `lists` the tabs ·
`whole` one inquiry with all that belongs to it · `holding` whose minutes they were · `letter`
the message to another agency · `reply_limits` how long a reply may be · `desk` what the window
shows. Referrals, clocks and agencies have desks of their own.
"""

from typing import TYPE_CHECKING

from app.services.exports import lazily

if TYPE_CHECKING:
    from app.services.inquiries.answering import (
        draft_answer,
        draft_interim_reply,
        record_answer,
        reopen_answer,
        request_approval,
        save_answer,
        send_interim_reply,
        submit_answer,
        submit_interim_reply,
    )
    from app.services.inquiries.desk import (
        DRAFT,
        InquiryView,
        Listing,
        inquiry_view,
        listing,
    )
    from app.services.inquiries.ending import (
        HandOver,
        close,
        dismiss,
        hand_over,
        reopen,
        settle_reminder,
        write_again,
    )
    from app.services.inquiries.holding import Held, Holder
    from app.services.inquiries.letter import ReferralMessage, referral_message
    from app.services.inquiries.lists import (
        Asker,
        InquiryRow,
        PageKey,
        Tab,
        Wanted,
        count_of,
        page,
        tab_counts,
    )
    from app.services.inquiries.particulars import set_handler, set_kind, set_tone, set_topic
    from app.services.inquiries.receiving import (
        Reception,
        make_inquiry_from_comments,
        receive_inquiry,
    )
    from app.services.inquiries.reply_limits import reply_length
    from app.services.inquiries.whole import (
        AnswerRow,
        CommentRow,
        DecidedRow,
        HistoryRow,
        InquiryWhole,
        ReferralRow,
        inquiry,
        inquiry_of,
    )

__all__ = [
    "DRAFT",
    "AnswerRow",
    "Asker",
    "CommentRow",
    "DecidedRow",
    "HandOver",
    "Held",
    "HistoryRow",
    "Holder",
    "InquiryRow",
    "InquiryView",
    "InquiryWhole",
    "Listing",
    "PageKey",
    "Reception",
    "ReferralMessage",
    "ReferralRow",
    "Tab",
    "Wanted",
    "close",
    "count_of",
    "dismiss",
    "draft_answer",
    "draft_interim_reply",
    "hand_over",
    "inquiry",
    "inquiry_of",
    "inquiry_view",
    "listing",
    "make_inquiry_from_comments",
    "page",
    "receive_inquiry",
    "record_answer",
    "referral_message",
    "reopen",
    "reopen_answer",
    "reply_length",
    "request_approval",
    "save_answer",
    "send_interim_reply",
    "set_handler",
    "set_kind",
    "set_tone",
    "set_topic",
    "settle_reminder",
    "submit_answer",
    "submit_interim_reply",
    "tab_counts",
    "write_again",
]

__getattr__ = lazily(
    __name__,
    {
        "answering": (
            "draft_answer",
            "draft_interim_reply",
            "record_answer",
            "reopen_answer",
            "request_approval",
            "save_answer",
            "send_interim_reply",
            "submit_answer",
            "submit_interim_reply",
        ),
        "desk": ("DRAFT", "InquiryView", "Listing", "inquiry_view", "listing"),
        "ending": (
            "HandOver",
            "close",
            "dismiss",
            "hand_over",
            "reopen",
            "settle_reminder",
            "write_again",
        ),
        "holding": ("Held", "Holder"),
        "letter": ("ReferralMessage", "referral_message"),
        "lists": (
            "Asker",
            "InquiryRow",
            "PageKey",
            "Tab",
            "Wanted",
            "count_of",
            "page",
            "tab_counts",
        ),
        "particulars": ("set_handler", "set_kind", "set_tone", "set_topic"),
        "receiving": ("Reception", "make_inquiry_from_comments", "receive_inquiry"),
        "reply_limits": ("reply_length",),
        "whole": (
            "AnswerRow",
            "CommentRow",
            "DecidedRow",
            "HistoryRow",
            "InquiryWhole",
            "ReferralRow",
            "inquiry",
            "inquiry_of",
        ),
    },
)
