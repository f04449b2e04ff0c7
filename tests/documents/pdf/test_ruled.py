"""The grids that rules draw: cells, spans, and what is made of rules that are missing or drawn by a shaky hand."""

from zi_excel.documents.pdf.ruled import Rule, merged, ruled_grids

ACROSS = [Rule(0, 0, 300), Rule(20, 0, 300), Rule(40, 0, 300)]
DOWN = [Rule(0, 0, 40), Rule(100, 0, 40), Rule(200, 0, 40), Rule(300, 0, 40)]


def spans(across, down):
    (grid,) = ruled_grids(across, down)
    return [(box.top, box.left, box.bottom, box.right) for box in grid.boxes]


def test_a_plain_grid():
    """Two rows by three columns."""
    assert spans(ACROSS, DOWN) == [(row, column, row + 1, column + 1) for row in (0, 1) for column in (0, 1, 2)]


def test_merged_cells():
    """A rule that ends early leaves one cell over two columns, or two rows."""
    assert (0, 0, 1, 2) in spans(ACROSS, [DOWN[0], Rule(100, 20, 40), *DOWN[2:]])
    assert (0, 0, 2, 1) in spans([ACROSS[0], Rule(20, 100, 300), ACROSS[2]], DOWN)


def test_open_sides():
    """Without its outer rules a table ends where the others do."""
    assert len(spans(ACROSS, DOWN[1:3])) == 6
    assert len(spans([ACROSS[1]], DOWN)) == 6


def test_thick_and_dashed_rules():
    """Both edges of a thick rule are one, and so are its dashes."""
    dashed = [Rule(20 + at % 2, left, left + 8) for at, left in enumerate(range(0, 300, 10))]
    assert len(merged(dashed)) == 1
    assert len(spans([ACROSS[0], *dashed, ACROSS[2]], [*DOWN, Rule(101.5, 0, 40)])) == 6


def test_two_tables_and_a_line():
    """Each group of rules that touch is a table; an underline is none."""
    lower = [Rule(rule.at + 100, rule.first, rule.last) for rule in ACROSS]
    lower_down = [Rule(rule.at, rule.first + 100, rule.last + 100) for rule in DOWN]
    assert len(ruled_grids([*lower, *ACROSS, Rule(60, 10, 80)], [*DOWN, *lower_down])) == 2


def test_a_drawing_is_no_table():
    """Thousands of rules are a picture."""
    many = [Rule(at * 6.0, 0, 300) for at in range(3000)]
    assert ruled_grids(many, [Rule(at * 6.0, 0, 9000) for at in range(3000)]) == []
