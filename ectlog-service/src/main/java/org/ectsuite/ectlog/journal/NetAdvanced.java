package org.ectsuite.ectlog.journal;

import java.util.UUID;

/**
 * The journal of a net has grown and the transaction that did it is committed.
 *
 * @param netId the net
 */
public record NetAdvanced(UUID netId) {}
