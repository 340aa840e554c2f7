package org.ectsuite.media.metadata;

import java.io.IOException;

/** A file is not what its name says, is damaged, or asks for more than the {@link ReadLimits limits} allow. */
public final class UnreadableMediaException extends IOException {

    private static final long serialVersionUID = 1;

    /** The message is shown to administrators: what is wrong, without path and content. */
    public UnreadableMediaException(String message) {
        super(message);
    }
}
