//! `wechatpay completions`: the completions of a shell.

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::{
    arguments::Arguments,
    failure::{Exit, Result},
    output::Output,
};

#[derive(Debug, Args)]
pub(crate) struct CompletionsArguments {
    /// The shell
    shell: Shell,
}

pub(crate) fn run(arguments: &CompletionsArguments, output: &Output) -> Result<Exit> {
    let mut command = Arguments::command();
    // clap_complete panics if it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "wechatpay", &mut script);
    output.verbatim(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Success)
}
