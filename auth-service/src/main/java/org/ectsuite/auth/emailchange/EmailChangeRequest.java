package org.ectsuite.auth.emailchange;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The address that an account is to have. */
record EmailChangeRequest(@NotBlank @Size(max = 254) String email) {}
