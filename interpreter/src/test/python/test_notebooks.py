"""Carries out the notebooks with the installed kernel and compares what they print; looks at exports.

Run with the kernel and the lexer installed where JUPYTER_PATH and PYTHONPATH point:
python3 -m unittest test_notebooks
"""

import pathlib
import unittest

import nbformat
from nbconvert import HTMLExporter
from nbconvert.preprocessors import ExecutePreprocessor

NOTEBOOKS = pathlib.Path(__file__).parents[4] / "notebooks"


def printed(cell):
    """What a cell answers: the kind of each output and its text; pictures depend on fonts."""
    outputs = []
    for output in cell.get("outputs", []):
        data = output.get("data", {})
        text = data.get("text/plain", output.get("evalue", ""))
        outputs.append((output.output_type, sorted(data), text))
    return outputs


class Notebooks(unittest.TestCase):
    def test_every_notebook_answers_as_it_is_printed(self):
        files = sorted(NOTEBOOKS.glob("*.ipynb"))
        self.assertGreaterEqual(len(files), 3)
        for file in files:
            with self.subTest(notebook=file.name):
                notebook = nbformat.read(file, as_version=4)
                wanted = [printed(cell) for cell in notebook.cells]
                ExecutePreprocessor(timeout=300, kernel_name="sit").preprocess(notebook)
                for cell, outputs in zip(notebook.cells, wanted):
                    self.assertEqual(printed(cell), outputs, cell.source)

    def test_exported_cells_are_coloured_and_pictures_are_there(self):
        page, _ = HTMLExporter().from_filename(str(NOTEBOOKS / "tour.ipynb"))
        self.assertIn('<span class="kd">rv</span>', page)
        self.assertIn("data:image/svg+xml;base64,", page)


if __name__ == "__main__":
    unittest.main()
