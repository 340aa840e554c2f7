package org.ectsuite.auth.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.ProviderServer;
import org.ectsuite.auth.RelyingParty;
import org.ectsuite.auth.SignInMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page. The pages are left in target/pages, to be looked at. */
@QuarkusTest
class PagesResourceTest {

    private static final Pattern INPUT = Pattern.compile("<input(?![^>]*type=\"hidden\")[^>]*>");
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");

    private static final Pattern SCRIPT =
            Pattern.compile("<script src=\"/auth/assets/passkey\\.js\\?v=[0-9a-f]{12}\" defer></script>");
    /** Where a passkey may be shown. */
    private static final Set<String> SCRIPTED =
            Set.of("sign-in", "sign-in-error", "sign-in-passkey-error", "too-many-mails", "provider-refused");

    private static final Map<String, Response> PAGES = new LinkedHashMap<>();

    /** Every page there is, as somebody comes to see it. */
    private static synchronized Map<String, Response> all() {
        if (PAGES.isEmpty()) {
            PAGES.putAll(visit());
        }
        return PAGES;
    }

    private static Map<String, Response> visit() {
        Map<String, Response> pages = new LinkedHashMap<>();
        Browser browser = new Browser();
        String email = Person.freshAddress();
        Response signIn = browser.get("/auth/sign-in?return_to=/nets");
        pages.put("sign-in", signIn);
        pages.put("sign-in-error", browser.submit(signIn, "/auth/sign-in/link", Map.of("email", "ann at example")));
        browser.submit(signIn, "/auth/sign-in/link", Map.of("email", email));
        SignInMail mail = SignInMail.await(email, 1);
        Response code = browser.get("/auth/sign-in/code");
        pages.put("code", code);
        pages.put("code-error", browser.submit(code, "/auth/sign-in/code", Map.of("code", "0000-0000")));
        pages.put("code-unreadable", browser.submit(code, "/auth/sign-in/code", Map.of("code", "?")));
        pages.put("link", browser.get(mail.path()));
        pages.put("elsewhere", new Browser().get(mail.path()));
        pages.put("dead", browser.get("/auth/sign-in/link?t=x"));
        pages.put("expired", new Browser().post("/auth/sign-in/link", Map.of("email", email)));
        for (int i = 0; i < 2; i++) {
            browser.submit(signIn, "/auth/sign-in/link", Map.of("email", email));
        }
        pages.put("too-many-mails", browser.submit(signIn, "/auth/sign-in/link", Map.of("email", email)));
        Person suspended = Person.someone();
        Person.administrator()
                .api()
                .body(Map.of("reason", "Repeated interference on the calling channel", "until", "2099-12-31T12:00:00Z"))
                .put("/auth/accounts/" + suspended.id() + "/ban");
        Browser door = new Browser();
        door.submit(door.get("/auth/sign-in"), "/auth/sign-in/link", Map.of("email", suspended.email()));
        SignInMail second = SignInMail.await(suspended.email(), 2);
        Response glass = browser.get("/auth/sign-in/break-glass");
        pages.put("break-glass", glass);
        pages.put("break-glass-error", browser.submit(glass, "/auth/sign-in/break-glass", Map.of("code", "x")));
        pages.put("sign-in-passkey-error", browser.submit(signIn, "/auth/sign-in/passkey", Map.of()));
        pages.put("suspended", door.submit(door.get(second.path()), "/auth/sign-in/link/redeem", Map.of()));
        pages.put("provider-refused", abroad(ProviderServer.atGoogle(email).with(ProviderServer.Fault.WRONG_NONCE)));
        Person owner = Person.someone();
        Browser prover = new Browser();
        comeBack(prover, ProviderServer.atGoogle(owner.email()));
        pages.put("identity-prove", prover.get("/auth/identities/confirm"));
        comeBack(owner.browser(), ProviderServer.atGoogle(owner.email()));
        pages.put("identity-confirm", owner.browser().get("/auth/identities/confirm"));
        pages.put("identity-dead", new Browser().get("/auth/identities/confirm"));
        return pages;
    }

    private static Response abroad(ProviderServer.Somebody who) {
        return comeBack(new Browser(), who);
    }

    private static Response comeBack(Browser browser, ProviderServer.Somebody who) {
        Response page = browser.get("/auth/sign-in");
        String address = RelyingParty.onward(browser.submit(page, "/auth/sign-in/with/google", Map.of()));
        return browser.get(ProviderServer.agree(address, who));
    }

    @Test
    void every_page_is_strict_calm_and_accessible() {
        Map<String, Response> pages = all();

        assertThat(pages).hasSize(18);
        pages.forEach((name, page) -> {
            String html = page.asString();
            save(name, html);
            assertThat(page.contentType()).as(name).isEqualToIgnoringCase("text/html;charset=UTF-8");
            assertThat(page.header("Content-Security-Policy"))
                    .as(name)
                    .isEqualTo("default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
                            + " frame-ancestors 'none'; base-uri 'none'"
                            + (SCRIPTED.contains(name) ? "; script-src 'self'" : ""));
            assertThat(page.headers().getValues("Content-Security-Policy"))
                    .as(name)
                    .hasSize(1);
            assertThat(page.header("Cache-Control")).as(name).isEqualTo("no-store");
            assertThat(page.header("Referrer-Policy")).as(name).isEqualTo("strict-origin");
            assertThat(page.header("X-Content-Type-Options")).as(name).isEqualTo("nosniff");
            assertThat(page.header("X-Frame-Options")).as(name).isEqualTo("DENY");
            // A script of ours alone, and none within the page.
            assertThat(SCRIPT.matcher(html).replaceAll(""))
                    .as(name)
                    .startsWith("<!DOCTYPE html>")
                    .containsOnlyOnce("<h1>")
                    .containsOnlyOnce("<main>")
                    .contains("<html lang=\"en\">")
                    .doesNotContain("<script")
                    .doesNotContain("style=\"")
                    .doesNotContain("<style")
                    .doesNotContain("NOT_FOUND")
                    .doesNotContain("http://", "https://");
            assertThat(html).as(name).doesNotContain("<h1></h1>");
            everyFieldHasALabel(name, html);
        });
    }

    private static void everyFieldHasALabel(String page, String html) {
        Matcher input = INPUT.matcher(html);
        while (input.find()) {
            Matcher id = ID.matcher(input.group());
            assertThat(id.find()).as(page + ": " + input.group()).isTrue();
            assertThat(html).as(page).contains("<label for=\"" + id.group(1) + "\">");
        }
    }

    private static void save(String name, String html) {
        try {
            Path folder = Files.createDirectories(Path.of("target/pages"));
            Files.writeString(folder.resolve(name + ".html"), html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-in-error", "code-error", "code-unreadable", "break-glass-error"})
    void a_mistake_is_named_at_the_top_and_at_the_field(String name) {
        String html = Objects.requireNonNull(all().get(name)).asString();

        assertThat(html)
                .contains("role=\"alert\"")
                .contains("aria-invalid=\"true\"")
                .contains("class=\"field-error\"");
    }

    @Test
    void a_page_its_mistakes_and_its_end_are_in_the_language_of_its_reader() {
        // Given
        Browser browser = new Browser().language("de-AT,de;q=0.9,en;q=0.8");

        // When
        Response signIn = browser.get("/auth/sign-in");
        Response mistake = browser.submit(signIn, "/auth/sign-in/link", Map.of("email", "anna at example"));
        Response expired = new Browser().language("de").post("/auth/sign-in/link", Map.of("email", "anna"));

        // Then
        assertThat(signIn.asString())
                .contains("<html lang=\"de\">", "<title>Anmelden – ECT Suite</title>", "E-Mail-Adresse")
                .doesNotContain("Sign in");
        assertThat(mistake.asString())
                .contains("Geben Sie eine E-Mail-Adresse ein")
                .doesNotContain("Enter an e-mail");
        assertThat(expired.statusCode()).isEqualTo(403);
        assertThat(expired.asString()).contains("<html lang=\"de\">", "Diese Seite ist abgelaufen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr-CA,fr;q=0.9", "*", "de;q=two", ",;=", "x"})
    void a_language_that_we_do_not_write_or_cannot_read_gets_english(String accepted) {
        Response signIn = new Browser().language(accepted).get("/auth/sign-in");

        assertThat(signIn.statusCode()).isEqualTo(200);
        assertThat(signIn.asString()).contains("<html lang=\"en\">", "Send sign-in link");
    }

    @Test
    void only_pages_with_a_script_may_run_one() {
        all().forEach((name, page) ->
                assertThat(page.asString().contains("<script")).as(name).isEqualTo(SCRIPTED.contains(name)));
    }

    @Test
    void the_stylesheet_is_found_and_may_be_kept() {
        String html = new Browser().get("/auth/sign-in").asString();
        String address = html.replaceAll("(?s).*<link rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");

        Response css = RestAssured.given().basePath("").get(address);

        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.contentType()).startsWith("text/css");
        assertThat(css.headers().getValues("Cache-Control")).containsExactly("public, immutable, max-age=31536000");
        assertThat(css.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/sign-in/link", "/auth/sign-in/link/redeem", "/auth/sign-in/code"})
    void a_form_from_elsewhere_is_refused(String action) {
        // Given: everything an attacker can know, and a browser that visited our page
        Browser browser = new Browser();
        Response page = browser.get("/auth/sign-in");
        String ours = page.asString().replaceAll("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        Browser attacker = new Browser();
        String theirs =
                attacker.get("/auth/sign-in").asString().replaceAll("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        Map<String, String> fields = Map.of("email", Person.freshAddress(), "t", "x", "code", "AAAAAAAA");

        // When / Then
        assertThat(browser.post(action, fields).statusCode()).as("no token").isEqualTo(403);
        assertThat(browser.post(action, with(fields, theirs)).statusCode())
                .as("another's token")
                .isEqualTo(403);
        assertThat(browser.post(action, with(fields, ours + "A")).statusCode())
                .as("a broken token")
                .isEqualTo(403);
        assertThat(new Browser().post(action, with(fields, ours)).statusCode())
                .as("no cookie")
                .isEqualTo(403);
        assertThat(browser.request()
                        .urlEncodingEnabled(true)
                        .header("Sec-Fetch-Site", "cross-site")
                        .formParams(with(fields, ours))
                        .post(action)
                        .statusCode())
                .as("another site")
                .isEqualTo(403);
        assertThat(browser.request()
                        .urlEncodingEnabled(true)
                        .header("Origin", "https://evil.example")
                        .formParams(with(fields, ours))
                        .post(action)
                        .statusCode())
                .as("another origin")
                .isEqualTo(403);
        assertThat(browser.post(action, with(fields, ours)).statusCode())
                .as("ours")
                .isNotEqualTo(403);
    }

    private static Map<String, String> with(Map<String, String> fields, String token) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("csrf", token);
        return all;
    }

    @Test
    void a_field_without_end_is_refused() {
        Browser browser = new Browser();
        Response page = browser.get("/auth/sign-in");

        Response refused = browser.submit(page, "/auth/sign-in/link", Map.of("email", "a".repeat(10_000)));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.asString()).contains("too-large");
    }

    @Test
    void programs_get_problems_where_people_get_pages() {
        Response response = RestAssured.given()
                .basePath("")
                .accept("application/problem+json, text/html;q=0")
                .formParam("email", "x")
                .post("/auth/sign-in/link");

        assertThat(response.statusCode()).isIn(403, 406);
        assertThat(response.contentType()).startsWith("application/problem+json");
    }
}
