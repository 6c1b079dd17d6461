//! The commands.

mod bill;
mod call;
mod certificates;
mod completions;
mod declare;
mod doctor;
mod explain;
mod man;
mod operations;
mod sandbox;
mod state;
mod trigger;

use clap::Subcommand;

use crate::{
    arguments::Arguments,
    failure::{Exit, Result},
    output::Output,
    settings::Settings,
};

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check the keys, the configuration and the connection of a merchant
    Doctor(doctor::DoctorArguments),
    /// Explain an error, a Request-ID, a response or a notification, offline
    Explain(explain::ExplainArguments),
    /// List operations, or show one: parameters, members, limits
    Operations(operations::OperationsArguments),
    /// Print the declaration of an operation in Rust
    Declare(declare::DeclareArguments),
    /// Call an operation, signed and verified
    Call(call::CallArguments),
    /// Download, verify and save the platform certificates (平台证书)
    Certificates(certificates::CertificatesArguments),
    /// Download a bill (账单), checked, unpacked and decrypted
    Bill(bill::BillArguments),
    /// The state of an order (订单), and the next steps
    Order(state::OrderArguments),
    /// The state of a refund (退款), and the next steps
    Refund(state::RefundArguments),
    /// The state of a transfer (商家转账), and the next steps
    Transfer(state::TransferArguments),
    /// The state of a contract of scheduled deduction (预约扣费), and the next steps
    Contract(state::ContractArguments),
    /// The state of a pay score order (支付分订单), and the next steps
    Payscore(state::PayscoreArguments),
    /// Send notifications (回调通知) to your own server, to test it
    Trigger(trigger::TriggerArguments),
    /// Run a WeChat Pay on this machine, for programs in any language
    Sandbox(sandbox::SandboxArguments),
    /// Print the completions of a shell
    Completions(completions::CompletionsArguments),
    /// Write the man pages
    Man(man::ManArguments),
}

/// Runs the command of the arguments.
pub(crate) async fn run(arguments: &Arguments, output: &Output) -> Result<Exit> {
    let settings = || Settings::new(&arguments.connection);
    let signer = || Settings::of_signer(&arguments.connection);
    match &arguments.command {
        Command::Doctor(doctor) => doctor::run(doctor, &arguments.connection, output).await,
        Command::Explain(explain) => explain::run(explain, settings, output),
        Command::Operations(operations) => operations::run(operations, output),
        Command::Declare(declare) => declare::run(declare, output),
        Command::Call(call) => call::run(call, &signer()?, output).await,
        Command::Certificates(certificates) => {
            certificates::run(certificates, &signer()?, output).await
        }
        Command::Bill(bill) => bill::run(bill, &signer()?, output).await,
        Command::Order(order) => {
            state::run_order(order, &arguments.connection, &signer()?, output).await
        }
        Command::Refund(refund) => {
            state::run_refund(refund, &arguments.connection, &signer()?, output).await
        }
        Command::Transfer(transfer) => {
            state::run_transfer(transfer, &arguments.connection, &signer()?, output).await
        }
        Command::Contract(contract) => {
            state::run_contract(contract, &arguments.connection, &signer()?, output).await
        }
        Command::Payscore(payscore) => {
            state::run_payscore(payscore, &arguments.connection, &signer()?, output).await
        }
        Command::Trigger(trigger) => trigger::run(trigger, settings, output).await,
        Command::Sandbox(sandbox) => sandbox::run(sandbox, output).await,
        Command::Completions(completions) => completions::run(completions, output),
        Command::Man(man) => man::run(man),
    }
}
