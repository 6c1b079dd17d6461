//! `wechatpay operations`.

use clap::Args;

use crate::{
    failure::{Exit, Failure, Result},
    output::Output,
};

#[derive(Debug, Args)]
pub(crate) struct OperationsArguments {}

pub(crate) fn run(_arguments: &OperationsArguments, _output: &Output) -> Result<Exit> {
    Err(Failure::configuration("not built yet"))
}
