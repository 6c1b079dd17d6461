//! `wechatpay trigger`.

use clap::Args;

use crate::{
    failure::{Exit, Failure, Result},
    output::Output,
};

#[derive(Debug, Args)]
pub(crate) struct TriggerArguments {}

pub(crate) async fn run(_arguments: &TriggerArguments, _output: &Output) -> Result<Exit> {
    Err(Failure::configuration("not built yet"))
}
