//! Events that the user of a permission causes.

use super::{Permission, UserPermission, refusals};
use crate::{
    book::{Book, BookError},
    clock::Time,
    store::Change,
};

impl Book {
    /// Grants a service, as a user does.
    pub(crate) async fn open_permission(
        &self,
        owner: &str,
        code: &str,
        openid: &str,
        now: Time,
    ) -> Result<(), BookError> {
        let mut change = self.begin().await?;
        let mut permission = find(&mut change, owner, code).await?;
        permission.open(openid, now)?;
        let service_id = permission.text("service_id").unwrap_or_default();
        let user = UserPermission::new(owner, service_id, openid, code);
        change.put(&user).await?;
        change.put(&permission).await?;
        self.notify(&mut change, permission.event(), now).await?;
        Ok(change.commit().await?)
    }

    /// Ends a permission, as its user does.
    pub(crate) async fn close_permission(
        &self,
        owner: &str,
        code: &str,
        now: Time,
    ) -> Result<(), BookError> {
        let mut change = self.begin().await?;
        let mut permission = find(&mut change, owner, code).await?;
        if !permission.close(now)? {
            return Err(refusals::PERMISSION_STATE.into());
        }
        change.put(&permission).await?;
        self.notify(&mut change, permission.event(), now).await?;
        Ok(change.commit().await?)
    }
}

async fn find(change: &mut Change, owner: &str, code: &str) -> Result<Permission, BookError> {
    let permission = change.find(owner, code).await?;
    Ok(permission.ok_or(refusals::NO_PERMISSION)?)
}
