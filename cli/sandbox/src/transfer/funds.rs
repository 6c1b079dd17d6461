//! The money of a merchant for transfers (运营账户). Without a limit until the user of the sandbox sets one.

use crate::store::{Change, StoreError};

/// Sets the money of a merchant, in fen.
pub(super) async fn set(change: &mut Change, owner: &str, fen: i64) -> Result<(), StoreError> {
    change.set(&name(owner), &fen.to_string()).await
}

/// Takes money for a transfer. `false` if the merchant has too little.
pub(super) async fn take(change: &mut Change, owner: &str, fen: i64) -> Result<bool, StoreError> {
    match left(change, owner).await? {
        None => Ok(true),
        Some(left) if left < fen => Ok(false),
        Some(left) => set(change, owner, left - fen).await.map(|()| true),
    }
}

/// Gives back the money of a transfer that the user did not get.
pub(super) async fn give_back(
    change: &mut Change,
    owner: &str,
    fen: i64,
) -> Result<(), StoreError> {
    match left(change, owner).await? {
        None => Ok(()),
        Some(left) => set(change, owner, left.saturating_add(fen)).await,
    }
}

/// The money of a merchant. `None` without a limit.
async fn left(change: &mut Change, owner: &str) -> Result<Option<i64>, StoreError> {
    let left = change.setting(&name(owner)).await?;
    Ok(left.and_then(|left| left.parse().ok()))
}

fn name(owner: &str) -> String {
    format!("transfer funds of {owner}")
}
