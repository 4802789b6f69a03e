"""Write the tree of README.md anew: one line per file, in the file's own first words. A test holds it current.

usage: python setup/tree.py [--check]
"""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BEGIN, END = "<!-- tree: `make tree` writes it -->", "<!-- end of tree -->"
FOLDERS = {
    "base_model": "the writer that ships: weights, tokenizer, model card",
    "benchmarks": "speed and truth, measured side by side, as JSON",
    "bento": "the REST service",
    "cli": "the `resumify` command, for people",
    "configs": "what each pipeline does, one YAML each",
    "demo": "a profile site of our own, with made-up people and postings",
    "docs": "decisions, dated",
    "pipelines": "what `run.py` starts: ZenML pipelines, and what stands around them",
    "resumify": "the domain: everything that can be tested without a framework",
    "setup": "installs what `make` needs, writes this tree",
    "stacks": "where ZenML runs, one YAML each",
    "steps": "ZenML steps: open what is needed, call one function, return its value",
    "streaming": "the Bytewax flow from changes to features",
    "tests": "what would notice",
}


def main() -> int:
    """Rewrite the README, or with --check say whether that would change it."""
    text = README.read_text(encoding="utf-8")
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    fresh = f"{head}{BEGIN}\n```\n{tree()}```\n{END}{tail}"
    if "--check" in sys.argv:
        return int(fresh != text)
    README.write_text(fresh, encoding="utf-8")
    return 0


def tree() -> str:
    """The tracked files of every folder above: Python files with the first sentence of their docstring."""
    names = subprocess.run(  # noqa: S603 - git, with our own words
        ["git", "ls-files", *FOLDERS, "run.py"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    lines = [_line(0, "run.py", _docstring(ROOT / "run.py"))]
    for folder, words in FOLDERS.items():
        inside = [name for name in names if name.startswith(f"{folder}/")]
        if inside:
            lines += [_line(0, f"{folder}/", words), *_files(folder, inside)]
    return "".join(f"{line}\n" for line in lines)


def _files(folder: str, names: list[str]) -> list[str]:
    """One line per Python file below `folder`, sub-folders indented under a line of their own."""
    if folder == "tests":
        return []
    lines: list[str] = []
    seen: set[str] = set()
    for name in sorted(names, key=lambda n: (n.count("/") > 1, n)):
        path = Path(name)
        if path.suffix != ".py" or not (words := _docstring(ROOT / path)):
            continue
        depth = len(path.parts) - 1
        parent = path.parent.as_posix()
        if path.name == "__init__.py":
            if depth > 1:
                lines.append(_line(depth - 1, f"{path.parent.name}/", words))
                seen.add(parent)
            continue
        if depth > 1 and parent not in seen:
            lines.append(_line(depth - 1, f"{path.parent.name}/", ""))
            seen.add(parent)
        lines.append(_line(depth, path.name, words))
    return lines


def _line(depth: int, name: str, words: str) -> str:
    return f"{'  ' * depth}{name}".ljust(26) + f" {words}" if words else f"{'  ' * depth}{name}"


def _docstring(path: Path) -> str:
    """The first sentence of the module's docstring, without its final stop."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    paragraph = " ".join(text.split("\n\n")[0].split())
    return paragraph.split(". ")[0].rstrip(".")


if __name__ == "__main__":
    sys.exit(main())
