//! Pages with what does not matter changed: line ends, tabs, pipes that are none.

/// A byte order mark, and lines that end as on Windows.
pub(crate) fn with_other_line_ends(page: &str) -> String {
    format!("\u{feff}{}", page.replace('\n', "\r\n"))
}

/// Tabs around each cell, inside the row: before the first pipe they would make it code.
pub(crate) fn with_tabs(page: &str) -> String {
    let mut out = String::new();
    let mut fenced = false;
    for line in page.lines() {
        let fence = line.starts_with("```");
        fenced ^= fence;
        if fenced || fence {
            out.push_str(line);
        } else {
            tabbed(line, &mut out);
        }
        out.push('\n');
    }
    out
}

fn tabbed(line: &str, out: &mut String) {
    let mut escaped = false;
    for (at, c) in line.char_indices() {
        if c == '|' && !escaped {
            out.push_str(if at == 0 { "|\t" } else { "\t|\t" });
        } else {
            out.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
}

/// Full-width pipes in sentences that each drawn page may have.
pub(crate) fn with_wide_pipes(page: &str) -> String {
    page.replace("镜像的名称。", "镜像｜的名称。｜")
        .replace("the image.", "the｜image.｜")
        .replace("theimage.", "the｜image.｜")
}
