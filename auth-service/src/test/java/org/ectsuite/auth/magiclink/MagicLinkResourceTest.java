package org.ectsuite.auth.magiclink;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.SignInMail;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MagicLinkResourceTest {

    @Test
    void signs_in() {
        Browser browser = new Browser();
        Response page = browser.get("/auth/sign-in?return_to=/nets/new");
        assertThat(page.statusCode()).isEqualTo(200);
        Response asked = browser.submit(page, "/auth/sign-in/link", Map.of("email", "ann@example.org"));
        Response waiting = browser.follow(asked);
        assertThat(waiting.asString()).contains("ann@example.org");
        SignInMail mail = SignInMail.await("ann@example.org", 1);
        Response landing = browser.get(mail.path());
        Response in = browser.submit(landing, "/auth/sign-in/link/redeem", Map.of());
        assertThat(Browser.pathOf(in)).isEqualTo("/nets/new");
        Response token = browser.token();
        assertThat(token.statusCode()).isEqualTo(200);
    }
}
