package org.ectsuite.auth.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Whom to invite. */
record InvitationRequest(@NotBlank @Size(max = 254) String email) {}
