package org.ectsuite.notification.template;

/**
 * What a mailing is about, so that one can stop the mails about it and keep the others: a net, a library.
 *
 * @param id the path of its page in the web client; at most 200 characters
 * @param name its name
 */
public record MailList(String id, String name) {

    /** No list has a longer id. */
    public static final int ID_LENGTH = 200;
}
