//! The end of a sharing: the shares arrive, and the merchants get notifications (分账动账通知).

use serde_json::{Value, json};

use super::{Share, ShareResult, Sharer, Sharing, State, settings};
use crate::{
    book::{Book, BookError},
    clock::Time,
    notification::Event,
    order::Order,
    store::Change,
};

impl Sharing {
    /// Ends a sharing.
    pub(crate) async fn end(
        owner: &str,
        out_order_no: &str,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<(), BookError> {
        let sharing: Option<Self> = change.find(owner, out_order_no).await?;
        let Some(mut sharing) = sharing.filter(|sharing| sharing.state == State::Processing) else {
            return Ok(());
        };
        let order: Option<Order> = change.find_by_id(&sharing.transaction_id).await?;
        let Some(mut order) = order else {
            return Ok(());
        };
        let sharer = sharing.sharer();
        for share in &mut sharing.receivers {
            share.fail_reason = share.failure(&sharer, change).await?;
            share.finished = Some(now);
            share.result = match share.fail_reason {
                Some(_) => ShareResult::Closed,
                None => ShareResult::Success,
            };
            if share.fail_reason.is_some() {
                order.take_back(share.amount);
            }
        }
        sharing.state = State::Finished;
        change.put(&order).await?;
        change.put(&sharing).await?;
        for share in &sharing.receivers {
            sharing.notify(share, change, book, now).await?;
        }
        Ok(())
    }

    /// Notifies the receiver of a share, and the sender of the request if it gave a URL.
    async fn notify(
        &self,
        share: &Share,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<(), BookError> {
        let is_unfrozen = self.sharer().mchid() == share.account;
        if share.result != ShareResult::Success || is_unfrozen {
            return Ok(());
        }
        let resource = self.resource(share, now);
        let url = settings::notify_url(&share.account, change).await?;
        let to_receiver = (share.account.as_str(), url);
        let url = self.request.get("notify_url").and_then(Value::as_str);
        let to_sender = (self.owner.as_str(), url.map(str::to_owned));
        for (owner, url) in [to_receiver, to_sender] {
            let event = Event {
                owner,
                url: url.as_deref(),
                event_type: "PROFITSHARING.SUCCESS",
                original_type: "profitsharing",
                resource: resource.clone(),
            };
            book.notify(change, event, now).await?;
        }
        Ok(())
    }

    /// A share that arrived, as its notifications describe it.
    fn resource(&self, share: &Share, now: Time) -> Value {
        let mut resource = json!({
            "transaction_id": self.transaction_id,
            "order_id": self.order_id,
            "out_order_no": self.out_order_no,
            "receiver": {
                "type": share.kind,
                "account": share.account,
                "amount": share.amount,
                "description": share.description,
            },
            "success_time": now.to_string(),
        });
        self.sharer().add_to(&mut resource);
        resource
    }
}

impl Share {
    /// The reason why the share does not arrive.
    async fn failure(
        &self,
        sharer: &Sharer,
        change: &mut Change,
    ) -> Result<Option<String>, BookError> {
        if self.account == sharer.mchid() {
            return Ok(None);
        }
        match sharer.knows(&self.kind, &self.account, change).await? {
            true => Ok(settings::failure(&self.account, change).await?),
            false => Ok(Some("NO_RELATION".to_owned())),
        }
    }
}

impl Sharer {
    /// Adds the merchants to the resource of a notification.
    pub(super) fn add_to(&self, resource: &mut Value) {
        let Some(members) = resource.as_object_mut() else {
            return;
        };
        match &self.sub_mchid {
            Some(sub_mchid) => {
                members.insert("sp_mchid".to_owned(), json!(self.owner));
                members.insert("sub_mchid".to_owned(), json!(sub_mchid));
            }
            None => {
                members.insert("mchid".to_owned(), json!(self.owner));
            }
        }
    }
}
