package org.ectsuite.ectlog.export;

import io.quarkus.qute.TemplateInstance;
import java.util.Base64;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** ICS-309 as a page for printing: no script, one style sheet of its own, which the page's policy knows by its hash. */
record Ics309Page(Ics309 form, List<Ics309.Page> pages, String style) implements TemplateInstance {

    static final String MEDIA_TYPE = "text/html; charset=utf-8";

    /** The whole content of the page's style element. */
    static final String STYLE = """
            @page { size: letter; margin: 15mm }
            body { font: 10pt/1.35 sans-serif; color: #000; background: #fff; margin: 1rem auto; max-width: 190mm }
            section { break-after: page; margin-bottom: 2rem }
            section:last-child { break-after: auto }
            h1 { font-size: 14pt; margin: 0 0 .4rem; display: flex; justify-content: space-between }
            table { border-collapse: collapse; width: 100% }
            th, td { border: 1px solid #000; padding: .15rem .35rem; text-align: left; vertical-align: top; overflow-wrap: anywhere }
            thead { display: table-header-group }
            th { font-weight: 600 }
            .label { display: block; font-size: 7.5pt }
            .number, .time { white-space: nowrap; font-variant-numeric: tabular-nums }
            .day td { background: #eee; font-weight: 600 }
            """;

    /** Allows that style and nothing else. */
    static final String POLICY = "default-src 'none'; style-src '" + hash(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static Ics309Page of(Ics309 form) {
        return new Ics309Page(form, form.pages(), STYLE);
    }

    private static String hash(String content) {
        return "sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(content));
    }
}
