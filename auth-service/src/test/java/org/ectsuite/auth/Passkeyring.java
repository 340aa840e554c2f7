package org.ectsuite.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator in software: makes one passkey (ES256) and shows it. What an honest one says can be changed, to see who
 * notices.
 */
public final class Passkeyring {

    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int HAS_CREDENTIAL = 0x40;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair pair;
    private final byte[] credentialId = new byte[32];

    private String origin = ServiceUnderTest.PUBLIC_URL;
    private String relyingParty = "localhost";
    private String type = "";
    private boolean present = true;
    private boolean verified = true;
    private boolean crossOrigin;
    private @Nullable String userHandle;
    private int count;

    public Passkeyring() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        new SecureRandom().nextBytes(credentialId);
    }

    /** Makes a passkey for this person, through the API, as the web client does. */
    public static Passkeyring of(Person owner, String name) {
        Passkeyring ring = new Passkeyring();
        Response added = ring.add(owner, name);
        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        return ring;
    }

    public Passkeyring origin(String value) {
        origin = value;
        return this;
    }

    public Passkeyring relyingParty(String value) {
        relyingParty = value;
        return this;
    }

    /** Says that it was asked for something else. */
    public Passkeyring type(String value) {
        type = value;
        return this;
    }

    /** Whether somebody touches it. */
    public Passkeyring present(boolean value) {
        present = value;
        return this;
    }

    /** Whether it asks for a PIN or a finger. */
    public Passkeyring verified(boolean value) {
        verified = value;
        return this;
    }

    /** Whether a page within a foreign page asked. */
    public Passkeyring crossOrigin(boolean value) {
        crossOrigin = value;
        return this;
    }

    /** Says that it belongs to somebody else. */
    public Passkeyring userHandle(@Nullable String value) {
        userHandle = value;
        return this;
    }

    /** The number of signatures it claims to have made before. */
    public Passkeyring count(int value) {
        count = value;
        return this;
    }

    public byte[] credentialId() {
        return credentialId.clone();
    }

    /** Is invited, makes the passkey, hands it over. */
    public Response add(Person owner, String name) {
        Response invitation = owner.api().post("/auth/me/passkeys/invitation");
        return invitation.statusCode() == 200 ? add(owner, name, invitation) : invitation;
    }

    /** Answers this invitation. */
    public Response add(Person owner, String name, Response invitation) {
        userHandle = invitation.jsonPath().getString("userHandle");
        return owner.api()
                .body(Map.of(
                        "name",
                        name,
                        "ticket",
                        invitation.jsonPath().getString("ticket"),
                        "clientData",
                        text(clientData("webauthn.create", invitation.jsonPath().getString("challenge"))),
                        "attestation",
                        text(attestation())))
                .post("/auth/me/passkeys");
    }

    /** The fields that the script of a page fills in. */
    public Map<String, String> answer(Response page) {
        byte[] clientData = clientData("webauthn.get", attribute(page, "challenge"));
        byte[] authenticatorData = authenticatorData(new byte[0]);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("passkey_credential", text(credentialId));
        fields.put("passkey_client_data", text(clientData));
        fields.put("passkey_authenticator_data", text(authenticatorData));
        fields.put("passkey_signature", text(signature(authenticatorData, clientData)));
        fields.put("passkey_user_handle", Objects.requireNonNullElse(userHandle, ""));
        return fields;
    }

    /** What a page has the challenge come back with. */
    public static String ticket(Response page) {
        Matcher matcher =
                Pattern.compile("name=\"passkey_ticket\" value=\"([^\"]*)\"").matcher(page.asString());
        assertThat(matcher.find()).as(page.asString()).isTrue();
        return matcher.group(1);
    }

    /** An attribute of the page's form for passkeys. */
    public static String attribute(Response page, String name) {
        Matcher matcher = Pattern.compile("data-" + name + "=\"([^\"]*)\"").matcher(page.asString());
        assertThat(matcher.find()).as(page.asString()).isTrue();
        return matcher.group(1);
    }

    private byte[] clientData(String honestType, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":%s}"
                .formatted(type.isEmpty() ? honestType : type, challenge, origin, crossOrigin)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** WebAuthn section 6.1. */
    private byte[] authenticatorData(byte[] credential) {
        int flags = (present ? USER_PRESENT : 0)
                | (verified ? USER_VERIFIED : 0)
                | (credential.length > 0 ? HAS_CREDENTIAL : 0);
        return ByteBuffer.allocate(37 + credential.length)
                .put(sha256(relyingParty.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(credential.length > 0 ? count : ++count)
                .put(credential)
                .array();
    }

    /** WebAuthn section 6.5: format none, in CBOR. */
    private byte[] attestation() {
        byte[] credential = ByteBuffer.allocate(16 + 2 + credentialId.length + publicKey().length)
                .put(new byte[16])
                .putShort((short) credentialId.length)
                .put(credentialId)
                .put(publicKey())
                .array();
        byte[] data = authenticatorData(credential);
        ByteArrayOutputStream cbor = new ByteArrayOutputStream();
        cbor.write(0xa3);
        write(cbor, "fmt");
        write(cbor, "none");
        write(cbor, "attStmt");
        cbor.write(0xa0);
        write(cbor, "authData");
        cbor.write(0x58);
        cbor.write(data.length);
        cbor.writeBytes(data);
        return cbor.toByteArray();
    }

    /** RFC 9053 section 7.1: EC2, ES256, P-256. */
    private byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        ByteArrayOutputStream cose = new ByteArrayOutputStream();
        cose.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20});
        cose.writeBytes(coordinate(key.getW().getAffineX()));
        cose.writeBytes(new byte[] {0x22, 0x58, 0x20});
        cose.writeBytes(coordinate(key.getW().getAffineY()));
        return cose.toByteArray();
    }

    private byte[] signature(byte[] authenticatorData, byte[] clientData) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(authenticatorData);
            signature.update(sha256(clientData));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < 32; i++) {
            bytes[i] = number.shiftRight(8 * (31 - i)).byteValue();
        }
        return bytes;
    }

    private static void write(ByteArrayOutputStream cbor, String text) {
        cbor.write(0x60 + text.length());
        cbor.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String text(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }
}
