"""What a person does at a desk's window with the keyboard alone; every stop is kept as a picture."""

from desk_window import PICTURES, Desk


class DeskWalk:
    """Keys at one window. Pictures are named after `name`; where one is must be seen on them, and no button cut off."""

    def __init__(self, window: Desk, name: str) -> None:
        self.window = window
        self._name = name
        self._stops = 0

    def choose(self, number: str) -> None:
        """F2 goes to the queue, slash to its search; the number, Down."""
        self.window.key("F2")
        self.wait_for_queue()
        self.window.wait(lambda: self.is_known(number), f"{number} at this desk")
        self.window.key("Slash")
        self.window.key("A", "Control")
        self.window.keys(number)
        self.window.wait(lambda: self.window.numbers() == [number], f"{number} to be the one row that fits")
        self.window.key("Down")
        self.window.wait(lambda: self.window.shown() == number, f"{number} in the details")
        assert self.window.selected() == [number], "the row that is chosen looks it"

    def is_known(self, number: str) -> bool:
        """Whether a case file has come to this desk."""
        return self.window.state(number) is not None

    def open(self, letter: str) -> None:
        """Press the letter of an act and wait for its form."""
        self.window.key(letter)
        self.window.wait(lambda: self.window.form() != "", f"the form of {letter}")

    def paste_picture(self) -> None:
        """Ctrl+V with a picture on the clipboard, as somebody sent it; the form counts it."""
        self.window.copy_picture()
        self.window.key("V", "Control")
        self.window.wait(lambda: "1 / 1" in self.window.pictures(), "the picture to be kept")

    def wait_for_queue(self) -> None:
        """Wait until the focus is back in the queue."""
        self.window.wait(lambda: "LiveTable" in self.window.focus(), "the focus to be in the queue")

    def look(self, name: str) -> None:
        """Keep a picture; where one is must be seen, and no button be cut off."""
        self._stops += 1
        self.window.pause(350)
        self.window.picture(str(PICTURES / f"{self._name}-{self._stops:02d}-{name}.png"))
        assert self.window.focus_is_visible(), f"{name}: the focus is out of sight in {self.window.focus()}"
        assert self.window.cut_off() == [], name
        assert self.window.overflow() == [], name
