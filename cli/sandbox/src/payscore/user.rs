//! Events that the user of a service order causes.

use super::{ServiceOrder, refusals};
use crate::{
    book::{Book, BookError},
    clock::Time,
    store::Change,
};

impl Book {
    /// Confirms a service order, as its user does.
    pub(crate) async fn confirm_service_order(
        &self,
        owner: &str,
        out_order_no: &str,
        now: Time,
    ) -> Result<(), BookError> {
        let mut change = self.begin().await?;
        let mut order = find(&mut change, owner, out_order_no, now).await?;
        order.confirm(now)?;
        change.put(&order).await?;
        let event = order.event("PAYSCORE.USER_CONFIRM");
        self.notify(&mut change, event, now).await?;
        Ok(change.commit().await?)
    }

    /// Pays a completed service order, as its user does.
    pub(crate) async fn pay_service_order(
        &self,
        owner: &str,
        out_order_no: &str,
        now: Time,
    ) -> Result<(), BookError> {
        let mut change = self.begin().await?;
        let mut order = find(&mut change, owner, out_order_no, now).await?;
        order.check_to_be_paid()?;
        order.pay(&mut change, self, now).await?;
        Ok(change.commit().await?)
    }
}

async fn find(
    change: &mut Change,
    owner: &str,
    out_order_no: &str,
    now: Time,
) -> Result<ServiceOrder, BookError> {
    let order: Option<ServiceOrder> = change.find(owner, out_order_no).await?;
    let mut order = order.ok_or(refusals::NO_SERVICE_ORDER)?;
    order.expire(now);
    Ok(order)
}
