"""Headers of comment exporters, normalised; no standard, so many words for each field."""

from collections.abc import Mapping

COMMENTS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "comment id", "commentid", "id komentar", "comment url id"),
    "moment": (
        "date", "time", "timestamp", "created at", "created time", "comment date", "published at",
        "posted at", "datetime", "tanggal", "waktu", "tanggal komentar", "waktu komentar",
    ),
    "author": (
        "username", "author", "user", "user name", "owner username", "author name", "profile name",
        "name", "commenter", "pengguna", "nama pengguna", "nama akun", "akun", "penulis", "nama",
    ),
    "text": (
        "comment", "text", "comment text", "message", "content", "komentar", "isi komentar", "teks",
    ),
    "likes": (
        "likes", "like count", "likes count", "comment likes", "comment likes count", "suka",
        "jumlah suka", "jumlah like",
    ),
    "reply_to": (
        "reply to", "replied to", "parent id", "parent comment id", "in reply to", "replied to id",
        "balasan untuk", "membalas", "id induk",
    ),
    "link": (
        "post url", "post link", "post", "url", "link", "media url", "permalink", "input url",
        "video url", "tautan", "tautan posting", "tautan postingan", "url postingan",
    ),
    "number": ("no", "nomor", "number"),
    "avatar": ("profile url", "profile link", "profile pic url", "avatar", "foto profil"),
    "replies": ("replies", "reply count", "replies count", "jumlah balasan"),
}  # fmt: skip

# An exporter always counts likes, a list of inquiries never does.
REQUIRED_OF_COMMENTS = ("author", "text", "likes")
