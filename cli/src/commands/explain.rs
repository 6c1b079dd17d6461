//! `wechatpay explain`.

use clap::Args;

use crate::{
    failure::{Exit, Failure, Result},
    output::Output,
};

#[derive(Debug, Args)]
pub(crate) struct ExplainArguments {}

pub(crate) fn run(_arguments: &ExplainArguments, _output: &Output) -> Result<Exit> {
    Err(Failure::configuration("not built yet"))
}
