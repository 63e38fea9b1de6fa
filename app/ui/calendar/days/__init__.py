"""Days of the office in the calendar: how they look and read, and the dialogs that change them."""
