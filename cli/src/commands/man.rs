//! `wechatpay man`: the man pages, one for each command.

use std::{fs, path::PathBuf};

use clap::{Args, CommandFactory as _};

use crate::{
    arguments::{Arguments, with_usage},
    failure::{Exit, Failure, Result},
};

#[derive(Debug, Args)]
pub(crate) struct ManArguments {
    /// The folder to write the pages to, such as ~/.local/share/man/man1
    folder: PathBuf,
}

pub(crate) fn run(arguments: &ManArguments) -> Result<Exit> {
    let folder = &arguments.folder;
    let failure = |error| Failure::file(folder, "write", &error);
    fs::create_dir_all(folder).map_err(failure)?;
    // Without the subcommand `help`, which needs no page.
    let command = Arguments::command().disable_help_subcommand(true);
    // A page leaves out the description of an option that the short help hides.
    let command = command.mut_args(|argument| argument.hide_short_help(false));
    let command = with_usage(command);
    clap_mangen::generate_to(command, folder).map_err(failure)?;
    Ok(Exit::Success)
}
