package org.ectsuite.notification.template;

import java.net.URI;
import java.util.Optional;

/**
 * What a mailing is about, so that one can stop the mails about it and keep the others: a net, a library.
 *
 * @param id the path of its page in the web client, with the fragment if it is a part of one; at most 200 characters
 * @param name its name
 */
public record MailList(String id, String name) {

    /** No list has a longer id. */
    public static final int ID_LENGTH = 200;

    /** The list with this page; empty if its path is too long to be kept. */
    static Optional<MailList> of(URI page, String name) {
        return Optional.of(
                        page.getRawFragment() == null
                                ? page.getRawPath()
                                : page.getRawPath() + "#" + page.getRawFragment())
                .filter(path -> path.length() <= ID_LENGTH)
                .map(path -> new MailList(path, name));
    }
}
