package org.ectsuite.ectlog.live;

/**
 * An event as it goes out, written once for all sockets.
 *
 * @param sequence its number in the journal
 * @param text the whole message
 */
record Frame(long sequence, String text) {}
