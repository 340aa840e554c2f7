package org.ectsuite.auth.social;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sign-in with other providers. Each is offered when its client id is set, and needs its secret then. */
@ConfigMapping(prefix = "ect.auth.social")
public interface SocialConfig {

    /** Google. */
    Google google();

    /** Microsoft, personal and work accounts. */
    Microsoft microsoft();

    /** GitHub, or a GitHub Enterprise Server. */
    GitHub github();

    /** How long a provider has to answer. */
    @WithDefault("PT5S")
    Duration patience();

    /** Who is sent to a provider must be back within this time. */
    @WithDefault("PT10M")
    Duration attemptLife();

    /** An identity that is new here waits so long for its owner to show whose account it is to belong to. */
    @WithDefault("PT20M")
    Duration confirmationLife();

    /** What a provider says about its endpoints and keys is asked for again after this time. */
    @WithDefault("PT1H")
    Duration metadataLife();

    /** Because of a key that is not known, a provider's keys are asked for no more often than this. */
    @WithDefault("PT10S")
    Duration keyFetchFloor();

    /** An account has at most so many identities elsewhere. */
    @WithDefault("10")
    int identitiesPerAccount();

    /** Google, or another OpenID provider that behaves as Google does. */
    interface Google {

        /** The client id from the Google Cloud console; Google is offered when it is set. */
        Optional<String> clientId();

        /** The client secret that belongs to it. */
        Optional<String> clientSecret();

        /** Who signs the ID tokens; where the endpoints are stands below this address. */
        @WithDefault("https://accounts.google.com")
        String issuer();
    }

    /** The Microsoft identity platform. */
    interface Microsoft {

        /** The application id from the Entra admin center; Microsoft is offered when it is set. */
        Optional<String> clientId();

        /** A client secret of the application. */
        Optional<String> clientSecret();

        /** The cloud: national clouds have addresses of their own. */
        @WithDefault("https://login.microsoftonline.com")
        String baseUrl();

        /** Whose accounts may come: {@code common}, {@code organizations}, {@code consumers}, or the id of one tenant. */
        @WithDefault("common")
        String tenant();

        /** Ids of tenants whose administrators are trusted to write true mail addresses into their directory. */
        Optional<List<String>> trustedTenants();
    }

    /** GitHub. */
    interface GitHub {

        /** The client id of the OAuth app; GitHub is offered when it is set. */
        Optional<String> clientId();

        /** A client secret of the OAuth app. */
        Optional<String> clientSecret();

        /** Where people sign in; the address of a GitHub Enterprise Server goes here. */
        @WithDefault("https://github.com")
        String baseUrl();

        /** Where programs ask; {@code https://<host>/api/v3} for a GitHub Enterprise Server. */
        @WithDefault("https://api.github.com")
        String apiUrl();
    }
}
