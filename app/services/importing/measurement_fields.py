"""Headers of the platforms' own exports, normalised, English and Indonesian interface.

The English ones are known from such files; the Indonesian ones are the words of the platforms'
Indonesian interface. What is listed and not stored is understood all the same, so that nobody is
asked about it.
"""

from collections.abc import Mapping

MEASUREMENTS: Mapping[str, tuple[str, ...]] = {
    "post_id": ("post id", "id postingan", "id posting", "id kiriman"),
    "account_id": ("page id", "account id", "id halaman", "id akun"),
    "handle": ("account username", "nama pengguna akun", "username akun"),
    "account_name": ("page name", "account name", "nama halaman", "nama akun"),
    "title": ("title", "judul"),
    "text": (
        "description", "deskripsi", "keterangan", "post text", "teks postingan", "teks posting",
        "caption", "takarir",
    ),
    "moment": ("publish time", "waktu publikasi", "waktu terbit", "waktu tayang", "waktu posting"),
    # Meta: the word "Lifetime"; X: the day of the post.
    "date": ("date", "tanggal"),
    "link": (
        "permalink", "post link", "tautan permanen", "tautan postingan", "tautan posting", "tautan",
    ),
    "views": ("views", "tayangan", "penayangan", "dilihat"),
    "impressions": ("impressions", "impresi"),
    "reach": ("reach", "jangkauan"),
    "reactions_comments_shares": (
        "reactions comments and shares", "reaksi komentar dan pembagian",
        "reaksi komentar dan berbagi", "tanggapan komentar dan pembagian",
    ),
    "reactions": ("reactions", "reaksi", "tanggapan"),
    "likes": ("likes", "suka", "jumlah suka"),
    "comments": ("comments", "komentar"),
    "replies": ("replies", "balasan"),
    "shares": ("shares", "pembagian", "dibagikan", "berbagi", "kali dibagikan"),
    "reposts": ("reposts", "retweets", "posting ulang", "diposting ulang"),
    "saves": ("saves", "simpanan", "disimpan", "penyimpanan"),
    "bookmarks": ("bookmarks", "markah", "bookmark"),
    "follows": ("follows", "pengikut baru", "mengikuti"),
    "new_follows": ("new follows", "jumlah pengikut baru"),
    "total_clicks": ("total clicks", "total klik", "jumlah klik"),
    "url_clicks": ("url clicks", "klik url", "klik tautan"),
    "engagements": ("engagements", "engagement", "interaksi", "keterlibatan"),
    "profile_visits": ("profile visits", "kunjungan profil"),
    # Understood, not stored.
    "duration": ("duration sec", "durasi dtk", "durasi detik"),
    "caption_type": ("caption type", "jenis keterangan"),
    "is_crosspost": ("is crosspost", "apakah lintas posting", "lintas posting"),
    "is_share": ("is share", "apakah dibagikan"),
    "post_type": ("post type", "jenis postingan", "jenis posting", "jenis kiriman"),
    "languages": ("languages", "bahasa"),
    "labels": ("custom labels", "label khusus", "label kustom"),
    "funded": ("funded content status", "status konten berbayar"),
    "data_comment": ("data comment", "komentar data"),
    "other_clicks": ("other clicks", "klik lainnya"),
    "photo_clicks": ("matched audience targeting consumption photo click",),
    "detail_expands": ("detail expands", "detail diperluas"),
    "hashtag_clicks": ("hashtag clicks", "klik tagar", "klik hashtag"),
    "permalink_clicks": ("permalink clicks", "klik tautan permanen"),
}  # fmt: skip

REQUIRED_OF_MEASUREMENTS = ("post_id", "link")
