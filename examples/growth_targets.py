"""From a folder of reports to the table of wording classes and a figure.

    python examples/growth_targets.py [FOLDER] [OUT]

Without a folder it takes the sample reports that ship with Taizhang. Needs the extra ``panel``.
"""

import sys
from importlib.resources import as_file, files
from pathlib import Path

from taizhang.corpus import papers
from taizhang.corpus.charts import draw
from taizhang.corpus.formats import as_dict, write_panel
from taizhang.corpus.gather import gather
from taizhang.corpus.panel import COLUMNS, chosen_indicators, panel
from taizhang.corpus.store import Store


def main(folder: Path, out: Path) -> None:
    """Gather the reports of ``folder``, write panel, table and figure to ``out``, print the table."""
    out.mkdir(parents=True, exist_ok=True)
    store = Store(out / "work.sqlite")
    gather([str(folder)], store)
    rows = panel(store, chosen_indicators(["gdp"]))
    write_panel(map(as_dict, rows), out / "panel.parquet", list(COLUMNS))
    frame = papers.load_panel(out / "panel.parquet", "gdp")
    table = papers.wording(frame, "year", papers.load_wording_map("yu-2019"))
    table.to_csv(out / "wording.csv", index=False)
    draw("wording", table, out / "wording.svg", "经济增长目标的措辞 wording of growth targets")
    print(table.to_string(index=False))


if __name__ == "__main__":
    with as_file(files("taizhang") / "samples") as samples:
        main(
            Path(sys.argv[1]) if len(sys.argv) > 1 else samples,
            Path(sys.argv[2] if len(sys.argv) > 2 else "out"),
        )
