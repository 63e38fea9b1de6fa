"""A walk through every place and every dialog, looking at what each of them shows."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListView, QMenu, QWidget

from app.ui.publishing import PublishingList, PublishingTarget
from app.ui.widgets import Dialog, TextArea
from tests.ui.finding import shortcomings
from tests.ui.misreading import misreadings
from tests.ui.year_steps import Pc

_CONTENTS, _INQUIRIES, _PARTS = 12, 11, 10  # how many of each the hostile office has
_LEAST = (1366, 736)  # the window of an office's PC


@dataclass
class Tour:
    """Goes everywhere; `wrong` says what is wrong where, `opened` which dialogs were seen."""

    pc: Pc
    mark: str  # what all that was typed in this office holds
    plan: Path  # a hostile file to take in
    wrong: dict[str, None] = field(default_factory=dict)
    opened: set[str] = field(default_factory=set)

    def look(self, where: str) -> None:
        """Paint all windows that are open, and note what they misread and what they lack."""
        QApplication.processEvents()  # what was just laid out is shown only now
        for top in QApplication.topLevelWidgets():
            if top.isVisible():
                assert not top.grab().isNull()
                self.wrong.update((f"{where}: {words}", None) for words in misreadings(top))
                self.wrong.update((f"{where}: {words}", None) for words in shortcomings(top))
                self._measure(where, top)

    def _measure(self, where: str, top: QWidget) -> None:
        """Nothing that was typed makes a window too large for the screen."""
        least, size = top.minimumSizeHint(), top.size()
        width, height = max(least.width(), size.width()), max(least.height(), size.height())
        if width > _LEAST[0] or height > _LEAST[1]:
            named = f"{top.objectName()} takes {width} × {height}"
            self.wrong[f"{where}: {named} for {_largest(top)}"] = None

    def ask(self, *names: str) -> None:
        """Open what is behind each of these buttons, if it is offered; look; close it."""
        for name in names:
            button = self.pc.shown(QAbstractButton, name)
            if button is not None and button.isEnabled():
                button.click()
                self.see_dialog()

    def see_dialog(self) -> None:
        """Look at the dialog that opens, and at the one over it, and close them."""
        self.pc.until(lambda: bool(_open_dialogs()))
        names = {dialog.objectName() for dialog in _open_dialogs()}
        self.look(" + ".join(sorted(names)))
        self.opened |= names
        while left := _open_dialogs():
            below = {dialog.parentWidget() for dialog in left}
            next(dialog for dialog in left if dialog not in below).reject()
            QApplication.processEvents()

    def see_menu(self, button: str, menu: str, *entries: str) -> None:
        """Look at the menu behind a button, and at what these entries of it open."""
        for entry in entries:
            self.pc.press(button)
            opened = self.pc.see(QMenu, menu)
            self.look(menu)
            if entry in {action.objectName() for action in opened.actions()}:
                self.pc.choose_entry(menu, entry)
                self.see_dialog()
            else:
                opened.close()

    # Coming in, and the seven places

    def sign_in(self) -> None:
        """An admin comes in."""
        self.pc.see(QAbstractButton, "sign_in.enter")
        self.look("sign_in")
        self.pc.sign_in("rina")
        self.look("home")

    def decide(self) -> None:
        """An official comes after the admin."""
        self.pc.hand_over("tatang")
        self.look("home")
        self.approvals()

    def calendar(self) -> None:
        self.pc.go_to("calendar")
        tray = self.pc.pick("calendar.tray", self.mark)
        self.look("calendar")
        self.pc.window.activateWindow()
        self.pc.until(self.pc.window.isActiveWindow)
        tray.setFocus()
        QTest.keyClick(tray, Qt.Key.Key_M)
        self.see_dialog()
        self._views()
        for number in range(1, _CONTENTS + 1):
            self._content(f"KTN-2026-{number:06}")

    def _views(self) -> None:
        """The other views, and what is asked over them."""
        for kind in ("week", "board", "year"):
            self.pc.press(f"calendar.view.{kind}")
            self.look(f"calendar.{kind}")
        self._choose("calendar.more.menu", "calendar.more.material")
        self._choose("calendar.views.menu", "calendar.views.keep")
        self.pc.press("calendar.view.list")
        table = self.pc.pick("calendar.list", self.mark)
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Space)
        self.look("calendar.list")
        self.ask("calendar.marked.move")
        self.pc.press("calendar.marked.none")

    def _choose(self, menu: str, entry: str) -> None:
        """Look at what an entry of a button's menu opens, as if it was chosen there."""
        opened = self.pc.window.findChild(QMenu, menu)
        assert opened is not None
        opened.aboutToShow.emit()
        next(one for one in opened.actions() if one.objectName() == entry).trigger()
        self.see_dialog()

    def _content(self, reference: str) -> None:
        self.pc.window.enter("calendar", reference)
        self.pc.until(lambda: reference in self.pc.words("composer.reference"))
        self.look(reference)
        self.ask("composer.add_target", "composer.cancel", "composer.reopen", "composer.add_media")
        self.ask(*(rf"composer\.{act}\.\d+" for act in ("record", "skip", "withdraw")))
        self.pc.press("window.back")

    def publishing(self) -> None:
        """The posts to come with their assistant, those to cancel on platforms, a pause."""
        for shown in PublishingList:
            self.pc.window.enter("calendar", PublishingTarget(shown))
            if shown is PublishingList.AHEAD:
                self.pc.pick("publishing.posts", self.mark)
                self.pc.until(lambda: self.mark in self.pc.words("publishing.title"))
                self.ask(*(f"publishing.{act}" for act in ("move", "skip", "schedule")))
            if shown is PublishingList.UNDO:
                self.pc.pick("publishing.undos", self.mark)
            self.look(f"publishing.{shown}")
        self._pause()
        self.pc.press("window.back")

    def _pause(self) -> None:
        """Its banner has whatever reason somebody types; then it is ended."""
        self.pc.window.pause_asked.emit()
        self.see_dialog()
        self.pc.window.pause_asked.emit()
        self.pc.write_area("pause.reason", self.mark)
        self.pc.press("pause.ask.yes")
        self.pc.until(lambda: self.pc.shown(QWidget, "pause") is not None)
        self.look("pause")
        self.ask(r"pause\.\d+\.end")
        self.pc.press(r"pause\.\d+\.end")
        self.pc.press("pause.end.yes")
        self.pc.until(lambda: self.pc.shown(QWidget, "pause") is None)

    def approvals(self) -> None:
        self.pc.go_to("approvals")
        queue = self.pc.pick("approvals.queue", self.mark)
        for row in range(queue.model().rowCount()):
            queue.setCurrentIndex(queue.model().index(row, 0))
            self.pc.until(lambda: self.pc.shown(QWidget, "approvals.remark") is not None)
            self.look(f"approvals {row}")
            self.ask("approvals.replan_button", "approvals.note_button")
        bar = ("unconfirmed", "sheet_button", "print_sheet_button")
        self.ask(*(f"approvals.{offer}" for offer in bar))

    def inquiries(self) -> None:
        self.pc.go_to("inquiries")
        self.pc.pick("inquiries.table", self.mark)
        for number in range(1, _INQUIRIES + 1):
            self._inquiry(f"INQ-2026-{number:06}")
        self.ask("inquiries.enter")
        self.see_menu("inquiries.more", "inquiries.more.menu", "inquiries.more.incoming")
        self._comments()

    def _inquiry(self, reference: str) -> None:
        self.pc.window.enter("inquiries", reference)
        self.pc.says("inquiries.reference", reference)
        self.look(reference)
        self._refer()
        offers = ("interim", "interim_sent", "record_answer", "write_again", "edit_again")
        self.ask(*(f"inquiries.{offer}" for offer in offers))
        self.ask(r"inquiries\.explain\.\d+", r"inquiries\.referral\.\d+\.answer")
        acts = (f"inquiries.acts.{act}" for act in ("topic", "dismiss", "hand_over"))
        self.see_menu("inquiries.acts", "inquiries.acts.menu", *acts)
        if self.pc.shown(QAbstractButton, "inquiries.referral.1.more") is not None:
            one = "inquiries.referral.1"
            self.see_menu(f"{one}.more", f"{one}.menu", f"{one}.not_competent", f"{one}.recall")

    def _refer(self) -> None:
        """Of the agencies found, the first one is chosen."""
        if self.pc.shown(QAbstractButton, "inquiries.refer") is None:
            return
        self._choose_ready_answer()
        self.pc.press("inquiries.refer")
        self.pc.write("refer.agency.search", "tujuan")
        self.pc.until(lambda: "tujuan" in self.pc.text_of("refer.yes"))
        self.pc.press("refer.agency.missing")
        self.see_dialog()

    def _choose_ready_answer(self) -> None:
        for button in ("available.change", "available.retire"):
            self.pc.press("inquiries.available")
            self.pc.write("available.search", "pertanyaan")
            self.pc.pick("available.table", self.mark)
            self.pc.press(button)
            self.see_dialog()

    def _comments(self) -> None:
        self.pc.press("inquiries.comments")
        self.pc.pick("comments.posts", self.mark)
        self.look("comments.posts")
        self.ask("comments.posts.paste")
        self.pc.open_row("comments.posts", self.mark)
        self.pc.pick("comments.table", self.mark)
        self.look("comments.table")
        self.pc.press("window.back")

    def assets(self) -> None:
        self.pc.go_to("assets")
        self.pc.pick("assets.grid", self.mark)
        self.pc.until(lambda: self.mark in self.pc.words("assets.title"))
        self.look("assets")
        self.ask("assets.edit", "assets.use")

    def reports(self) -> None:
        self.pc.go_to("reports")
        parts = self.pc.see(QListView, "reports.parts")
        self.pc.until(lambda: parts.model().rowCount() == _PARTS)
        for row in range(_PARTS):
            parts.setCurrentIndex(parts.model().index(row, 0))
            self.pc.until(lambda: self.mark in self.pc.see(TextArea, "reports.text").toPlainText())
            self.look(f"reports {row}")
            self.ask("reports.change", "reports.remove")
        self.pc.choose("reports.year", "2025")  # a year that is not signed yet
        self.pc.until(
            lambda: self.pc.shown(QAbstractButton, "reports.record_signature") is not None
        )
        self.ask("reports.record_signature")

    def office(self) -> None:
        self.pc.go_to("office")
        self.pc.pick("office.summary.members", self.mark)
        self.look("office")
        self.ask("office.complete", "office.print_order")
        for tab, name, acts in (
            ("people", "office.people", ("change", "sign_in", "deputies")),
            ("accounts", "office.accounts", ("change", "designate")),
            ("directory", "office.agencies", ("change",)),
        ):
            self.pc.press(f"office.tabs.{tab}")
            self.pc.pick(name, self.mark)
            self.look(name)
            self.ask(*(f"{name}.{act}" for act in acts))
        self.pc.press("office.tabs.agency")
        self.look("office.tabs.agency")
        self._take_in()

    def _take_in(self) -> None:
        self.pc.press("office.import")
        self.pc.drop("importing.drop", self.plan)
        self.pc.pick("importing.rows", self.mark[:150])
        self.see_dialog()


def _open_dialogs() -> list[Dialog]:
    tops = QApplication.topLevelWidgets()
    return [top for top in tops if isinstance(top, Dialog) and top.isVisible()]


def _largest(top: QWidget) -> str:
    """What asks for more room than there is, the innermost, to be mended."""
    wide = [
        widget
        for widget in top.findChildren(QWidget)
        if widget.isVisible() and widget.minimumSizeHint().width() > _LEAST[0] // 2
    ]
    inner = [it for it in wide if not any(it.isAncestorOf(other) for other in wide)]
    return "; ".join(
        f"{type(it).__name__} {it.objectName()} in {_named_parent(it)}"
        f" {it.text()[:24] if isinstance(it, QLabel | QAbstractButton) else ''}"
        for it in inner[:5]
    )


def _named_parent(widget: QWidget) -> str:
    above = widget.parentWidget()
    while above is not None and not above.objectName():
        above = above.parentWidget()
    return above.objectName() if above is not None else "?"
