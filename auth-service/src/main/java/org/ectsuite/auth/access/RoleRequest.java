package org.ectsuite.auth.access;

import jakarta.validation.constraints.NotNull;
import org.ectsuite.auth.account.Role;

/** The role that an account is to have. */
public record RoleRequest(@NotNull Role role) {}
