package org.ectsuite.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class LetterWriterTest {

    private static final Audience READER = Audience.of("en", "Europe/Berlin");
    private static final Audience LESERIN = Audience.of("de-AT", "Europe/Vienna");
    private static final String WAY_OUT =
            "http://localhost:8080/notification/unsubscribe/Hq3xV9bQm2yUe7Jw0sZ4tKcR1nLpA8dF6gTiOvXyBkE";
    private static final String SCRIPT = "<script>alert('\"x&y')</script>";

    @Inject
    LetterWriter writer;

    // ---- The sign-in mail ----

    @Test
    void puts_link_code_and_circumstances_into_the_sign_in_mail() {
        // When
        RenderedMail mail = writer.write(Samples.signInLink(), READER, "Anneliese", List.of(), null);

        // Then
        assertThat(mail.subject()).isEqualTo("Sign in to ECT Suite");
        for (String letter : List.of(mail.text(), mail.html())) {
            assertThat(letter)
                    .contains(Samples.signInLink().link())
                    .contains("K7QM-4XWD")
                    .contains("Anneliese")
                    .contains("Thursday, 12 March 2026, 19:17 CET")
                    .contains("Thursday, 12 March 2026, 19:32 CET")
                    .contains("Firefox on Windows, 203.0.113.7")
                    .contains("Was this not you?");
        }
        assertThat(mail.html())
                .contains("<a class=\"button-text\" href=\""
                        + Samples.signInLink().link() + "\"");
    }

    @Test
    void shows_a_code_that_came_without_a_hyphen_with_one() {
        // Given
        SignInLink data = Samples.signInLink();
        SignInLink bare = new SignInLink(data.link(), "K7QM4XWD", data.requestedAt(), null, data.expiresAt());

        // When
        RenderedMail mail = writer.write(bare, READER, null, List.of(), null);

        // Then
        assertThat(mail.text()).contains("K7QM-4XWD").doesNotContain("Hello").doesNotContain("From:");
        assertThat(mail.html()).contains("K7QM-4XWD").doesNotContain("Hello");
    }

    @Test
    void keeps_link_and_code_out_of_subject_and_preview() {
        // When
        RenderedMail mail = writer.write(Samples.signInLink(), READER, "Anneliese", List.of(), null);

        // Then: what a locked telephone shows
        String preview =
                mail.html().substring(mail.html().indexOf("<body"), mail.html().indexOf("<table"));
        assertThat(preview).contains("Works once, until").doesNotContain("K7QM").doesNotContain("sign-in/link");
        assertThat(mail.subject()).doesNotContain("K7QM");
    }

    // ---- The account notice ----

    @Test
    void tells_what_happened_to_the_account_and_where_to_undo_it() {
        // When
        RenderedMail mail = writer.write(Samples.accountNotice(), READER, "Anneliese", List.of(), null);

        // Then
        assertThat(mail.subject()).isEqualTo("There is a new API key for your account");
        for (String letter : List.of(mail.text(), mail.html())) {
            assertThat(letter)
                    .contains("act in your name")
                    .contains("Propagation logger")
                    .contains("Thursday, 12 March 2026, 19:17 CET")
                    .contains("Firefox on Windows")
                    .contains("http://localhost:8080/security");
        }
    }

    @ParameterizedTest
    @EnumSource
    void has_words_for_everything_that_can_happen(AccountNotice.Event event) {
        // Given
        AccountNotice sample = Samples.accountNotice();
        AccountNotice bare = new AccountNotice(event, null, sample.at(), null, sample.link());

        // When
        RenderedMail mail = writer.write(bare, READER, null, List.of(), null);

        // Then
        assertThat(mail.subject()).isNotBlank();
        assertThat(mail.text()).contains(mail.subject()).doesNotContain("Name:").doesNotContain("With:");
    }

    // ---- The security alert ----

    @ParameterizedTest
    @EnumSource
    void tells_administrators_what_happened_to_whom(SecurityAlert.Event event) {
        // Given
        SecurityAlert sample = Samples.securityAlert();
        SecurityAlert alert = new SecurityAlert(event, "DL1ABC (a@example.org)", sample.at(), sample.link());

        // When
        RenderedMail mail = writer.write(alert, READER, null, List.of(), null);

        // Then
        assertThat(mail.subject()).isNotBlank();
        for (String letter : List.of(mail.text(), mail.html())) {
            assertThat(letter)
                    .contains("DL1ABC (a@example.org)")
                    .contains("Thursday, 12 March 2026, 19:17 CET")
                    .contains("Audit trail")
                    .contains("http://localhost:8080/admin/audit");
        }
    }

    // ---- Invitations and changes of address ----

    @Test
    void invites_by_name_and_without_one() {
        // When
        RenderedMail mail = writer.write(Samples.invitation(), READER, null, List.of(), null);
        RenderedMail nameless = writer.write(
                new Invitation(
                        Samples.invitation().link(), null, Samples.invitation().expiresAt()),
                LESERIN,
                null,
                List.of(),
                null);

        // Then
        assertThat(mail.subject()).isEqualTo("You are invited to ECT Suite");
        for (String letter : List.of(mail.text(), mail.html())) {
            assertThat(letter)
                    .contains("DL1ABC invites you")
                    .contains("Thursday, 19 March 2026, 19:17 CET")
                    .contains("Accept the invitation")
                    .contains("/auth/invitation?t=Hq3x");
        }
        assertThat(nameless.subject()).isEqualTo("Einladung zur ECT Suite");
        assertThat(nameless.text()).contains("Die Administration lädt Sie ein");
    }

    @Test
    void asks_the_new_address_of_an_account_to_confirm_it() {
        // When
        RenderedMail mail = writer.write(Samples.addressConfirmation(), READER, null, List.of(), null);

        // Then
        assertThat(mail.subject()).isEqualTo("Confirm your new e-mail address");
        for (String letter : List.of(mail.text(), mail.html())) {
            assertThat(letter)
                    .contains("Firefox on Windows")
                    .contains("Thursday, 12 March 2026, 20:17 CET")
                    .contains("nothing changes")
                    .contains("/auth/email-change?t=Hq3x");
        }
    }

    @Test
    void tells_the_former_address_of_an_account_how_to_undo_the_change() {
        // When
        RenderedMail mail = writer.write(Samples.addressChanged(), READER, null, List.of(), null);

        // Then
        assertThat(mail.subject()).isEqualTo("Your e-mail address was changed");
        for (String letter : List.of(mail.text(), mail.html())) {
            assertThat(letter)
                    .contains("a***@example.org")
                    .contains("Undo the change")
                    .contains("Thursday, 19 March 2026, 19:17 CET")
                    .contains("/auth/email-change/undo?t=Hq3x");
        }
    }

    // ---- The net log ----

    @Test
    void puts_summary_and_check_ins_into_the_net_log() {
        // When
        RenderedMail mail = writer.write(Samples.netLog(), READER, null, List.of("net.csv", "net-ics309.txt"), null);

        // Then
        assertThat(mail.subject()).isEqualTo("Net log: Oberrhein Emergency Net");
        for (String letter : List.of(mail.text(), mail.html())) {
            assertThat(letter)
                    .contains("Oberrhein Emergency Net")
                    .contains("Thursday, 12 March 2026")
                    .contains("19:30 – 20:37 CET (18:30 – 19:37 UTC)")
                    .contains("1 h 7 min")
                    .contains("DL1ABC (Anneliese), DO7PR (Peter)")
                    .contains("146.520 MHz FM, calling")
                    .contains("Welfare traffic for shelters 1 to 3.")
                    .contains("Time (CET)")
                    .contains("HB9/DK3XY/P")
                    .contains("Has traffic")
                    .contains("net.csv")
                    .contains("net-ics309.txt")
                    .contains(Samples.netLog().url());
        }
    }

    @Test
    void shows_a_net_that_never_started_and_that_nobody_joined() {
        // Given
        NetLog full = Samples.netLog();
        NetLog quiet = new NetLog(
                full.netName(), null, List.of(), List.of(), null, full.closedAt(), 0, 0, List.of(), full.url());

        // When
        RenderedMail mail = writer.write(quiet, READER, null, List.of(), null);

        // Then
        assertThat(mail.text())
                .contains("Closed: Thursday, 12 March 2026, 20:37 CET")
                .contains("Nobody checked in.")
                .doesNotContain("Duration")
                .doesNotContain("Net control")
                .doesNotContain("Attached");
        assertThat(mail.html()).contains("Nobody checked in.").doesNotContain("Net control");
    }

    @Test
    void stays_below_the_size_at_which_mail_programs_cut_a_letter_off() {
        // Given: a net of 3,000 stations
        NetLog small = Samples.netLog();
        List<NetLog.Row> rows = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            rows.add(small.rows().get(i % small.rows().size()));
        }
        NetLog large = new NetLog(
                small.netName(),
                small.description(),
                small.ncs(),
                small.frequencies(),
                small.startedAt(),
                small.closedAt(),
                3000,
                0,
                rows,
                small.url());

        // When
        RenderedMail mail = writer.write(large, READER, null, List.of("net.csv"), null);

        // Then
        assertThat(mail.html()).hasSizeLessThan(102_400).contains("… and 2900 more, in the attached log.");
        assertThat(mail.text()).contains("… and 2900 more, in the attached log.");
    }

    // ---- The daily digest ----

    @Test
    void says_in_one_letter_what_single_ones_would_have_said() {
        // When
        RenderedMail mail = writer.write(Samples.dailyDigest(), READER, null, List.of("net.csv"), WAY_OUT);

        // Then
        assertThat(mail.subject()).isEqualTo("Daily digest: 2 messages");
        for (String letter : List.of(mail.text(), mail.html())) {
            assertThat(letter)
                    .contains("Oberrhein Emergency Net")
                    .contains("Thursday, 12 March 2026")
                    .contains(Samples.netLog().url())
                    .contains("Exercise moved to Saturday")
                    .contains("Bring headsets and spare batteries.")
                    .contains(Samples.announcement().url())
                    .contains("net.csv")
                    .contains(WAY_OUT);
        }
        assertThat(mail.text()).as("rows are in the file").doesNotContain("HB9/DK3XY/P");
    }

    // ---- Letters about a net that is to come, or has just begun ----

    @ParameterizedTest
    @CsvSource({
        "net-started, On the air, The net is on the air.",
        "net-moved, Moved, The net begins at another time.",
        "net-cancelled, Cancelled, The net does not take place.",
        "ncs-reminder, Reminder, You are net control.",
        "staff-reminder, Reminder, You log or relay in this net.",
        "net-reminder, Reminder, The net begins soon."
    })
    void tells_of_a_net_with_all_that_one_needs_to_be_there(String kind, String what, String lead) {
        // Given
        NetNotice notice = Samples.netNotices().stream()
                .filter(one -> one.kind().wireName().equals(kind))
                .findFirst()
                .orElseThrow();

        // When
        RenderedMail mail = writer.write(notice, READER, null, List.of(), WAY_OUT);

        // Then
        assertThat(mail.subject()).isEqualTo(what + ": Oberrhein Emergency Net");
        for (String letter : List.of(mail.text(), mail.html())) {
            assertThat(letter)
                    .contains(lead)
                    .contains("Thursday, 12 March 2026, 19:30 CET")
                    .contains("DL1ABC (Anneliese), DO7PR (Peter)")
                    .contains("146.520 MHz FM, calling")
                    .contains("Welfare traffic for shelters 1 to 3.")
                    .contains(notice.net().url())
                    .contains(WAY_OUT);
        }
        assertThat(mail.text().contains("Wednesday, 11 March 2026, 19:30 CET")).isEqualTo(kind.equals("net-moved"));
    }

    // ---- Formal traffic ----

    @Test
    void says_which_traffic_waits_and_never_abbreviates_an_emergency() {
        // When
        TrafficReminder reminder = Samples.trafficReminder();
        RenderedMail mail = writer.write(reminder, READER, null, List.of(), WAY_OUT);
        RenderedMail brief = writer.write(reminder, LESERIN, null, List.of(), WAY_OUT);

        // Then
        assertThat(mail.subject()).isEqualTo("Traffic still with you: NR 207, Emergency");
        assertThat(brief.subject()).isEqualTo("Nachricht noch bei Ihnen: NR 207, Notfall");
        for (String letter : List.of(mail.text(), mail.html())) {
            assertThat(letter)
                    .contains("NR 207 is still with you")
                    .contains("Emergency")
                    .contains("District administration, crisis staff")
                    .contains("Thursday, 12 March 2026, 15:30 CET")
                    .contains("Oberrhein Emergency Net")
                    .contains("This is the last reminder.")
                    .contains(reminder.url())
                    .contains(WAY_OUT);
        }
    }

    @Test
    void leaves_out_the_net_of_traffic_that_came_by_none_and_that_it_is_the_last() {
        // Given
        TrafficReminder some = Samples.trafficReminder();
        TrafficReminder reminder = new TrafficReminder(
                some.number(),
                TrafficReminder.Precedence.ROUTINE,
                some.addressee(),
                some.heldSince(),
                null,
                null,
                some.url());

        // When
        RenderedMail mail = writer.write(reminder, READER, null, List.of(), WAY_OUT);

        // Then
        assertThat(mail.text())
                .contains("Precedence: Routine")
                .doesNotContain("Net:")
                .doesNotContain("last reminder");
        assertThat(reminder.passesQuietHours()).isFalse();
        assertThat(some.passesQuietHours()).isTrue();
    }

    // ---- All letters ----

    static Stream<MailData> letters() {
        return Stream.concat(
                Stream.of(
                        Samples.signInLink(),
                        Samples.accountNotice(),
                        Samples.securityAlert(),
                        Samples.trafficReminder(),
                        Samples.invitation(),
                        Samples.addressConfirmation(),
                        Samples.addressChanged(),
                        Samples.netLog(),
                        Samples.dailyDigest()),
                Samples.netNotices().stream());
    }

    static Stream<MailData> hostileLetters() {
        Instant at = Instant.parse("2026-03-12T18:30:00Z");
        return Stream.of(
                new SignInLink(SCRIPT, "K7QM4XWD", at, SCRIPT, at.plus(Duration.ofMinutes(15))),
                new AccountNotice(AccountNotice.Event.API_KEY_CREATED, SCRIPT, at, SCRIPT, SCRIPT),
                new SecurityAlert(SecurityAlert.Event.FAILURE_BURST, SCRIPT, at, SCRIPT),
                new Invitation(SCRIPT, SCRIPT, at),
                new AddressConfirmation(SCRIPT, at, SCRIPT, at),
                new AddressChanged(SCRIPT, SCRIPT, at, SCRIPT, at),
                new NetLog(
                        SCRIPT,
                        SCRIPT + "\n" + SCRIPT,
                        List.of(SCRIPT, SCRIPT),
                        List.of(SCRIPT, SCRIPT),
                        at,
                        at.plus(Duration.ofHours(1)),
                        1,
                        1,
                        List.of(new NetLog.Row(1, at, SCRIPT, SCRIPT, SCRIPT, SCRIPT, SCRIPT)),
                        SCRIPT),
                new DailyDigest(
                        List.of(),
                        List.of(new Announcement(SCRIPT, SCRIPT + "\n\n" + SCRIPT, SCRIPT, SCRIPT, SCRIPT, false))),
                new TrafficReminder(
                        SCRIPT,
                        TrafficReminder.Precedence.PRIORITY,
                        SCRIPT,
                        at,
                        false,
                        new TrafficReminder.Net(SCRIPT, SCRIPT),
                        SCRIPT),
                new NetMoved(new NetFacts(SCRIPT, SCRIPT, List.of(SCRIPT), List.of(SCRIPT), at, SCRIPT), at));
    }

    @ParameterizedTest
    @MethodSource("hostileLetters")
    void escapes_every_variable_of_every_letter(MailData data) {
        // When
        String html = writer.write(data, READER, SCRIPT, List.of(SCRIPT, SCRIPT), null)
                .html();

        // Then
        assertThat(html)
                .contains("&lt;script&gt;")
                .doesNotContainIgnoringCase("<script")
                .doesNotContain("'\"x")
                .doesNotContain("alert('");
    }

    @ParameterizedTest
    @MethodSource("letters")
    void loads_nothing_from_anywhere(MailData data) {
        // When
        String html = writer.write(data, READER, "Anneliese", List.of("net.csv"), null)
                .html();

        // Then
        assertThat(html)
                .doesNotContainIgnoringCase("<img")
                .doesNotContainIgnoringCase("url(")
                .doesNotContainIgnoringCase("<link")
                .doesNotContainIgnoringCase("<iframe")
                .doesNotContainIgnoringCase("src=")
                .doesNotContainIgnoringCase("@import");
        assertThat(Pattern.compile("https?://[^\"<\\s]+")
                        .matcher(html)
                        .results()
                        .map(match -> match.group()))
                .allMatch(address -> address.startsWith("http://localhost:8080/"));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void shows_itself_in_light_and_dark_and_on_narrow_screens(MailData data) {
        assertThat(writer.write(data, READER, null, List.of(), null).html())
                .contains("name=\"color-scheme\" content=\"light dark\"")
                .contains("@media (prefers-color-scheme: dark)")
                .contains("@media only screen and (max-width: 520px)")
                .contains("name=\"viewport\"")
                .contains("<html lang=\"en\">");
    }

    @ParameterizedTest
    @MethodSource("letters")
    void says_as_plain_text_what_it_says_as_html(MailData data) {
        // When
        String text = writer.write(data, READER, null, List.of("net.csv"), null).text();

        // Then: no markup, no holes, and lines that fit a terminal unless they are addresses
        assertThat(text)
                .doesNotContain("<")
                .doesNotContain("&")
                .doesNotContain("{")
                .doesNotContain("\n\n\n");
        assertThat(text.lines().filter(line -> !line.contains("http"))).allMatch(line -> line.length() <= 80);
        assertThat(text).contains("\n-- \n").endsWith(".\n");
    }

    @Test
    void keeps_control_characters_out_of_plain_text() {
        // Given
        NetLog full = Samples.netLog();
        NetLog steering = new NetLog(
                full.netName(),
                "first\r\nsecond \u001b[2J\u0007third",
                full.ncs(),
                full.frequencies(),
                full.startedAt(),
                full.closedAt(),
                1,
                0,
                List.of(),
                full.url());

        // When
        String text = writer.write(steering, READER, null, List.of(), null).text();

        // Then
        assertThat(text).contains("first\nsecond").contains("third");
        assertThat(text.chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
    }

    @Test
    void never_prints_a_variable_unescaped() throws IOException, URISyntaxException {
        // Given
        URL folder = Objects.requireNonNull(LetterWriterTest.class.getResource("/templates/letters"));
        List<Path> templates;
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            templates = files.toList();
        }

        // Then
        assertThat(templates).hasSizeGreaterThanOrEqualTo(5);
        for (Path template : templates) {
            assertThat(Files.readString(template))
                    .as("%s", template.getFileName())
                    .doesNotContain(".raw")
                    .doesNotContain(".safe")
                    .doesNotContain("{#eval")
                    .doesNotContain("{inject:")
                    .doesNotContain("{cdi:");
        }
    }

    // ---- The announcement and the report on failures ----

    @Test
    void puts_a_message_in_somebodys_own_words_into_paragraphs_and_lines() {
        // When
        RenderedMail mail = writer.write(Samples.announcement(), READER, null, List.of(), WAY_OUT);

        // Then
        assertThat(mail.subject()).isEqualTo("Exercise moved to Saturday");
        assertThat(mail.text())
                .contains("From Anneliese (DL1ABC)")
                .contains("a day later.\n\nSaturday, 09:00, at the operations centre.\nBring headsets")
                .contains("You get this mail because you belong to Oberrhein Emergency Team.")
                .contains(WAY_OUT);
        assertThat(mail.html())
                .contains("operations centre.<br>Bring headsets")
                .contains("href=\"http://localhost:8080/groups/oberrhein\"")
                .contains("href=\"" + WAY_OUT + "\"");
    }

    @Test
    void shows_markup_in_somebodys_own_words_as_text() {
        // Given
        Announcement evil = new Announcement(SCRIPT, SCRIPT, SCRIPT, SCRIPT, "http://localhost:8080/", null);

        // When
        String html = writer.write(evil, READER, null, List.of(), null).html();

        // Then
        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void tells_administrators_what_failed_and_why() {
        // When
        RenderedMail mail = writer.write(Samples.failureDigest(), READER, null, List.of(), WAY_OUT);

        // Then
        assertThat(mail.subject()).isEqualTo("Mail that could not be delivered: 3");
        assertThat(mail.text())
                .contains("To: gone@example.org")
                .contains("Reason: Refused by the relay: 550 5.1.1 No such mailbox")
                .contains("… and 1 more.")
                .contains("http://localhost:8080/admin/mails");
        assertThat(mail.html()).contains("gone@example.org").contains("full@example.org");
    }

    // ---- German ----

    @Test
    void writes_to_readers_of_german_in_german() {
        // When
        RenderedMail log = writer.write(Samples.netLog(), LESERIN, null, List.of("netz.csv"), WAY_OUT);
        RenderedMail signIn = writer.write(Samples.signInLink(), LESERIN, "Anneliese", List.of(), null);

        // Then
        assertThat(log.subject()).isEqualTo("Netzprotokoll: Oberrhein Emergency Net");
        assertThat(log.text())
                .contains("Donnerstag, 12. März 2026")
                .contains("In der Luft: 19:30 – 20:37 MEZ (18:30 – 19:37 UTC)")
                .contains("Hat Verkehr")
                .contains("Angehängt: netz.csv")
                .contains("Diese Mails abbestellen")
                .doesNotContain("Check-ins");
        assertThat(log.html())
                .contains("<html lang=\"de\">")
                .contains("Abgemeldet")
                .contains("Rufzeichen");
        assertThat(signIn.subject()).isEqualTo("Anmeldung bei der ECT Suite");
        assertThat(signIn.text()).contains("Hallo Anneliese,").contains("Link und Code gelten einmal");
    }

    @Test
    void has_a_german_word_for_every_english_one() throws IOException {
        // Given
        Properties german = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages/mail_de.properties"))) {
            german.load(reader);
        }

        // When
        List<String> english = Arrays.stream(MailTexts.class.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .map(Method::getName)
                .distinct()
                .toList();

        // Then
        assertThat(german.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english);
    }

    @Test
    void calls_a_status_that_is_new_by_its_name() {
        // Given
        NetLog.Row row =
                new NetLog.Row(1, Instant.parse("2026-03-12T18:31:00Z"), "W1AW", null, null, "GONE_FISHING", null);
        NetLog log = Samples.netLog();
        NetLog odd = new NetLog(
                log.netName(),
                null,
                List.of(),
                List.of(),
                log.startedAt(),
                log.closedAt(),
                1,
                0,
                List.of(row),
                log.url());

        // Then
        assertThat(writer.write(odd, LESERIN, null, List.of(), null).text()).contains("Gone fishing");
    }

    @Test
    void keeps_a_copy_of_each_letter_for_people_to_look_at() throws IOException {
        // Given
        Path folder = Files.createDirectories(Path.of("target", "letters"));
        List<MailData> all = new ArrayList<>(List.of(
                Samples.signInLink(),
                Samples.netLog(),
                Samples.accountNotice(),
                Samples.securityAlert(),
                Samples.invitation(),
                Samples.addressConfirmation(),
                Samples.addressChanged(),
                Samples.announcement(),
                Samples.trafficReminder(),
                Samples.failureDigest(),
                Samples.dailyDigest()));
        all.addAll(Samples.netNotices());

        // When
        for (Audience reader : List.of(READER, LESERIN)) {
            for (MailData data : all) {
                RenderedMail mail = writer.write(data, reader, "Anneliese", List.of(), WAY_OUT);
                String name = data.kind().wireName() + "-" + reader.locale();
                Files.writeString(folder.resolve(name + ".html"), mail.html());
                Files.writeString(folder.resolve(name + ".txt"), mail.text());
            }
        }

        // Then
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".html")))
                    .hasSizeGreaterThanOrEqualTo(2 * MailKind.values().length);
        }
    }
}
