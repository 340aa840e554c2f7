package org.ectsuite.notification.preview;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.notification.message.OwnMail;
import org.ectsuite.notification.template.Audience;
import org.ectsuite.notification.template.LetterWriter;
import org.ectsuite.notification.template.MailData;
import org.ectsuite.notification.template.MailKind;
import org.ectsuite.notification.template.RenderedMail;
import org.ectsuite.notification.template.SampleLetters;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.problem.ProblemException;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** The letters with sample data: to read, and to get one's own mail program's opinion of. */
@Path("/templates")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "templates")
class TemplateResource {

    private static final String LOCALE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*";

    /** The styles of a letter stand in the letter; nothing else is loaded, nothing runs, and links open outside. */
    private static final String LETTER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final LetterWriter writer;
    private final SampleLetters samples;
    private final OwnMail mail;
    private final CurrentCaller caller;
    private final Clock clock;

    TemplateResource(LetterWriter writer, SampleLetters samples, OwnMail mail, CurrentCaller caller, Clock clock) {
        this.writer = writer;
        this.samples = samples;
        this.mail = mail;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A message that was sent to oneself.
     *
     * @param id id of the message
     */
    record TestMail(UUID id) {}

    @GET
    @NonBlocking
    @Operation(summary = "List the kinds of letters")
    public List<TemplateView> list() {
        return Arrays.stream(MailKind.values())
                .map(kind -> new TemplateView(kind.wireName(), kind.transactional(), Audience.languages()))
                .toList();
    }

    @GET
    @Path("/{kind}")
    @NonBlocking
    @Operation(summary = "A letter with sample data")
    public TemplatePreview preview(
            @PathParam("kind") @Size(max = 60) String kind,
            @QueryParam("locale") @DefaultValue("en") @Size(max = 35) @Pattern(regexp = LOCALE) String locale,
            @QueryParam("zone") @DefaultValue("UTC") @Size(max = 50) String zone) {
        Audience audience = Audience.of(locale, zone);
        RenderedMail letter = write(kind(kind), audience);
        return new TemplatePreview(
                kind, audience.locale().toLanguageTag(), letter.subject(), letter.text(), letter.html());
    }

    @GET
    @Path("/{kind}/page")
    @PermitAll
    @NonBlocking
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "The HTML of a letter with sample data",
            description = "Open to all, so that a browser can show it as a page of its own: nothing in it is secret.")
    @APIResponse(responseCode = "200", description = "The letter")
    public RestResponse<String> page(
            @PathParam("kind") @Size(max = 60) String kind,
            @QueryParam("locale") @DefaultValue("en") @Size(max = 35) @Pattern(regexp = LOCALE) String locale) {
        RenderedMail letter = write(kind(kind), Audience.of(locale, null));
        return RestResponse.ResponseBuilder.ok(letter.html())
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", LETTER_POLICY)
                .build();
    }

    @POST
    @Path("/{kind}/test")
    @ResponseStatus(202)
    @Operation(
            summary = "Send a letter with sample data to oneself",
            description = "To the caller's own address and no other, in the caller's language.")
    @APIResponse(responseCode = "202", description = "Queued like any other mail")
    public Uni<TestMail> test(@PathParam("kind") @Size(max = 60) String kind) {
        MailData data = samples.of(kind(kind), clock.instant());
        UUID key = UuidCreator.getTimeOrderedEpoch();
        return mail.toPerson("test-" + key, data, caller.get().requireUserId()).map(TestMail::new);
    }

    private RenderedMail write(MailKind kind, Audience audience) {
        MailData data = samples.of(kind, clock.instant());
        return writer.write(data, audience, "Anneliese", List.of(), writer.sampleUnsubscribe(kind));
    }

    private static MailKind kind(String name) {
        return MailKind.of(name).orElseThrow(() -> ProblemException.notFound("There is no such kind of mail."));
    }
}
