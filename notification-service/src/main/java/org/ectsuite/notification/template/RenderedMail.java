package org.ectsuite.notification.template;

/**
 * A letter ready to be sent.
 *
 * @param subject one line
 * @param text the letter as plain text, complete in itself
 * @param html the same letter as HTML
 */
public record RenderedMail(String subject, String text, String html) {

    /** May hold a credential: kept out of logs. */
    @Override
    public String toString() {
        return "RenderedMail";
    }
}
