// A merchant on the JDK alone, with WeChat Pay's host: it reaches the sandbox by the proxy.
//
// Usage: java -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=PORT -Djavax.net.ssl.trustStore=FILE Merchant.java sandbox.json

import java.net.URI;
import java.net.http.*;
import java.nio.file.*;
import java.security.*;
import java.security.spec.*;
import java.time.Instant;
import java.util.*;

class Merchant {
    static final HttpClient CLIENT = HttpClient.newHttpClient();
    static String id, serialNo;
    static PrivateKey privateKey;
    static PublicKey publicKey;

    public static void main(String[] arguments) throws Exception {
        // The first account is the direct merchant. The JDK has no JSON.
        var account = Files.readString(Path.of(arguments[0])).split("\"merchants\"")[1];
        id = member(account, "id");
        serialNo = member(account, "serial_no");
        var keys = KeyFactory.getInstance("RSA");
        privateKey = keys.generatePrivate(new PKCS8EncodedKeySpec(pem(member(account, "private_key"))));
        publicKey = keys.generatePublic(new X509EncodedKeySpec(pem(member(account, "public_key"))));

        var order = """
            {"appid":"wxd678efh567hg6787","mchid":"%s","description":"demo","out_trade_no":"JAVA20260101001",\
            "notify_url":"https://merchant.example/notify","amount":{"total":100}}""".formatted(id);
        check(call("POST", "/v3/pay/transactions/native", order), "\"code_url\":\"weixin://");
        var query = "/v3/pay/transactions/out-trade-no/JAVA20260101001?mchid=" + id;
        check(call("GET", query, ""), "\"trade_state\":\"NOTPAY\"");
    }

    /** Calls an operation, and verifies the response. */
    static String call(String method, String url, String body) throws Exception {
        var time = Instant.now().getEpochSecond();
        var nonce = UUID.randomUUID().toString().replace("-", "");
        var signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(privateKey);
        signer.update((method + "\n" + url + "\n" + time + "\n" + nonce + "\n" + body + "\n").getBytes("UTF-8"));
        var signature = Base64.getEncoder().encodeToString(signer.sign());
        var request = HttpRequest.newBuilder(URI.create("https://api.mch.weixin.qq.com" + url))
            .header("Accept", "application/json").header("Content-Type", "application/json")
            .header("Authorization", ("WECHATPAY2-SHA256-RSA2048 mchid=\"%s\",nonce_str=\"%s\",timestamp=\"%d\","
                + "serial_no=\"%s\",signature=\"%s\"").formatted(id, nonce, time, serialNo, signature))
            .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        var header = response.headers();
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(publicKey);
        verifier.update((header.firstValue("Wechatpay-Timestamp").get() + "\n"
            + header.firstValue("Wechatpay-Nonce").get() + "\n" + response.body() + "\n").getBytes("UTF-8"));
        if (!verifier.verify(Base64.getDecoder().decode(header.firstValue("Wechatpay-Signature").get())))
            throw new AssertionError("the signature is wrong");
        return response.body();
    }

    static void check(String body, String expected) {
        if (!body.contains(expected)) throw new AssertionError(body);
    }

    /** The value of a member of the JSON, which has no escapes. */
    static String member(String json, String name) {
        return json.split("\"" + name + "\":\"")[1].split("\"")[0];
    }

    static byte[] pem(String file) throws Exception {
        return Base64.getMimeDecoder().decode(Files.readString(Path.of(file)).replaceAll("-----.*-----", ""));
    }
}
