//! The command `wechatpay`: reads the arguments, runs one command, and exits with a code for the outcome.

mod api_v3_key;
mod arguments;
mod certificate;
mod command_line;
mod commands;
mod config;
mod content;
mod data;
mod decrypt;
mod error_response;
mod failure;
mod file;
mod interrupt;
mod json;
mod key_failure;
mod key_material;
mod library_text;
mod merge;
mod missing;
mod names;
mod network;
mod no_connection;
mod on_the_way;
mod output;
mod overwrite;
mod sender;
mod settings;
mod shell;
mod sign_with;
mod suggest;
mod throwaway;
mod timeout;

use std::process::ExitCode;

use arguments::{Arguments, ConnectionArguments};
use failure::{Failure, Result};
use output::Output;
use settings::Settings;

fn main() -> ExitCode {
    let arguments = Arguments::read();
    let output = Output::new(arguments.output);
    match run(&arguments, &output) {
        Ok(exit) => exit.into(),
        Err(failure) => {
            let failure = finished(failure, &arguments.connection);
            output.failure(&failure);
            failure.exit().into()
        }
    }
}

/// The failure with the steps that need the settings.
fn finished(failure: Failure, connection: &ConnectionArguments) -> Failure {
    let failure = failure.with_flags(&connection.flags);
    match Settings::new(connection) {
        Ok(settings) => failure.with_way(settings.options()),
        Err(_) => failure,
    }
}

fn run(arguments: &Arguments, output: &Output) -> Result<failure::Exit> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    runtime.block_on(commands::run(arguments, output))
}
