package org.ectsuite.notification.preference;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** The page that the way out leads to: plain HTML, no script, one button. */
final class UnsubscribePage {

    /** Which of its three faces the page shows. */
    enum Step {
        /** Nothing has changed yet. */
        ASK,
        /** The mails have stopped. */
        STOPPED,
        /** The mails come again. */
        RESUMED,
        /** There is no such link. */
        UNKNOWN
    }

    static final String STYLE = """
            :root{color-scheme:light dark;--page:#eef2f2;--card:#fff;--ink:#12211f;--soft:#566a68;--accent:#0f766e;--on:#fff;--line:#d9e2e1}
            @media(prefers-color-scheme:dark){:root{--page:#0b1416;--card:#131f22;--ink:#e6eeee;--soft:#9fb3b5;--accent:#14b8a6;--on:#04211e;--line:#24363a}}
            *{box-sizing:border-box}
            body{margin:0;padding:2rem 1rem;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
            main{max-width:34rem;margin:0 auto;padding:2rem;background:var(--card);border:1px solid var(--line);border-top:4px solid var(--accent);border-radius:12px}
            .brand{max-width:34rem;margin:0 auto .9rem;font-weight:700}
            .brand b{color:var(--accent)}
            h1{margin:0 0 .8rem;font-size:1.55rem;line-height:1.3;overflow-wrap:anywhere}
            p{margin:0 0 1.2rem}
            .soft{color:var(--soft);font-size:.9rem;margin:0}
            button{min-height:44px;padding:.7rem 1.6rem;border:0;border-radius:8px;background:var(--accent);color:var(--on);font:inherit;font-weight:600;cursor:pointer}
            button:focus-visible,a:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
            a{color:var(--accent)}
            form{margin:0 0 1.2rem}
            """;

    /** No script, no frame, no foreign host, this one style sheet; forms lead to ourselves alone. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private UnsubscribePage() {}

    static TemplateInstance of(Step step, UnsubscribeLinks.@Nullable Subject subject, String token) {
        return Templates.unsubscribe(step.name(), what(subject), "/notification/unsubscribe/" + token + "/undo", STYLE);
    }

    private static String what(UnsubscribeLinks.@Nullable Subject subject) {
        if (subject == null) {
            return "";
        }
        String kind = MailKindNames.plural(subject.kind());
        return subject.listName() == null ? kind : kind + " of " + subject.listName();
    }

    private static String sha256(String text) {
        return Base64.getEncoder().encodeToString(DigestUtils.sha256(text));
    }

    @CheckedTemplate(basePath = "pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        private Templates() {}

        static native TemplateInstance unsubscribe(String step, String what, String undo, String style);
    }
}
