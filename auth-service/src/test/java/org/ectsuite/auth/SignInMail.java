package org.ectsuite.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.ectsuite.testsupport.NotificationServer;

/**
 * A sign-in mail as notification-service gets it.
 *
 * @param path of the link, below the public origin
 */
public record SignInMail(String path, String code, NotificationServer.Received received) {

    /** The secret in the link. */
    public String secret() {
        return path.substring(path.indexOf("t=") + 2);
    }

    /** All mails to an address until now, oldest first. */
    public static List<SignInMail> to(String address) {
        return NotificationServer.received("sign-in-link").stream()
                .filter(mail -> mail.recipient().path("address").asText().equals(address))
                .map(SignInMail::read)
                .toList();
    }

    /** Waits until so many mails to an address have arrived; gives the newest. */
    public static SignInMail await(String address, int number) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> to(address).size() >= number);
        return to(address).get(number - 1);
    }

    private static SignInMail read(NotificationServer.Received received) {
        String link = received.data().path("link").asText();
        assertThat(link).startsWith(ServiceUnderTest.PUBLIC_URL + "/auth/sign-in/link?t=");
        return new SignInMail(
                link.substring(ServiceUnderTest.PUBLIC_URL.length()),
                received.data().path("code").asText(),
                received);
    }

    /** The form that uses the link. */
    public Map<String, String> form(String csrf) {
        return Map.of("t", secret(), "csrf", csrf);
    }
}
