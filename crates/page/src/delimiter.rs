//! The line below the header of a table, such as `|:---|---|`.

/// The number of columns that a delimiter line such as `|:---|---|` announces.
pub(crate) fn delimiter_columns(line: &str) -> Option<usize> {
    let (mut columns, mut pipes) = (0, 0);
    let mut cell = Part::Before;
    for byte in line.trim().bytes() {
        cell = match (byte, cell) {
            (b'-', Part::Before | Part::Colon | Part::Dashes) => Part::Dashes,
            (b':', Part::Before) => Part::Colon,
            (b':', Part::Dashes) | (b' ' | b'\t', Part::Dashes | Part::Behind) => Part::Behind,
            (b' ' | b'\t', Part::Before) => Part::Before,
            // The pipe that leads the line ends no cell.
            (b'|', Part::Before) if pipes == 0 => {
                pipes += 1;
                Part::Before
            }
            (b'|', Part::Dashes | Part::Behind) => {
                (columns, pipes) = (columns + 1, pipes + 1);
                Part::Before
            }
            _ => return None,
        };
    }
    match cell {
        Part::Dashes | Part::Behind => (pipes > 0).then_some(columns + 1),
        Part::Before => (columns > 0).then_some(columns),
        Part::Colon => None,
    }
}

/// How far a cell of a delimiter line is read.
#[derive(Clone, Copy)]
enum Part {
    Before,
    Colon,
    Dashes,
    Behind,
}

#[cfg(test)]
mod tests {
    use super::delimiter_columns;

    #[test]
    fn a_delimiter_line_announces_its_columns() {
        for (line, columns) in [
            ("|---|---|", Some(2)),
            ("| :-- | :-: | -: |", Some(3)),
            ("--|--", Some(2)),
            ("--|", Some(1)),
            ("|--", Some(1)),
            ("  |-|  ", Some(1)),
            ("--", None),
            ("|", None),
            ("||--|", None),
            ("|--||", None),
            ("|- -|", None),
            ("|: --|", None),
            ("|-- :|", None),
            ("|-::|", None),
            ("|:|", None),
            ("| a | b |", None),
        ] {
            assert_eq!(delimiter_columns(line), columns, "{line}");
        }
    }
}
