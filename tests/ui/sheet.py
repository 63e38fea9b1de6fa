"""All components on one sheet, for the eye: `python -m tests.ui.sheet FILE light|dark [scale]`."""

import sys
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme import Theme, icon, tokens
from app.ui.widgets import (
    Box,
    Button,
    Choice,
    ClockChip,
    DayField,
    DiffText,
    DropArea,
    EmptyState,
    Field,
    IconButton,
    KeyCap,
    Label,
    Notice,
    Part,
    PlatformBadge,
    ProgressFoot,
    SearchBox,
    Segments,
    StateChip,
    Table,
    Tabs,
    Telling,
    TextArea,
    TimeField,
    Toast,
    clock_look,
    line_edit,
    set_ground,
    word_changes,
)


class Group(Box):
    """A titled box of parts, one below the other."""

    def __init__(self, title: str, *parts: QWidget) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 12)
        self.add(Label(title, "meta", "text2"))
        for part in parts:
            self.add(part)

    def add(self, part: QWidget) -> None:
        self._column.addWidget(part)


def _rows(parent: QWidget) -> QStandardItemModel:
    model = QStandardItemModel(0, 2, parent)
    model.setHorizontalHeaderLabels(["Nama", "Jumlah"])
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    model.horizontalHeaderItem(1).setTextAlignment(right)
    for name, count in (
        ("Instagram", "3.738"),
        ("Facebook", "2.515"),
        ("TikTok", "Tidak ada data"),
    ):
        cells = [QStandardItem(name), QStandardItem(count)]
        cells[1].setTextAlignment(right)
        model.appendRow(cells)
    return model


def _row(*parts: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setSpacing(8)
    for part in parts:
        line.addWidget(part)
    line.addStretch(1)
    return row


def _chips(group: str) -> Group:
    box = Group(group)
    chips = [StateChip(group, state) for state in tokens().states[group]]
    for start in range(0, len(chips), 2):
        box.add(_row(*chips[start : start + 2]))
    return box


def _clocks() -> Group:
    now = datetime(2026, 11, 24, 2, 42, tzinfo=UTC)
    box = Group("Tenggat 24 jam")
    for left in (18.34, 4.8, 1.2, -2.52):
        start = now + timedelta(hours=left - 24)
        look = clock_look(start, start + timedelta(hours=24), now)
        box.add(_row(ClockChip(look)))
    start = now - timedelta(hours=9, minutes=12)
    look = clock_look(start, start + timedelta(hours=24), now, now)
    box.add(_row(ClockChip(look)))
    return box


def sheet() -> QWidget:
    """The sheet, not yet shown."""
    window = QWidget()
    set_ground(window, "window")
    grid = QGridLayout(window)
    grid.setContentsMargins(14, 14, 14, 14)
    grid.setSpacing(12)
    columns = [QVBoxLayout() for _number in range(4)]
    for number, column in enumerate(columns):
        column.setSpacing(12)
        grid.addLayout(column, 0, number)
        grid.setColumnStretch(number, 1)
    for group in ("content", "variant", "inquiry"):
        columns[0].addWidget(_chips(group))
    columns[0].addWidget(_clocks())
    disabled = Button("Ajukan", icon_name="stamp")
    disabled.setEnabled(False)
    columns[1].addWidget(
        Group(
            "Tombol",
            _row(
                Button("Setujui", "primary", "badge-check"),
                Button("&Kembalikan", icon_name="corner-up-left"),
                Button("Batal", "ghost"),
            ),
            _row(disabled, Button("Tarik", "danger", "eye-off"), Button("Tarik", "danger_primary")),
            _row(
                Button("Impor…", icon_name="upload", size="small"),
                Button("Catat", "primary", "plus", size="small"),
                IconButton("ellipsis", "Lainnya", "plain", size="small"),
                Button("Riwayat", "link", size="small"),
            ),
            _row(Button("Setujui", "primary", "badge-check", size="large", key="Ctrl ↵")),
        )
    )
    wrong = Field("Tanggal habis", line_edit("c", "31 Nov 2026"))
    wrong.set_error("November hanya sampai tanggal 30. Pilih tanggal lain.")
    columns[1].addWidget(
        Group(
            "Isian dan galat",
            Field("Nomor Surat Perintah", line_edit("a", "800.1.11.1/041/Dislitbud")),
            Field("NIP", line_edit("nip", "19910524 201902 2 007")),
            wrong,
            TextArea("d", "Tulis apa yang harus diperbaiki…", lines=2),
            _row(DayField("day"), TimeField("time")),
            SearchBox("search", "Cari instansi"),
        )
    )
    yes, this = QCheckBox("Ya"), QRadioButton("Ini")
    yes.setChecked(True)
    this.setChecked(True)
    segments = Segments("s", [Part(t, t) for t in ("Bulan", "Minggu", "Daftar")])
    tabs = Tabs(
        "t",
        [
            Part("a", "Semua", "5"),
            Part("b", "Instagram", "", "instagram"),
            Part("c", "Jawaban", "2"),
        ],
    )
    columns[1].addWidget(
        Group(
            "Pilihan",
            _row(yes, QCheckBox("Tidak"), this, QRadioButton("Itu")),
            _row(segments),
            _row(Choice("x", [("Semua", None), ("Instagram", 1)], prefix="Akun")),
            tabs,
        )
    )
    diff = DiffText(word_changes("meminjam lima buku sekaligus", "meminjam sepuluh buku sekaligus"))
    columns[1].addWidget(Group("Perbedaan naskah", diff))
    empty = Box()
    QVBoxLayout(empty).addWidget(
        EmptyState(
            "Belum ada pertanyaan",
            "Catat yang masuk lewat telepon atau WhatsApp, atau impor berkas ekspor dari platform.",
            Button("Catat pertanyaan", "primary", "plus"),
            Button("Impor…", icon_name="upload"),
        )
    )
    columns[2].addWidget(empty)
    progress = ProgressFoot("progress")
    progress.begin("Mengimpor komentar")
    progress.set_progress(1240, 3738)
    columns[2].addWidget(Group("Kemajuan", progress))
    columns[2].addWidget(
        Notice(
            "notice",
            "waiting",
            "saat komputer mati: “Tips merawat buku”.",
            Button("Tentukan…", size="small"),
            strong="1 jadwal terlewat",
        )
    )
    columns[2].addWidget(DropArea("drop", "Seret gambar kop ke sini (PNG atau PDF)", "image-plus"))
    menu = QMenu()
    for text, name, key in (
        ("Sunting", "pencil-line", "Return"),
        ("Pindahkan…", "calendar-days", "M"),
        ("Gandakan", "copy", "Ctrl+D"),
    ):
        action = menu.addAction(icon(name), text)
        action.setShortcut(key)
    menu.setActiveAction(menu.actions()[1])
    menu.setParent(window, Qt.WindowType.Widget)
    columns[2].addWidget(menu)
    columns[2].addStretch(1)
    types = Group("Huruf")
    for role in ("display", "title", "heading", "body", "strong", "read", "meta", "figure"):
        types.add(Label(f"{role} 1.234,5 · 09.42", role))
    wrapped = "Catat yang masuk lewat telepon, atau impor berkas ekspor dari platform mana pun."
    types.add(Label(wrapped, "body", "text2", wrap=True))
    columns[3].addWidget(types)
    table = Table("table", "Komentar")
    table.setModel(_rows(table))
    table.set_widths(0, 120)
    table.selectRow(0)
    table.setMinimumHeight(170)
    columns[3].addWidget(table)
    badges = [PlatformBadge(key) for key in tokens().letters]
    columns[3].addWidget(Group("Platform", _row(*badges), _row(KeyCap("Ctrl"), KeyCap("J"))))
    for group in ("rights", "report"):
        columns[3].addWidget(_chips(group))
    columns[3].addStretch(1)
    columns[0].addStretch(1)
    columns[1].addStretch(1)
    return window


def main(target: str, scheme: str, scale: float = 1.0) -> int:
    app = QApplication(sys.argv[:1])
    Theme(app).apply(scheme, scale)
    window = sheet()
    window.resize(QSize(1366, 1010))
    toast = Toast(window)
    window.show()
    window.activateWindow()
    toast.tell(Telling("Pindah ke 26 Nov, 16.00", lambda: None))
    if (field := window.findChild(QWidget, "nip")) is not None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
    app.processEvents()
    picture = window.grab()
    window.render(picture, QPoint())
    picture.save(target)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], sys.argv[2], float((*sys.argv, "1")[3])))
