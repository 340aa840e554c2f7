package org.ectsuite.auth.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.Curve;
import com.webauthn4j.data.attestation.statement.AttestationStatement;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Holds what authenticators answer against WebAuthn Level 3, sections 7.1 and 7.2: type, challenge, origin, relying party,
 * flags, signature, counter. Statements about the make of an authenticator are not asked for, and not believed.
 */
@RegisterForReflection( // Jackson, inside the library, makes and writes these
        targets = {
            AttestationObject.class,
            AttestationStatement.class,
            AuthenticationRequest.class,
            COSEKey.class,
            CollectedClientData.class,
            Curve.class,
            RegistrationRequest.class
        },
        registerFullHierarchy = true)
final class PasskeyCheck {

    /** ES256, EdDSA, RS256: what authenticators have, the best liked first. */
    static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

    private static final List<PublicKeyCredentialParameters> PARAMETERS = ALGORITHMS.stream()
            .map(number -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(number)))
            .toList();

    private final WebAuthnManager manager;
    private final AttestedCredentialDataConverter credentials;
    private final Origin origin;
    private final String relyingPartyId;

    /** For the suite at this origin. */
    PasskeyCheck(String publicUrl) {
        ObjectConverter converter = new ObjectConverter();
        this.manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
        this.credentials = new AttestedCredentialDataConverter(converter);
        this.origin = new Origin(publicUrl);
        this.relyingPartyId = URI.create(publicUrl).getHost();
    }

    String relyingPartyId() {
        return relyingPartyId;
    }

    /**
     * A passkey as an authenticator made it.
     *
     * @param credential model, id and public key, for the database
     */
    // Never compared: an array in a record compares by identity.
    @SuppressWarnings("ArrayRecordComponent")
    record Made(
            byte[] credentialId,
            byte[] credential,
            long signCount,
            boolean verified,
            boolean backupEligible,
            boolean backedUp) {}

    /** What a right answer says besides. */
    record Shown(long signCount, boolean verified, boolean backedUp) {}

    /** What comes of an answer. */
    sealed interface Outcome {

        /** It is right. */
        record Right(Shown shown) implements Outcome {}

        /** It is not. */
        record Wrong() implements Outcome {}

        /** It would be right, but the counter went backwards or stood still. */
        record Backwards() implements Outcome {}
    }

    /**
     * Reads a new passkey; empty if anything about it is not as it must be.
     *
     * @param verification whether the authenticator must have made sure that it was its owner
     */
    Optional<Made> made(byte[] challenge, byte[] clientData, byte[] attestation, boolean verification) {
        try {
            RegistrationData read = manager.verify(
                    new RegistrationRequest(attestation, clientData),
                    new RegistrationParameters(server(challenge), PARAMETERS, verification, true));
            if (Boolean.TRUE.equals(read.getCollectedClientData().getCrossOrigin())) {
                // Made on a page within a page of somebody else's; the library minds that in answers alone.
                return Optional.empty();
            }
            AuthenticatorData<?> data = read.getAttestationObject().getAuthenticatorData();
            AttestedCredentialData credential = data.getAttestedCredentialData();
            return Optional.of(new Made(
                    credential.getCredentialId(),
                    credentials.convert(credential),
                    data.getSignCount(),
                    data.isFlagUV(),
                    data.isFlagBE(),
                    data.isFlagBS()));
        } catch (RuntimeException refused) {
            // Whatever the library throws at bytes that anybody may send means the same.
            return Optional.empty();
        }
    }

    /** Holds an answer against the passkey that it claims to come from. */
    Outcome shown(byte[] challenge, PasskeyAnswer answer, Passkey passkey) {
        try {
            CredentialRecordImpl known = new CredentialRecordImpl(
                    new NoneAttestationStatement(),
                    null,
                    passkey.backupEligible,
                    passkey.backedUp,
                    passkey.signCount,
                    credentials.convert(passkey.credential),
                    null,
                    null,
                    null,
                    null);
            AuthenticatorData<?> data = manager.verify(
                            new AuthenticationRequest(
                                    answer.credentialId(),
                                    answer.userHandle(),
                                    answer.authenticatorData(),
                                    answer.clientData(),
                                    answer.signature()),
                            new AuthenticationParameters(server(challenge), known, null, false, true))
                    .getAuthenticatorData();
            return new Outcome.Right(new Shown(data.getSignCount(), data.isFlagUV(), data.isFlagBS()));
        } catch (MaliciousCounterValueException backwards) {
            return new Outcome.Backwards();
        } catch (RuntimeException refused) {
            // As above.
            return new Outcome.Wrong();
        }
    }

    private ServerProperty server(byte[] challenge) {
        return new ServerProperty(origin, relyingPartyId, new DefaultChallenge(challenge));
    }
}
