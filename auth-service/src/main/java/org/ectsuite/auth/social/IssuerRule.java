package org.ectsuite.auth.social;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Who may have signed an ID token. Issuers are compared as texts, in full (OpenID Connect Core 3.1.3.7). */
sealed interface IssuerRule {

    /** Whether a provider's metadata may name this issuer. */
    boolean metadata(String issuer);

    /** Whether a token of this issuer with these claims is the provider's. */
    boolean token(String issuer, Map<String, Object> claims);

    /** One issuer, and no other. */
    record Exact(String issuer) implements IssuerRule {

        @Override
        public boolean metadata(String other) {
            return issuer.equals(other);
        }

        @Override
        public boolean token(String other, Map<String, Object> claims) {
            return issuer.equals(other);
        }
    }

    /**
     * Microsoft: each tenant is an issuer of its own, and the metadata for many tenants name a template. The tenant of a
     * token stands in its claim {@code tid}, and its issuer must be that tenant's.
     *
     * @param base of the cloud
     * @param tenant as configured: a tenant's id, or a word for many
     */
    record Microsoft(String base, String tenant) implements IssuerRule {

        private static final Set<String> MANY = Set.of("common", "organizations");
        private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        @Override
        public boolean metadata(String issuer) {
            if (MANY.contains(tenant)) {
                return issuer.equals(of("{tenantid}"));
            }
            return tenantOf(issuer)
                    .filter(id -> !ID.matcher(tenant).matches() || id.equals(tenant))
                    .isPresent();
        }

        @Override
        public boolean token(String issuer, Map<String, Object> claims) {
            return claims.get("tid") instanceof String id
                    && ID.matcher(id).matches()
                    && issuer.equals(of(id))
                    && (!ID.matcher(tenant).matches() || id.equals(tenant));
        }

        private Optional<String> tenantOf(String issuer) {
            String head = base + "/";
            String tail = "/v2.0";
            if (!issuer.startsWith(head)
                    || !issuer.endsWith(tail)
                    || issuer.length() <= head.length() + tail.length()) {
                return Optional.empty();
            }
            String id = issuer.substring(head.length(), issuer.length() - tail.length());
            return Optional.of(id).filter(text -> ID.matcher(text).matches());
        }

        private String of(String id) {
            return base + "/" + id + "/v2.0";
        }
    }
}
