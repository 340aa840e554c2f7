package org.ectsuite.webedge.page;

/** How many rows a page has: bounds and default of the {@code limit} query parameter. */
public final class PageLimit {

    /** The most that a client may ask for. */
    public static final int MAX = 200;

    /** What a client gets that does not ask. */
    public static final int DEFAULT = 50;

    /** {@link #DEFAULT} as {@code @DefaultValue} wants it. */
    public static final String DEFAULT_VALUE = "50";

    private PageLimit() {}
}
