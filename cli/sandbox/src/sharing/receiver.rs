//! Receivers (分账接收方): a share goes only to a receiver that the sharer added.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::Sharer;
use crate::{
    book::BookError,
    json::{picked, text},
    refusal::{Refusal, refusal},
    store::{Change, Record},
};

pub(super) const NO_RELATION: Refusal = refusal(400, "INVALID_REQUEST", "分账接收方关系不存在", 0);

// The conditions of the page of 添加分账接收方; the messages are the sandbox's own.
// <https://pay.weixin.qq.com/docs/partner/apis/profit-sharing/receivers/add-receiver.html>
const NO_NAME: Refusal = refusal(400, "PARAM_ERROR", "type为MERCHANT_ID时name必填", 0);
const NO_CUSTOM_RELATION: Refusal = refusal(
    400,
    "PARAM_ERROR",
    "relation_type为CUSTOM时custom_relation必填",
    0,
);
const NO_SUB_APPID: Refusal = refusal(
    400,
    "PARAM_ERROR",
    "type为PERSONAL_SUB_OPENID时sub_appid必填",
    0,
);

/// The members that the response to an addition repeats.
const REPEATED: [&str; 4] = ["type", "account", "relation_type", "custom_relation"];

/// A receiver of a sharer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Receiver {
    owner: String,
    /// The sharer, the type and the account.
    number: String,
    /// The owner and the number.
    id: String,
    is_deleted: bool,
}

/// A request that adds or deletes a receiver. The facts have checked its body.
pub(crate) struct ReceiverChange {
    pub(super) sharer: Sharer,
    pub(super) request: Map<String, Value>,
    pub(super) is_deletion: bool,
}

impl Record for Receiver {
    const KIND: &'static str = "sharing_receiver";

    fn owner(&self) -> &str {
        &self.owner
    }

    fn number(&self) -> &str {
        &self.number
    }

    fn id(&self) -> &str {
        &self.id
    }
}

impl ReceiverChange {
    pub(super) async fn apply(self, change: &mut Change) -> Result<Value, BookError> {
        let (kind, account) = (text(&self.request, "type"), text(&self.request, "account"));
        if !self.is_deletion {
            self.check_conditions()?;
        } else if !self.sharer.knows(kind, account, change).await? {
            return Err(NO_RELATION.into());
        }
        let number = self.sharer.receiver(kind, account);
        let owner = self.sharer.owner.clone();
        let receiver = Receiver {
            id: format!("{owner}/{number}"),
            owner,
            number,
            is_deleted: self.is_deletion,
        };
        change.put(&receiver).await?;
        Ok(self.describe())
    }

    /// Checks the members that an addition needs because of the value of another member.
    fn check_conditions(&self) -> Result<(), Refusal> {
        let has = |name: &str, value: &str| text(&self.request, name) == value;
        let lacks = |name: &str| text(&self.request, name).is_empty();
        if has("type", "MERCHANT_ID") && lacks("name") {
            Err(NO_NAME)
        } else if has("type", "PERSONAL_SUB_OPENID") && lacks("sub_appid") {
            Err(NO_SUB_APPID)
        } else if has("relation_type", "CUSTOM") && lacks("custom_relation") {
            Err(NO_CUSTOM_RELATION)
        } else {
            Ok(())
        }
    }

    fn describe(&self) -> Value {
        let names: &[&str] = match self.is_deletion {
            true => REPEATED.get(..2).unwrap_or_default(),
            false => &REPEATED,
        };
        let mut members = picked(&self.request, names);
        if let Some(sub_mchid) = &self.sharer.sub_mchid {
            members.insert("sub_mchid".to_owned(), json!(sub_mchid));
        }
        members.into()
    }
}

impl Sharer {
    /// Tells if the sharer added a receiver.
    pub(super) async fn knows(
        &self,
        kind: &str,
        account: &str,
        change: &mut Change,
    ) -> Result<bool, BookError> {
        let number = self.receiver(kind, account);
        let receiver: Option<Receiver> = change.find(&self.owner, &number).await?;
        Ok(receiver.is_some_and(|receiver| !receiver.is_deleted))
    }

    /// The number of a receiver of this sharer.
    fn receiver(&self, kind: &str, account: &str) -> String {
        let sharer = match self.is_platform {
            true => &self.owner,
            false => self.mchid(),
        };
        format!("{sharer}/{kind}/{account}")
    }
}
