package org.ectsuite.auth.page;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.ectsuite.webedge.request.RequestInfo;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Shows people a page where programs get a problem response: where there are pages, if the browser asks for HTML. */
@Singleton
class ErrorPages {

    private static final List<String> PAGES = List.of(
            "/sign-in", "/identities", "/oauth/authorize", "/oauth/logout", "/device", "/invitation", "/email-change");
    private static final String PROBLEM = "problem+json";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FORBIDDEN = 403;

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final RequestInfo request;
    private final ReaderLanguage language;

    ErrorPages(RequestInfo request, ReaderLanguage language) {
        this.request = request;
        this.language = language;
    }

    @ServerResponseFilter
    public void dress(ContainerRequestContext asked, ContainerResponseContext answer) {
        MediaType type = answer.getMediaType();
        if (type == null
                || !type.getSubtype().equals(PROBLEM)
                || PAGES.stream().noneMatch(asked.getUriInfo().getPath()::startsWith)
                || !asked.getAcceptableMediaTypes().contains(MediaType.TEXT_HTML_TYPE)) {
            return;
        }
        String kind = switch (answer.getStatus()) {
            case TOO_MANY_REQUESTS -> "too-many";
            case FORBIDDEN -> "expired";
            default -> "failure";
        };
        answer.setEntity(new ErrorPage(kind, minutes(answer), request.id())
                .setLocale(language.locale())
                .render());
        answer.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, Pages.HTML);
        answer.getHeaders().putSingle("Content-Security-Policy", Pages.CONTENT_SECURITY_POLICY);
        answer.getHeaders().putSingle("Referrer-Policy", Pages.REFERRER_POLICY);
    }

    /** How long to wait, in minutes rounded up; one where nobody says. */
    private static long minutes(ContainerResponseContext answer) {
        String seconds = answer.getHeaderString(HttpHeaders.RETRY_AFTER);
        return seconds == null || !SECONDS.matcher(seconds).matches()
                ? 1
                : Math.max(1, Duration.ofSeconds(Long.parseLong(seconds) + 59).toMinutes());
    }
}
