package org.ectsuite.auth.registration;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who may make an account.
 *
 * @param mode as it is configured
 * @param invitationDays how many days an invitation can be accepted
 */
@Schema(name = "Registration")
record RegistrationView(RegistrationMode mode, long invitationDays) {}
