//! 出租车电子发票.

use wechatpay_endpoints::transport::taxi_invoices::*;

use crate::operation::*;

operations! {
    "POST /v3/taxi-invoice/taxi-company/create-taxi-company" => create_taxi_company,
    "GET /v3/taxi-invoice/taxi-companies/{company_mchid}" => query_taxi_company,
    "POST /v3/taxi-invoice/taxi/update-taxi" => update_taxi,
    "GET /v3/taxi-invoice/taxies/{plate_number}" => query_taxi,
    "POST /v3/taxi-invoice/driver/update-driver" => update_taxi_driver,
    "GET /v3/taxi-invoice/drivers/{driver_license}" => query_taxi_driver,
    "POST /v3/taxi-invoice/attendance/punch" => punch_taxi_attendance,
    "GET /v3/taxi-invoice/user-taxi-orders" => list_user_taxi_orders,
    "GET /v3/taxi-invoice/user-taxi-order/find-by-token" => query_user_taxi_order,
    "POST /v3/taxi-invoice/cards/upload-file" => upload_taxi_invoice_file,
    "POST /v3/taxi-invoice/cards" => insert_taxi_invoice_card,
}

async fn create_taxi_company(client: &Client) -> Result<Value> {
    let body = CreateTaxiCompanyRequest::builder()
        .company_name("深圳市未来有限公司")
        .tax_id("12345678901234567J")
        .address("广东省深圳市南山区高新科技园科技中一路腾讯大厦")
        .phone("075586013388")
        .bank_name("中国工商银行南山支行")
        .bank_account("12345678901234")
        .invoice_mode("JIAO_WEI")
        .legal_person("张三")
        .short_name("深圳未来")
        .region_id(510100)
        .enterprise_type("ENTERPRISE")
        .build();
    let response = client.create_taxi_company(&body).await;
    json(response)
}

async fn query_taxi_company(client: &Client) -> Result<Value> {
    let response = client.query_taxi_company("1900000109", 510100).await;
    json(response)
}

async fn update_taxi(client: &Client) -> Result<Value> {
    let body = UpdateTaxiRequest::builder()
        .plate_number("粤B12345")
        .company_name("深圳市未来有限公司")
        .mchid("1900000109")
        .main_license("6298416")
        .deputy_license("6298416")
        .region_id(510100)
        .invoice_flag("INVOICE")
        .build();
    let response = client.update_taxi(&body).await;
    json(response)
}

async fn query_taxi(client: &Client) -> Result<Value> {
    let response = client.query_taxi("粤B12345", 510100).await;
    json(response)
}

async fn update_taxi_driver(client: &Client) -> Result<Value> {
    let body = UpdateTaxiDriverRequest::builder()
        .driver_name("OpldWegML3fJ3/U5L6av0bU6GcIOaOhi+SY04APUv4dfFrD7US5TWiL5sVnQSz/wvsvQ==")
        .id_card_number(
            "OpldWegML3fJ3/U5L6av0bU6GcIOaOhXM/t2DrNLxVUb77DCnz421UAD7US5TWiL5sVnQSz/wvsvQ==",
        )
        .company_name("深圳市未来有限公司")
        .mchid("1900000109")
        .driver_license("6298416")
        .driver_category("MAIN")
        .driver_status("ON_DUTY")
        .driver_photo(
            DriverPhoto::builder()
                .photo_type("PHOTO_URL")
                .photo_digest(
                    PhotoDigest::builder()
                        .hash_type("MD5")
                        .hash_value("e10adc3949ba59abbe56e057f20f883e")
                        .build(),
                )
                .photo_url("http://www.abc.com/driver.icon")
                .photo_icon(
                    "Pm+zC+kaOSdRmVQP7pPQ++Ky9C8FaVp8El2sLT3b/M887b3YnrknrmiiumOkNDklrUdznfitoFkPC94vlnbbESwgn7hBXge3JFHw80S0l8J2jSIZN8PnMrHIZiWPI74xwKKK35n9X3+1+hzKK+t7fZ/U9Bg8P2L2ixmBdpTaRjtivPdOt28P3THTp5rXkjCNwRnoRjB/GiisYHRPc7WHV7jWvC32m42+ctyqZQYBx3I9a6GZisqMOCZXP4+STRRXMzqiZPmv8A3jRRRUFH/9k=",
                )
                .build(),
        )
        .region_id(510100)
        .build();
    let response = client.update_taxi_driver(&body).await;
    json(response)
}

async fn query_taxi_driver(client: &Client) -> Result<Value> {
    let response = client.query_taxi_driver("6298416", 510100).await;
    json(response)
}

async fn punch_taxi_attendance(client: &Client) -> Result<Value> {
    let body = PunchTaxiAttendanceRequest::builder()
        .plate_number("粤B12345")
        .driver_license("6298416")
        .event_time("2019-12-01T12:00:00.000+08:00")
        .event_type("SIGN_IN")
        .region_id(510100)
        .build();
    let response = client.punch_taxi_attendance(&body).await;
    json(response)
}

async fn list_user_taxi_orders(client: &Client) -> Result<Value> {
    let query = ListUserTaxiOrdersQuery::builder()
        .limit(5)
        .offset(10)
        .build();
    let response = client
        .list_user_taxi_orders(
            "oUypO5fUvaUkyuc6ueOwgwDMjCiM",
            "wxb1170446a4c0a5a2",
            "20200307",
            "20200407",
            510100,
            &query,
        )
        .await;
    json(response)
}

async fn query_user_taxi_order(client: &Client) -> Result<Value> {
    let response = client
        .query_user_taxi_order(
            "ESvqG19gjw0qiiy1eeRA4VusLrOmIYQOMJ8rXX2V-ztUUuQvu_YBEZg9FAht0Y15r71mft9rcaMIjn7y6x0KSg",
            "oUypO5fUvaUkyuc6ueOwgwDMjCiM",
            "wxb1170446a4c0a5a2",
            Some(310100),
            Some("ORDER_AUTH"),
        )
        .await;
    json(response)
}

async fn upload_taxi_invoice_file(client: &Client) -> Result<Value> {
    let file = UploadFile::from_bytes("file.png", "file").unwrap();
    let body = FileMeta::builder()
        .company_mchid("1900000109")
        .digest(file.sm3().await.unwrap())
        .digest_algorithm("DIGEST_ALGORITHM_SM3")
        .region_id(440300)
        .build();
    let response = client.upload_taxi_invoice_file(&body, &file).await;
    json(response)
}

async fn insert_taxi_invoice_card(client: &Client) -> Result<Value> {
    let body = InsertTaxiInvoiceCardRequest::builder()
        .company_mchid("1900000109")
        .trade_number("10001071012021110600437180176110")
        .appid("wxb1170446a4c0a5a2")
        .openid("oUypO5aQ1oOCaSiNZUpT5kxxJHuc")
        .region_id(310100)
        .driver_license("6298416")
        .plate_number("浙AD12345")
        .fapiao_card_information(
            FapiaoCardInformation::builder()
                .fapiao_media_id("ASNFZ4mrze/+3LqYdlQyEA==")
                .fapiao_number("12897794")
                .fapiao_code("044001911211")
                .fapiao_time("2020-07-01T12:00:00+08:00")
                .check_code("69001808340631374774")
                .password(
                    "006>299-375/326>2+7/*0-+<351059<80<4*/5>+<11631+*3030/5*37+/-243159658+013>3409*044>4-/1+/9->*>69501*6++1997--21",
                )
                .total_amount(Fen(382895))
                .tax_amount(Fen(44050))
                .amount(Fen(338845))
                .buyer_information(
                    BuyerInformation::builder()
                        .r#type("CORPORATION")
                        .name("深圳市南山区测试企业")
                        .taxpayer_id("202003261233701778")
                        .address("深圳市南山区深南大道10000号")
                        .telephone("075512345678")
                        .bank_name("测试银行")
                        .bank_account("62001234567890")
                        .build(),
                )
                .seller_information(
                    SellerInformation::builder()
                        .name("深圳市南山区测试公司")
                        .taxpayer_id("202003261233701778")
                        .address("深圳市南山区深南大道10000号")
                        .telephone("075512345678")
                        .bank_name("测试银行")
                        .bank_account("62001234567890")
                        .build(),
                )
                .extra_information(
                    ExtraInformation::builder()
                        .payee("张三")
                        .reviewer("李四")
                        .drawer("王五")
                        .build(),
                )
                .items(vec![
                    FapiaoItem::builder()
                        .tax_code("3010101020203000000")
                        .goods_name("出租汽车客运服务")
                        .specification("A4")
                        .unit("次")
                        .quantity(100000000)
                        .unit_price(Fen(380442000000))
                        .amount(Fen(380442))
                        .tax_amount(Fen(49458))
                        .total_amount(Fen(429900))
                        .tax_rate(1300)
                        .tax_prefer_mark("NO_FAVORABLE")
                        .discount(true)
                        .build(),
                ])
                .remark("备注")
                .build(),
        )
        .token("ESvqG19gjw0qiiy1eeRA4VusLrOmIYQOMJ8rXX2V")
        .build();
    let response = client.insert_taxi_invoice_card(&body).await;
    json(response)
}
