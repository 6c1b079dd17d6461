//! An operation by hand, and nothing else.

use std::{env, error::Error, fs};

use by_hand::{HandWritten, Settings};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let argument = |index| env::args().nth(index).ok_or("an argument is missing");
    let file = |index| Ok::<_, Box<dyn Error + Send + Sync>>(fs::read_to_string(argument(index)?)?);
    let client = HandWritten::new(&Settings {
        base_url: &argument(1)?,
        root: "",
        mchid: &argument(2)?,
        serial_no: &argument(3)?,
        private_key: &file(4)?,
        public_key_id: &argument(5)?,
        public_key: &file(6)?,
    })?;
    let order = client.query_order(&argument(7)?, &argument(2)?).await?;
    println!("{order:?}");
    Ok(())
}
