"""Qt's own few texts, for Qt ships no Indonesian: they come from our catalogue."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTranslator

from app.language import pgettext

_WORDS: Mapping[str, Mapping[str, Callable[[], str]]] = {
    "QLineEdit": {
        "&Undo": lambda: pgettext("QLineEdit", "&Undo"),
        "&Redo": lambda: pgettext("QLineEdit", "&Redo"),
        "Cu&t": lambda: pgettext("QLineEdit", "Cu&t"),
        "&Copy": lambda: pgettext("QLineEdit", "&Copy"),
        "&Paste": lambda: pgettext("QLineEdit", "&Paste"),
        "Delete": lambda: pgettext("QLineEdit", "Delete"),
        "Select All": lambda: pgettext("QLineEdit", "Select All"),
    },
    "QWidgetTextControl": {
        "&Undo": lambda: pgettext("QWidgetTextControl", "&Undo"),
        "&Redo": lambda: pgettext("QWidgetTextControl", "&Redo"),
        "Cu&t": lambda: pgettext("QWidgetTextControl", "Cu&t"),
        "&Copy": lambda: pgettext("QWidgetTextControl", "&Copy"),
        "Copy &Link Location": lambda: pgettext("QWidgetTextControl", "Copy &Link Location"),
        "&Paste": lambda: pgettext("QWidgetTextControl", "&Paste"),
        "Delete": lambda: pgettext("QWidgetTextControl", "Delete"),
        "Select All": lambda: pgettext("QWidgetTextControl", "Select All"),
    },
    "QAbstractSpinBox": {
        "&Select All": lambda: pgettext("QAbstractSpinBox", "&Select All"),
        "&Step up": lambda: pgettext("QAbstractSpinBox", "&Step up"),
        "Step &down": lambda: pgettext("QAbstractSpinBox", "Step &down"),
    },
    "QFileDialog": {
        "&Look in:": lambda: pgettext("QFileDialog", "&Look in:"),
        "Back": lambda: pgettext("QFileDialog", "Back"),
        "Go back": lambda: pgettext("QFileDialog", "Go back"),
        "Forward": lambda: pgettext("QFileDialog", "Forward"),
        "Go forward": lambda: pgettext("QFileDialog", "Go forward"),
        "Parent Directory": lambda: pgettext("QFileDialog", "Parent Directory"),
        "Go to the parent directory": lambda: pgettext("QFileDialog", "Go to the parent directory"),
        "Create New Folder": lambda: pgettext("QFileDialog", "Create New Folder"),
        "Create a New Folder": lambda: pgettext("QFileDialog", "Create a New Folder"),
        "List View": lambda: pgettext("QFileDialog", "List View"),
        "Change to list view mode": lambda: pgettext("QFileDialog", "Change to list view mode"),
        "Detail View": lambda: pgettext("QFileDialog", "Detail View"),
        "Change to detail view mode": lambda: pgettext("QFileDialog", "Change to detail view mode"),
        "Sidebar": lambda: pgettext("QFileDialog", "Sidebar"),
        "List of places and bookmarks": lambda: pgettext(
            "QFileDialog", "List of places and bookmarks"
        ),
        "Files": lambda: pgettext("QFileDialog", "Files"),
        "Files of &type:": lambda: pgettext("QFileDialog", "Files of &type:"),
        "All files (*)": lambda: pgettext("QFileDialog", "All files (*)"),
        "File &name:": lambda: pgettext("QFileDialog", "File &name:"),
        "Directory:": lambda: pgettext("QFileDialog", "Directory:"),
        "Directories": lambda: pgettext("QFileDialog", "Directories"),
        "&Open": lambda: pgettext("QFileDialog", "&Open"),
        "&Choose": lambda: pgettext("QFileDialog", "&Choose"),
        "&Save": lambda: pgettext("QFileDialog", "&Save"),
        "Save As": lambda: pgettext("QFileDialog", "Save As"),
        "Find Directory": lambda: pgettext("QFileDialog", "Find Directory"),
        "&Rename": lambda: pgettext("QFileDialog", "&Rename"),
        "&Delete": lambda: pgettext("QFileDialog", "&Delete"),
        "Show &hidden files": lambda: pgettext("QFileDialog", "Show &hidden files"),
        "&New Folder": lambda: pgettext("QFileDialog", "&New Folder"),
        "New Folder": lambda: pgettext("QFileDialog", "New Folder"),
        "Recent Places": lambda: pgettext("QFileDialog", "Recent Places"),
        "Remove": lambda: pgettext("QFileDialog", "Remove"),
        "My Computer": lambda: pgettext("QFileDialog", "My Computer"),
        "All Files (*)": lambda: pgettext("QFileDialog", "All Files (*)"),
        "Open": lambda: pgettext("QFileDialog", "Open"),
        "Show ": lambda: pgettext("QFileDialog", "Show "),
        "%1 already exists.\nDo you want to replace it?": lambda: pgettext(
            "QFileDialog", "%1 already exists.\nDo you want to replace it?"
        ),
        "%1\nFile not found.\nPlease verify the correct file name was given.": lambda: pgettext(
            "QFileDialog", "%1\nFile not found.\nPlease verify the correct file name was given."
        ),
        "%1\nDirectory not found.\nPlease verify the correct directory name was given.": lambda: (
            pgettext(
                "QFileDialog",
                "%1\nDirectory not found.\nPlease verify the correct directory name was given.",
            )
        ),
        "'%1' is write protected.\nDo you want to delete it anyway?": lambda: pgettext(
            "QFileDialog", "'%1' is write protected.\nDo you want to delete it anyway?"
        ),
        "Are you sure you want to delete '%1'?": lambda: pgettext(
            "QFileDialog", "Are you sure you want to delete '%1'?"
        ),
        "Could not delete directory.": lambda: pgettext(
            "QFileDialog", "Could not delete directory."
        ),
        "Delete": lambda: pgettext("QFileDialog", "Delete"),
        "File Folder": lambda: pgettext("QFileDialog", "File Folder"),
        "Alias": lambda: pgettext("QFileDialog", "Alias"),
        "Shortcut": lambda: pgettext("QFileDialog", "Shortcut"),
        "Drive": lambda: pgettext("QFileDialog", "Drive"),
        "Unknown": lambda: pgettext("QFileDialog", "Unknown"),
    },
    "QFileSystemModel": {
        "Name": lambda: pgettext("QFileSystemModel", "Name"),
        "Size": lambda: pgettext("QFileSystemModel", "Size"),
        "Type": lambda: pgettext("QFileSystemModel", "Type"),
        "Kind": lambda: pgettext("QFileSystemModel", "Kind"),
        "Date Modified": lambda: pgettext("QFileSystemModel", "Date Modified"),
        "Computer": lambda: pgettext("QFileSystemModel", "Computer"),
        "My Computer": lambda: pgettext("QFileSystemModel", "My Computer"),
        "Invalid filename": lambda: pgettext("QFileSystemModel", "Invalid filename"),
        (
            '<b>The name "%1" cannot be used.</b><p>Try using another name, with '
            "fewer characters or no punctuation marks."
        ): lambda: pgettext(
            "QFileSystemModel",
            '<b>The name "%1" cannot be used.</b><p>Try using another name, with '
            "fewer characters or no punctuation marks.",
        ),
    },
    "QAbstractFileIconProvider": {
        "Drive": lambda: pgettext("QAbstractFileIconProvider", "Drive"),
        "Folder": lambda: pgettext("QAbstractFileIconProvider", "Folder"),
        "File": lambda: pgettext("QAbstractFileIconProvider", "File"),
        "Unknown": lambda: pgettext("QAbstractFileIconProvider", "Unknown"),
    },
    "QMessageBox": {
        "Show Details...": lambda: pgettext("QMessageBox", "Show Details..."),
        "Hide Details...": lambda: pgettext("QMessageBox", "Hide Details..."),
    },
    "QScrollBar": {
        "Scroll here": lambda: pgettext("QScrollBar", "Scroll here"),
        "Top": lambda: pgettext("QScrollBar", "Top"),
        "Bottom": lambda: pgettext("QScrollBar", "Bottom"),
        "Page up": lambda: pgettext("QScrollBar", "Page up"),
        "Page down": lambda: pgettext("QScrollBar", "Page down"),
        "Scroll up": lambda: pgettext("QScrollBar", "Scroll up"),
        "Scroll down": lambda: pgettext("QScrollBar", "Scroll down"),
        "Left edge": lambda: pgettext("QScrollBar", "Left edge"),
        "Right edge": lambda: pgettext("QScrollBar", "Right edge"),
        "Page left": lambda: pgettext("QScrollBar", "Page left"),
        "Page right": lambda: pgettext("QScrollBar", "Page right"),
        "Scroll left": lambda: pgettext("QScrollBar", "Scroll left"),
        "Scroll right": lambda: pgettext("QScrollBar", "Scroll right"),
    },
    "QTabBar": {
        "Scroll Left": lambda: pgettext("QTabBar", "Scroll Left"),
        "Scroll Right": lambda: pgettext("QTabBar", "Scroll Right"),
    },
    "QPrintDialog": {
        "Print": lambda: pgettext("QPrintDialog", "Print"),
        "&Print": lambda: pgettext("QPrintDialog", "&Print"),
        "&Options >>": lambda: pgettext("QPrintDialog", "&Options >>"),
        "&Options <<": lambda: pgettext("QPrintDialog", "&Options <<"),
        "Print to File (PDF)": lambda: pgettext("QPrintDialog", "Print to File (PDF)"),
        "Local file": lambda: pgettext("QPrintDialog", "Local file"),
        "Write PDF file": lambda: pgettext("QPrintDialog", "Write PDF file"),
        "All Pages": lambda: pgettext("QPrintDialog", "All Pages"),
        "Odd Pages": lambda: pgettext("QPrintDialog", "Odd Pages"),
        "Even Pages": lambda: pgettext("QPrintDialog", "Even Pages"),
        "%1 already exists.\nDo you want to overwrite it?": lambda: pgettext(
            "QPrintDialog", "%1 already exists.\nDo you want to overwrite it?"
        ),
        "File %1 is not writable.\nPlease choose a different file name.": lambda: pgettext(
            "QPrintDialog", "File %1 is not writable.\nPlease choose a different file name."
        ),
        "%1 is a directory.\nPlease choose a different file name.": lambda: pgettext(
            "QPrintDialog", "%1 is a directory.\nPlease choose a different file name."
        ),
    },
    "QPrintWidget": {
        "Printer": lambda: pgettext("QPrintWidget", "Printer"),
        "&Name:": lambda: pgettext("QPrintWidget", "&Name:"),
        "P&roperties": lambda: pgettext("QPrintWidget", "P&roperties"),
        "Location:": lambda: pgettext("QPrintWidget", "Location:"),
        "Preview": lambda: pgettext("QPrintWidget", "Preview"),
        "Type:": lambda: pgettext("QPrintWidget", "Type:"),
        "Output &file:": lambda: pgettext("QPrintWidget", "Output &file:"),
    },
    "QPrintSettingsOutput": {
        "Copies": lambda: pgettext("QPrintSettingsOutput", "Copies"),
        "Options": lambda: pgettext("QPrintSettingsOutput", "Options"),
        "Print range": lambda: pgettext("QPrintSettingsOutput", "Print range"),
        "Print all": lambda: pgettext("QPrintSettingsOutput", "Print all"),
        "Pages from": lambda: pgettext("QPrintSettingsOutput", "Pages from"),
        "to": lambda: pgettext("QPrintSettingsOutput", "to"),
        "Current Page": lambda: pgettext("QPrintSettingsOutput", "Current Page"),
        "Selection": lambda: pgettext("QPrintSettingsOutput", "Selection"),
        "Pages": lambda: pgettext("QPrintSettingsOutput", "Pages"),
        "Page &Set:": lambda: pgettext("QPrintSettingsOutput", "Page &Set:"),
        "Output Settings": lambda: pgettext("QPrintSettingsOutput", "Output Settings"),
        "Copies:": lambda: pgettext("QPrintSettingsOutput", "Copies:"),
        "Collate": lambda: pgettext("QPrintSettingsOutput", "Collate"),
        "Reverse": lambda: pgettext("QPrintSettingsOutput", "Reverse"),
        "Color Mode": lambda: pgettext("QPrintSettingsOutput", "Color Mode"),
        "Color": lambda: pgettext("QPrintSettingsOutput", "Color"),
        "Grayscale": lambda: pgettext("QPrintSettingsOutput", "Grayscale"),
        "Double Sided Printing": lambda: pgettext("QPrintSettingsOutput", "Double Sided Printing"),
        "Off": lambda: pgettext("QPrintSettingsOutput", "Off"),
        "Long side binding": lambda: pgettext("QPrintSettingsOutput", "Long side binding"),
        "Short side binding": lambda: pgettext("QPrintSettingsOutput", "Short side binding"),
        (
            "Specify pages or ranges separated by commas. Ranges are specified by "
            "two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, "
            "7 and 9."
        ): lambda: pgettext(
            "QPrintSettingsOutput",
            "Specify pages or ranges separated by commas. Ranges are specified by "
            "two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, "
            "7 and 9.",
        ),
    },
    "QPlatformTheme": {
        "OK": lambda: pgettext("QPlatformTheme", "OK"),
        "Save": lambda: pgettext("QPlatformTheme", "Save"),
        "Open": lambda: pgettext("QPlatformTheme", "Open"),
        "&Yes": lambda: pgettext("QPlatformTheme", "&Yes"),
        "&No": lambda: pgettext("QPlatformTheme", "&No"),
        "Cancel": lambda: pgettext("QPlatformTheme", "Cancel"),
        "Close": lambda: pgettext("QPlatformTheme", "Close"),
        "Apply": lambda: pgettext("QPlatformTheme", "Apply"),
        "Discard": lambda: pgettext("QPlatformTheme", "Discard"),
        "Help": lambda: pgettext("QPlatformTheme", "Help"),
    },
    "QShortcut": {
        "Ctrl": lambda: pgettext("QShortcut", "Ctrl"),
        "Shift": lambda: pgettext("QShortcut", "Shift"),
        "Alt": lambda: pgettext("QShortcut", "Alt"),
        "Space": lambda: pgettext("QShortcut", "Space"),
        "Esc": lambda: pgettext("QShortcut", "Esc"),
        "Return": lambda: pgettext("QShortcut", "Return"),
        "Enter": lambda: pgettext("QShortcut", "Enter"),
        "Del": lambda: pgettext("QShortcut", "Del"),
        "Home": lambda: pgettext("QShortcut", "Home"),
        "End": lambda: pgettext("QShortcut", "End"),
        "Left": lambda: pgettext("QShortcut", "Left"),
        "Right": lambda: pgettext("QShortcut", "Right"),
        "Up": lambda: pgettext("QShortcut", "Up"),
        "Down": lambda: pgettext("QShortcut", "Down"),
        "PgUp": lambda: pgettext("QShortcut", "PgUp"),
        "PgDown": lambda: pgettext("QShortcut", "PgDown"),
    },
}


class QtWords(QTranslator):
    """Answers Qt's questions for words; install it once, it follows the language in force."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        word = _WORDS.get(context, {}).get(source)
        # None lets Qt keep its own English. An empty text would be taken for the translation: Qt's
        # reader of TGA pictures knows by an empty complaint that a file is one, and claims all.
        return word() if word is not None else None
