package org.ectsuite.notification.message;

/**
 * What became of an intervention with many messages.
 *
 * @param changed to how many messages it was done
 * @param unchanged how many were passed over: their status did not allow it, or a worker held them
 * @param more whether there may be further ones; ask again then
 */
record BulkResult(int changed, int unchanged, boolean more) {}
