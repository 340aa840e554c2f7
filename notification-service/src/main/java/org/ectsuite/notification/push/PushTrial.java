package org.ectsuite.notification.push;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of a test message.
 *
 * @param delivered whether the target took it
 * @param explanation what happened, in words
 */
@Schema(name = "PushTrial")
record PushTrial(boolean delivered, String explanation) {}
