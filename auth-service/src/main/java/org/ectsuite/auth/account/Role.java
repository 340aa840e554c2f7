package org.ectsuite.auth.account;

import java.util.ArrayList;
import java.util.List;

/** Global roles, each including the ones before it. Roles within a net are the business of ectlog-service. */
public enum Role {
    USER,
    LOGGER,
    NCS,
    ADMIN;

    /** This role and all it includes, lowest first: the {@code groups} claim of an access token. */
    public List<String> expanded() {
        List<String> names = new ArrayList<>();
        for (Role role : values()) {
            if (role.compareTo(this) <= 0) {
                names.add(role.name());
            }
        }
        return List.copyOf(names);
    }
}
