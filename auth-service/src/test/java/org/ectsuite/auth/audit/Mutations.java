package org.ectsuite.auth.audit;

import static org.ectsuite.auth.audit.Mutation.recorded;
import static org.ectsuite.auth.audit.Mutation.unrecorded;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ectsuite.auth.Authenticator;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Passkeyring;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.ProviderServer;
import org.ectsuite.auth.RelyingParty;
import org.ectsuite.auth.ServiceUnderTest;
import org.ectsuite.auth.SignInMail;
import org.ectsuite.testsupport.TestDatabase;

/** Each endpoint that may change something, with a request that does and one that is refused. */
final class Mutations {

    private static final String ACCOUNTS = "/auth/accounts/";
    private static final String CLIENTS = "/auth/admin/clients";
    private static final String ERASURE = "/auth/me/erasure";
    private static final String INVITATIONS = "/auth/admin/invitations";
    private static final String KEYS = "/auth/me/api-keys";
    private static final String SESSIONS = "/auth/me/sessions";
    private static final String LINK = "/auth/sign-in/link";
    private static final String CODE = "/auth/sign-in/code";
    private static final String DEVICE = "/auth/device";
    private static final String IDENTITIES = "/auth/me/identities";
    private static final String CONFIRM = "/auth/identities/confirm";
    private static final String PASSKEYS = "/auth/me/passkeys";
    private static final String FACTOR = "/auth/me/second-factor";

    private final Map<String, Mutation> all = new TreeMap<>();

    Mutations() {
        accounts();
        goingAway();
        addressBans();
        invitations();
        emailChanges();
        clients();
        ownAccount();
        protocol();
        devices();
        session();
        signIn();
        identities();
        secondFactor();
        passkeys();
        breakGlass();
        signingKeys();
    }

    Map<String, Mutation> all() {
        return all;
    }

    private void accounts() {
        all.put(
                "PUT /auth/accounts/{id}/role",
                recorded("account.role-changed", () -> role("LOGGER"), () -> role("EMPEROR")));
        all.put(
                "PUT /auth/accounts/{id}/ban",
                recorded(
                        "account.banned",
                        () -> ban(account()),
                        () -> ban(Person.administrator().id())));
        all.put(
                "DELETE /auth/accounts/{id}/ban",
                recorded(
                        "account.unbanned",
                        () -> {
                            UUID account = account();
                            ban(account);
                            return unban(account);
                        },
                        () -> unban(UUID.randomUUID())));
    }

    private void goingAway() {
        all.put(
                "PUT /auth/accounts/{id}/deactivation",
                recorded(
                        "account.deactivated",
                        () -> rest(account()),
                        () -> rest(Person.administrator().id())));
        all.put(
                "DELETE /auth/accounts/{id}/deactivation",
                recorded(
                        "account.activated",
                        () -> {
                            UUID account = account();
                            rest(account);
                            return activate(account);
                        },
                        () -> activate(UUID.randomUUID())));
        all.put(
                "POST /auth/me/deactivation",
                new Mutation(
                        () -> Person.someone().api().post("/auth/me/deactivation"),
                        // The caller is signed out by it.
                        List.of("session.ended", "account.deactivated"),
                        () -> program().post("/auth/me/deactivation")));
        all.put(
                "POST /auth/me/erasure",
                recorded(
                        "account.erasure-requested",
                        () -> Person.someone().api().post(ERASURE),
                        () -> program().post(ERASURE)));
        all.put(
                "DELETE /auth/me/erasure",
                recorded(
                        "account.erasure-cancelled",
                        () -> {
                            Person person = Person.someone();
                            person.api().post(ERASURE);
                            return person.api().delete(ERASURE);
                        },
                        () -> Person.someone().api().delete(ERASURE)));
        all.put(
                "POST /auth/accounts/{id}/erasure",
                recorded(
                        "account.erasure-requested",
                        () -> erase(account()),
                        () -> erase(Person.lastAdministrator().id())));
        all.put(
                "DELETE /auth/accounts/{id}/erasure",
                recorded(
                        "account.erasure-cancelled",
                        () -> {
                            UUID account = account();
                            erase(account);
                            return keep(account);
                        },
                        () -> keep(account())));
        all.put(
                "POST /auth/accounts/{id}/merger",
                new Mutation(
                        () -> merge(account(), account()),
                        // One on each account.
                        List.of("account.merged-away", "account.merged"),
                        () -> merge(account(), Person.administrator().id())));
    }

    private static Response rest(UUID account) {
        return Person.administrator().api().body(Map.of("reason", "Test")).put(ACCOUNTS + account + "/deactivation");
    }

    private static Response activate(UUID account) {
        return Person.administrator().api().delete(ACCOUNTS + account + "/deactivation");
    }

    private static Response erase(UUID account) {
        return Person.administrator().api().post(ACCOUNTS + account + "/erasure");
    }

    private static Response keep(UUID account) {
        return Person.administrator().api().delete(ACCOUNTS + account + "/erasure");
    }

    private static Response merge(UUID from, UUID into) {
        return Person.administrator().api().body(Map.of("into", into)).post(ACCOUNTS + from + "/merger");
    }

    private static Response role(String role) {
        UUID account = account();
        return Person.administrator()
                .api()
                .header("If-Match", "\"0\"")
                .body(Map.of("role", role))
                .put(ACCOUNTS + account + "/role");
    }

    private static Response ban(UUID account) {
        return Person.administrator().api().body(Map.of("reason", "Test")).put(ACCOUNTS + account + "/ban");
    }

    private static Response unban(UUID account) {
        return Person.administrator().api().delete(ACCOUNTS + account + "/ban");
    }

    /** Somebody who is signed in nowhere: each session that ends leaves a row of its own. */
    private static UUID account() {
        UUID id = UUID.randomUUID();
        String email = Person.freshAddress();
        TestDatabase.current()
                .update(
                        "insert into account (id, email, email_key, name, zone, locale, role, created_at, version)"
                                + " values (?, ?, ?, '', 'UTC', 'en', 'USER', now(), 0)",
                        id,
                        email,
                        email);
        return id;
    }

    private void addressBans() {
        all.put(
                "DELETE /auth/admin/address-bans/{id}",
                recorded("address-ban.lifted", () -> lift(ban()), () -> lift(UUID.randomUUID())));
    }

    private static Response lift(UUID id) {
        return Person.administrator().api().delete("/auth/admin/address-bans/" + id);
    }

    private static UUID ban() {
        UUID id = UUID.randomUUID();
        TestDatabase.current()
                .update(
                        "insert into address_ban (id, network, reasons, failures, created_at, until)"
                                + " values (?, '192.0.2.1', 'wrong-code', 5, now(), now() + interval '1 hour')",
                        id);
        return id;
    }

    private void invitations() {
        all.put(
                "POST /auth/admin/invitations",
                recorded(
                        "invitation.sent",
                        () -> invite(Person.freshAddress()),
                        () -> invite(ServiceUnderTest.ADMIN_EMAIL)));
        all.put(
                "POST /auth/admin/invitations/{id}/resend",
                recorded(
                        "invitation.resent",
                        () -> resend(invited()),
                        () -> resend(UUID.randomUUID().toString())));
        all.put(
                "DELETE /auth/admin/invitations/{id}",
                recorded(
                        "invitation.revoked",
                        () -> takeBack(invited()),
                        () -> takeBack(UUID.randomUUID().toString())));
    }

    private static Response invite(String email) {
        return Person.administrator().api().body(Map.of("email", email)).post(INVITATIONS);
    }

    private static String invited() {
        return invite(Person.freshAddress()).jsonPath().getString("id");
    }

    private static Response resend(String id) {
        return Person.administrator().api().post(INVITATIONS + "/" + id + "/resend");
    }

    private static Response takeBack(String id) {
        return Person.administrator().api().delete(INVITATIONS + "/" + id);
    }

    private void emailChanges() {
        all.put(
                "POST /auth/me/email-change",
                recorded(
                        "email-change.requested",
                        () -> move(Person.someone(), Person.freshAddress()),
                        () -> move(Person.someone(), "nobody")));
        all.put(
                "DELETE /auth/me/email-change",
                recorded(
                        "email-change.cancelled",
                        () -> {
                            Person person = Person.someone();
                            move(person, Person.freshAddress());
                            return person.api().delete("/auth/me/email-change");
                        },
                        () -> Person.someone().api().delete("/auth/me/email-change")));
        all.put(
                "POST /auth/email-change",
                recorded("account.email-changed", () -> confirm(Map.of()), () -> confirm(Map.of("t", "x".repeat(43)))));
        all.put(
                "POST /auth/email-change/undo",
                recorded("account.email-restored", () -> undo(Map.of()), () -> undo(Map.of("csrf", "x"))));
    }

    private static Response move(Person person, String email) {
        return person.api().body(Map.of("email", email)).post("/auth/me/email-change");
    }

    private static Response confirm(Map<String, String> changes) {
        String later = Person.freshAddress();
        move(Person.someone(), later);
        return press(AddressMail.await("address-confirmation", later), "/auth/email-change", changes);
    }

    /** With nobody signed in any more: each session that ends leaves a row of its own. */
    private static Response undo(Map<String, String> changes) {
        Person person = Person.someone();
        String later = Person.freshAddress();
        move(person, later);
        press(AddressMail.await("address-confirmation", later), "/auth/email-change", Map.of());
        person.browser().signOut();
        return press(AddressMail.await("address-changed", person.email()), "/auth/email-change/undo", changes);
    }

    private static Response press(String link, String action, Map<String, String> changes) {
        Browser browser = new Browser();
        return browser.submit(browser.get(link), action, changes);
    }

    private void clients() {
        all.put(
                "POST /auth/admin/clients",
                recorded("client.created", () -> register("Weather board"), () -> register(" ")));
        all.put(
                "PUT /auth/admin/clients/{id}",
                recorded("client.changed", () -> change("\"0\""), () -> change("\"7\"")));
        all.put(
                "POST /auth/admin/clients/{id}/secret",
                recorded(
                        "client.secret-rotated",
                        () -> newSecret(RelyingParty.registered().id()),
                        () -> newSecret(RelyingParty.publicClient().id())));
        all.put(
                "DELETE /auth/admin/clients/{id}",
                recorded(
                        "client.deleted",
                        () -> forget(RelyingParty.registered().id()),
                        () -> forget(UUID.randomUUID().toString())));
    }

    private static Response register(String name) {
        Map<String, Object> metadata = RelyingParty.metadata();
        metadata.put("name", name);
        return Person.administrator().api().body(metadata).post(CLIENTS);
    }

    private static Response change(String ifMatch) {
        String id = RelyingParty.registered().id();
        return Person.administrator()
                .api()
                .header("If-Match", ifMatch)
                .body(RelyingParty.metadata())
                .put(CLIENTS + "/" + id);
    }

    private static Response newSecret(String id) {
        return Person.administrator().api().post(CLIENTS + "/" + id + "/secret");
    }

    private static Response forget(String id) {
        return Person.administrator().api().delete(CLIENTS + "/" + id);
    }

    private void ownAccount() {
        all.put("PUT /auth/me", recorded("account.profile-changed", () -> profile("UTC"), () -> profile("Atlantis")));
        all.put(
                "POST /auth/me/api-keys",
                recorded(
                        "api-key.created",
                        () -> key(Person.someone(), "ectlog:read"),
                        () -> key(Person.someone(), "admin:read")));
        all.put(
                "POST /auth/me/api-keys/{id}/rotation",
                recorded(
                        "api-key.rotated",
                        () -> withKey(Person.someone(), Mutations::rotate),
                        () -> rotate(Person.someone(), UUID.randomUUID().toString())));
        all.put(
                "DELETE /auth/me/api-keys/{id}",
                recorded(
                        "api-key.revoked",
                        () -> withKey(
                                Person.someone(), (person, id) -> person.api().delete(KEYS + "/" + id)),
                        () -> Person.someone().api().delete(KEYS + "/" + UUID.randomUUID())));
        all.put(
                "DELETE /auth/me/consents/{clientId}",
                recorded(
                        "consent.withdrawn",
                        () -> {
                            RelyingParty client = RelyingParty.registered();
                            Person person = Person.someone();
                            client.authorize(person.browser(), Map.of());
                            return person.api().delete("/auth/me/consents/" + client.id());
                        },
                        () -> Person.someone().api().delete("/auth/me/consents/" + UUID.randomUUID())));
        all.put(
                "DELETE /auth/me/sessions",
                recorded(
                        "session.ended",
                        () -> twice().api().delete(SESSIONS),
                        () -> program().delete(SESSIONS)));
        all.put(
                "DELETE /auth/me/sessions/{id}",
                recorded(
                        "session.ended",
                        () -> {
                            Person person = twice();
                            String other =
                                    person.api().get(SESSIONS).jsonPath().getString("items.find { !it.current }.id");
                            return person.api().delete(SESSIONS + "/" + other);
                        },
                        () -> Person.someone().api().delete(SESSIONS + "/" + UUID.randomUUID())));
    }

    private static Response profile(String zone) {
        Person person = Person.someone();
        return person.api()
                .header("If-Match", person.api().get("/auth/me").header("ETag"))
                .body(Map.of("name", "Ann", "zone", zone, "locale", "en"))
                .put("/auth/me");
    }

    private static Response key(Person person, String scope) {
        return person.api()
                .body(Map.of("name", "Bot", "scopes", List.of(scope), "expiresInDays", 1))
                .post(KEYS);
    }

    private static Response withKey(Person person, BiFunction<Person, String, Response> deed) {
        return deed.apply(person, key(person, "ectlog:read").jsonPath().getString("key.id"));
    }

    private static Response rotate(Person person, String id) {
        return person.api().body(Map.of("overlapHours", 0)).post(KEYS + "/" + id + "/rotation");
    }

    /** Somebody who is signed in in a second browser, too. */
    private static Person twice() {
        Person person = Person.someone();
        Person.signIn(person.email(), new Browser());
        return person;
    }

    /** A call by a service, which has no sessions in browsers. */
    private static RequestSpecification program() {
        String token = serviceToken().jsonPath().getString("access_token");
        return Person.withToken(token);
    }

    private static Response serviceToken() {
        return RelyingParty.form()
                .auth()
                .preemptive()
                .basic("media-service", ServiceUnderTest.secretOf("media-service"))
                .formParams(Map.of("grant_type", "client_credentials", "audience", "auth-service"))
                .post("/auth/oauth/token");
    }

    private void protocol() {
        all.put(
                "POST /auth/oauth/authorize",
                unrecorded(
                        "it asks; what the person answers is recorded",
                        () -> {
                            RelyingParty client = RelyingParty.registered();
                            return RelyingParty.form()
                                    .redirects()
                                    .follow(false)
                                    .formParams(client.request())
                                    .post("/auth/oauth/authorize");
                        },
                        () -> RelyingParty.form()
                                .redirects()
                                .follow(false)
                                .formParam("client_id", "a", "b")
                                .post("/auth/oauth/authorize")));
        all.put(
                "POST /auth/oauth/authorize/consent",
                recorded("consent.given", () -> agree(Map.of()), () -> agree(Map.of("csrf", "x"))));
        all.put(
                "POST /auth/oauth/token",
                recorded(
                        "session.opened",
                        () -> {
                            RelyingParty client = RelyingParty.registered();
                            String code = client.authorize(Person.someone().browser(), Map.of())
                                    .get("code");
                            return client.token(client.exchange(String.valueOf(code)));
                        },
                        () -> {
                            RelyingParty client = RelyingParty.registered();
                            return client.token(client.exchange("x".repeat(43)));
                        }));
        all.put("POST /auth/oauth/revoke", recorded("token.revoked", () -> giveBack(true), () -> giveBack(false)));
        all.put(
                "POST /auth/oauth/introspect",
                unrecorded(
                        "it only asks",
                        () -> introspect(ServiceUnderTest.secretOf("media-service")),
                        () -> introspect("wrong")));
        all.put(
                "POST /auth/oauth/userinfo",
                unrecorded(
                        "it only asks",
                        () -> Person.withToken(tokens().getString("access_token"))
                                .contentType("application/x-www-form-urlencoded")
                                .post("/auth/oauth/userinfo"),
                        () -> Person.withToken("x")
                                .contentType("application/x-www-form-urlencoded")
                                .post("/auth/oauth/userinfo")));
        all.put(
                "POST /auth/oauth/logout",
                unrecorded(
                        "it leads to the page that asks",
                        () -> RelyingParty.form().redirects().follow(false).post("/auth/oauth/logout"),
                        () -> RelyingParty.form()
                                .formParam("client_id", "a", "b")
                                .post("/auth/oauth/logout")));
        all.put(
                "POST /auth/oauth/logout/confirm",
                recorded("session.ended", () -> signOut(Map.of()), () -> signOut(Map.of("csrf", "x"))));
    }

    private static Response agree(Map<String, String> changes) {
        RelyingParty client = RelyingParty.registered();
        Browser browser = Person.someone().browser();
        Map<String, String> fields = new HashMap<>(Map.of("decision", "agree"));
        fields.putAll(changes);
        Response consent = browser.get(RelyingParty.path(client.request()));
        return browser.submit(consent, "/auth/oauth/authorize/consent", fields);
    }

    private static JsonPath tokens() {
        return RelyingParty.registered().signIn(Person.someone(), "openid");
    }

    private static Response giveBack(boolean own) {
        RelyingParty client = RelyingParty.registered();
        String token = client.signIn(Person.someone(), "openid ect").getString("access_token");
        RelyingParty caller = own ? client : RelyingParty.registered();
        return caller.post("/auth/oauth/revoke", Map.of("token", token));
    }

    private static Response introspect(String secret) {
        return RelyingParty.form()
                .auth()
                .preemptive()
                .basic("media-service", secret)
                .formParam("token", "x")
                .post("/auth/oauth/introspect");
    }

    private static Response signOut(Map<String, String> fields) {
        Browser browser = Person.someone().browser();
        Response page = browser.get("/auth/oauth/logout");
        return browser.submit(page, "/auth/oauth/logout/confirm", fields);
    }

    private void devices() {
        all.put(
                "POST /auth/oauth/device_authorization",
                unrecorded(
                        "it asks; what the person answers is recorded",
                        () -> begin(terminal()),
                        () -> begin(RelyingParty.registered())));
        all.put(
                "POST /auth/device",
                unrecorded(
                        "it finds what is asked for",
                        () -> type(Person.someone().browser(), userCode()),
                        () -> type(Person.someone().browser(), "BCDF-GHJK")));
        all.put(
                "POST /auth/device/decision",
                new Mutation(
                        () -> decide(Map.of()),
                        List.of("device.approved", "consent.given"),
                        () -> decide(Map.of("csrf", "x"))));
    }

    private static RelyingParty terminal() {
        return RelyingParty.registered(Map.of(
                "authentication",
                "NONE",
                "redirectUris",
                List.of(),
                "postLogoutRedirectUris",
                List.of(),
                "grants",
                List.of("DEVICE_CODE")));
    }

    private static Response begin(RelyingParty client) {
        return client.post("/auth/oauth/device_authorization", Map.of("scope", "openid"));
    }

    private static String userCode() {
        return begin(terminal()).jsonPath().getString("user_code");
    }

    private static Response type(Browser browser, String code) {
        return browser.submit(browser.get(DEVICE), DEVICE, Map.of("user_code", code));
    }

    private static Response decide(Map<String, String> changes) {
        Browser browser = Person.someone().browser();
        Map<String, String> fields = new HashMap<>(Map.of("decision", "agree"));
        fields.putAll(changes);
        return browser.submit(type(browser, userCode()), DEVICE + "/decision", fields);
    }

    private void session() {
        all.put(
                "POST /auth/session/token",
                unrecorded(
                        "a session's renewals, every few minutes, tell nothing beside its beginning and its end",
                        () -> Person.someone().browser().token(),
                        () -> new Browser().token()));
        all.put(
                "POST /auth/session/sign-out",
                recorded(
                        "session.ended",
                        () -> Person.someone().browser().signOut(),
                        () -> RelyingParty.form().post("/auth/session/sign-out")));
    }

    private void signIn() {
        all.put(
                "POST /auth/sign-in/link",
                recorded("magic-link.requested", () -> ask(Person.freshAddress()), () -> ask("nobody")));
        all.put(
                "POST /auth/sign-in/link/redeem",
                recorded(
                        "session.opened",
                        () -> known((browser, mail) ->
                                browser.submit(browser.get(mail.path()), LINK + "/redeem", Map.of())),
                        () -> known((browser, mail) -> browser.submit(
                                browser.get(mail.path()), LINK + "/redeem", Map.of("t", "x".repeat(43))))));
        all.put(
                "POST /auth/sign-in/code",
                recorded(
                        "session.opened",
                        () -> known((browser, mail) ->
                                browser.submit(browser.get(CODE), CODE, Map.of("code", mail.code()))),
                        () -> known((browser, mail) ->
                                browser.submit(browser.get(CODE), CODE, Map.of("code", "0000-0000")))));
    }

    private void identities() {
        all.put(
                "POST /auth/sign-in/with/{provider}",
                recorded(
                        "provider-sign-in.begun",
                        () -> setOut(new Browser(), "google"),
                        () -> setOut(new Browser(), "facebook")));
        all.put(
                "POST /auth/identities/confirm",
                recorded(
                        "identity.linked",
                        () -> confirmIdentity(Map.of()),
                        () -> confirmIdentity(Map.of("csrf", "x"))));
        all.put(
                "POST /auth/me/identities/{provider}",
                recorded(
                        "provider-sign-in.begun",
                        () -> Person.someone().api().post(IDENTITIES + "/google"),
                        () -> Person.someone().api().post(IDENTITIES + "/facebook")));
        all.put(
                "DELETE /auth/me/identities/{id}",
                recorded(
                        "identity.unlinked",
                        Mutations::unlink,
                        () -> Person.someone().api().delete(IDENTITIES + "/" + UUID.randomUUID())));
    }

    private static Response setOut(Browser browser, String provider) {
        return browser.submit(browser.get("/auth/sign-in"), "/auth/sign-in/with/" + provider, Map.of());
    }

    /** Somebody whose address the provider names, too; comes back from there. */
    private static Person backFromGoogle() {
        Person person = Person.someone();
        String address = RelyingParty.onward(setOut(person.browser(), "google"));
        person.browser().get(ProviderServer.agree(address, ProviderServer.atGoogle(person.email())));
        return person;
    }

    private static Response confirmIdentity(Map<String, String> changes) {
        Browser browser = backFromGoogle().browser();
        Map<String, String> fields = new HashMap<>(Map.of("decision", "link"));
        fields.putAll(changes);
        return browser.submit(browser.get(CONFIRM), CONFIRM, fields);
    }

    private static Response unlink() {
        Person person = backFromGoogle();
        person.browser().submit(person.browser().get(CONFIRM), CONFIRM, Map.of("decision", "link"));
        String id = person.api().get(IDENTITIES).jsonPath().getString("items[0].id");
        return person.api().delete(IDENTITIES + "/" + id);
    }

    private static Response ask(String email) {
        Browser browser = new Browser();
        return browser.submit(browser.get("/auth/sign-in"), LINK, Map.of("email", email));
    }

    /** Somebody with an account comes back in a new browser. */
    private static Response known(BiFunction<Browser, SignInMail, Response> deed) {
        String email = Person.someone().email();
        Browser browser = new Browser();
        browser.submit(browser.get("/auth/sign-in"), LINK, Map.of("email", email));
        return deed.apply(browser, SignInMail.await(email, 2));
    }

    private void secondFactor() {
        all.put(
                "POST /auth/me/second-factor/totp",
                recorded(
                        "second-factor.prepared",
                        () -> Person.someone().api().post(FACTOR + "/totp"),
                        () -> withFactor((person, authenticator) -> person.api().post(FACTOR + "/totp"))));
        all.put(
                "POST /auth/me/second-factor/totp/confirmation",
                recorded("second-factor.added", () -> confirmTotp(true), () -> confirmTotp(false)));
        all.put(
                "POST /auth/me/second-factor/recovery-codes",
                recorded(
                        "recovery-codes.renewed",
                        () -> withFactor((person, authenticator) -> person.api().post(FACTOR + "/recovery-codes")),
                        () -> Person.someone().api().post(FACTOR + "/recovery-codes")));
        all.put(
                "DELETE /auth/me/second-factor",
                recorded(
                        "second-factor.removed",
                        () -> withFactor((person, authenticator) -> person.api().delete(FACTOR)),
                        () -> Person.someone().api().delete(FACTOR)));
        all.put(
                "DELETE /auth/accounts/{id}/second-factor",
                recorded(
                        "second-factor.removed",
                        () -> withFactor((person, authenticator) -> {
                            UUID id = person.id();
                            person.browser().signOut();
                            return resetFactor(id);
                        }),
                        () -> resetFactor(account())));
        all.put(
                "POST /auth/sign-in/second-factor",
                recorded(
                        "session.opened",
                        () -> showFactor(Authenticator::code),
                        () -> showFactor(Authenticator::wrongCode)));
        all.put(
                "POST /auth/sign-in/step-up",
                recorded(
                        "session.stepped-up",
                        () -> stepUp(Authenticator::code),
                        () -> stepUp(Authenticator::wrongCode)));
    }

    private static Response withFactor(BiFunction<Person, Authenticator, Response> deed) {
        Person person = Person.someone();
        return deed.apply(person, Authenticator.of(person));
    }

    private static Response confirmTotp(boolean right) {
        Person person = Person.someone();
        String secret = person.api().post(FACTOR + "/totp").jsonPath().getString("secret");
        String code = right ? Authenticator.codeOf(secret) : "no code";
        return person.api().body(Map.of("code", code)).post(FACTOR + "/totp/confirmation");
    }

    private static Response resetFactor(UUID account) {
        return Person.administrator().api().delete(ACCOUNTS + account + "/second-factor");
    }

    /** Signs in in a new browser, up to the second factor. */
    private static Response showFactor(Function<Authenticator, String> code) {
        return withFactor((person, authenticator) -> {
            Browser browser = new Browser();
            browser.submit(browser.get("/auth/sign-in"), LINK, Map.of("email", person.email()));
            SignInMail mail = SignInMail.await(person.email(), 2);
            browser.submit(browser.get(mail.path()), LINK + "/redeem", Map.of());
            String action = "/auth/sign-in/second-factor";
            return browser.submit(browser.get(action), action, Map.of("code", code.apply(authenticator)));
        });
    }

    private static Response stepUp(Function<Authenticator, String> code) {
        return withFactor((person, authenticator) -> {
            String action = "/auth/sign-in/step-up";
            Browser browser = person.browser();
            return browser.submit(browser.get(action), action, Map.of("code", code.apply(authenticator)));
        });
    }

    private void passkeys() {
        all.put(
                "POST /auth/me/passkeys/invitation",
                unrecorded(
                        "It draws a challenge and stores nothing",
                        () -> Person.someone().api().post(PASSKEYS + "/invitation"),
                        () -> {
                            Person person = Person.someone();
                            TestDatabase.current()
                                    .update(
                                            "update session set signed_in_at = now() - interval '1 hour'"
                                                    + " where id = ?::uuid",
                                            person.claim("sid"));
                            return person.api().post(PASSKEYS + "/invitation");
                        }));
        all.put(
                "POST /auth/me/passkeys",
                recorded(
                        "passkey.added",
                        () -> new Passkeyring().add(Person.someone(), "Telephone"),
                        () -> new Passkeyring().present(false).add(Person.someone(), "Telephone")));
        all.put(
                "DELETE /auth/me/passkeys/{id}",
                recorded(
                        "passkey.removed",
                        () -> {
                            Person person = Person.someone();
                            Passkeyring.of(person, "Telephone");
                            return person.api().delete(PASSKEYS + "/" + passkeyOf(person));
                        },
                        () -> {
                            Person person = Person.someone();
                            Passkeyring.of(person, "Telephone");
                            return Person.someone().api().delete(PASSKEYS + "/" + passkeyOf(person));
                        }));
        all.put(
                "POST /auth/sign-in/passkey",
                recorded(
                        "session.opened",
                        () -> usePasskey(ServiceUnderTest.PUBLIC_URL),
                        () -> usePasskey("https://evil.example")));
    }

    private static String passkeyOf(Person person) {
        return person.api().get(PASSKEYS).jsonPath().getString("items[0].id");
    }

    private static Response usePasskey(String origin) {
        Passkeyring ring = Passkeyring.of(Person.someone(), "Telephone").origin(origin);
        Browser browser = new Browser();
        Response page = browser.get("/auth/sign-in");
        return browser.submit(page, "/auth/sign-in/passkey", ring.answer(page));
    }

    private void breakGlass() {
        all.put(
                "POST /auth/sign-in/break-glass",
                new Mutation(
                        () -> breakGlass("q".repeat(43)),
                        // That somebody came in, and how.
                        List.of("session.opened", "break-glass.used"),
                        () -> breakGlass("x".repeat(43))));
    }

    private static Response breakGlass(String typed) {
        TestDatabase.current()
                .update(
                        "delete from break_glass_code where account_id = ?",
                        Person.administrator().id());
        TestDatabase.current()
                .update(
                        "insert into break_glass_code (id, account_id, code_hash, created_at, expires_at)"
                                + " values (?, ?, sha256(repeat('q', 43)::bytea), now(), now() + interval '5 minutes')",
                        UUID.randomUUID(),
                        Person.administrator().id());
        String action = "/auth/sign-in/break-glass";
        Browser browser = new Browser();
        return browser.submit(browser.get(action), action, Map.of("code", typed));
    }

    private void signingKeys() {
        all.put(
                "POST /auth/admin/keys/rotation",
                recorded(
                        "signing-keys.rotated",
                        () -> Person.administrator().api().post("/auth/admin/keys/rotation"),
                        () -> Person.someone().api().post("/auth/admin/keys/rotation")));
        all.put(
                "POST /auth/admin/keys/revocation",
                recorded(
                        "signing-keys.revoked",
                        () -> Person.administrator().api().post("/auth/admin/keys/revocation"),
                        () -> Person.someone().api().post("/auth/admin/keys/revocation")));
    }
}
