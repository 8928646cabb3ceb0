//! A page as lines of cells, without the reader's help.

use super::facts::Table;

/// The lines of a page that begin rows.
pub(crate) struct Lines<'p>(Vec<Row<'p>>);

/// A line that begins with a pipe.
pub(crate) struct Row<'p> {
    pub(crate) line: usize,
    pub(crate) cells: Vec<&'p str>,
    table: Option<Table>,
}

impl<'p> Lines<'p> {
    pub(crate) fn of(text: &'p str) -> Self {
        let (mut rows, mut table, mut fenced) = (Vec::new(), None, false);
        for (index, line) in text.lines().enumerate() {
            if line.starts_with("```") {
                fenced = !fenced;
            } else if fenced {
                continue;
            } else if let Some(words) = line.strip_prefix("## ") {
                table = section(words);
            } else if let Some(cells) = line.strip_prefix('|') {
                let cells = cells.split('|').map(|cell| cell.trim_matches(is_mark)).collect();
                rows.push(Row { line: index + 1, cells, table });
            }
        }
        Self(rows)
    }

    /// The rows of a table that have that name, or error code, in a cell of its own.
    pub(crate) fn rows(&self, table: Table, name: &str) -> impl Iterator<Item = &Row<'p>> {
        let named = move |row: &&Row<'p>| match table {
            Table::Errors => row.cells.contains(&name),
            Table::Request | Table::Response => row.cells.first() == Some(&name),
        };
        self.0.iter().filter(move |row| row.table == Some(table)).filter(named)
    }

    /// The row that begins in a line.
    pub(crate) fn at(&self, line: usize) -> Option<&Row<'p>> {
        self.0.iter().find(|row| row.line == line)
    }
}

impl Row<'_> {
    /// The words that must be the same in each language, but for yes and no: type and presence of a parameter, the type
    /// of a field, the status of an error.
    pub(crate) fn says(&self) -> Vec<String> {
        let status = |cell: &&&str| !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit());
        match self.table {
            Some(Table::Request) => self.cells.iter().skip(1).take(2).map(|cell| word(cell)).collect(),
            Some(Table::Response) => self.cells.iter().skip(1).take(1).map(|cell| word(cell)).collect(),
            Some(Table::Errors) => {
                self.cells.iter().find(status).map(|cell| word(cell)).into_iter().collect()
            }
            None => Vec::new(),
        }
    }
}

fn section(words: &str) -> Option<Table> {
    let words = words.split('{').next().unwrap_or_default().trim().to_lowercase();
    match words.as_str() {
        "请求参数" | "request parameters" | "request parameter" => Some(Table::Request),
        "返回参数" | "返回数据" | "response parameters" | "return parameters" => {
            Some(Table::Response)
        }
        "错误码" | "error codes" | "error code" | "errors" | "error" => Some(Table::Errors),
        _ => None,
    }
}

fn word(cell: &str) -> String {
    match cell {
        "是" => "yes".to_owned(),
        "否" => "no".to_owned(),
        _ => cell.to_lowercase(),
    }
}

fn is_mark(c: char) -> bool {
    c.is_whitespace() || matches!(c, '└' | '├' | '│' | '─' | '*')
}
