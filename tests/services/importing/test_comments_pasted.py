"""Comment columns copied from a web page: every figure that the samples' description names."""

import csv
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.resources import resource
from app.services.comment_text import is_emoji_only
from app.services.importing.pasted import NoCommentsFound, PastedComments, read_pasted


@dataclass(frozen=True)
class Figures:
    """What the description of the samples says of one file."""

    platform: str
    comments: int
    authors: int
    replies: int
    own: int
    emoji_only: int
    repeats: int
    several_lines: int
    hidden_replies: int


# The replies are those that can be told from place and first word. The samples hold one more on
# Instagram and two more on Facebook: the last of their threads, naming nobody.
SAMPLES = {
    "instagram-tempel.txt": Figures("instagram", 120, 71, 31 - 1, 10, 12, 3, 1, 2 + 4 + 6),
    "facebook-tempel.txt": Figures("facebook", 60, 38, 19 - 2, 7, 3, 1, 1, 24),
    "youtube-paste.txt": Figures("youtube", 40, 27, 10, 4, 2, 1, 2, 1),
    "tiktok-tempel.txt": Figures("tiktok", 40, 21, 10, 4, 4, 1, 1, 0),
}


def sample(name: str) -> str:
    return resource("demo", "komentar", name).read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", SAMPLES)
def test_every_figure_of_a_sample(name: str) -> None:
    pasted = read_pasted(sample(name))

    comments = pasted.comments
    assert (
        Figures(
            platform=pasted.platform,
            comments=len(comments),
            authors=len({comment.author for comment in comments}),
            replies=sum(comment.is_reply_guess for comment in comments),
            own=sum(comment.is_own for comment in comments),
            emoji_only=sum(is_emoji_only(comment.text) for comment in comments),
            repeats=pasted.repeats,
            several_lines=sum("\n" in comment.text for comment in comments),
            hidden_replies=pasted.hidden_replies,
        )
        == SAMPLES[name]
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_line_ends_of_any_system_make_no_difference(name: str) -> None:
    plain = sample(name).replace("\r\n", "\n")

    assert read_pasted(plain.replace("\n", "\r\n")) == read_pasted(plain)


def test_instagram_agrees_with_what_a_careful_person_read() -> None:
    comments = read_pasted(sample("instagram-tempel.txt")).comments
    with resource("demo", "komentar", "sifat-acuan.csv").open(encoding="utf-8-sig") as file:
        judged = [row for row in csv.DictReader(file) if row["berkas"] == "instagram-tempel.txt"]

    read = [comments[int(row["no"]) - 1] for row in judged]

    assert len(judged) == 107
    assert [(comment.author, comment.text) for comment in read] == [
        (row["penulis"], row["komentar"].replace("\r\n", "\n")) for row in judged
    ]


def test_the_caption_of_the_post_is_left_out_and_shown() -> None:
    pasted = read_pasted(sample("instagram-tempel.txt"))

    assert "🎉 MUDIK GRATIS 2026 DIBUKA!" in pasted.left_out
    assert all("DIBUKA" not in comment.text for comment in pasted.comments)
    assert pasted.comments[0].is_pinned
    assert pasted.comments[0].is_own


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_that_was_left_out_is_a_button(name: str) -> None:
    buttons = {"Balas", "Suka", "Reply", "Lihat terjemahan", "Opsi Komentar", "Sembunyikan balasan"}

    assert not buttons & set(read_pasted(sample(name)).left_out)


def test_likes_are_counted_also_where_they_are_abbreviated() -> None:
    instagram = read_pasted(sample("instagram-tempel.txt")).comments
    tiktok = read_pasted(sample("tiktok-tempel.txt")).comments
    youtube = read_pasted(sample("youtube-paste.txt")).comments
    facebook = read_pasted(sample("facebook-tempel.txt")).comments

    assert [comment.likes for comment in instagram[:4]] == [48, 12, 5, None]
    assert next(c for c in instagram if c.author == "ratih.kusumaw").likes == 3
    assert tiktok[1].likes == 1200
    assert youtube[0].likes == 64
    assert [comment.likes for comment in facebook[:3]] == [31, 44, 12]


def test_ages_are_kept_as_the_site_wrote_them() -> None:
    ages = {comment.age_text for name in SAMPLES for comment in read_pasted(sample(name)).comments}

    assert {"3 mgg", "20 j", "6 hr", "2 months ago", "8-10", "4 hr yang lalu"} <= ages
    assert "" not in ages


def test_time_stamps_and_paragraphs_of_youtube_are_text() -> None:
    texts = [comment.text for comment in read_pasted(sample("youtube-paste.txt")).comments]

    assert "3:05 bus pertama datang pas adzan subuh, merinding" in texts
    assert "00:00 Pembuka\n01:12 Menyapu\n03:05 Bus pertama\n05:20 Sarapan bareng sopir" in texts
    assert any("Orang baik.\n\nSemoga anak cucunya" in text for text in texts)


def test_a_long_text_that_the_site_cut_is_said_to_be_incomplete() -> None:
    incomplete = [c for c in read_pasted(sample("facebook-tempel.txt")).comments if c.is_incomplete]

    assert [comment.author for comment in incomplete] == ["Rudi Hartanto Truk"]
    assert incomplete[0].text.endswith("karena kami ini...")


def test_facebook_names_and_badges_come_apart() -> None:
    comments = read_pasted(sample("facebook-tempel.txt")).comments

    assert comments[0].author == "Dinas Perhubungan Jabar (Contoh)"
    assert comments[0].is_pinned
    own = [comment for comment in comments if comment.is_own]
    assert {comment.author for comment in own} == {"Dinas Perhubungan Jabar (Contoh)"}
    assert all("Penggemar berat" not in comment.text for comment in comments)


def test_the_same_word_from_two_people_is_no_repeat() -> None:
    pasted = read_pasted(sample("instagram-tempel.txt"))

    keys = {comment.repeat_key for comment in pasted.comments if comment.text == "mantap"}

    assert len(keys) == 2


@pytest.mark.parametrize(
    "name", ["instagram-tempel.txt", "youtube-paste.txt"], ids=["instagram", "youtube"]
)
def test_accounts_of_the_office_are_own_even_without_badge_or_caption(name: str) -> None:
    comments = read_pasted(sample(name), own_names={"linaherlina_v", "Abah_Odok"})

    own = {comment.author for comment in comments.comments if comment.is_own}

    assert own & {"@linaherlina_v", "abah_odok"}


INSTAGRAM_ENGLISH = """\
kota.contoh's profile picture
kota.contoh
Verified
Edited•2w
New bus stops open on Monday.
Reply to this with your stop!

siti_a's profile picture
siti_a

2w
Where is the stop
near the market?
1,204 likes
Reply
See translation
Hide all replies
kota.contoh's profile picture
kota.contoh
Verified

13h
@siti_a In front of the post office.
2 likes
Reply
agus.b's profile picture
agus.b

5d
Like
1 like
Reply
View replies (3)
dedi_c's profile picture
dedi_c
nice 👏
5d1 likeReplySee translation
Comment Options
Like
Load more comments
Liked by siti_a and 2,143 others
Log in to like or comment.
Add a comment...
Post
"""

FACEBOOK_ENGLISH = """\
Most relevant
Agus Wijaya
Top fan
The road near school is dark, please fix it
3d
Like
Reply
Share
1.2K
View 2 more replies
City Transport
Author
Agus Wijaya We will send someone tomorrow.
2d
Like
Reply
See translation
Edited
4
Siti Aminah
Thank you so much for all the… See more
Like · Reply · 1w
Rina
12
Just now · Like · Reply
View more comments
4 of 30
Write a comment…
"""

YOUTUBE_INDONESIAN = """\
3 Komentar
Urutkan
Tambahkan komentar...

Disematkan oleh @KotaContoh
@KotaContoh
1 bulan yang lalu
Terima kasih sudah menonton.
Terjemahkan ke Inggris
1,2 rb

Balas

@warga-satu
3 minggu yang lalu (diedit)
Kapan jalur 5 dibuka?
2024
Tampilkan lebih sedikit
7

Balas
2 balasan

@KotaContoh
2 minggu yang lalu
Bulan depan.

Balas

@warga.dua
1 tahun yang lalu
Video lama tapi bagus
1

Balas
"""

TIKTOK_ENGLISH = """\
Comments
You may like
2,301 comments
kota_contoh
· Creator
Who is coming?
Pinned
2d ago
Reply
1.1M
ayu
me
Liked by creator
2025-12-31
Reply
14
View 1 reply
budi
@ayu me too
3h agoReply
0
View 4 more replies
Log in to comment
"""


@pytest.mark.parametrize(
    ("text", "platform", "expected"),
    [
        (
            INSTAGRAM_ENGLISH,
            "instagram",
            [
                ("siti_a", "Where is the stop\nnear the market?", "2w", 1204, False, False),
                ("kota.contoh", "@siti_a In front of the post office.", "13h", 2, True, True),
                ("agus.b", "Like", "5d", 1, False, False),
                ("dedi_c", "nice 👏", "5d", 1, False, False),
            ],
        ),
        (
            FACEBOOK_ENGLISH,
            "facebook",
            [
                (
                    "Agus Wijaya",
                    "The road near school is dark, please fix it",
                    "3d",
                    1200,
                    False,
                    False,
                ),
                (
                    "City Transport",
                    "Agus Wijaya We will send someone tomorrow.",
                    "2d",
                    4,
                    True,
                    True,
                ),
                ("Siti Aminah", "Thank you so much for all the…", "1w", None, False, False),
                ("Rina", "12", "Just now", None, False, False),
            ],
        ),
        (
            YOUTUBE_INDONESIAN,
            "youtube",
            [
                (
                    "@KotaContoh",
                    "Terima kasih sudah menonton.",
                    "1 bulan yang lalu",
                    1200,
                    False,
                    True,
                ),
                (
                    "@warga-satu",
                    "Kapan jalur 5 dibuka?\n2024",
                    "3 minggu yang lalu",
                    7,
                    False,
                    False,
                ),
                ("@KotaContoh", "Bulan depan.", "2 minggu yang lalu", None, True, True),
                ("@warga.dua", "Video lama tapi bagus", "1 tahun yang lalu", 1, False, False),
            ],
        ),
        (
            TIKTOK_ENGLISH,
            "tiktok",
            [
                ("kota_contoh", "Who is coming?", "2d ago", 1_100_000, False, True),
                ("ayu", "me", "2025-12-31", 14, False, False),
                ("budi", "@ayu me too", "3h ago", 0, True, False),
            ],
        ),
    ],
    ids=["instagram", "facebook", "youtube", "tiktok"],
)
def test_the_other_language_of_the_interface(
    text: str, platform: str, expected: list[tuple[str, str, str, int | None, bool, bool]]
) -> None:
    pasted = read_pasted(text)

    assert pasted.platform == platform
    assert [
        (c.author, c.text, c.age_text, c.likes, c.is_reply_guess, c.is_own) for c in pasted.comments
    ] == expected


def test_answers_that_were_announced_but_not_copied_are_counted() -> None:
    texts = (INSTAGRAM_ENGLISH, FACEBOOK_ENGLISH, YOUTUBE_INDONESIAN, TIKTOK_ENGLISH)

    assert [read_pasted(text).hidden_replies for text in texts] == [3, 2, 1, 4]


def without_pictures(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(
        line
        for line in lines
        if not line.startswith("Foto profil") and "profile picture" not in line
    )


def test_instagram_without_the_descriptions_of_pictures() -> None:
    whole = read_pasted(sample("instagram-tempel.txt"))

    bare = read_pasted(without_pictures(sample("instagram-tempel.txt")))

    assert bare.comments == whole.comments
    assert read_pasted(without_pictures(INSTAGRAM_ENGLISH)).comments == (
        read_pasted(INSTAGRAM_ENGLISH).comments
    )


def test_a_piece_out_of_the_middle_is_understood() -> None:
    lines = sample("tiktok-tempel.txt").splitlines()

    piece = read_pasted("\n".join(lines[lines.index("kak.ros.asli") :]))

    assert piece.platform == "tiktok"
    assert piece.comments[0].author == "kak.ros.asli"
    assert piece.comments[0].likes == 430


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n",
        "Balas\nBalas\nBalas",
        "Rapat koordinasi mudik dimulai pukul 09.00.\nSemua seksi hadir.\n\nTerima kasih.",
        "@dishub\nhalo min\n@warga\nhalo",
        "id,date,username,comment\n1,2026-09-03,siti,halo",
    ],
)
def test_a_text_of_no_site_is_refused(text: str) -> None:
    with pytest.raises(NoCommentsFound) as refused:
        read_pasted(text)

    assert refused.value.lines == len([line for line in text.splitlines() if line.strip()])


@given(st.lists(st.sampled_from([line for name in SAMPLES for line in sample(name).splitlines()])))
def test_lines_in_any_order_are_comments_or_refused(lines: list[str]) -> None:
    try:
        pasted = read_pasted("\n".join(lines))
    except NoCommentsFound:
        return

    assert all(comment.author and comment.text for comment in pasted.comments)


def comments_of(pasted: PastedComments) -> set[tuple[str, str]]:
    return {comment.repeat_key for comment in pasted.comments}


def test_copying_twice_brings_the_same_comments_though_ages_and_likes_grew() -> None:
    again = INSTAGRAM_ENGLISH.replace("2w", "3w").replace("1,204 likes", "1,310 likes")

    assert comments_of(read_pasted(again)) == comments_of(read_pasted(INSTAGRAM_ENGLISH))
