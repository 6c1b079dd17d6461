//! Permissions of pay score (支付分授权): a user lets a merchant create orders of a service without confirming each.

mod request;
mod user;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

pub(crate) use request::PermissionRequest;

use super::refusals;
use crate::{
    clock::Time,
    json::{picked, without_nulls},
    notification::Event,
    refusal::Refusal,
    store::Record,
};

/// The members that a description repeats from the request.
const REPEATED: [&str; 6] = [
    "service_id",
    "appid",
    "sub_appid",
    "sub_mchid",
    "authorization_code",
    "notify_url",
];

/// The state of a permission (授权状态).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum PermissionState {
    /// No user has granted it yet.
    UnbindUser,
    Available,
    /// The user or the merchant ended it.
    Unavailable,
}

/// A permission that a merchant or service provider asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Permission {
    owner: String,
    authorization_code: String,
    token: String,
    /// A service provider (服务商) asked for the permission.
    is_partner: bool,
    /// The body of the request.
    request: Map<String, Value>,
    state: PermissionState,
    openid: Option<String>,
    opened: Option<Time>,
    closed: Option<Time>,
}

/// The last permission that a user granted for a service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct UserPermission {
    owner: String,
    /// Service and user.
    number: String,
    /// The number of the record, which is unique over all merchants.
    id: String,
    authorization_code: String,
}

impl Record for Permission {
    const KIND: &'static str = "permission";

    fn owner(&self) -> &str {
        &self.owner
    }

    fn number(&self) -> &str {
        &self.authorization_code
    }

    fn id(&self) -> &str {
        &self.token
    }
}

impl Record for UserPermission {
    const KIND: &'static str = "user_permission";

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

impl Permission {
    /// Grants the service, as the user does.
    fn open(&mut self, openid: &str, now: Time) -> Result<(), Refusal> {
        match self.state {
            PermissionState::UnbindUser => {
                self.state = PermissionState::Available;
                self.openid = Some(openid.to_owned());
                self.opened = Some(now);
                Ok(())
            }
            _ => Err(refusals::PERMISSION_STATE),
        }
    }

    /// Ends the permission (解除授权). A second time changes nothing, and returns `false`.
    fn close(&mut self, now: Time) -> Result<bool, Refusal> {
        match self.state {
            PermissionState::Available => {
                self.state = PermissionState::Unavailable;
                self.closed = Some(now);
                Ok(true)
            }
            PermissionState::Unavailable => Ok(false),
            PermissionState::UnbindUser => Err(refusals::PERMISSION_STATE),
        }
    }

    /// The permission as its query describes it.
    fn describe(&self) -> Value {
        let mut members = picked(&self.request, &REPEATED);
        let mut set = |name: &str, value: Value| members.insert(name.to_owned(), value);
        let time = |time: Option<Time>| json!(time.map(|time| time.to_string()));
        set("mchid", json!(self.owner));
        set("openid", json!(self.openid));
        set("authorization_state", json!(self.state));
        set("authorization_success_time", time(self.opened));
        set("cancel_authorization_time", time(self.closed));
        without_nulls(members.into())
    }

    /// The event that the user opened or closed the service.
    fn event(&self) -> Event<'_> {
        let (event_type, status, time) = match self.closed {
            None => (
                "PAYSCORE.USER_OPEN_SERVICE",
                "USER_OPEN_SERVICE",
                self.opened,
            ),
            Some(_) => (
                "PAYSCORE.USER_CLOSE_SERVICE",
                "USER_CLOSE_SERVICE",
                self.closed,
            ),
        };
        let mut resource = picked(&self.request, &REPEATED);
        resource.remove("notify_url");
        let mut set = |name: &str, value: Value| resource.insert(name.to_owned(), value);
        set("mchid", json!(self.owner));
        set("openid", json!(self.openid));
        set("user_service_status", json!(status));
        set(
            "openorclose_time",
            json!(time.map(|time| time.format("%Y%m%d%H%M%S"))),
        );
        Event {
            owner: &self.owner,
            url: self.text("notify_url"),
            event_type,
            original_type: "payscore",
            resource: without_nulls(resource.into()),
        }
    }

    fn text(&self, member: &str) -> Option<&str> {
        self.request.get(member)?.as_str()
    }
}

impl UserPermission {
    fn new(owner: &str, service_id: &str, openid: &str, authorization_code: &str) -> Self {
        let number = Self::number_of(service_id, openid);
        Self {
            owner: owner.to_owned(),
            id: format!("{owner}/{number}"),
            number,
            authorization_code: authorization_code.to_owned(),
        }
    }

    fn number_of(service_id: &str, openid: &str) -> String {
        format!("{service_id}/{openid}")
    }
}
