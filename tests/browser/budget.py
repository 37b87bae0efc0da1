"""Counting what a task costs: clicks, inputs, and whether the page moved under the reader."""

from dataclasses import dataclass, field

COUNT = """
if (!window.counting) {
window.counting = true;
addEventListener('click', (e) => { if (e.isTrusted && e.detail !== 0) sessionStorage.clicks = Number(sessionStorage.clicks || 0) + 1; }, true);
addEventListener('change', (e) => {
  if (['checkbox', 'radio'].includes(e.target.type)) return;
  const seen = new Set(JSON.parse(sessionStorage.inputs || '[]'));
  seen.add(location.pathname + ' ' + e.target.name);
  sessionStorage.inputs = JSON.stringify([...seen]);
}, true);
sessionStorage.shift = sessionStorage.shift || 0;
new PerformanceObserver((list) => list.getEntries().forEach((e) => {
  if (!e.hadRecentInput) sessionStorage.shift = Number(sessionStorage.shift) + e.value;
})).observe({ type: 'layout-shift', buffered: true });
}
"""


@dataclass
class Budget:
    """What a person's task has cost since `start`."""

    person: object
    marks: list[str] = field(default_factory=list)

    def start(self) -> "Budget":
        """Begin to count."""
        self.person.page.evaluate("sessionStorage.clicks = 0; sessionStorage.inputs = '[]'; sessionStorage.shift = 0")
        return self

    @property
    def clicks(self) -> int:
        """Clicks of the mouse; a choice out of a list is one."""
        return self._number("clicks") + self._selects()

    @property
    def inputs(self) -> int:
        """Fields that were typed into or chosen from."""
        return int(self.person.page.evaluate("JSON.parse(sessionStorage.inputs || '[]').length"))

    @property
    def shift(self) -> float:
        """How much of the page moved by itself (cumulative layout shift)."""
        return float(self.person.page.evaluate("Number(sessionStorage.shift)"))

    def _number(self, name: str) -> int:
        return int(self.person.page.evaluate(f"Number(sessionStorage.{name} || 0)"))

    def _selects(self) -> int:
        return sum(mark == "select" for mark in self.marks)

    def choose(self, selector: str, **option: object) -> None:
        """Choose from a list: one click."""
        self.person.page.locator(selector).select_option(**option)
        self.marks.append("select")


def counted(person) -> Budget:
    """Count from the next page on."""
    person.page.add_init_script(COUNT)
    person.page.reload()
    return Budget(person).start()
