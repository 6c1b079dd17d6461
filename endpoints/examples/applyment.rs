//! 特约商户进件 (商户进件): a service provider uploads the pictures of a shop, submits its application, and follows the
//! application until the shop has its `sub_mchid`.
//!
//! Official page: <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter11_1_1.shtml>
//!
//! ```text
//! cargo run -p wechatpay-endpoints --example applyment --features facts,gateway,merchants,platform
//! ```

#![allow(clippy::print_stdout, reason = "an example prints what happens")]

mod loopback;

use std::error::Error;

use wechatpay_client::{Client, Outcome, Result, UploadFile};
use wechatpay_endpoints::{
    merchants::applyments::{
        Applyment, ApplymentState as State, Applyments as _, BankAccountInfo, BankAccountType,
        BusinessInfo, BusinessLicenseInfo, ContactInfo, ContactType, IdCardInfo, IdType,
        IdentityInfo, MiniProgramInfo, SalesInfo, SalesScenesType, SettlementInfo, SubjectInfo,
        SubjectType, SubmitApplymentRequest,
    },
    platform::media::MediaFiles as _,
};

/// The provider's number of the application. A rejected application is submitted again under the same number.
const BUSINESS_CODE: &str = "1900013511_10000";
/// A picture, of which the gateway checks only the hash.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let gateway = loopback::start().await?;
    let client = gateway.client().validate(true).build()?;
    loopback::lose(&gateway, "/v3/applyment4sub/applyment/");

    let subject = SubjectInfo::builder()
        .subject_type(SubjectType::Individual)
        .business_license_info(license(&client).await?)
        .identity_info(identity(&client).await?)
        .build();
    submit(&client, &application(subject)).await?;
    follow(
        &client
            .query_applyment_by_business_code(BUSINESS_CODE)
            .await?,
    );
    Ok(())
}

/// Submits the application. An unknown outcome is no failure: the query by `business_code` decides.
async fn submit(client: &Client, body: &SubmitApplymentRequest) -> Result<()> {
    match client.submit_applyment(body).await {
        Ok(submitted) => println!("submitted     {}", submitted.applyment_id),
        Err(error) if error.outcome() == Outcome::Unknown => println!("unknown       {error}"),
        Err(error) => return Err(error),
    }
    Ok(())
}

/// Prints the next step of the application.
fn follow(applyment: &Applyment) {
    println!("queried       {}", applyment.applyment_state);
    match applyment.applyment_state {
        State::Rejected => {
            for mistake in applyment.audit_detail.iter().flatten() {
                let field = mistake.field_name.as_deref().unwrap_or_default();
                let reason = mistake.reject_reason.as_deref().unwrap_or_default();
                println!("correct       {field}: {reason}");
            }
        }
        State::ToBeConfirmed | State::ToBeSigned => {
            let url = applyment.sign_url.as_deref().unwrap_or_default();
            println!("signed at     {url}");
        }
        State::Finished => {
            let sub_mchid = applyment.sub_mchid.as_deref().unwrap_or_default();
            println!("sub_mchid     {sub_mchid}");
        }
        State::Canceled => println!("canceled"),
        // WeChat Pay or the shop is at work: query again later.
        _ => {}
    }
}

/// Uploads a picture, and returns its `media_id`. An upload whose outcome is unknown is made again.
async fn upload(client: &Client, name: &str) -> Result<String> {
    // UploadFile::open reads a file.
    let file = UploadFile::from_bytes(name, PNG)?.require_image()?;
    let media_id = client.upload_image(&file).await?.media_id;
    println!("uploaded      {name} {media_id}");
    Ok(media_id)
}

async fn license(client: &Client) -> Result<BusinessLicenseInfo> {
    let license = BusinessLicenseInfo::builder()
        .license_copy(upload(client, "license.png").await?)
        .license_number("92440300MA5EQXL77P")
        .merchant_name("张三餐饮店")
        .legal_person("张三");
    Ok(license.build())
}

async fn identity(client: &Client) -> Result<IdentityInfo> {
    let card = IdCardInfo::builder()
        .id_card_copy(upload(client, "front.png").await?)
        .id_card_national(upload(client, "back.png").await?)
        .id_card_name("张三")
        .id_card_number("440305199001010000")
        .card_period_begin("2020-06-06")
        .card_period_end("2040-06-06");
    let identity = IdentityInfo::builder()
        .id_holder_type(ContactType::Legal)
        .id_doc_type(IdType::Idcard)
        .id_card_info(card.build());
    Ok(identity.build())
}

/// The application. Names and numbers of persons are encrypted in the request, and hidden in every log.
fn application(subject: SubjectInfo) -> SubmitApplymentRequest {
    let contact = ContactInfo::builder()
        .contact_type(ContactType::Legal)
        .contact_name("张三")
        .mobile_phone("13900000000")
        .contact_email("zhangsan@example.com");
    let mini_program = MiniProgramInfo::builder().mini_program_sub_appid("wxd678efh567hg6787");
    let sales = SalesInfo::builder()
        .sales_scenes_type(vec![SalesScenesType::MiniProgram])
        .mini_program_info(mini_program.build());
    let business = BusinessInfo::builder()
        .merchant_shortname("张三餐饮店")
        .service_phone("0755-86013388")
        .sales_info(sales.build());
    let settlement = SettlementInfo::builder()
        .settlement_id("719")
        .qualification_type("餐饮");
    let account = BankAccountInfo::builder()
        .bank_account_type(BankAccountType::Personal)
        .account_name("张三")
        .account_bank("工商银行")
        .bank_address_code("440305")
        .account_number("6222020200000000000");
    let application = SubmitApplymentRequest::builder()
        .business_code(BUSINESS_CODE)
        .contact_info(contact.build())
        .subject_info(subject)
        .business_info(business.build())
        .settlement_info(settlement.build())
        .bank_account_info(account.build());
    application.build()
}
