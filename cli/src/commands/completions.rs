//! `wechatpay completions`: the completions of a shell.

use std::io;

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::{
    arguments::Arguments,
    failure::{Exit, Result},
};

#[derive(Debug, Args)]
pub(crate) struct CompletionsArguments {
    /// The shell
    shell: Shell,
}

pub(crate) fn run(arguments: &CompletionsArguments) -> Result<Exit> {
    let mut command = Arguments::command();
    clap_complete::generate(
        arguments.shell,
        &mut command,
        "wechatpay",
        &mut io::stdout(),
    );
    Ok(Exit::Success)
}
