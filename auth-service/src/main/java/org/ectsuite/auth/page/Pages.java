package org.ectsuite.auth.page;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers with pages, and leads from one to the next. */
@ApplicationScoped
public class Pages {

    /** No script, no frame, no foreign host; forms lead to ourselves alone. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** The same, and scripts from our own files; none in the page itself, and none that sends anything anywhere. */
    private static final String SCRIPTED_CONTENT_SECURITY_POLICY = CONTENT_SECURITY_POLICY + "; script-src 'self'";

    /**
     * Nobody learns the path of a page, which may hold a link's secret. {@code no-referrer} would hide the origin from
     * ourselves, too: browsers then send {@code Origin: null} with our own forms, which looks like an attack.
     */
    static final String REFERRER_POLICY = "strict-origin";

    static final String HTML = "text/html;charset=UTF-8";

    private final String publicUrl;
    private final ReaderLanguage language;

    Pages(@ConfigProperty(name = "ect.public-url") String publicUrl, ReaderLanguage language) {
        this.publicUrl = publicUrl;
        this.language = language;
    }

    /** The words of a message bundle in the language of whoever reads the answer to the present request. */
    public <W> W words(Class<W> bundle) {
        return MessageBundles.get(bundle, Localized.Literal.of(language.locale().toLanguageTag()));
    }

    /** A page. */
    public Uni<Response> show(int status, TemplateInstance page, NewCookie... cookies) {
        return show(status, page, CONTENT_SECURITY_POLICY, cookies);
    }

    /** A page with a script of our own, which does what forms cannot, and without which the page works. */
    public Uni<Response> showScripted(int status, TemplateInstance page, NewCookie... cookies) {
        return show(status, page, SCRIPTED_CONTENT_SECURITY_POLICY, cookies);
    }

    private Uni<Response> show(int status, TemplateInstance page, String policy, NewCookie... cookies) {
        return page.setLocale(language.locale())
                .createUni()
                .map(html -> Response.status(status)
                        .entity(html)
                        .header(HttpHeaders.CONTENT_TYPE, HTML)
                        .header("Content-Security-Policy", policy)
                        .header("Referrer-Policy", REFERRER_POLICY)
                        .cookie(cookies)
                        .build());
    }

    /**
     * On to another page, by GET. The address is made of the configured public origin: no header of the request has a
     * say in it.
     *
     * @param path a path of the suite, checked by the caller
     */
    public Response lead(String path, NewCookie... cookies) {
        return Response.status(Response.Status.SEE_OTHER)
                .location(URI.create(publicUrl + path))
                .header("Referrer-Policy", REFERRER_POLICY)
                .cookie(cookies)
                .build();
    }

    /**
     * On to an address of somebody else's, by GET.
     *
     * @param address checked by the caller against what is registered
     */
    public Response leadAway(String address, NewCookie... cookies) {
        return Response.status(Response.Status.SEE_OTHER)
                .location(URI.create(address))
                .header("Referrer-Policy", REFERRER_POLICY)
                .cookie(cookies)
                .build();
    }

    /**
     * On to an address of somebody else's, after a form: browsers hold a form's redirects against {@code form-action},
     * too, so this page leads on by itself.
     *
     * @param address checked by the caller against what is registered
     * @param name whose address it is
     */
    public Uni<Response> leadAwayAfterForm(String address, String name, NewCookie... cookies) {
        return show(Response.Status.OK.getStatusCode(), new OnwardPage(address, name), cookies);
    }
}
