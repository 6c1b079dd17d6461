//! `wechatpay bill`.

use clap::Args;

use crate::settings::Settings;
use crate::{
    failure::{Exit, Failure, Result},
    output::Output,
};

#[derive(Debug, Args)]
pub(crate) struct BillArguments {}

pub(crate) async fn run(
    _arguments: &BillArguments,
    _settings: &Settings,
    _output: &Output,
) -> Result<Exit> {
    Err(Failure::configuration("not built yet"))
}
