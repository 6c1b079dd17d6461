//! 停车服务.

use wechatpay_endpoints::transport::parking::*;

use crate::operation::*;

operations! {
    "POST /v3/parking/reminders/application" => create_parking_lot_application,
    "GET /v3/parking/reminders/application/query" => query_parking_lot_application,
    "GET /v3/parking/reminders/applications" => list_parking_lot_applications,
    "POST /v3/parking/reminders/application/withdraw" => withdraw_parking_lot_application,
    "GET /v3/parking/reminders/parking-lot" => query_parking_lot,
    "POST /v3/parking/reminders/entry" => sync_parking_entry,
    "POST /v3/parking/reminders/parking-fee" => query_parking_fee,
    "POST /v3/parking/reminders/payment" => sync_parking_payment,
    "POST /v3/parking/reminders/exit" => sync_parking_exit,
    "POST /v3/parking/reminders/ext-payment" => sync_parking_extended_payment,
    "GET /v3/vehicle/parking/services/find" => query_plate_service,
    "POST /v3/vehicle/parking/parkings" => create_parking,
    "POST /v3/vehicle/transactions/parking" => create_parking_transaction,
    "GET /v3/vehicle/transactions/out-trade-no/{out_trade_no}" => query_parking_transaction,
}

async fn create_parking_lot_application(client: &Client) -> Result<Value> {
    let body = CreateParkingLotApplicationRequest::builder()
        .parking_lot(
            ParkingLotInput::builder()
                .parking_lot_name("XX购物中心停车场")
                .out_parking_lot_id("PARK001")
                .parking_lot_address("XX市XX区XX路XX号")
                .longitude("116.397128")
                .latitude("39.916527")
                .parking_lot_type(ParkingLotType::BusinessDistrict)
                .phone_number("13800138000")
                .parking_sign_url("https://example.com/parking_sign.jpg")
                .notification_text_list(vec!["停车优惠".into()])
                .payment_mini_prog_appid("wx1234567890abcdef")
                .payment_path("pages/pay/index")
                .parking_order_mini_prog_appid("wx1234567890abcdef")
                .parking_order_path("pages/order/index")
                .charging_rule(
                    ChargingRule::builder()
                        .rule_type(RuleType::FixedInterval)
                        .fee_limit_type(FeeLimitType::Aggregate)
                        .daily_limit_type(DailyLimitType::CalendarDay)
                        .time_rounding_type(TimeRoundingType::TimeRoundUp)
                        .free_entry_duration(30)
                        .free_exit_duration(15)
                        .fixed_interval_rule(vec![
                            FixedIntervalRule::builder()
                                .day_type(DayType::Weekday)
                                .start_time("09:00")
                                .end_time("18:00")
                                .vehicle_type(VehicleType::Small)
                                .plate_type(PlateType::Temporary)
                                .first_duration(60)
                                .first_amount(Fen(500))
                                .interval_duration(30)
                                .interval_amount(Fen(200))
                                .interval_max_amount(Fen(1000))
                                .max_fee_per_day(Fen(5000))
                                .free_period_charging_mode(FreePeriodChargingMode::OncePerEntry)
                                .free_period_calculation_mode(
                                    FreePeriodCalculationMode::FreePeriodCalSequentialStart,
                                )
                                .is_green_vehicle_free_parking(false)
                                .first_duration_mode(FirstDurationMode::OnlyFirstDuration)
                                .build(),
                        ])
                        .duration_segment_rule(vec![
                            DurationSegmentRule::builder()
                                .day_type(DayType::Weekday)
                                .start_time("09:00")
                                .end_time("18:00")
                                .vehicle_type(VehicleType::Small)
                                .plate_type(PlateType::Temporary)
                                .charge_mode(ChargeMode::Interval)
                                .duration_from(0)
                                .duration_to(60)
                                .fixed_amount(Fen(1000))
                                .interval_min(30)
                                .interval_amount(Fen(200))
                                .interval_max_amount(Fen(1000))
                                .max_fee_per_day(Fen(5000))
                                .build(),
                        ])
                        .pre_entry_rule(vec![
                            PreEntryRule::builder()
                                .day_type(DayType::Weekday)
                                .start_time("09:00")
                                .end_time("18:00")
                                .vehicle_type(VehicleType::Small)
                                .plate_type(PlateType::Temporary)
                                .amount(Fen(1000))
                                .max_fee_per_day(Fen(5000))
                                .build(),
                        ])
                        .holiday_mode(HolidayMode::LegalMody)
                        .aggregate_limit_mode(AggregateLimitMode::Normal)
                        .first_charge_time_mode(FirstChargeTimeMode::Enter)
                        .build(),
                )
                .build(),
        )
        .build();
    let response = client.create_parking_lot_application(&body).await;
    json(response)
}

async fn query_parking_lot_application(client: &Client) -> Result<Value> {
    let response = client
        .query_parking_lot_application("PLA202604230001", "lot_sz_tencent_001")
        .await;
    json(response)
}

async fn list_parking_lot_applications(client: &Client) -> Result<Value> {
    let response = client
        .list_parking_lot_applications("lot_sz_tencent_001", Some(0), Some(10))
        .await;
    json(response)
}

async fn withdraw_parking_lot_application(client: &Client) -> Result<Value> {
    let body = WithdrawParkingLotApplicationRequest::builder()
        .parking_lot_audit_no("PLA202604230001")
        .out_parking_lot_id("lot_sz_tencent_001")
        .build();
    let response = client.withdraw_parking_lot_application(&body).await;
    json(response)
}

async fn query_parking_lot(client: &Client) -> Result<Value> {
    let response = client
        .query_parking_lot(
            Some("lot_sz_tencent_001"),
            Some("21232735744117624001123604298240"),
        )
        .await;
    json(response)
}

async fn sync_parking_entry(client: &Client) -> Result<Value> {
    let body = SyncParkingEntryRequest::builder()
        .out_serial_number("PARK202407041530001")
        .parking_id("WXPARK001")
        .plate_number("粤B12345")
        .enter_timestamp(1720078200)
        .plate_color(PlateColor::Blue)
        .car_type(PlateType::Temporary)
        .vehicle_type(VehicleType::Small)
        .entrance_number("A01")
        .entrance_name("南门入口")
        .discount_template_id(vec![1001, 1002])
        .build();
    let response = client.sync_parking_entry(&body).await;
    json(response)
}

async fn query_parking_fee(client: &Client) -> Result<Value> {
    let body = QueryParkingFeeRequest::builder()
        .out_serial_number("PARK202407041530001")
        .plate_number("粤B12345")
        .out_parking_id("lot_sz_tencent_001")
        .build();
    let response = client.query_parking_fee(&body).await;
    json(response)
}

async fn sync_parking_payment(client: &Client) -> Result<Value> {
    let body = SyncParkingPaymentRequest::builder()
        .out_serial_number("PARK202407041530001")
        .plate_number("粤B12345")
        .parking_id("WXPARK001")
        .parking_state(PaymentParkingState::Parking)
        .pay_type(PayType::Wxpay)
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .sub_mchid("1900000109")
        .total_amount(Fen(1500))
        .paid_amount(Fen(1500))
        .out_trade_no("TRADE202407041530001")
        .pay_channel(PayChannel::WechatPayNotif)
        .pay_time(1720081800)
        .token("token1234567890")
        .wx_trade_no("4200001999202407041234567890")
        .build();
    let response = client.sync_parking_payment(&body).await;
    json(response)
}

async fn sync_parking_exit(client: &Client) -> Result<Value> {
    let body = SyncParkingExitRequest::builder()
        .out_serial_number("PARK202407041530001")
        .exit_timestamp(1720081800)
        .plate_number("粤B12345")
        .plate_color(PlateColor::Blue)
        .parking_id("WXPARK001")
        .pay_state(PayState::Paid)
        .pay_type(PayType::Wxpay)
        .out_trade_no("TRADE202407041530001")
        .total_amount(Fen(1500))
        .paid_amount(Fen(1500))
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .pay_channel(PayChannel::WechatPayNotif)
        .pay_time(1720081800)
        .token("token1234567890")
        .wx_trade_no("4200001999202407041234567890")
        .build();
    let response = client.sync_parking_exit(&body).await;
    json(response)
}

async fn sync_parking_extended_payment(client: &Client) -> Result<Value> {
    let body = SyncParkingExtendedPaymentRequest::builder()
        .out_trade_no("TRADE202407041530001")
        .fee_items(vec![
            FeeItem::builder()
                .fee_type(ExtendedPaymentFeeType::Monthly)
                .amount(Fen(5000))
                .build(),
            FeeItem::builder()
                .fee_type(ExtendedPaymentFeeType::Member)
                .amount(Fen(2000))
                .build(),
        ])
        .pay_time(1719128975)
        .wx_parking_lot_id("21232735744117624001123604298240")
        .wx_trade_no("4200001999202407041234567890")
        .build();
    let response = client.sync_parking_extended_payment(&body).await;
    json(response)
}

async fn query_plate_service(client: &Client) -> Result<Value> {
    let response = client
        .query_plate_service(
            "wxcbda96de0b165486",
            Some("1900000109"),
            "粤B888888",
            &VehiclePlateColor::Blue,
            "oUpF8uMuAJOM2pxb1Q",
        )
        .await;
    json(response)
}

async fn create_parking(client: &Client) -> Result<Value> {
    let body = CreateParkingRequest::builder()
        .sub_mchid("1900000109")
        .out_parking_no("1231243")
        .plate_number("粤B888888")
        .plate_color(VehiclePlateColor::Blue)
        .notify_url("https://yoursite.com/wxpay.html")
        .start_time("2017-08-26T10:43:39+08:00")
        .parking_name("欢乐海岸停车场")
        .free_duration(3600)
        .build();
    let response = client.create_parking(&body).await;
    json(response)
}

async fn create_parking_transaction(client: &Client) -> Result<Value> {
    let body = CreateParkingTransactionRequest::builder()
        .appid("wxcbda96de0b165486")
        .sub_appid("wxcbda96de0b165486")
        .sub_mchid("1900000109")
        .description("停车场扣费")
        .attach("深圳分店")
        .out_trade_no("20150806125346")
        .trade_scene("PARKING")
        .goods_tag("WXG")
        .notify_url("https://yoursite.com/wxpay.html")
        .profit_sharing(YesNo::Y)
        .amount(
            CreateTransactionAmount::builder()
                .total(Fen(888))
                .currency(Currency::Cny)
                .build(),
        )
        .parking_info(
            CreateTransactionParkingInfo::builder()
                .parking_id("5K8264ILTKCH16CQ250")
                .plate_number("粤B888888")
                .plate_color(VehiclePlateColor::Blue)
                .start_time("2017-08-26T10:43:39+08:00")
                .end_time("2017-08-26T10:43:39+08:00")
                .parking_name("欢乐海岸停车场")
                .charging_duration(3600)
                .device_id("12313")
                .build(),
        )
        .build();
    let response = client.create_parking_transaction(&body).await;
    json(response)
}

async fn query_parking_transaction(client: &Client) -> Result<Value> {
    let response = client
        .query_parking_transaction("20150806125346", Some("1900000109"))
        .await;
    json(response)
}
