//! The requests about permissions: reads them from HTTP, and makes their changes.

use serde_json::{Map, Value, json};
use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{Permission, PermissionState, UserPermission, refusals};
use crate::{
    book::{Book, BookError},
    clock::Time,
    ids,
    json::text,
    product::Product,
    request,
    store::Change,
};

/// The paths of a role.
struct Paths {
    is_partner: bool,
    create: &'static str,
    code: &'static str,
    terminate_code: &'static str,
    user: &'static str,
    terminate_user: &'static str,
}

const DIRECT: Paths = Paths {
    is_partner: false,
    create: "/v3/payscore/permissions",
    code: "/v3/payscore/permissions/authorization-code/{authorization_code}",
    terminate_code: "/v3/payscore/permissions/authorization-code/{authorization_code}/terminate",
    user: "/v3/payscore/permissions/openid/{openid}",
    terminate_user: "/v3/payscore/permissions/openid/{openid}/terminate",
};

const PARTNER: Paths = Paths {
    is_partner: true,
    create: "/v3/payscore/partner/permissions",
    code: "/v3/payscore/partner/permissions/authorization-code/{authorization_code}",
    terminate_code: "/v3/payscore/partner/permissions/authorization-code/{authorization_code}/terminate",
    user: "/v3/payscore/partner/permissions/search",
    terminate_user: "/v3/payscore/partner/permissions/terminate",
};

/// A request about a permission.
pub(crate) enum PermissionRequest {
    Create(NewPermission),
    Query(Lookup),
    Terminate(Lookup),
}

/// A request for a permission. The facts have checked its body.
pub(crate) struct NewPermission {
    owner: String,
    is_partner: bool,
    request: Map<String, Value>,
}

/// A permission, by its code or by its user.
pub(crate) struct Lookup {
    owner: String,
    is_partner: bool,
    service_id: String,
    appid: Option<String>,
    sub_mchid: Option<String>,
    key: Key,
}

enum Key {
    Code(String),
    User(String),
}

impl Product for PermissionRequest {
    fn read(_: &Book, sender: &str, request: &ReceivedRequest) -> Option<Result<Self, BookError>> {
        let paths = [&DIRECT, &PARTNER].into_iter();
        let mut read = paths.filter_map(|paths| paths.read(sender, request));
        read.next().map(Ok)
    }

    async fn apply(
        self,
        change: &mut Change,
        _: &Book,
        now: Time,
    ) -> Result<ScriptedResponse, BookError> {
        match self {
            Self::Create(request) => {
                let token = request.apply(change).await?;
                let token = json!({ "apply_permissions_token": token });
                Ok(ScriptedResponse::ok(token))
            }
            Self::Query(lookup) => {
                let permission = lookup.find(change).await?;
                let unknown = || lookup.describe_unknown();
                let found = permission.map(|permission| permission.describe());
                Ok(ScriptedResponse::ok(
                    found.or_else(unknown).ok_or(refusals::NO_PERMISSION)?,
                ))
            }
            Self::Terminate(lookup) => {
                let permission = lookup.find(change).await?;
                let mut permission = permission.ok_or(refusals::NO_PERMISSION)?;
                if permission.close(now)? {
                    change.put(&permission).await?;
                }
                Ok(ScriptedResponse::no_content())
            }
        }
    }
}

impl Paths {
    fn read(&self, sender: &str, request: &ReceivedRequest) -> Option<PermissionRequest> {
        match request.method() {
            "POST" if request.path() == self.create => {
                Some(PermissionRequest::Create(NewPermission {
                    owner: sender.to_owned(),
                    is_partner: self.is_partner,
                    request: request::body(request),
                }))
            }
            "POST" => {
                let parameter = |name: &str| request::member(request, name);
                let key = self.key(request, self.terminate_code, self.terminate_user, parameter)?;
                let lookup = self.lookup(sender, key, parameter);
                Some(PermissionRequest::Terminate(lookup))
            }
            "GET" => {
                let parameter = |name: &str| request::query(request, name);
                let key = self.key(request, self.code, self.user, parameter)?;
                let lookup = self.lookup(sender, key, parameter);
                Some(PermissionRequest::Query(lookup))
            }
            _ => None,
        }
    }

    /// The code or the user that a request names. A service provider names the user by a parameter.
    fn key(
        &self,
        request: &ReceivedRequest,
        code: &str,
        user: &str,
        parameter: impl Fn(&str) -> Option<String>,
    ) -> Option<Key> {
        if let Some(code) = request::path_value(request, code) {
            return Some(Key::Code(code));
        }
        if !self.is_partner {
            return request::path_value(request, user).map(Key::User);
        }
        let user = (request.path() == user).then(|| {
            let openid = parameter("openid").or_else(|| parameter("sub_openid"));
            openid.unwrap_or_default()
        });
        user.map(Key::User)
    }

    fn lookup(&self, sender: &str, key: Key, parameter: impl Fn(&str) -> Option<String>) -> Lookup {
        Lookup {
            owner: sender.to_owned(),
            is_partner: self.is_partner,
            service_id: parameter("service_id").unwrap_or_default(),
            appid: parameter("appid"),
            sub_mchid: parameter("sub_mchid"),
            key,
        }
    }
}

impl NewPermission {
    /// Creates the permission, or repeats the token of one that exists.
    async fn apply(self, change: &mut Change) -> Result<String, BookError> {
        let code = text(&self.request, "authorization_code");
        let known: Option<Permission> = change.find(&self.owner, code).await?;
        if let Some(permission) = known {
            let is_same =
                (self.is_partner, &self.request) == (permission.is_partner, &permission.request);
            return match is_same {
                true => Ok(permission.token),
                false => Err(refusals::OTHER_PARAMETERS.into()),
            };
        }
        let permission = Permission {
            authorization_code: code.to_owned(),
            owner: self.owner,
            token: ids::session_id(),
            is_partner: self.is_partner,
            request: self.request,
            state: PermissionState::UnbindUser,
            openid: None,
            opened: None,
            closed: None,
        };
        change.put(&permission).await?;
        Ok(permission.token)
    }
}

impl Lookup {
    async fn find(&self, change: &mut Change) -> Result<Option<Permission>, BookError> {
        let code = match &self.key {
            Key::Code(code) => Some(code.clone()),
            Key::User(openid) => {
                let number = UserPermission::number_of(&self.service_id, openid);
                let user: Option<UserPermission> = change.find(&self.owner, &number).await?;
                user.map(|user| user.authorization_code)
            }
        };
        let permission: Option<Permission> = match code {
            Some(code) => change.find(&self.owner, &code).await?,
            None => None,
        };
        Ok(permission.filter(|permission| self.is_of(permission)))
    }

    fn is_of(&self, permission: &Permission) -> bool {
        let text = |name| permission.text(name);
        self.is_partner == permission.is_partner
            && text("service_id") == Some(&*self.service_id)
            && (self.appid.is_none() || self.appid.as_deref() == text("appid"))
            && self.sub_mchid.as_deref() == text("sub_mchid")
    }

    /// The permission of a user who never granted one.
    fn describe_unknown(&self) -> Option<Value> {
        let Key::User(openid) = &self.key else {
            return None;
        };
        let mut members = json!({
            "service_id": self.service_id,
            "appid": self.appid,
            "mchid": self.owner,
            "openid": openid,
            "authorization_state": PermissionState::Unavailable,
        });
        let sub_mchid = self.sub_mchid.as_ref().zip(members.as_object_mut());
        if let Some((sub_mchid, members)) = sub_mchid {
            members.insert("sub_mchid".to_owned(), json!(sub_mchid));
        }
        Some(members)
    }
}
