//! 行业接口.

use wechatpay_endpoints::industries::general::*;

use crate::operation::*;

operations! {
    "POST /v3/ebike/charge/contracts/preopen" => preopen_ebike_contract,
    "GET /v3/ebike/charge/contracts/{contract_id}" => query_ebike_contract_by_contract_id,
    "GET /v3/ebike/charge/users/{openid}/contract" => query_ebike_contract_by_openid,
    "POST /v3/ebike/charge/contracts/{contract_id}/confirm" => confirm_ebike_contract,
    "POST /v3/ebike/charge/transactions" => create_ebike_transaction,
    "GET /v3/ebike/charge/transactions/id/{transaction_id}" => query_ebike_transaction_by_id,
    "GET /v3/ebike/charge/transactions/out-trade-no/{out_trade_no}" => query_ebike_transaction_by_out_trade_no,
    "GET /v3/hire-power-bank/user-qualifications/{openid}" => query_power_bank_user_qualification,
    "POST /v3/hire-power-bank/insurance-orders" => create_power_bank_insurance_order,
    "GET /v3/hire-power-bank/insurance-orders/{out_order_no}" => query_power_bank_insurance_order,
    "POST /v3/catering/orders/sync-status" => sync_catering_order_status,
    "POST /v3/industry-rebate/transactions/{transaction_id}" => sync_rebate_transaction,
    "POST /v3/industry-rebate/retail-industry/transactions" => sync_retail_transaction,
    "POST /v3/express/users/{openid}/transform" => transform_express_openid,
    "GET /v3/realname/verify" => verify_real_name,
}

async fn preopen_ebike_contract(client: &Client) -> Result<Value> {
    let body = PreopenEbikeContractRequest::builder()
        .sub_mchid("1510770601")
        .appid("wx47c677487ce3ac47")
        .sub_appid("wxcc603d9f0d54eaf0")
        .trade_scene("CHARGE")
        .openid("ot35_4gNgXsUuh2sQY0lT9N08AU0")
        .build();
    let response = client.preopen_ebike_contract(&body).await;
    json(response)
}

async fn query_ebike_contract_by_contract_id(client: &Client) -> Result<Value> {
    let response = client
        .query_ebike_contract_by_contract_id("aAfixCs13LsdKPpfZfDkk2189ssXjfx", Some("1900000109"))
        .await;
    json(response)
}

async fn query_ebike_contract_by_openid(client: &Client) -> Result<Value> {
    let response = client
        .query_ebike_contract_by_openid(
            "onqOjjmM1tad-3ROpncN-yUfa6ua",
            Some("1900000109"),
            "CHARGE",
        )
        .await;
    json(response)
}

async fn confirm_ebike_contract(client: &Client) -> Result<Value> {
    let body = ConfirmEbikeContractRequest::builder()
        .sub_mchid("1900000109")
        .appid("wx47c677487ce3ac47")
        .sub_appid("wxcc603d9f0d54eaf0")
        .charge_info(
            ChargeInfo::builder()
                .start_time("2017-08-26T09:43:39+08:00")
                .charging_station_name("xxx充电站")
                .charging_gun_number("6555")
                .device_id("12343232")
                .build(),
        )
        .build();
    let response = client
        .confirm_ebike_contract("aAfixCs13LsdKPpfZfDkk2189ssXjfx", &body)
        .await;
    json(response)
}

async fn create_ebike_transaction(client: &Client) -> Result<Value> {
    let body = CreateEbikeTransactionRequest::builder()
        .sub_mchid("1900000109")
        .appid("wxd678efh567hg678")
        .sub_appid("wxd678efh567hg6999")
        .out_trade_no("121775250124070332")
        .attach("自定义数据")
        .goods_tag("test")
        .notify_url("http://1111:111/metro-spt-api/callback")
        .description("商品信息")
        .charging_token("sdjf23kdsHJfdk")
        .amount(
            CreateEbikeTransactionAmount::builder()
                .total(Fen(888))
                .currency("CNY")
                .build(),
        )
        .charge_info(
            EbikeTransactionChargeInfo::builder()
                .start_time("2017-08-26T09:43:39+08:00")
                .end_time("2017-08-26T09:43:39+08:00")
                .charging_station_name("xxx充电站")
                .charging_gun_number("6555")
                .charged_capacity(10)
                .park_duration(60)
                .park_fee(Fen(100))
                .build(),
        )
        .device_info(
            EbikeDeviceInfo::builder()
                .device_id("12343232")
                .device_ip("123.12.12.123")
                .build(),
        )
        .build();
    let response = client.create_ebike_transaction(&body).await;
    json(response)
}

async fn query_ebike_transaction_by_id(client: &Client) -> Result<Value> {
    let response = client
        .query_ebike_transaction_by_id("25012014070332333018", Some("1900000109"))
        .await;
    json(response)
}

async fn query_ebike_transaction_by_out_trade_no(client: &Client) -> Result<Value> {
    let response = client
        .query_ebike_transaction_by_out_trade_no("121775250124070332", Some("1900000109"))
        .await;
    json(response)
}

async fn query_power_bank_user_qualification(client: &Client) -> Result<Value> {
    let response = client
        .query_power_bank_user_qualification("2323dfsdf342342")
        .await;
    json(response)
}

async fn create_power_bank_insurance_order(client: &Client) -> Result<Value> {
    let body = CreatePowerBankInsuranceOrderRequest::builder()
        .out_order_no("6e8369071cd942c0476613f9d1ce9ca3")
        .openid("2323dfsdf342342")
        .notify_url("https://api.test.com")
        .service_id("实例值")
        .build();
    let response = client.create_power_bank_insurance_order(&body).await;
    json(response)
}

async fn query_power_bank_insurance_order(client: &Client) -> Result<Value> {
    let response = client
        .query_power_bank_insurance_order("6e8369071cd942c0476613f9d1ce9ca3")
        .await;
    json(response)
}

async fn sync_catering_order_status(client: &Client) -> Result<Value> {
    let body = SyncCateringOrderStatusRequest::builder()
        .sp_mchid("1900000100")
        .sp_appid("wx8888888888888888")
        .channel_id("1900000109")
        .sub_mchid("1900000100")
        .sub_appid("wx8888888888888888")
        .out_shop_no("6895")
        .sub_openid("oYobu0Dmn6TdodZnFWKOEkqoRbI8")
        .login_token("071oYFSN19sCH31AyNSN15QDS")
        .order_entry("http://www.example.com")
        .total_amount(Fen(1000))
        .discount_amount(Fen(100))
        .user_amount(Fen(900))
        .status(CateringOrderStatus::CreateDeal)
        .action_time("2018-06-08T10:34:56+08:00")
        .pay_time("2018-06-08T10:34:56+08:00")
        .transaction_id("1009660380201506130728806387")
        .out_trade_no("20150806125346")
        .out_order_no("20150806125346")
        .out_table_no("1")
        .people_count(2)
        .dish_list(vec![
            Dish::builder()
                .out_dish_no("1")
                .name("清汤锅底")
                .price(Fen(1))
                .unit(DishUnit::ByShare)
                .count(1.5)
                .discount(100)
                .r#type("FAST_FOOD")
                .priority(1)
                .properties(
                    DishProperty::builder()
                        .taste("辣")
                        .cuisine("炒")
                        .main_material("猪肝")
                        .ingredients("青椒 | 辣椒 | 葱 | 八角")
                        .others("有机 | 农家")
                        .build(),
                )
                .build(),
        ])
        .build();
    let response = client.sync_catering_order_status(&body).await;
    json(response)
}

async fn sync_rebate_transaction(client: &Client) -> Result<Value> {
    let body = SyncRebateTransactionRequest::builder()
        .sub_mchid("1900000001")
        .code_url("URl:weixin://wxpay/s/An4baqw")
        .out_trade_no("example_out_trade_no")
        .build();
    let response = client
        .sync_rebate_transaction("20190611222222222200000000012122", &body)
        .await;
    json(response)
}

async fn sync_retail_transaction(client: &Client) -> Result<Value> {
    let body = SyncRetailTransactionRequest::builder()
        .brand_id("120344")
        .transaction_id("20190611222222222200000000012122")
        .out_trade_no("example_out_trade_no")
        .sub_mchid("1900000001")
        .device_id("example_device_id")
        .goods_detail(vec![
            GoodsDetail::builder()
                .barcode("example_barcode")
                .merchant_goods_id("1001")
                .goods_name("iPhoneX 256G")
                .quantity(1)
                .price(Fen(528800))
                .build(),
        ])
        .build();
    let response = client.sync_retail_transaction(&body).await;
    json(response)
}

async fn transform_express_openid(client: &Client) -> Result<Value> {
    let body = TransformExpressOpenidRequest::builder()
        .appid("wxaaaa1a123b456c7d")
        .build();
    let response = client
        .transform_express_openid("xsd3434454567676", &body)
        .await;
    json(response)
}

async fn verify_real_name(client: &Client) -> Result<Value> {
    let response = client
        .verify_real_name(
            1,
            &Sensitive::from("InhziTSUwVqxfKp9M5nGCSjF395VL"),
            &Sensitive::from("InhziTSUwVqxfKp9M5nGCSjF395VL"),
            "442100010320250122523549415021",
        )
        .await;
    json(response)
}
