//! 余额与提现.

use wechatpay_endpoints::funds::balances::*;

use crate::operation::*;

operations! {
    "GET /v3/merchant/fund/balance/{account_type}" => query_balance,
    "GET /v3/merchant/fund/dayendbalance/{account_type}" => query_day_end_balance,
    "GET /v3/ecommerce/fund/balance/{sub_mchid}" => query_sub_merchant_balance,
    "GET /v3/ecommerce/fund/enddaybalance/{sub_mchid}" => query_sub_merchant_day_end_balance,
    "POST /v3/merchant/fund/withdraw" => create_withdrawal,
    "GET /v3/merchant/fund/withdraw/out-request-no/{out_request_no}" => query_withdrawal_by_out_request_no,
    "GET /v3/merchant/fund/withdraw/withdraw-id/{withdraw_id}" => query_withdrawal_by_withdraw_id,
    "GET /v3/merchant/fund/withdraw/bill-type/{bill_type}" => get_withdrawal_bill,
    "POST /v3/ecommerce/fund/withdraw" => create_sub_merchant_withdrawal,
    "GET /v3/ecommerce/fund/withdraw/out-request-no/{out_request_no}" => query_sub_merchant_withdrawal_by_out_request_no,
    "GET /v3/ecommerce/fund/withdraw/{withdraw_id}" => query_sub_merchant_withdrawal_by_withdraw_id,
    "POST /v3/platsolution/ecommerce/withdraw/day-end-balance-withdraw" => create_day_end_balance_withdrawal,
    "GET /v3/platsolution/ecommerce/withdraw/day-end-balance-withdraw/out-request-no/{out_request_no}" => query_day_end_balance_withdrawal,
    "POST /v3/mch_operate/risk/withdrawl-apply" => apply_cancelled_merchant_withdrawal,
    "GET /v3/mch_operate/risk/withdrawl-apply/applyment-id/{applyment_id}" => query_cancelled_merchant_withdrawal_by_applyment_id,
    "GET /v3/mch_operate/risk/withdrawl-apply/out-request-no/{out_request_no}" => query_cancelled_merchant_withdrawal_by_out_request_no,
    "GET /v3/merchantfund/merchant/income-records" => list_merchant_income_records,
    "GET /v3/merchantfund/partner/income-records" => list_sub_merchant_income_records,
}

async fn query_balance(client: &Client) -> Result<Value> {
    let response = client.query_balance(&FundAccountType::Basic).await;
    json(response)
}

async fn query_day_end_balance(client: &Client) -> Result<Value> {
    let response = client
        .query_day_end_balance(&FundAccountType::Basic, "2019-06-11")
        .await;
    json(response)
}

async fn query_sub_merchant_balance(client: &Client) -> Result<Value> {
    let response = client.query_sub_merchant_balance("1900000109", None).await;
    json(response)
}

async fn query_sub_merchant_day_end_balance(client: &Client) -> Result<Value> {
    let response = client
        .query_sub_merchant_day_end_balance("1222212222", "2019-08-17", None)
        .await;
    json(response)
}

async fn create_withdrawal(client: &Client) -> Result<Value> {
    let body = CreateWithdrawalRequest::builder()
        .out_request_no("20190611222222222200000000012122")
        .amount(Fen(1))
        .remark("交易体现")
        .bank_memo("xx平台提现")
        .account_type(FundAccountType::Basic)
        .build();
    let response = client.create_withdrawal(&body).await;
    json(response)
}

async fn query_withdrawal_by_out_request_no(client: &Client) -> Result<Value> {
    let response = client
        .query_withdrawal_by_out_request_no("20190611222222222200000000012122")
        .await;
    json(response)
}

async fn query_withdrawal_by_withdraw_id(client: &Client) -> Result<Value> {
    let response = client
        .query_withdrawal_by_withdraw_id("12321937198237912739132791732123")
        .await;
    json(response)
}

async fn get_withdrawal_bill(client: &Client) -> Result<Value> {
    let response = client
        .get_withdrawal_bill(
            &WithdrawalBillType::NoSucc,
            "2019-06-11",
            Some(&TarType::Gzip),
        )
        .await;
    json(response)
}

async fn create_sub_merchant_withdrawal(client: &Client) -> Result<Value> {
    let body = CreateSubMerchantWithdrawalRequest::builder()
        .sub_mchid("1900000109")
        .out_request_no("20190611222222222200000000012122")
        .amount(Fen(100))
        .remark("交易提现")
        .bank_memo("微信支付提现")
        .account_type(FundAccountType::Basic)
        .notify_url("https://weixin.qq.com/a-fake-notify-url")
        .build();
    let response = client.create_sub_merchant_withdrawal(&body).await;
    json(response)
}

async fn query_sub_merchant_withdrawal_by_out_request_no(client: &Client) -> Result<Value> {
    let response = client
        .query_sub_merchant_withdrawal_by_out_request_no(
            "20190611222222222200000000012122",
            "1900000109",
        )
        .await;
    json(response)
}

async fn query_sub_merchant_withdrawal_by_withdraw_id(client: &Client) -> Result<Value> {
    let response = client
        .query_sub_merchant_withdrawal_by_withdraw_id("1232193719823791273913279173", "1900000109")
        .await;
    json(response)
}

async fn create_day_end_balance_withdrawal(client: &Client) -> Result<Value> {
    let body = CreateDayEndBalanceWithdrawalRequest::builder()
        .sub_mchid("1900000109")
        .out_request_no("20190611222222222200000000012122")
        .calculate_amount_type(CalculateAmountType::OnlyDayEndBalance)
        .remark("交易提现")
        .bank_memo("微信支付提现")
        .notify_url("https://yourapp.com/notify")
        .reserve_amount(Fen(100))
        .build();
    let response = client.create_day_end_balance_withdrawal(&body).await;
    json(response)
}

async fn query_day_end_balance_withdrawal(client: &Client) -> Result<Value> {
    let response = client
        .query_day_end_balance_withdrawal("20190611222222222200000000012122", "1900000109")
        .await;
    json(response)
}

async fn apply_cancelled_merchant_withdrawal(client: &Client) -> Result<Value> {
    let body = ApplyCancelledMerchantWithdrawalRequest::builder()
        .sub_mchid("1900000109")
        .out_account_type(OutAccountType::BasicAccount)
        .amount(Fen(101))
        .out_request_no("2019061122222222122")
        .payee_type(PayeeType::OtherMerchant)
        .payee_mchid("1900000109")
        .payee_info(
            PayeeInfo::builder()
                .account_type(PayeeAccountType::Corporate)
                .bank_account_info(
                    BankAccountInfo::builder()
                        .account_name("AOZdYGISxo4y44/UgZ69b0zZXkw==")
                        .account_bank("工商银行")
                        .bank_branch_id("402713354941")
                        .bank_name("402713354941")
                        .account_number("d+xT+MQCvrLHeorwC+w==")
                        .build(),
                )
                .identity_info(
                    IdentityInfo::builder()
                        .id_doc_type(IdDocType::Idcard)
                        .identification_name("pVd1HJ6zyvPedzfg==")
                        .identification_no("AOZdYGISxo4y44/UgZ69bkw==")
                        .build(),
                )
                .build(),
        )
        .proof_media_list(
            ProofMediaList::builder()
                .proof_payee_media(vec![
                    ProofPayeeMedia::builder()
                        .proof_media_type(ProofMediaType::BasicTransactionInformation)
                        .proof_media("jTpGmxUX3FBWVQ5NJTZvlKXQ")
                        .build(),
                ])
                .build(),
        )
        .additional_materials(
            AdditionalMaterial::builder()
                .additional_media(vec!["jTpGmxUX3FBWVQ5NFQ".into()])
                .build(),
        )
        .remark("特殊理由")
        .build();
    let response = client.apply_cancelled_merchant_withdrawal(&body).await;
    json(response)
}

async fn query_cancelled_merchant_withdrawal_by_applyment_id(client: &Client) -> Result<Value> {
    let response = client
        .query_cancelled_merchant_withdrawal_by_applyment_id("20220210183333")
        .await;
    json(response)
}

async fn query_cancelled_merchant_withdrawal_by_out_request_no(client: &Client) -> Result<Value> {
    let response = client
        .query_cancelled_merchant_withdrawal_by_out_request_no("123283928932")
        .await;
    json(response)
}

async fn list_merchant_income_records(client: &Client) -> Result<Value> {
    let response = client
        .list_merchant_income_records(&FundAccountType::Basic, "2019-06-11", Some(0), 100)
        .await;
    json(response)
}

async fn list_sub_merchant_income_records(client: &Client) -> Result<Value> {
    let response = client
        .list_sub_merchant_income_records(
            "2480253391",
            &FundAccountType::Basic,
            "2019-06-11",
            Some(0),
            100,
        )
        .await;
    json(response)
}
