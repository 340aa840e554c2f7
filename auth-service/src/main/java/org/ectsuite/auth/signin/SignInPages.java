package org.ectsuite.auth.signin;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ectsuite.auth.account.Ban;
import org.ectsuite.auth.account.Closing;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.auth.page.FormTokens;
import org.ectsuite.auth.page.Pages;
import org.ectsuite.auth.passkey.Challenges;
import org.ectsuite.auth.passkey.Passkeys;
import org.ectsuite.auth.passkey.Purpose;
import org.jspecify.annotations.Nullable;

/** Shows the sign-in page, empty or with what is to be mended. */
@ApplicationScoped
public class SignInPages {

    static final String PATH = "/auth/sign-in";

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;

    /** One way of writing that every reader understands, in the time that radio amateurs keep their logs in. */
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Pages pages;
    private final FormTokens tokens;
    private final List<OtherWays> others;
    private final Passkeys passkeys;
    private final Challenges challenges;

    SignInPages(Pages pages, FormTokens tokens, @All List<OtherWays> others, Passkeys passkeys, Challenges challenges) {
        this.pages = pages;
        this.tokens = tokens;
        this.others = others;
        this.passkeys = passkeys;
        this.challenges = challenges;
    }

    /**
     * Nothing is typed yet.
     *
     * @param hint the address that whoever leads here expects
     */
    Uni<Response> empty(Continuation continuation, @Nullable String hint, @Nullable String formCookie) {
        String email = EmailAddress.parse(hint).map(EmailAddress::text).orElse("");
        return show(OK, email, continuation, formCookie, null, null);
    }

    /** The passkey that was shown is not taken. */
    Uni<Response> badPasskey(Continuation continuation, @Nullable String formCookie, String why) {
        return show(BAD_REQUEST, "", continuation, formCookie, why, null);
    }

    /** What was typed is no mail address. */
    public Uni<Response> badAddress(String typed, Continuation continuation, @Nullable String formCookie) {
        return show(
                BAD_REQUEST, typed, continuation, formCookie, null, messages().emailInvalid());
    }

    /** No further mail goes to this address for a while. */
    public Uni<Response> tooManyMails(
            String typed, Continuation continuation, @Nullable String formCookie, Duration wait) {
        long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
        return show(
                        TOO_MANY_REQUESTS,
                        typed,
                        continuation,
                        formCookie,
                        null,
                        messages().tooManyMails(minutes))
                .map(response -> Response.fromResponse(response)
                        .header("Retry-After", wait.toSeconds())
                        .build());
    }

    /** Another way did not lead in: says why, and offers all of them again. */
    public Uni<Response> elseways(
            int status, String trouble, Continuation continuation, @Nullable String formCookie, NewCookie... cookies) {
        return show(status, "", continuation, formCookie, trouble, null, cookies);
    }

    private static NewCookie[] with(NewCookie first, NewCookie... others) {
        return Stream.concat(Stream.of(first), Arrays.stream(others)).toArray(NewCookie[]::new);
    }

    private List<OtherWays.Way> allWays() {
        return others.stream().flatMap(other -> other.ways().stream()).toList();
    }

    /** The proof is good, but the account is suspended. */
    public Uni<Response> suspended(Ban ban, NewCookie... cookies) {
        String until = ban.until() == null ? null : UTC.format(ban.until());
        return pages.show(
                FORBIDDEN, new SuspendedPage(ban.kind() == Closing.DEACTIVATION, ban.reason(), until), cookies);
    }

    /** The address of the page that leads to a continuation. */
    public static String address(Continuation continuation) {
        return continuation.equals(Continuation.HOME) ? PATH : PATH + "?return_to=" + encode(continuation.path());
    }

    /** The address of the page that leads to a continuation, for somebody who will probably type this. */
    public static String address(Continuation continuation, String hint) {
        return PATH + "?return_to=" + encode(continuation.path()) + "&login_hint=" + encode(hint);
    }

    /** The address of the page on which somebody who is signed in shows his factor, and is led on. */
    public static String stepUp(Continuation continuation) {
        return SecondStepResource.STEP_UP + "?return_to=" + encode(continuation.path());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Uni<Response> show(
            int status,
            String email,
            Continuation continuation,
            @Nullable String formCookie,
            @Nullable String trouble,
            @Nullable String error,
            NewCookie... cookies) {
        FormTokens.FormToken token = tokens.issue(formCookie);
        PasskeyPrompt prompt = PasskeyPrompt.forAnybody(passkeys, challenges.draw(Purpose.SIGN_IN, token.holder()));
        SignInPage page = new SignInPage(email, continuation.path(), token.field(), allWays(), prompt, trouble, error);
        return pages.showScripted(status, page, with(token.cookie(), cookies));
    }

    private SignInMessages messages() {
        return pages.words(SignInMessages.class);
    }
}
