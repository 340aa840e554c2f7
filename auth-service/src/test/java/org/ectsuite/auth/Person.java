package org.ectsuite.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.testsupport.TestDatabase;
import org.jspecify.annotations.Nullable;

/** Somebody who is signed in, through all the pages that lead there. */
public final class Person {

    private static @Nullable Person administrator;

    private final String email;
    private final Browser browser;
    private String accessToken = "";

    private Person(String email, Browser browser) {
        this.email = email;
        this.browser = browser;
        renew();
    }

    /** A mailbox that nobody used before. */
    public static String freshAddress() {
        return "op-" + UUID.randomUUID() + "@example.org";
    }

    /** Somebody new. */
    public static Person someone() {
        return signedIn(freshAddress());
    }

    /** The owner of this mailbox, in a browser of his own. */
    public static Person signedIn(String email) {
        return new Person(email, signIn(email, new Browser()));
    }

    /** The first administrator. One for all tests: no mailbox gets more than three mails in ten minutes. */
    public static synchronized Person administrator() {
        Person known = administrator;
        if (known == null) {
            known = signedIn(ServiceUnderTest.ADMIN_EMAIL);
            administrator = known;
        }
        known.renew();
        return known;
    }

    /** The first administrator, who is the last one, too: whoever other tests have left is relieved. */
    public static Person lastAdministrator() {
        Person administrator = administrator();
        TestDatabase.current()
                .update(
                        "update account set role = 'USER', version = version + 1 where role = 'ADMIN' and id <> ?",
                        administrator.id());
        return administrator;
    }

    /** Leads a browser through the pages. */
    public static Browser signIn(String email, Browser browser) {
        int before = SignInMail.to(email).size();
        Response page = browser.get("/auth/sign-in");
        Response asked = browser.submit(page, "/auth/sign-in/link", Map.of("email", email));
        assertThat(asked.statusCode()).isEqualTo(303);
        SignInMail mail = SignInMail.await(email, before + 1);
        Response landing = browser.get(mail.path());
        Response in = browser.submit(landing, "/auth/sign-in/link/redeem", Map.of());
        assertThat(in.statusCode()).isEqualTo(303);
        return browser;
    }

    /** Gets a new access token, as the web client does now and then. */
    public Person renew() {
        Response response = browser.token();
        assertThat(response.statusCode()).isEqualTo(200);
        accessToken = response.jsonPath().getString("access_token");
        return this;
    }

    public Browser browser() {
        return browser;
    }

    public String email() {
        return email;
    }

    public String accessToken() {
        return accessToken;
    }

    /** A claim of the present access token, read without checking anything. */
    public String claim(String name) {
        String payload =
                new String(Base64.getUrlDecoder().decode(accessToken.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        return String.valueOf(io.restassured.path.json.JsonPath.from(payload).<Object>get(name));
    }

    public UUID id() {
        return UUID.fromString(claim("sub"));
    }

    /** A call of the API by the web client of this person. */
    public RequestSpecification api() {
        return withToken(accessToken);
    }

    public static RequestSpecification withToken(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    public static RequestSpecification anonymous() {
        return io.restassured.RestAssured.given().basePath("").contentType("application/json");
    }
}
