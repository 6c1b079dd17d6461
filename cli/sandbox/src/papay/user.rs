//! Events that the user of a contract causes.

use super::{Contract, Ending, EndingMode, refusals};
use crate::{
    book::{Book, BookError},
    clock::Time,
    store::Change,
};

impl Book {
    /// Signs a contract, as its user does.
    pub(crate) async fn sign_contract(
        &self,
        owner: &str,
        code: &str,
        now: Time,
    ) -> Result<(), BookError> {
        let mut change = self.begin().await?;
        let mut contract = find(&mut change, owner, code).await?;
        contract.sign(&mut change, self, now).await?;
        Ok(change.commit().await?)
    }

    /// Ends a contract (解约), as its user does.
    pub(crate) async fn terminate_contract(
        &self,
        owner: &str,
        code: &str,
        now: Time,
    ) -> Result<(), BookError> {
        let mut change = self.begin().await?;
        let mut contract = find(&mut change, owner, code).await?;
        if !contract.is_live() {
            return Err(refusals::TERMINATED.into());
        }
        let ending = Ending::new(EndingMode::User, now);
        contract.end(ending, &mut change, self, now).await?;
        Ok(change.commit().await?)
    }

    /// Lets the deductions by a contract fail from now on, because the user has too little money, or succeed again.
    pub(crate) async fn set_broke(
        &self,
        owner: &str,
        code: &str,
        is_broke: bool,
    ) -> Result<(), BookError> {
        let mut change = self.begin().await?;
        let mut contract = find(&mut change, owner, code).await?;
        contract.is_broke = is_broke;
        change.put(&contract).await?;
        Ok(change.commit().await?)
    }
}

async fn find(change: &mut Change, owner: &str, code: &str) -> Result<Contract, BookError> {
    let contract = change.find(owner, code).await?;
    Ok(contract.ok_or(refusals::NO_CONTRACT)?)
}
