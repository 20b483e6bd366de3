//! The words of a table's cells, all in one list: a table has hundreds of cells, most of a few words.

/// A stretch of the source in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fragment {
    /// First byte.
    pub(crate) start: u32,
    /// One past the last byte.
    pub(crate) end: u32,
    /// Whether a paragraph begins here; else it goes on without a break.
    pub(crate) begins: bool,
}

/// What stands in the cells of one table, cell after cell in the order in which they were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    fragments: Vec<Fragment>,
}

/// Which of the fragments are a cell's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    start: usize,
    end: usize,
}

impl Words {
    /// A cell without words so far.
    pub(super) fn cell(&self) -> Place {
        Place { start: self.fragments.len(), end: self.fragments.len() }
    }

    /// A cell of one paragraph.
    pub(super) fn whole(&mut self, range: (u32, u32)) -> Place {
        let mut cell = self.cell();
        self.begin(&mut cell, range);
        cell
    }

    /// A cell whose one paragraph is put together of several ranges.
    pub(super) fn joined(&mut self, ranges: &[(u32, u32)]) -> Place {
        let mut cell = self.cell();
        for &range in ranges {
            self.go_on(&mut cell, range);
        }
        cell
    }

    /// Begins a paragraph in `cell`, which must be the last that was written to.
    pub(super) fn begin(&mut self, cell: &mut Place, range: (u32, u32)) {
        self.push(cell, range, true);
    }

    /// Goes on in the last paragraph of `cell`, which must be the last that was written to.
    pub(super) fn go_on(&mut self, cell: &mut Place, range: (u32, u32)) {
        self.push(cell, range, cell.is_empty());
    }

    fn push(&mut self, cell: &mut Place, (start, end): (u32, u32), begins: bool) {
        if cell.is_empty() {
            *cell = self.cell();
        }
        debug_assert_eq!(cell.end, self.fragments.len(), "only the last cell grows");
        self.fragments.push(Fragment { start, end, begins });
        cell.end += 1;
    }

    /// A cell that goes on in another.
    pub(super) fn together(&mut self, cell: Place, other: Place) -> Place {
        let mut whole = self.cell();
        for (place, goes_on) in [(cell, false), (other, true)] {
            for at in place.start..place.end {
                let Fragment { start, end, begins } = self.fragments[at];
                self.push(&mut whole, (start, end), begins && !(goes_on && at == place.start));
            }
        }
        whole
    }

    /// The fragments of `cell`.
    pub(crate) fn of(&self, cell: Place) -> &[Fragment] {
        &self.fragments[cell.start..cell.end]
    }

    /// The paragraphs of `cell`.
    #[cfg(any(test, feature = "pdf"))]
    pub(crate) fn paragraphs(&self, cell: Place) -> impl Iterator<Item = &[Fragment]> {
        self.of(cell).chunk_by(|_, next| !next.begins)
    }
}

impl Place {
    /// Whether the cell has no words.
    pub(crate) fn is_empty(self) -> bool {
        self.start == self.end
    }
}
