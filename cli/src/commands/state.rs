//! `wechatpay order` and its like.

use clap::Args;

use crate::{
    failure::{Exit, Failure, Result},
    output::Output,
    settings::Settings,
};

#[derive(Debug, Args)]
pub(crate) struct OrderArguments {}

pub(crate) async fn run_order(
    _arguments: &OrderArguments,
    _settings: &Settings,
    _output: &Output,
) -> Result<Exit> {
    Err(Failure::configuration("not built yet"))
}

#[derive(Debug, Args)]
pub(crate) struct RefundArguments {}

pub(crate) async fn run_refund(
    _arguments: &RefundArguments,
    _settings: &Settings,
    _output: &Output,
) -> Result<Exit> {
    Err(Failure::configuration("not built yet"))
}

#[derive(Debug, Args)]
pub(crate) struct TransferArguments {}

pub(crate) async fn run_transfer(
    _arguments: &TransferArguments,
    _settings: &Settings,
    _output: &Output,
) -> Result<Exit> {
    Err(Failure::configuration("not built yet"))
}

#[derive(Debug, Args)]
pub(crate) struct ContractArguments {}

pub(crate) async fn run_contract(
    _arguments: &ContractArguments,
    _settings: &Settings,
    _output: &Output,
) -> Result<Exit> {
    Err(Failure::configuration("not built yet"))
}

#[derive(Debug, Args)]
pub(crate) struct PayscoreArguments {}

pub(crate) async fn run_payscore(
    _arguments: &PayscoreArguments,
    _settings: &Settings,
    _output: &Output,
) -> Result<Exit> {
    Err(Failure::configuration("not built yet"))
}
