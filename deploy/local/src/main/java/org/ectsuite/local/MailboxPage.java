package org.ectsuite.local;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The mailbox as HTML. */
final class MailboxPage {

    static final String STYLE = """
            :root { color-scheme: light dark; --line: #d5dede; --soft: #5b6b6b; --accent: #0f766e; --card: #fff; --page: #f4f7f7; }
            @media (prefers-color-scheme: dark) {
              :root { --line: #2b3838; --soft: #93a5a5; --accent: #2dd4bf; --card: #152020; --page: #0d1515; }
            }
            * { box-sizing: border-box; }
            body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: var(--page); }
            main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
            h1 { font-size: 1.35rem; margin: 0 0 .25rem; }
            p { margin: .25rem 0 1rem; color: var(--soft); }
            ul { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
            li + li { border-top: 1px solid var(--line); }
            li a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .7rem 1rem; color: inherit; text-decoration: none; }
            li a:hover, li a:focus-visible { background: color-mix(in srgb, var(--accent) 10%, transparent); }
            li strong { overflow-wrap: anywhere; }
            li span { color: var(--soft); font-size: .9rem; overflow-wrap: anywhere; }
            a { color: var(--accent); }
            dl { display: grid; grid-template-columns: auto 1fr; gap: .15rem 1rem; margin: 0 0 1rem; }
            dt { color: var(--soft); }
            dd { margin: 0; overflow-wrap: anywhere; }
            iframe { width: 100%; height: 46rem; border: 1px solid var(--line); border-radius: 10px; background: #fff; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem; }
            summary { cursor: pointer; color: var(--accent); margin: 1rem 0 .5rem; }
            """;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private MailboxPage() {}

    static String list(List<CaughtMail> mails) {
        StringBuilder items = new StringBuilder();
        for (CaughtMail mail : mails) {
            items.append("""
                    <li><a href="/mails/%s"><strong>%s</strong><span>%s</span><span>%s</span></a></li>
                    """.formatted(
                            escape(mail.id()),
                            escape(mail.subject()),
                            TIME.format(mail.receivedAt()),
                            escape(String.join(", ", mail.to()))));
        }
        String body = mails.isEmpty()
                ? "<p>No mail yet. Mails that the suite sends arrive here; nothing leaves this machine.</p>"
                : "<p>Mails that the suite sends arrive here; nothing leaves this machine.</p><ul>" + items + "</ul>";
        // The page looks for new mail by itself; it needs no script for that.
        return page("Mailbox", "<meta http-equiv=\"refresh\" content=\"5\">", "<h1>Mailbox</h1>" + body);
    }

    static String mail(CaughtMail mail) {
        StringBuilder attachments = new StringBuilder();
        for (int i = 0; i < mail.attachments().size(); i++) {
            CaughtMail.Attachment attachment = mail.attachments().get(i);
            attachments.append("<dt>Attached</dt><dd><a href=\"/mails/%s/attachments/%d\">%s</a> (%,d bytes)</dd>"
                    .formatted(escape(mail.id()), i, escape(attachment.name()), attachment.content().length));
        }
        String html = mail.html().isEmpty()
                ? ""
                : "<iframe title=\"The mail as HTML\" src=\"/mails/" + escape(mail.id()) + "/html\"></iframe>";
        String text = "<details" + (mail.html().isEmpty() ? " open" : "") + "><summary>Plain text</summary><pre>"
                + escape(mail.text()) + "</pre></details>";
        return page(mail.subject(), "", """
                <p><a href="/">&larr; All mails</a></p>
                <h1>%s</h1>
                <dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd><dt>Received</dt><dd>%s</dd>%s</dl>
                %s%s
                """.formatted(
                        escape(mail.subject()),
                        escape(mail.from()),
                        escape(String.join(", ", mail.to())),
                        TIME.format(mail.receivedAt()),
                        attachments,
                        html,
                        text));
    }

    private static String page(String title, String head, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                %s
                <title>%s</title>
                <link rel="stylesheet" href="/mailbox.css">
                </head>
                <body><main>%s</main></body>
                </html>
                """.formatted(head, escape(title), body);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
