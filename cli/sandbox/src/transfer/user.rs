//! Events that the user of a transfer causes, and the money of the merchant.

use super::{Transfer, TransferState, funds, refusals};
use crate::{
    book::{Book, BookError},
    clock::Time,
};

/// The reasons of WeChat Pay for a failure (失败原因), besides that of an overdue transfer.
const REASONS: [&str; 37] = [
    "ACCOUNT_FROZEN",
    "ACCOUNT_NOT_EXIST",
    "BANK_CARD_ACCOUNT_ABNORMAL",
    "BANK_CARD_BANK_INFO_WRONG",
    "BANK_CARD_CARD_INFO_WRONG",
    "BANK_CARD_COLLECTIONS_ABOVE_QUOTA",
    "BANK_CARD_PARAM_ERROR",
    "BANK_CARD_STATUS_ABNORMAL",
    "BLOCK_B2C_USERLIMITAMOUNT_BSRULE_MONTH",
    "BLOCK_B2C_USERLIMITAMOUNT_MONTH",
    "BUDGET_NOT_ENOUGH",
    "DAY_RECEIVED_COUNT_EXCEED",
    "DAY_RECEIVED_QUOTA_EXCEED",
    "EXCEEDED_ESTIMATED_AMOUNT",
    "ID_CARD_NOT_CORRECT",
    "MCH_CANCEL",
    "MERCHANT_NOT_CONFIRM",
    "MERCHANT_REJECT",
    "NAME_NOT_CORRECT",
    "OPENID_INVALID",
    "OTHER_FAIL_REASON_TYPE",
    "PAYEE_ACCOUNT_ABNORMAL",
    "PAYER_ACCOUNT_ABNORMAL",
    "PRODUCT_AUTH_CHECK_FAIL",
    "REALNAME_ACCOUNT_RECEIVED_QUOTA_EXCEED",
    "REAL_NAME_CHECK_FAIL",
    "RECEIVE_ACCOUNT_NOT_CONFIGURE",
    "RELATED_ORDER_TRANSFER_AMOUNT_EXCEED",
    "RELATED_ORDER_TRANSFER_COUNT_EXCEED",
    "RESERVATION_INFO_NOT_MATCH",
    "RESERVATION_SCENE_NOT_MATCH",
    "RESERVATION_STATE_INVALID",
    "TRANSFER_QUOTA_EXCEED",
    "TRANSFER_REMARK_SET_FAIL",
    "TRANSFER_RISK",
    "TRANSFER_SCENE_INVALID",
    "TRANSFER_SCENE_UNAVAILABLE",
];

impl Book {
    /// Confirms a transfer (确认收款), as its user does.
    pub(crate) async fn confirm_transfer(
        &self,
        owner: &str,
        out_bill_no: &str,
        now: Time,
    ) -> Result<(), BookError> {
        let mut change = self.begin().await?;
        let transfer = Transfer::find(owner, out_bill_no, &mut change, self, now).await?;
        let mut transfer = transfer.ok_or(refusals::NO_TRANSFER)?;
        transfer.confirm(now)?;
        change.put(&transfer).await?;
        transfer.schedule_end(&mut change, now).await?;
        Ok(change.commit().await?)
    }

    /// Fails a transfer that has not ended, for a reason such as `NAME_NOT_CORRECT`.
    pub(crate) async fn fail_transfer(
        &self,
        owner: &str,
        out_bill_no: &str,
        reason: &str,
        now: Time,
    ) -> Result<(), BookError> {
        if !REASONS.contains(&reason) {
            return Err(refusals::NO_SUCH_REASON.into());
        }
        let mut change = self.begin().await?;
        let transfer = Transfer::find(owner, out_bill_no, &mut change, self, now).await?;
        let mut transfer = transfer.ok_or(refusals::NO_TRANSFER)?;
        let is_under_way = transfer.state == TransferState::Transfering || transfer.is_open();
        if !is_under_way {
            return Err(refusals::NOT_WAITING.into());
        }
        transfer.fail(reason, &mut change, self, now).await?;
        Ok(change.commit().await?)
    }

    /// Sets the money that a merchant has for transfers, in fen.
    pub(crate) async fn fund_transfers(&self, owner: &str, fen: u32) -> Result<(), BookError> {
        self.check_merchant(owner)?;
        let mut change = self.begin().await?;
        funds::set(&mut change, owner, fen.into()).await?;
        Ok(change.commit().await?)
    }
}
