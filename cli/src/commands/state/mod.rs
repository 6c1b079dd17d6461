//! `wechatpay order` and its like: the state of one thing, its meaning, and the next steps.

mod command;
mod machine;
mod next;
mod query;
mod report;
mod reported;

use std::time::Duration;

use clap::Args;
use tokio::time::{Instant, sleep};
use wechatpay_client::Client;

pub(super) use self::reported::Reported;
use self::{
    machine::Whose,
    query::{Asked, Query},
    report::StateReport,
};
use crate::{
    arguments::ConnectionArguments,
    failure::{Exit, Failure, Result},
    output::Output,
    settings::Settings,
};

/// The longest pause between two queries.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// The number, and the watch.
#[derive(Debug, Args)]
struct NumberArguments {
    /// The number: the merchant's own, or WeChat Pay's. Some numbers of WeChat Pay are recognized by their form
    number: String,

    /// The number is WeChat Pay's
    #[arg(long, conflicts_with = "out")]
    id: bool,

    /// The number is the merchant's own
    #[arg(long)]
    out: bool,

    /// Query again until the state is final, or until the merchant must act, also after a query that failed for a while.
    /// Exits with 1 if that takes too long
    #[arg(long)]
    watch: bool,

    /// The seconds after which a watch ends
    #[arg(
        long,
        value_name = "SECONDS",
        default_value_t = 300,
        requires = "watch"
    )]
    watch_limit: u64,

    /// The seconds between the first two queries of a watch; the pauses double up to 30 s
    #[arg(long, value_name = "SECONDS", default_value_t = 2, requires = "watch", value_parser = clap::value_parser!(u64).range(1..=30))]
    watch_pause: u64,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  wechatpay order 1217752501201407033233368018
  wechatpay order --sub-mchid 1900000109 4200000000002104083200000488
  wechatpay order --watch --output text 1217752501201407033233368018")]
#[command(mut_arg("out", |argument| argument.help("The number is the merchant's own: an out_trade_no (商户订单号)")))]
#[command(mut_arg("id", |argument| argument.help("The number is WeChat Pay's: a transaction_id (微信支付订单号)")))]
pub(crate) struct OrderArguments {
    #[command(flatten)]
    number: NumberArguments,

    /// The sub-merchant (子商户号) of a service provider
    #[arg(long, value_name = "MCHID", conflicts_with = "combined")]
    sub_mchid: Option<String>,

    /// A combined order (合单)
    #[arg(long)]
    combined: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  wechatpay refund 1217752501201407033233368018
  wechatpay refund --sub-mchid 1900000109 1217752501201407033233368018
  wechatpay refund --ecommerce --id 50000000382019052709732678859")]
#[command(mut_arg("out", |argument| argument.help("The number is the merchant's own: an out_refund_no (商户退款单号)")))]
#[command(mut_arg("id", |argument| argument.help("The number is WeChat Pay's: a refund_id (微信支付退款单号) of --ecommerce or --global")))]
pub(crate) struct RefundArguments {
    #[command(flatten)]
    number: NumberArguments,

    /// The sub-merchant (子商户号) of a service provider or platform
    #[arg(long, value_name = "MCHID")]
    sub_mchid: Option<String>,

    /// A refund of a platform (收付通, 电商收付通)
    #[arg(long)]
    ecommerce: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  wechatpay transfer plfk2020042013
  wechatpay transfer --id 1330000071100999991182020050700019480001
  wechatpay transfer --watch --watch-limit 60 plfk2020042013")]
#[command(mut_arg("out", |argument| argument.help("The number is the merchant's own: an out_bill_no (商户单号)")))]
#[command(mut_arg("id", |argument| argument.help("The number is WeChat Pay's: a transfer_bill_no (微信转账单号)")))]
pub(crate) struct TransferArguments {
    #[command(flatten)]
    number: NumberArguments,

    /// The sub-merchant (子商户号) of a service provider or platform
    #[arg(long, value_name = "MCHID", conflicts_with_all = ["qq_wallet", "batch"])]
    sub_mchid: Option<String>,

    /// A transfer of a platform (收付通, 电商收付通); needs --sub-mchid
    #[arg(long, requires = "sub_mchid", conflicts_with_all = ["qq_wallet", "batch"])]
    ecommerce: bool,

    /// A transfer to a QQ wallet (QQ钱包)
    #[arg(long, conflicts_with = "batch")]
    qq_wallet: bool,

    /// A batch (批量转账, 商家转账到零钱)
    #[arg(long)]
    batch: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  wechatpay contract --plan-id 12535 wxwtdk20200910100000
  wechatpay contract --id 123124412412423431
  wechatpay contract --plan-id 12535 --sub-mchid 1900000109 wxwtdk20200910100000")]
#[command(mut_arg("out", |argument| argument.help("The number is the merchant's own: an out_contract_code (商户签约协议号)")))]
#[command(mut_arg("id", |argument| argument.help("The number is WeChat Pay's: a contract_id (委托代扣协议ID)")))]
pub(crate) struct ContractArguments {
    #[command(flatten)]
    number: NumberArguments,

    /// The template (委托代扣模板ID) of an out_contract_code (商户签约协议号). A contract_id (委托代扣协议ID) has none:
    /// WeChat Pay tells only the schedule of the deduction by it
    #[arg(long, value_name = "ID")]
    plan_id: Option<String>,

    /// The sub-merchant (子商户号) of a service provider
    #[arg(long, value_name = "MCHID")]
    sub_mchid: Option<String>,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  wechatpay payscore --service-id 500001 --appid wxd678efh567hg6787 1234323JKHDFE1243252
  wechatpay payscore --service-id 500001 --sub-mchid 1900000109 1234323JKHDFE1243252
  wechatpay payscore --service-id 500001 --appid wxd678efh567hg6787 --id 15646546545165651651")]
#[command(mut_arg("out", |argument| argument.help("The number is the merchant's own: an out_order_no (商户服务订单号)")))]
#[command(mut_arg("id", |argument| argument.help("The number is WeChat Pay's: a query_id (回跳查询ID)")))]
pub(crate) struct PayscoreArguments {
    #[command(flatten)]
    number: NumberArguments,

    /// The service (服务ID)
    #[arg(long, value_name = "ID")]
    service_id: String,

    /// The appid (公众账号ID) of a merchant's order
    #[arg(long, value_name = "APPID")]
    appid: Option<String>,

    /// The sub-merchant (子商户号) of a service provider
    #[arg(long, value_name = "MCHID")]
    sub_mchid: Option<String>,
}

pub(crate) async fn run_order(
    arguments: &OrderArguments,
    connection: &ConnectionArguments,
    settings: &Settings,
    output: &Output,
) -> Result<Exit> {
    let mut asked = arguments.number.asked("order");
    asked.product = arguments.combined.then_some("combined");
    asked.values = vec![("sub_mchid", arguments.sub_mchid.as_deref())];
    run(&asked, &arguments.number, connection, settings, output).await
}

pub(crate) async fn run_refund(
    arguments: &RefundArguments,
    connection: &ConnectionArguments,
    settings: &Settings,
    output: &Output,
) -> Result<Exit> {
    let mut asked = arguments.number.asked("refund");
    asked.product = arguments.ecommerce.then_some("ecommerce");
    asked.values = vec![("sub_mchid", arguments.sub_mchid.as_deref())];
    run(&asked, &arguments.number, connection, settings, output).await
}

pub(crate) async fn run_transfer(
    arguments: &TransferArguments,
    connection: &ConnectionArguments,
    settings: &Settings,
    output: &Output,
) -> Result<Exit> {
    let mut asked = arguments.number.asked("transfer");
    asked.product = match arguments {
        TransferArguments {
            ecommerce: true, ..
        } => Some("ecommerce"),
        TransferArguments {
            qq_wallet: true, ..
        } => Some("qq-wallet"),
        TransferArguments { batch: true, .. } => Some("batch"),
        _ => None,
    };
    asked.values = vec![("sub_mchid", arguments.sub_mchid.as_deref())];
    run(&asked, &arguments.number, connection, settings, output).await
}

pub(crate) async fn run_contract(
    arguments: &ContractArguments,
    connection: &ConnectionArguments,
    settings: &Settings,
    output: &Output,
) -> Result<Exit> {
    let mut asked = arguments.number.asked("contract");
    asked.values = vec![
        ("plan_id", arguments.plan_id.as_deref()),
        ("sub_mchid", arguments.sub_mchid.as_deref()),
    ];
    run(&asked, &arguments.number, connection, settings, output).await
}

pub(crate) async fn run_payscore(
    arguments: &PayscoreArguments,
    connection: &ConnectionArguments,
    settings: &Settings,
    output: &Output,
) -> Result<Exit> {
    let mut asked = arguments.number.asked("payscore");
    asked.values = vec![
        ("service_id", Some(&arguments.service_id)),
        ("appid", arguments.appid.as_deref()),
        ("sub_mchid", arguments.sub_mchid.as_deref()),
    ];
    run(&asked, &arguments.number, connection, settings, output).await
}

impl NumberArguments {
    fn asked(&self, kind: &'static str) -> Asked<'_> {
        Asked {
            kind,
            number: &self.number,
            whose: match (self.id, self.out) {
                (true, _) => Some(Whose::WeChatPay),
                (false, true) => Some(Whose::Merchant),
                (false, false) => None,
            },
            ..Asked::default()
        }
    }
}

async fn run(
    asked: &Asked<'_>,
    arguments: &NumberArguments,
    connection: &ConnectionArguments,
    settings: &Settings,
    output: &Output,
) -> Result<Exit> {
    // Before the query, which names only the settings of the merchant.
    let client = settings.client()?;
    let query = Query::new(asked, connection, settings)?;
    let report = match arguments.watch {
        true => watch(&query, &client, arguments, output).await?,
        false => StateReport::new(&query, query.send(&client).await?),
    };
    output.report(&report)?;
    Ok(match arguments.watch && !report.is_settled() {
        true => Exit::Findings,
        false => Exit::Success,
    })
}

/// Queries until the state is settled, or the time is over. Each new state is a line on standard error, and so is a
/// failure that may pass.
async fn watch(
    query: &Query,
    client: &Client,
    arguments: &NumberArguments,
    output: &Output,
) -> Result<StateReport> {
    let end = Instant::now() + Duration::from_secs(arguments.watch_limit.min(u64::from(u32::MAX)));
    let mut pause = Duration::from_secs(arguments.watch_pause);
    let mut last = String::new();
    let mut has_state = false;
    loop {
        let sent = query.send(client).await;
        let is_last = Instant::now() + pause > end;
        let line = match sent.map(|response| StateReport::new(query, response)) {
            Ok(report) if report.is_settled() || is_last => return Ok(report),
            Ok(report) => {
                has_state = true;
                report.line()
            }
            Err(failure) if !may_pass(&failure, has_state) => return Err(failure),
            Err(failure) if is_last => return Err(failure.with_exit(Exit::Findings)),
            Err(failure) => format!("the query failed, and is repeated: {failure}"),
        };
        if line != last {
            output.progress(&line);
            last = line;
        }
        sleep(pause).await;
        pause = LONGEST_PAUSE.min(pause * 2);
    }
}

/// Tests if the same query may succeed later. After a verified response, keys and numbers are right, so that the cause of
/// an unverified one passes.
fn may_pass(failure: &Failure, has_state: bool) -> bool {
    failure.is_temporary() || has_state && failure.is_unverified()
}
