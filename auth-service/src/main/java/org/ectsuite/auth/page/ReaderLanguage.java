package org.ectsuite.auth.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The language of whoever reads the page that answers the present request: of those that the pages are written in, the
 * one that the browser likes best ({@code Accept-Language}, RFC 9110 section 12.5.4; look-up by RFC 4647 section 3.4).
 */
@RequestScoped
class ReaderLanguage {

    /**
     * What the pages are written in; the first is for everybody else. Another language is an entry here and in {@code
     * quarkus.locales}, and a file {@code messages/<bundle>_<language>.properties} for each bundle of words.
     */
    static final List<Locale> WRITTEN = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final Locale locale;

    ReaderLanguage(CurrentVertxRequest current) {
        RoutingContext routing = current.getCurrent();
        this.locale = best(routing == null ? null : routing.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    Locale locale() {
        return locale;
    }

    static Locale best(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return WRITTEN.getFirst();
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(accepted), WRITTEN);
            return found == null ? WRITTEN.getFirst() : found;
        } catch (IllegalArgumentException unreadable) {
            // A page in English is better than none.
            return WRITTEN.getFirst();
        }
    }
}
