//! `wechatpay declare`.

use clap::Args;

use crate::{
    failure::{Exit, Failure, Result},
    output::Output,
};

#[derive(Debug, Args)]
pub(crate) struct DeclareArguments {}

pub(crate) fn run(_arguments: &DeclareArguments, _output: &Output) -> Result<Exit> {
    Err(Failure::configuration("not built yet"))
}
