package org.ectsuite.notification.delivery;

import org.ectsuite.notification.smtp.MailAddress;
import org.ectsuite.notification.template.Audience;

/** Who gets the mail, and how it is written for them. */
record Addressee(MailAddress address, Audience audience) {}
