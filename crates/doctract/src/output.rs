//! Writing to the terminal: results on standard output, all else on standard error. Colours are taken out where nobody
//! can see them, or where they are not wanted.

use std::io::{self, IsTerminal, Write};

use anstyle::{AnsiColor, Effects, Style};
use report::Look;

use crate::exit::Failure;

const ERROR: Style = AnsiColor::BrightRed.on_default().effects(Effects::BOLD);
const HELP: Style = AnsiColor::BrightCyan.on_default().effects(Effects::BOLD);

/// A result. A reader that closes the pipe early (`| head`) has what it wanted.
pub(crate) fn say(text: &str) {
    let mut out = anstream::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Something on the way.
pub(crate) fn tell(text: &str) {
    let mut out = anstream::stderr().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Why the program ends early.
pub(crate) fn complain(failure: &Failure) {
    tell(&format!("{ERROR}error{ERROR:#}: {}\n", failure.what));
    if !failure.help.is_empty() {
        tell(&format!("  {HELP}help{HELP:#}: {}\n", failure.help));
    }
}

/// How text for people looks on standard output. Colours are always written; the stream drops them where it must.
pub(crate) fn look() -> Look {
    Look { colour: true, width: width(io::stdout().is_terminal()) }
}

/// How text for people looks on standard error.
pub(crate) fn error_look() -> Look {
    Look { colour: true, width: width(io::stderr().is_terminal()) }
}

fn width(terminal: bool) -> usize {
    let plain = Look::plain().width;
    if !terminal {
        return plain;
    }
    terminal_size::terminal_size().map_or(plain, |(width, _)| usize::from(width.0).clamp(60, 160))
}
