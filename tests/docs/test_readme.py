"""What the README and the pages of docs/ say is so."""

import doctest
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from transmittal.cli.commands import COMMANDS as COMMAND_NAMES
from transmittal.forms import forms

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted(
    p
    for p in [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        ROOT / "examples/README.md",
        ROOT / "src/transmittal/catalogue/data/README.md",
    ]
)
_CONSOLE = re.compile(r"^```console\n\$ (.+)\n((?:.*\n)*?)```$", re.M)
_LINK = re.compile(r"\]\((?!https?://)([^)#]+)\)")
_OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
_CELL = re.compile(r"^\| `([a-z]+)` \| `([a-z0-9_-]+)` |^\| `([a-z0-9_-]+)` ", re.M)


def run(*words: str) -> str:
    """`transmittal` in the checkout, at the width the README is written for."""
    script = Path(sys.executable).parent / "transmittal"
    call = [str(script)] if script.exists() else [sys.executable, "-m", "transmittal"]
    done = subprocess.run([*call, *words], cwd=ROOT, capture_output=True, encoding="utf-8", env=os.environ | {"COLUMNS": "80"}, check=True)
    return done.stdout


COMMANDS = [(m[1], m[2]) for m in _CONSOLE.finditer(README)]


@pytest.mark.parametrize(("command", "printed"), COMMANDS, ids=[c for c, _ in COMMANDS])
def test_a_command_of_the_readme_prints_what_it_shows(command: str, printed: str) -> None:
    program, *words = command.split()
    assert program == "transmittal"
    assert run(*words) == printed


def test_the_readme_shows_commands() -> None:
    assert len(COMMANDS) >= 2


def test_the_python_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert (result.attempted > 0, result.failed) == (True, 0)


def test_the_readme_stays_short() -> None:
    assert README.count("\n") < 150


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_within_the_checkout_lead_somewhere(page: Path) -> None:
    links = _LINK.findall(re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_target_of_the_readme_is_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert [t for t in re.findall(r"`make ([a-z-]+)`", README) if not re.search(rf"^{t}:", makefile, re.M)] == []


CLI = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
_SECTION = re.compile(r"^##+ `transmittal ([a-z]+)[^\n]*\n(.*?)(?=^##+ `transmittal|^## |\Z)", re.M | re.S)


def told_options(text: str) -> set[str]:
    """The options in the first cells of a page's tables."""
    return set(_OPTION.findall("\n".join(line.split("|")[1] for line in text.splitlines() if line.startswith("| `-"))))


@pytest.mark.parametrize("command", COMMAND_NAMES)
def test_every_option_is_documented_and_every_documented_option_exists(command: str) -> None:
    sections: dict[str, str] = {}
    for found in _SECTION.finditer(CLI):
        sections[found[1]] = sections.get(found[1], "") + found[2]
    shown = set(_OPTION.findall(re.sub(r"^usage:.*?\n\n", "", run(command, "--help"), flags=re.S))) - {"-h", "--help"}
    shared = told_options(CLI.partition("## Casebooks")[2].partition("## Keeping what is read")[0])
    own = told_options(sections[command]) - {"-h", "--help"}
    assert own <= shown, "documented, but not there"
    assert shown <= own | shared, "there, but not documented"


def test_every_dependency_has_its_line_and_every_line_its_dependency() -> None:
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8").partition("## Building")[0]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    required = {re.split(r"[<>=!~ ;\[]", r)[0] for r in project["dependencies"]}
    extra = {(name, re.split(r"[<>=!~ ;\[]", r)[0]) for name, rs in project.get("optional-dependencies", {}).items() for r in rs}
    told = {(m[1], m[2]) if m[1] else m[3] for m in _CELL.finditer(page)}
    assert told == required | extra


def test_building_needs_what_the_page_says() -> None:
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8").partition("## Building")[2]
    system = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]
    assert [r for r in (re.split(r"[<>=!~ ;\[]", r)[0] for r in system["requires"]) if f"`{r}`" not in page] == []


@pytest.mark.parametrize("layout", [form.layout.id for form in forms()])
def test_every_layout_has_its_page(layout: str) -> None:
    assert (ROOT / "docs/reading" / f"{layout}.md").exists()


def test_every_example_is_listed_and_in_the_manifest() -> None:
    folder = ROOT / "examples"
    files = {p.name for p in folder.iterdir() if p.is_file()} - {"README.md", "manifest.jsonl"}
    page, manifest = (folder / "README.md").read_text(encoding="utf-8"), (folder / "manifest.jsonl").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([^`]+)`", page, re.M)) == files
    assert set(re.findall(r'"path": "([^"]+)"', manifest)) == files
