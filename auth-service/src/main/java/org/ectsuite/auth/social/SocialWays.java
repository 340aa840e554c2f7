package org.ectsuite.auth.social;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ectsuite.auth.signin.OtherWays;

/** Offers the configured providers on the sign-in page. */
@ApplicationScoped
class SocialWays implements OtherWays {

    private final Upstreams upstreams;

    SocialWays(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @Override
    public List<Way> ways() {
        return upstreams.offered().stream()
                .map(provider -> new Way(provider.id(), provider.title()))
                .toList();
    }
}
