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
    let pages = tempfile::tempdir()?;
    clap_mangen::generate_to(command, pages.path()).map_err(failure)?;
    for page in fs::read_dir(pages.path())? {
        let page = page?;
        let text = with_line_breaks(&fs::read_to_string(page.path())?);
        fs::write(folder.join(page.file_name()), text).map_err(failure)?;
    }
    Ok(Exit::Success)
}

/// Keeps the line breaks of the last sections, such as examples and lists, which `man` would fill like prose.
fn with_line_breaks(page: &str) -> String {
    const HEAD: &str = "\n.SH EXTRA\n";
    let Some((before, extra)) = page.split_once(HEAD) else {
        return page.to_owned();
    };
    let (extra, after) = extra.split_at(extra.find("\n.SH ").unwrap_or(extra.len()));
    format!("{before}{HEAD}.nf\n{extra}\n.fi{after}")
}
