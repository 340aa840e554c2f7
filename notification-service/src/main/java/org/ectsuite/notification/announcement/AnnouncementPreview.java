package org.ectsuite.notification.announcement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an announcement would be.
 *
 * @param recipients how many people it would go to
 * @param subject subject line of the letter
 * @param text the letter as plain text
 */
@Schema(name = "AnnouncementPreview")
record AnnouncementPreview(int recipients, String subject, String text) {}
