package org.ectsuite.auth.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.auth.keys.SigningKeys;

/** Issues access tokens, signed with the key that is active now. */
@ApplicationScoped
public class AccessTokenIssuer {

    private final TokenWriter writer;
    private final SigningKeys keys;

    AccessTokenIssuer(
            TokenConfig config,
            @ConfigProperty(name = "ect.public-url") String publicUrl,
            SigningKeys keys,
            Clock clock) {
        this.writer = new TokenWriter(publicUrl + "/auth", config.audiences(), config.life(), clock);
        this.keys = keys;
    }

    public AccessToken issue(TokenSubject subject) {
        return writer.write(subject, keys.active());
    }
}
