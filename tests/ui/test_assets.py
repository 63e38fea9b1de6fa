"""Aset as a person uses it: files come in, are found, described and used; the picker."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.models.account import Account
from app.models.asset import AssetKind
from app.models.variant import Variant, VariantMedia
from app.office import Office
from app.resources import resource
from app.services import assets
from app.services.assets import AddedAsset, AssetFacts, AssetRow, AssetSearch
from app.services.contents.forms import ContentForm, VariantForm
from app.services.contents.writing import make_content
from app.services.platforms import post_kinds
from app.services.transaction import Transaction
from app.ui.assets import AssetsScreen
from app.ui.bridge import OfficeBridge
from app.ui.shelf import pick_assets, thumbnails_of
from app.ui.widgets import SearchBox, Table
from app.ui.widgets.tiles import TileGrid
from tests.offices import Colleagues
from tests.ui.finding import choose_file, find, shortcomings

MEDIA = resource("demo", "media")
TODAY = date(2026, 11, 20)


def bring(office: Office, *names: str) -> list[AddedAsset]:
    taken = office.library.take_in_all([MEDIA / name for name in names], lambda *_: None)
    return office.act(assets.add_assets, taken.arrivals)


@pytest.fixture
def bridge(sqlite_office: Office, qtbot: QtBot) -> Iterator[OfficeBridge]:
    bridge = OfficeBridge(sqlite_office)
    yield bridge
    bridge.close()


def opened(bridge: OfficeBridge, qtbot: QtBot) -> AssetsScreen:
    screen = AssetsScreen(bridge)
    qtbot.addWidget(screen)
    screen.resize(1194, 720)
    screen.show()
    return screen


@pytest.fixture
def empty_screen(bridge: OfficeBridge, qtbot: QtBot) -> AssetsScreen:
    screen = opened(bridge, qtbot)
    qtbot.waitUntil(lambda: find(screen, QPushButton, "assets.empty.add").isVisible())
    return screen


@pytest.fixture
def library(sqlite_office: Office) -> dict[str, int]:
    """A photo, a video, a design and a document; by title."""
    added = bring(
        sqlite_office,
        "si-oyen-terminal.jpg",
        "reels-helm-anak-9x16.mp4",
        "feed-rebo-nyunda.psd",
        "poster-angkutan-lebaran.pdf",
    )
    return {entry.title: entry.id for entry in added}


@pytest.fixture
def screen(bridge: OfficeBridge, library: dict[str, int], qtbot: QtBot) -> AssetsScreen:
    screen = opened(bridge, qtbot)
    qtbot.waitUntil(lambda: len(titles(screen)) == len(library))
    return screen


def grid_of(parent: QWidget, name: str = "assets.grid") -> TileGrid:
    return find(parent, TileGrid, name)


def titles(parent: QWidget, name: str = "assets.grid") -> list[str]:
    model = grid_of(parent, name).tiles
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(screen: AssetsScreen, key: int, qtbot: QtBot) -> None:
    """Make an asset current and wait until its facts are shown."""
    grid = grid_of(screen)
    assert grid.select_key(key)
    row = grid.current_row()
    assert isinstance(row, AssetRow)
    qtbot.waitUntil(lambda: row.reference in find(screen, QLabel, "assets.line").text())


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(screen: AssetsScreen, mime: QMimeData) -> bool:
    """Let files go over the screen, as the window system would; whether they were taken."""
    middle, copy = QPoint(600, 300), Qt.DropAction.CopyAction
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(middle, copy, mime, left, plain)
    QApplication.sendEvent(screen, entering)
    if not entering.isAccepted():
        return False
    dropping = QDropEvent(QPointF(middle), copy, mime, left, plain)
    QApplication.sendEvent(screen, dropping)
    return dropping.isAccepted()


def dialog(name: str) -> QDialog:
    found = [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QDialog) and widget.objectName() == name and widget.isVisible()
    ]
    assert found, f"no open dialog {name}"
    return found[0]


def is_open(name: str) -> bool:
    return any(
        widget.objectName() == name and widget.isVisible()
        for widget in QApplication.topLevelWidgets()
    )


def test_a_dropped_folder_fills_the_library(empty_screen: AssetsScreen, qtbot: QtBot) -> None:
    assert drop(empty_screen, files(MEDIA))

    qtbot.waitUntil(lambda: len(titles(empty_screen)) == 16, timeout=30_000)
    assert "si-oyen-terminal" in titles(empty_screen)
    qtbot.waitUntil(lambda: empty_screen.note.startswith("16 berkas"))


def test_bad_and_known_files_are_named_with_their_reason(
    screen: AssetsScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    fake = tmp_path / "undangan &amp; rapat.jpg"
    fake.write_text("bukan gambar", encoding="utf-8")

    drop(screen, files(MEDIA / "si-oyen-terminal.jpg", fake, MEDIA / "kopi-bareng-sopir.jpg"))

    qtbot.waitUntil(lambda: is_open("asset_summary"), timeout=20_000)
    told = " ".join(label.text() for label in dialog("asset_summary").findChildren(QLabel))
    assert "1 berkas baru, 1 sudah ada, 1 tidak diterima." in told
    assert "undangan &amp; rapat.jpg” bukan gambar" in told
    assert "AST-2026-000001 “si-oyen-terminal”" in told
    qtbot.waitUntil(lambda: "kopi-bareng-sopir" in titles(screen))
    dialog("asset_summary").close()


def test_a_pasted_picture_becomes_an_asset(empty_screen: AssetsScreen, qtbot: QtBot) -> None:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkBlue)
    QGuiApplication.clipboard().setImage(image)

    empty_screen.setFocus()
    QTest.keyClick(empty_screen, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: len(titles(empty_screen)) == 1, timeout=20_000)
    assert titles(empty_screen)[0].startswith("Tempelan 20 November 2026")


def test_stopping_takes_nothing_in(
    empty_screen: AssetsScreen, sqlite_office: Office, qtbot: QtBot
) -> None:
    drop(empty_screen, files(MEDIA))
    cancel = find(empty_screen, QPushButton, "assets.progress.cancel")
    qtbot.waitUntil(cancel.isVisible)

    cancel.click()

    qtbot.waitUntil(lambda: not cancel.isVisible(), timeout=20_000)
    assert sqlite_office.read(assets.asset_figures, TODAY).count == 0


def test_thumbnails_come_from_workers_and_stay(
    screen: AssetsScreen, bridge: OfficeBridge, sqlite_office: Office, qtbot: QtBot
) -> None:
    page = sqlite_office.read(assets.asset_page, AssetSearch(), TODAY)
    thumbnails = thumbnails_of(bridge)

    qtbot.waitUntil(
        lambda: all(thumbnails.picture(row.sha256) is not None for row in page.rows),
        timeout=20_000,
    )

    icons = {row.kind: thumbnails.picture(row.sha256) for row in page.rows}
    assert icons[AssetKind.DOCUMENT] == "file-text"
    assert thumbnails_of(bridge) is thumbnails


def test_missing_bytes_show_a_warning_until_they_are_back(
    bridge: OfficeBridge, sqlite_office: Office, library: dict[str, int], qtbot: QtBot
) -> None:
    row = sqlite_office.read(assets.assets_by_id, list(library.values()))[
        library["si-oyen-terminal"]
    ]
    stored = sqlite_office.assets.path(row.sha256)
    whole = stored.read_bytes()
    stored.unlink()
    for file in (sqlite_office.folder / "cache").rglob(row.sha256):
        file.unlink()
    thumbnails = thumbnails_of(bridge)
    thumbnails.picture(row.sha256)
    qtbot.waitUntil(lambda: thumbnails.picture(row.sha256) == "triangle-alert")

    stored.write_bytes(whole)
    thumbnails.forget_missing()

    thumbnails.picture(row.sha256)
    qtbot.waitUntil(
        lambda: not isinstance(thumbnails.picture(row.sha256), str | None), timeout=20_000
    )


def test_typing_and_a_kind_narrow_the_grid(screen: AssetsScreen, qtbot: QtBot) -> None:
    find(screen, QAbstractButton, "assets.kind.video").click()
    qtbot.waitUntil(lambda: titles(screen) == ["reels-helm-anak-9x16"])
    find(screen, QAbstractButton, "assets.kind.video").click()
    qtbot.waitUntil(lambda: len(titles(screen)) == 4)

    QTest.keyClicks(find(screen, SearchBox, "assets.search"), "OYEN")

    qtbot.waitUntil(lambda: titles(screen) == ["si-oyen-terminal"])
    assert find(screen, QLabel, "assets.count").text() == "1 berkas"


def test_a_search_without_an_answer_offers_everything_again(
    screen: AssetsScreen, qtbot: QtBot
) -> None:
    QTest.keyClicks(find(screen, SearchBox, "assets.search"), "gajah")
    everything = find(screen, QPushButton, "assets.empty.all")
    qtbot.waitUntil(everything.isVisible)

    everything.click()

    qtbot.waitUntil(lambda: len(titles(screen)) == 4)


def test_typed_facts_are_saved_and_shown(
    screen: AssetsScreen, library: dict[str, int], qtbot: QtBot
) -> None:
    choose(screen, library["si-oyen-terminal"], qtbot)
    find(screen, QPushButton, "assets.edit").click()
    form = dialog("asset_facts")
    find(form, QLineEdit, "asset_facts.title").setText("Si <i>Oyen</i> & kawan")
    find(form, QAbstractButton, "asset_facts.extent.unlimited").click()
    find(form, QPushButton, "asset_facts.save").click()

    qtbot.waitUntil(lambda: find(screen, QLabel, "assets.title").text() == "Si <i>Oyen</i> & kawan")
    rights = find(screen, QWidget, "assets.rights")
    qtbot.waitUntil(lambda: rights.accessibleName() == "Hak jelas")
    qtbot.waitUntil(lambda: grid_of(screen).currentIndex().data() == "Si <i>Oyen</i> & kawan")


def test_a_title_can_not_be_emptied(
    screen: AssetsScreen, library: dict[str, int], qtbot: QtBot
) -> None:
    choose(screen, library["si-oyen-terminal"], qtbot)
    find(screen, QPushButton, "assets.edit").click()
    form = dialog("asset_facts")

    find(form, QLineEdit, "asset_facts.title").setText(" ")
    find(form, QPushButton, "asset_facts.save").click()

    assert form.isVisible()
    told = " ".join(label.text() for label in form.findChildren(QLabel))
    assert "Beri judul" in told
    form.close()


def test_a_faster_colleague_is_told(
    screen: AssetsScreen, sqlite_office: Office, library: dict[str, int], qtbot: QtBot
) -> None:
    choose(screen, library["si-oyen-terminal"], qtbot)
    find(screen, QPushButton, "assets.edit").click()
    form = dialog("asset_facts")
    sqlite_office.act(
        assets.change_asset, library["si-oyen-terminal"], 1, AssetFacts("Kucing terminal")
    )

    find(form, QPushButton, "asset_facts.save").click()

    notice = find(screen, QWidget, "assets.notice")
    qtbot.waitUntil(notice.isVisible)
    assert "AST-2026-000001" in find(screen, QLabel, "assets.notice.text").text()


@pytest.fixture
def content(sqlite_office: Office) -> int:
    """A content with a variant on Instagram and one on Facebook, both planned."""
    accounts = sqlite_office.read(
        lambda session: {row.platform: row.id for row in session.query(Account)}
    )
    planned = sqlite_office.now() + timedelta(days=4)
    variants = tuple(
        VariantForm(accounts[platform], post_kinds(platform)[0].key, planned_at=planned)
        for platform in ("instagram", "facebook")
    )
    return sqlite_office.act(make_content, ContentForm("Pustaka keliling", variants=variants))


def test_a_photo_is_put_into_every_planned_variant(
    screen: AssetsScreen, sqlite_office: Office, library: dict[str, int], content: int, qtbot: QtBot
) -> None:
    choose(screen, library["si-oyen-terminal"], qtbot)
    find(screen, QPushButton, "assets.use").click()
    chooser = dialog("asset_use")
    table = find(chooser, Table, "asset_use.table")
    qtbot.waitUntil(lambda: table.select_key(content))

    find(chooser, QPushButton, "asset_use.use").click()

    qtbot.waitUntil(lambda: find(screen, QLabel, "assets.uses").text() == "Dipakai  2")
    attached = sqlite_office.read(
        lambda session: session.query(VariantMedia.asset_id).join(Variant).count()
    )
    assert attached == 2


def test_a_use_leads_to_its_content(
    screen: AssetsScreen, sqlite_office: Office, library: dict[str, int], content: int, qtbot: QtBot
) -> None:
    from app.services import asset_uses

    row = sqlite_office.read(asset_uses.contents_to_use_in, "")[0]
    sqlite_office.act(
        asset_uses.attach_to_content, library["si-oyen-terminal"], content, row.version
    )
    choose(screen, library["si-oyen-terminal"], qtbot)
    qtbot.waitUntil(lambda: screen.findChild(QAbstractButton, "assets.use.0") is not None)

    with qtbot.waitSignal(screen.leads) as led:
        find(screen, QAbstractButton, "assets.use.0").click()

    assert led.args == ["calendar", row.reference]


def test_a_design_is_not_posted_as_it_is(
    screen: AssetsScreen, library: dict[str, int], qtbot: QtBot
) -> None:
    choose(screen, library["feed-rebo-nyunda"], qtbot)

    assert not find(screen, QPushButton, "assets.use").isVisible()
    assert "simpan dulu sebagai gambar" in find(screen, QLabel, "assets.use_note").text()


def test_an_official_looks_and_does_not_change(
    bridge: OfficeBridge,
    sqlite_office: Office,
    library: dict[str, int],
    colleagues: Colleagues,
    qtbot: QtBot,
) -> None:
    colleagues.sit_down(sqlite_office, "tatang")
    screen = opened(bridge, qtbot)
    qtbot.waitUntil(lambda: len(titles(screen)) == len(library))
    choose(screen, library["si-oyen-terminal"], qtbot)

    for name in ("assets.add", "assets.edit", "assets.use"):
        assert not find(screen, QPushButton, name).isVisible()
    assert not drop(screen, files(MEDIA / "kopi-bareng-sopir.jpg"))


def test_what_a_colleague_adds_appears_and_the_choice_stays(
    screen: AssetsScreen, sqlite_office: Office, library: dict[str, int], qtbot: QtBot
) -> None:
    choose(screen, library["reels-helm-anak-9x16"], qtbot)

    bring(sqlite_office, "kopi-bareng-sopir.jpg")

    qtbot.waitUntil(lambda: "kopi-bareng-sopir" in titles(screen))
    assert grid_of(screen).currentIndex().data() == "reels-helm-anak-9x16"


def test_a_reference_leads_to_its_asset(
    screen: AssetsScreen, library: dict[str, int], qtbot: QtBot
) -> None:
    screen.show_target("AST-2026-000002")

    qtbot.waitUntil(lambda: titles(screen) == ["reels-helm-anak-9x16"])


def test_the_picker_offers_what_can_be_posted_and_gives_what_was_chosen(
    bridge: OfficeBridge, screen: AssetsScreen, qtbot: QtBot
) -> None:
    picked: list[AssetRow] = []
    picker = pick_assets(bridge, screen, picked.extend)
    name = "asset_picker.grid"
    qtbot.waitUntil(lambda: len(titles(picker, name)) == 2)
    assert not find(picker, QPushButton, "asset_picker.use").isEnabled()

    grid_of(picker, name).selectAll()
    find(picker, QPushButton, "asset_picker.use").click()

    assert [row.title for row in picked] == ["reels-helm-anak-9x16", "si-oyen-terminal"]


def test_searching_in_the_picker_keeps_to_what_can_be_posted(
    bridge: OfficeBridge, screen: AssetsScreen, qtbot: QtBot
) -> None:
    picker = pick_assets(bridge, screen, lambda _rows: None)
    name = "asset_picker.grid"
    qtbot.waitUntil(lambda: len(titles(picker, name)) == 2)

    QTest.keyClicks(find(picker, SearchBox, "asset_picker.search"), "rebo")

    qtbot.waitUntil(lambda: titles(picker, name) == [])
    picker.close()


def test_in_an_empty_library_the_picker_takes_a_file_from_the_pc_and_gives_it(
    bridge: OfficeBridge, empty_screen: AssetsScreen, qtbot: QtBot
) -> None:
    picked: list[AssetRow] = []
    picker = pick_assets(bridge, empty_screen, picked.extend)

    find(picker, QPushButton, "asset_picker.add").click()
    choose_file(picker, "assets.files", MEDIA / "si-oyen-terminal.jpg")

    qtbot.waitUntil(lambda: bool(picked), timeout=20_000)
    assert [row.title for row in picked] == ["si-oyen-terminal"]


def test_what_is_not_posted_as_it_is_stays_in_the_library(
    bridge: OfficeBridge, empty_screen: AssetsScreen, qtbot: QtBot
) -> None:
    picked: list[AssetRow] = []
    picker = pick_assets(bridge, empty_screen, picked.extend)

    find(picker, QPushButton, "asset_picker.add").click()
    choose_file(picker, "assets.files", MEDIA / "poster-angkutan-lebaran.pdf")

    told = find(picker, QLabel, "asset_picker.notice.text")
    qtbot.waitUntil(lambda: "poster-angkutan-lebaran" in told.text(), timeout=20_000)
    assert "tidak diunggah langsung" in told.text()
    assert picked == []
    picker.close()


def test_who_only_looks_is_not_offered_to_add(
    bridge: OfficeBridge, screen: AssetsScreen, colleagues: Colleagues, qtbot: QtBot
) -> None:
    colleagues.sit_down(bridge.office, "tatang")

    picker = pick_assets(bridge, screen, lambda _rows: None)

    assert not find(picker, QPushButton, "asset_picker.add").isVisible()
    picker.close()


def test_more_tiles_come_when_the_person_scrolls_to_the_end(
    bridge: OfficeBridge, sqlite_office: Office, qtbot: QtBot
) -> None:
    sqlite_office.act(many_assets, 450)
    screen = opened(bridge, qtbot)
    qtbot.waitUntil(lambda: len(titles(screen)) == 200)
    bar = grid_of(screen).verticalScrollBar()

    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: len(titles(screen)) == 400)
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: len(titles(screen)) == 450)

    assert find(screen, QLabel, "assets.count").text() == "450 berkas"
    assert len(set(titles(screen))) == 450


def many_assets(tx: Transaction, count: int) -> None:
    from app.models.asset import Asset

    for number in range(count):
        tx.session.add(
            Asset(
                reference=tx.next_reference("AST"),
                sha256=f"{number:064x}",
                size=1,
                kind=AssetKind.PICTURE,
                file_name=f"{number}.jpg",
                title=f"gambar {number}",
                added_at=tx.now,
            )
        )
    tx.audit("add_assets", "asset")


def test_in_a_narrow_window_the_facts_come_when_asked_for(
    screen: AssetsScreen, library: dict[str, int], qtbot: QtBot
) -> None:
    choose(screen, library["si-oyen-terminal"], qtbot)
    facts = find(screen, QWidget, "assets.facts")

    screen.resize(904, 552)

    assert not facts.isVisible()
    find(screen, QPushButton, "assets.panel").click()
    assert facts.isVisible()
    assert shortcomings(screen) == []


def test_every_tile_is_one_accessible_child(screen: AssetsScreen) -> None:
    interface = QAccessible.queryAccessibleInterface(grid_of(screen))

    assert interface is not None
    spoken = [interface.child(row).text(QAccessible.Text.Name) for row in range(4)]
    assert interface.childCount() == 4
    assert "reels-helm-anak-9x16, 720 × 1280, 0:07, Belum diisi, belum dipakai" in spoken


def test_the_screen_can_be_used_without_mouse_or_sight(
    screen: AssetsScreen, library: dict[str, int], qtbot: QtBot
) -> None:
    choose(screen, library["si-oyen-terminal"], qtbot)

    assert shortcomings(screen) == []


def test_keys_open_the_forms_of_the_current_asset(
    screen: AssetsScreen, library: dict[str, int], content: int, qtbot: QtBot
) -> None:
    choose(screen, library["si-oyen-terminal"], qtbot)
    grid = grid_of(screen)
    grid.setFocus()

    QTest.keyClick(grid, Qt.Key.Key_H)
    rights = dialog("asset_facts")
    focused = find(rights, QLineEdit, "asset_facts.holder")
    qtbot.waitUntil(focused.hasFocus)
    assert shortcomings(rights) == []
    rights.close()
    screen.activateWindow()
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    QTest.keyClick(grid, Qt.Key.Key_U)

    use = dialog("asset_use")
    assert shortcomings(use) == []
    use.close()
