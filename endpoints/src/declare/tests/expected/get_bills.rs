pub mod bill_get_bills {
    use wechatpay_client::{BillFiles, Result, wechatpay_api};

    #[wechatpay_api(GET "/v3/payscore/merchant-bill")]
    pub trait GetBills {
        async fn get_bills(&self, #[query = "body"] body_2: &str) -> Result<BillFiles>;
    }
}
