package org.ectsuite.secrets;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Seals secrets with AES-256-GCM (96-bit random nonce, 128-bit tag) before they are stored.
 *
 * <p>A sealed secret is {@code 0x01 | key id, 4 bytes big-endian | nonce, 12 bytes | ciphertext | tag, 16 bytes}. The
 * <em>context</em> says where the secret belongs ({@code "outbox:<id>"}) and is authenticated, so that a sealed value
 * copied into another row does not open there. Under one key at most 2^32 values may be sealed.
 */
@Startup
@ApplicationScoped
public class SecretBox {

    private static final byte FRAME = 1;
    private static final int HEADER_BYTES = 1 + Integer.BYTES;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    /** How many bytes longer a sealed secret is than the plain one. */
    public static final int OVERHEAD_BYTES = HEADER_BYTES + NONCE_BYTES + TAG_BYTES;

    private final Aead aead;
    private final int primaryId;
    private final Set<Integer> ids;

    @Inject
    SecretBox(SecretsConfig config) {
        this(Keyset.parse(config.keyset()));
    }

    SecretBox(Keyset keyset) {
        this.primaryId = keyset.primary().id();
        this.ids = new HashSet<>();
        keyset.keys().forEach(key -> ids.add(key.id()));
        try {
            AeadConfig.register();
            this.aead = handleOf(keyset).getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new MalformedKeysetException("the keys cannot be used", e);
        }
        selfTest();
    }

    /** A box over the given keyset text ({@code id:base64,…}), for programs without a container. */
    public static SecretBox of(String keyset) {
        return new SecretBox(Keyset.parse(keyset));
    }

    /** Encrypts under the first key; the same plain bytes never give the same sealed bytes twice. */
    public byte[] seal(byte[] plain, String context) {
        try {
            return aead.encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret could not be sealed", e);
        }
    }

    /**
     * Decrypts what {@link #seal} made for the same context, under whichever key of the keyset it was sealed.
     *
     * @throws UnreadableSecretException if the key is not in the keyset, the context differs or a bit was changed
     */
    public byte[] open(byte[] sealed, String context) {
        OptionalInt keyId = keyId(sealed);
        if (keyId.isEmpty()) {
            throw new UnreadableSecretException("Not a sealed secret");
        }
        if (!ids.contains(keyId.getAsInt())) {
            throw new UnreadableSecretException(
                    "Sealed under key %d, which is not in %s".formatted(keyId.getAsInt(), SecretsConfig.KEYSET));
        }
        try {
            return aead.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            // What failed in detail is of use to an attacker alone.
            throw new UnreadableSecretException(
                    "Sealed under key %d, but the key, the context or the content differs".formatted(keyId.getAsInt()));
        }
    }

    /** Seals anew under the first key; a key may leave the keyset once nothing sealed under it is left. */
    public byte[] reseal(byte[] sealed, String context) {
        return seal(open(sealed, context), context);
    }

    /** Whether this was sealed under the key that encrypts now; if not, {@link #reseal} it. */
    public boolean isCurrent(byte[] sealed) {
        OptionalInt keyId = keyId(sealed);
        return keyId.isPresent() && keyId.getAsInt() == primaryId;
    }

    /** How everything begins that is sealed under the key that encrypts now. */
    byte[] currentHeader() {
        return ByteBuffer.allocate(HEADER_BYTES).put(FRAME).putInt(primaryId).array();
    }

    /** The id of the key that encrypts now. */
    int currentKey() {
        return primaryId;
    }

    /** The id of the key under which this was sealed; empty if it is no sealed secret. */
    public static OptionalInt keyId(byte[] sealed) {
        if (sealed.length < OVERHEAD_BYTES || sealed[0] != FRAME) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(ByteBuffer.wrap(sealed).getInt(1));
    }

    // The form of the keys is ours, and fixed by the known answers of the test.
    @AccessesPartialKey
    private static KeysetHandle handleOf(Keyset keyset) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(Keyset.KEY_BYTES)
                .setIvSizeBytes(NONCE_BYTES)
                .setTagSizeBytes(TAG_BYTES)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        KeysetHandle.Builder handle = KeysetHandle.newBuilder();
        for (Keyset.Key key : keyset.keys()) {
            AesGcmKey imported = AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(key.bytes(), InsecureSecretKeyAccess.get()))
                    .setIdRequirement(key.id())
                    .build();
            KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(imported).withFixedId(key.id());
            handle.addEntry(key == keyset.primary() ? entry.makePrimary() : entry);
        }
        return handle.build();
    }

    /** A box that cannot give back what was put in must not receive anything: the start fails instead. */
    private void selfTest() {
        byte[] probe = "self-test".getBytes(StandardCharsets.UTF_8);
        byte[] sealed = seal(probe, "self-test");
        boolean refusesOtherContext;
        try {
            open(sealed, "another context");
            refusesOtherContext = false;
        } catch (UnreadableSecretException e) {
            refusesOtherContext = true;
        }
        if (!isCurrent(sealed) || !Arrays.equals(open(sealed, "self-test"), probe) || !refusesOtherContext) {
            throw new IllegalStateException("The self-test of the encryption of secrets failed");
        }
    }
}
