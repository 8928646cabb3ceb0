//! Runs the program.

use std::process::Command;

/// What a call of the program did.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Calls the program with a key in its environment.
pub(crate) fn doctract_with(key: &[String; 2], arguments: &[&str]) -> Ran {
    ran(Command::new(env!("CARGO_BIN_EXE_doctract"))
        .envs(["DOCTRACT_KEY_ID", "DOCTRACT_KEY_SECRET"].into_iter().zip(key))
        .args(arguments))
}

/// Calls the program, without what the environment may say of colours and keys.
pub(crate) fn doctract(arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_doctract"));
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "DOCTRACT_KEY_ID", "DOCTRACT_KEY_SECRET"] {
        command.env_remove(name);
    }
    ran(command.args(arguments))
}

fn ran(command: &mut Command) -> Ran {
    let output = command.output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
    Ran { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

/// The path of a spec of this repository.
pub(crate) fn spec(name: &str) -> String {
    format!("{}/../../specs/{name}", env!("CARGO_MANIFEST_DIR"))
}
