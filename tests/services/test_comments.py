"""The comment desk: what is taken in, marked, folded and counted."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.models.comment import Tone
from app.models.content import Content, ContentState
from app.models.measurement import Measure, Measurement
from app.models.search_text import search_text
from app.models.variant import Variant, VariantState
from app.office import Office
from app.resources import resource
from app.services import comments
from app.services.comments import FoldKind, Order, PostComments, Taken, in_order
from app.services.errors import AlreadyThere, BeforeLastEvent, InvalidValue, NotFound, NotPermitted
from app.services.importing.pasted import PastedComments, read_pasted
from app.services.importing.pasted.ages import about_when
from app.services.inquiries.receiving import make_inquiry_from_comments
from app.services.links import canonical
from app.services.transaction import Transaction
from tests.fixed_clock import MORNING, FixedClock
from tests.offices import Colleagues

POST = "https://www.instagram.com/p/DC2BDWkzzLA/?igsh=abc"
KEY = "https://instagram.com/p/DC2BDWkzzLA"
COLUMN = """\
siti.cimahi
3 mgg
mantap
4 suka
Balas
budi_garut
2 mgg
mantap pisan
Balas
siti.cimahi
2 mgg
Kapan dibuka lagi min?
1 suka
Balas
agus.tea
2 mgg
👏👏
Balas
dislitbud.jabar
1 mgg
@siti.cimahi Senin depan, Kak.
Balas
neng.ayu
6 hr
🙏
Balas
kang.ujang
6 hr
👎
Balas
"""


def pasted(text: str = COLUMN) -> PastedComments:
    return read_pasted(text)


def sample(name: str) -> PastedComments:
    return read_pasted(resource("demo", "komentar", name).read_text(encoding="utf-8"))


@pytest.fixture
def taken(office: Office) -> Taken:
    return office.act(comments.take_pasted, pasted(), address=POST)


def shown(office: Office) -> PostComments:
    return office.read(comments.comments_of, KEY)


def id_of(office: Office, text: str) -> int:
    return next(row.id for row in shown(office).comments if row.text == text)


def published(tx: Transaction) -> int:
    content = Content(
        reference=tx.next_reference("KTN"),
        title="Pendaftaran dibuka",
        text="Daftar sekarang!",
        search_text=search_text("Pendaftaran dibuka"),
        state=ContentState.RECORDED,
        created_at=tx.now,
    )
    tx.session.add(content)
    tx.session.flush()
    variant = Variant(
        content_id=content.id,
        account_id=1,
        post_kind="instagram_feed",
        state=VariantState.PUBLISHED,
        published_at=tx.now,
        proof_url=POST,
        post_key=canonical(POST),
    )
    tx.session.add(variant)
    tx.session.flush()
    return variant.id


def test_pasted_comments_are_kept_under_the_canonical_link(office: Office, taken: Taken) -> None:
    rows = shown(office).comments

    assert taken == Taken(KEY, new=7, known=0, own=1)
    assert [row.handle for row in rows][:2] == ["siti.cimahi", "budi_garut"]
    assert (rows[0].likes, rows[0].written_age, rows[0].written_at) == (4, "3 mgg", None)
    assert [row.handle for row in rows if row.is_own] == ["dislitbud.jabar"]


def test_ages_count_from_the_day_of_copying(office: Office) -> None:
    copied = MORNING - timedelta(days=10)

    office.act(comments.take_pasted, pasted(), address=POST, copied_at=copied)

    first = shown(office).comments[0]
    assert (first.written_at, first.seen_at) == (None, copied)
    assert first.written_about_at == copied - timedelta(weeks=3)


def test_nothing_was_written_before_its_post(office: Office) -> None:
    office.act(published)

    office.act(comments.take_pasted, pasted(), address=POST)

    abouts = {row.written_about_at for row in shown(office).comments}
    assert abouts == {MORNING}


@pytest.mark.parametrize("days", [-1, 1])
def test_comments_are_copied_after_the_post_and_before_now(office: Office, days: int) -> None:
    office.act(published)

    with pytest.raises(BeforeLastEvent):
        office.act(
            comments.take_pasted,
            pasted(),
            address=POST,
            copied_at=MORNING + timedelta(days=days),
        )


def test_how_many_months_are_only_about_known_is_told(office: Office) -> None:
    column = "satu\n2 mgg\na\nBalas\ndua\n2 hr\nb\nBalas\ntiga\n1 th\nc\nBalas\n"

    understood = office.read(comments.understand_pasted, column, MORNING)

    assert (len(understood.pasted.comments), understood.month_unknown) == (3, 2)


def titles(office: Office, words: str) -> list[str | None]:
    return [post.title for post in office.read(comments.find_posts, words)]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "pendaftaran",
        "dibuka ig",
        "DISLITBUD.jabar",
        "DC2BDW",
        "20 nov",
        "November 2026",
        "20-11-2026",
        "2026 pendaftaran",
        POST,
    ],
)
def test_a_post_is_found_by_title_account_link_and_day(office: Office, words: str) -> None:
    office.act(published)

    assert titles(office, words) == ["Pendaftaran dibuka"]


@pytest.mark.parametrize("words", ["ditutup", "fb", "21 nov", "Oktober 2026", "2025", "30 feb"])
def test_a_post_is_not_found_by_other_words_and_days(office: Office, words: str) -> None:
    office.act(published)

    assert titles(office, words) == []


def test_posts_outside_the_calendar_are_found_by_their_comments_or_their_address(
    office: Office, taken: Taken
) -> None:
    known = office.read(comments.find_posts, "DC2BDW")
    new = office.read(comments.find_posts, "https://youtu.be/dJ4fAFbhScI?si=x")

    assert [(post.key, post.title, post.handle) for post in known] == [
        (KEY, None, "dislitbud.jabar")
    ]
    assert [(post.key, post.platform) for post in new] == [
        ("https://youtube.com/watch?v=dJ4fAFbhScI", "youtube")
    ]


def test_a_post_without_a_link_is_listed_without_a_key(office: Office) -> None:
    def without_link(tx: Transaction) -> None:
        variant = tx.session.get_one(Variant, published(tx))
        variant.is_history, variant.proof_url, variant.post_key = True, None, None

    office.act(without_link)

    (post,) = office.read(comments.find_posts, "pendaftaran")
    assert (post.key, post.variant_id) == (None, 1)


def test_the_newest_posts_come_first_however_many_there_are(office: Office) -> None:
    def many(tx: Transaction) -> None:
        for number in range(40):
            variant = tx.session.get_one(Variant, published(tx))
            variant.published_at = MORNING - timedelta(days=number)
            variant.post_key = f"https://instagram.com/p/{number}"

    office.act(many)

    newest = office.read(comments.find_posts, "", 30)
    oldest = office.read(comments.find_posts, "/p/39 pendaftaran")
    assert [post.published_at for post in newest] == [
        MORNING - timedelta(days=number) for number in range(30)
    ]
    assert [post.key for post in oldest] == ["https://instagram.com/p/39"]


def test_the_same_column_days_later_brings_only_what_is_new(
    office: Office, taken: Taken, clock: FixedClock
) -> None:
    clock.advance(days=3)
    later = COLUMN.replace("4 suka", "9 suka").replace("3 mgg", "1 bln")

    again = office.act(
        comments.take_pasted, pasted(later + "baru.ikut\n1 hr\nhadir\nBalas\n"), address=POST
    )

    rows = shown(office).comments
    assert (again.new, again.known) == (1, 7)
    assert len(rows) == 8
    assert rows[0].likes == 9
    assert rows[0].seen_at == MORNING


def test_what_would_be_taken_is_told_before_anything_is_stored(office: Office) -> None:
    column = pasted(COLUMN + "neng.ayu\n1 hr\n🙏\nBalas\n")

    foreseen = office.read(comments.compare_pasted, column, None, POST)

    assert foreseen == Taken(KEY, new=7, known=1, own=1)
    assert shown(office).comments == ()
    assert office.act(comments.take_pasted, column, address=POST) == foreseen


def test_all_samples_and_the_same_again(office: Office) -> None:
    posts = {
        "instagram-tempel.txt": POST,
        "facebook-tempel.txt": "https://www.facebook.com/DishubJabarContoh/posts/pfbid0ypbkohT",
        "youtube-paste.txt": "https://www.youtube.com/watch?v=dJ4fAFbhScI",
        "tiktok-tempel.txt": "https://www.tiktok.com/@dishubjabar.contoh/video/7562612131707713462",
    }

    first = [
        office.act(comments.take_pasted, sample(name), address=url) for name, url in posts.items()
    ]
    second = [
        office.act(comments.take_pasted, sample(name), address=url) for name, url in posts.items()
    ]

    assert [taken.new for taken in first] == [117, 59, 39, 39]
    assert [taken.new for taken in second] == [0, 0, 0, 0]
    assert [row.comments for row in office.read(comments.posts_with_comments)] == [
        taken.new - taken.own for taken in sorted(first, key=lambda taken: taken.post_key)
    ]


def test_a_long_text_that_was_cut_is_completed_and_not_counted_twice(office: Office) -> None:
    cut = "Rudi\nSaya 22 tahun menyopir, baru kali ini... Lihat selengkapnya\n1 mgg\nSuka\nBalas\n"
    whole = cut.replace("... Lihat selengkapnya", " dikumpulkan.")

    for text in (cut, whole, cut):
        office.act(comments.take_pasted, pasted(text), address="https://www.facebook.com/k/posts/1")

    (row,) = office.read(comments.comments_of, "https://facebook.com/k/posts/1").comments
    assert row.text == "Saya 22 tahun menyopir, baru kali ini dikumpulkan."
    assert not row.is_incomplete


def test_a_post_of_the_calendar_is_found_by_its_address_or_chosen(office: Office) -> None:
    variant_id = office.act(published)

    office.act(comments.take_pasted, pasted(), address=POST)
    again = office.act(comments.take_pasted, pasted(), variant_id=variant_id)

    post = shown(office).post
    assert again.known == 7
    assert (post.title, post.handle, post.text) == (
        "Pendaftaran dibuka",
        "dislitbud.jabar",
        "Daftar sekarang!",
    )
    assert office.read(comments.posts_with_comments)[0].title == "Pendaftaran dibuka"


@pytest.mark.parametrize("address", ["", "bukan alamat"])
def test_without_a_post_nothing_is_taken(office: Office, address: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        office.act(comments.take_pasted, pasted(), address=address)

    assert refused.value.field == "address"


def test_a_variant_that_is_not_there(office: Office) -> None:
    with pytest.raises(NotFound):
        office.act(comments.take_pasted, pasted(), variant_id=4711)


def test_a_mark_keeps_who_gave_it(office: Office, taken: Taken, colleagues: Colleagues) -> None:
    colleagues.sit_down(office, "cecep")

    office.act(comments.mark_comments, [id_of(office, "👎")], Tone.NEGATIVE)

    row = next(row for row in shown(office).comments if row.text == "👎")
    assert (row.tone, row.marked_by) == (Tone.NEGATIVE, "Kang Cecep")
    assert shown(office).tally == comments.Tally(0, 0, 1, 5, 0)


def test_undo_puts_back_what_was_there_and_who_had_said_so(
    office: Office, taken: Taken, colleagues: Colleagues
) -> None:
    comment_id = id_of(office, "mantap")
    colleagues.sit_down(office, "cecep")
    office.act(comments.mark_comments, [comment_id], Tone.POSITIVE)
    colleagues.sit_down(office, "rina")
    before = office.act(comments.mark_comments, [comment_id], Tone.NEUTRAL)

    put_back = office.act(comments.put_back_marks, before)

    row = next(row for row in shown(office).comments if row.id == comment_id)
    assert put_back == 1
    assert (row.tone, row.marked_by) == (Tone.POSITIVE, "Kang Cecep")


def test_undo_leaves_alone_what_a_colleague_marked_since(
    office: Office, taken: Taken, colleagues: Colleagues
) -> None:
    comment_id = id_of(office, "mantap")
    before = office.act(comments.mark_comments, [comment_id], Tone.NEUTRAL)
    colleagues.sit_down(office, "cecep")
    office.act(comments.mark_comments, [comment_id], Tone.POSITIVE)
    colleagues.sit_down(office, "rina")

    put_back = office.act(comments.put_back_marks, before)

    assert put_back == 0
    assert shown(office).comments[0].tone is Tone.POSITIVE


def test_our_own_lines_get_no_tone(office: Office, taken: Taken) -> None:
    own = next(row.id for row in shown(office).comments if row.is_own)

    with pytest.raises(InvalidValue):
        office.act(comments.mark_comments, [own, id_of(office, "mantap")], Tone.POSITIVE)

    assert shown(office).tally.marked == 0


@pytest.mark.parametrize("who", ["tatang", "euis"])
def test_who_decides_does_not_mark(
    office: Office, taken: Taken, colleagues: Colleagues, who: str
) -> None:
    comment_id = id_of(office, "mantap")
    colleagues.sit_down(office, who)

    with pytest.raises(NotPermitted):
        office.act(comments.mark_comments, [comment_id], Tone.POSITIVE)


def test_alike_and_emoji_only_comments_fold(office: Office, taken: Taken) -> None:
    folds = comments.folded(shown(office).comments)

    assert [(fold.kind, len(fold.comments)) for fold in folds] == [
        (FoldKind.ALIKE, 2),
        (FoldKind.SINGLE, 1),
        (FoldKind.EMOJI, 2),
        (FoldKind.SINGLE, 1),
        (FoldKind.SINGLE, 1),
    ]
    assert folds[0].examples == ("mantap", "mantap pisan")
    assert folds[2].examples == ("👏", "🙏")
    assert [len(fold.comments) for fold in comments.unfolded(folds[0])] == [1, 1]


def test_comments_are_put_in_order_by_about_when_they_were_written(
    office: Office, taken: Taken
) -> None:
    rows = shown(office).comments

    oldest = [row.written_age for row in in_order(rows, Order.OLDEST)]
    newest = [row.written_age for row in in_order(rows, Order.NEWEST)]

    assert oldest == ["3 mgg", "2 mgg", "2 mgg", "2 mgg", "1 mgg", "6 hr", "6 hr"]
    assert newest[0] == "6 hr"
    assert in_order(rows, Order.MOST_LIKED)[0].likes == 4


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        ("3 mgg", datetime(2026, 10, 30, 2, 30, tzinfo=UTC)),
        ("20 j", datetime(2026, 11, 19, 6, 30, tzinfo=UTC)),
        ("2 months ago", datetime(2026, 9, 21, 2, 30, tzinfo=UTC)),
        ("8-10", datetime(2026, 8, 9, 17, tzinfo=UTC)),
        ("12-24", datetime(2025, 12, 23, 17, tzinfo=UTC)),
        ("2024-2-29", datetime(2024, 2, 28, 17, tzinfo=UTC)),
        ("2-30", None),
        ("baru saja", None),
    ],
)
def test_about_when_something_was_written(age: str, expected: datetime | None) -> None:
    assert about_when(age, MORNING) == expected


def test_one_mark_is_for_all_of_a_fold(office: Office, taken: Taken) -> None:
    fold = comments.folded(shown(office).comments)[0]

    office.act(comments.mark_comments, fold.ids, Tone.POSITIVE)

    marked = comments.folded(shown(office).comments)[0]
    assert (marked.tone, marked.is_marked) == (Tone.POSITIVE, True)
    assert shown(office).tally.positive == 2


def test_a_comment_becomes_an_inquiry_and_says_so(office: Office, taken: Taken) -> None:
    question = id_of(office, "Kapan dibuka lagi min?")

    office.act(make_inquiry_from_comments, [question])

    row = next(row for row in shown(office).comments if row.id == question)
    assert row.inquiry_reference == "INQ-2026-000001"
    assert shown(office).tally.inquiries == 1
    with pytest.raises(AlreadyThere):
        office.act(make_inquiry_from_comments, [question])


def test_figures_stand_beside_the_comments_and_the_newest_counts(
    office: Office, taken: Taken
) -> None:
    def measured(tx: Transaction, value: float, day: int) -> None:
        tx.session.add(
            Measurement(
                account_id=1,
                post_key=KEY,
                measure=Measure.LIKES,
                value=value,
                from_on=MORNING.date().replace(day=day),
                until_on=MORNING.date().replace(day=day),
                as_of=MORNING.date().replace(day=day),
            )
        )
        tx.audit("import", "measurement")

    office.act(measured, 20, 19)
    office.act(measured, 10, 18)

    post = shown(office).post
    assert post.figures == {Measure.LIKES: 20}
    assert post.figures_as_of == MORNING.date().replace(day=19)


def test_reading_a_post_takes_as_many_statements_whatever_it_holds(
    office: Office, taken: Taken
) -> None:
    few, many = Statements(), Statements()
    office.read(few.of, KEY)
    office.act(comments.take_pasted, sample("instagram-tempel.txt"), address=POST)

    rows = office.read(many.of, KEY).comments

    assert len(rows) == 7 + 117
    assert len(many.seen) == len(few.seen)


class Statements:
    """What a query asks of the database."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def of(self, session: Session, key: str) -> PostComments:
        engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", self._note)
        try:
            return comments.comments_of(session, key)
        finally:
            event.remove(engine, "before_cursor_execute", self._note)

    def _note(self, _connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        self.seen.append(statement)
