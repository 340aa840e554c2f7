package org.ectsuite.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A registered client, as a program of somebody else behaves: sends people here, and comes for tokens. */
public final class RelyingParty {

    public static final String REDIRECT = "https://client.example/callback";
    public static final String AFTER_LOGOUT = "https://client.example/bye";

    private static final Pattern ONWARD = Pattern.compile("id=\"onward\" href=\"([^\"]+)\"");

    private final String id;
    private final String secret;
    private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();

    private RelyingParty(String id, String secret) {
        this.id = id;
        this.secret = secret;
    }

    /** What administrators register, to be changed at will. */
    public static Map<String, Object> metadata() {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put("name", "Weather board");
        metadata.put("authentication", "SECRET");
        metadata.put("redirectUris", List.of(REDIRECT));
        metadata.put("postLogoutRedirectUris", List.of(AFTER_LOGOUT));
        metadata.put("grants", List.of("AUTHORIZATION_CODE", "REFRESH_TOKEN"));
        metadata.put("scopes", List.of("openid", "profile", "email", "offline_access", "ect"));
        metadata.put("audiences", List.of("ectlog-service"));
        return metadata;
    }

    /** A confidential client. */
    public static RelyingParty registered() {
        return registered(Map.of());
    }

    /** With these members instead of the usual ones. */
    public static RelyingParty registered(Map<String, Object> changes) {
        Map<String, Object> metadata = metadata();
        metadata.putAll(changes);
        Response response = Person.administrator().api().body(metadata).post("/auth/admin/clients");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        JsonPath json = response.jsonPath();
        String secret = json.getString("secret");
        return new RelyingParty(json.getString("client.id"), secret == null ? "" : secret);
    }

    public static RelyingParty publicClient() {
        return registered(Map.of("authentication", "NONE"));
    }

    public String id() {
        return id;
    }

    public String secret() {
        return secret;
    }

    public String verifier() {
        return verifier;
    }

    /** The usual parameters of an authorization request. */
    public Map<String, String> request() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", id);
        parameters.put("redirect_uri", REDIRECT);
        parameters.put("scope", "openid");
        parameters.put("state", "state-1");
        parameters.put("nonce", "nonce-1");
        parameters.put("code_challenge", challenge(verifier));
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    /** The usual parameters with some changed; an empty value takes one away. */
    public Map<String, String> request(Map<String, String> changes) {
        Map<String, String> parameters = request();
        parameters.putAll(changes);
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    public static String path(Map<String, String> parameters) {
        return "/auth/oauth/authorize?"
                + parameters.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    public static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody who is signed in agrees. Gives the answer's parameters. */
    public Map<String, String> authorize(Browser browser, Map<String, String> changes) {
        Response page = browser.get(path(request(changes)));
        if (page.statusCode() == 303) {
            return answer(page.header("Location"));
        }
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return agree(browser, page);
    }

    /** Presses the button of the consent page. */
    public Map<String, String> agree(Browser browser, Response consent) {
        return answer(onward(browser.submit(consent, "/auth/oauth/authorize/consent", Map.of("decision", "agree"))));
    }

    /** Where a page leads on to by itself. */
    public static String onward(Response page) {
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        Matcher link = ONWARD.matcher(page.asString());
        assertThat(link.find()).as(page.asString()).isTrue();
        String address = link.group(1).replace("&amp;", "&").replace("&#x3D;", "=");
        assertThat(page.asString()).contains("http-equiv=\"refresh\"");
        return address;
    }

    /** The parameters of an answer that came to the client's own address. */
    public static Map<String, String> answer(String address) {
        assertThat(address).startsWith(REDIRECT + "?");
        return Arrays.stream(URI.create(address).getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /** A request to the token endpoint. */
    public Response token(Map<String, String> parameters) {
        return post("/auth/oauth/token", parameters);
    }

    /** A request to an endpoint where the client shows who it is. */
    public Response post(String path, Map<String, String> parameters) {
        RequestSpecification request = form();
        Map<String, String> all = new HashMap<>(parameters);
        if (secret.isEmpty()) {
            all.putIfAbsent("client_id", id);
        } else {
            request.auth().preemptive().basic(id, secret);
        }
        return request.formParams(all).post(path);
    }

    public static RequestSpecification form() {
        return RestAssured.given().basePath("").contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    /** What exchanges a code. */
    public Map<String, String> exchange(String code) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", code);
        parameters.put("redirect_uri", REDIRECT);
        parameters.put("code_verifier", verifier);
        return parameters;
    }

    /** Leads somebody all the way. */
    public JsonPath signIn(Person person, String scope) {
        String code = authorize(person.browser(), Map.of("scope", scope)).get("code");
        Response response = token(exchange(String.valueOf(code)));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath();
    }

    public Response refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    public static Response userInfo(String accessToken) {
        return RestAssured.given()
                .basePath("")
                .header("Authorization", "Bearer " + accessToken)
                .get("/auth/oauth/userinfo");
    }

    /** The claims of a JWT, read without checking anything. */
    public static JsonPath claims(String jwt) {
        return JsonPath.from(
                new String(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }

    /** The header of a JWT, read without checking anything. */
    public static JsonPath header(String jwt) {
        return JsonPath.from(
                new String(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[0]), StandardCharsets.UTF_8));
    }
}
