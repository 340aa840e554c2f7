package org.ectsuite.media.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.ectsuite.tokensecurity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket says: this item, for this person in this session, until then. It carries what the revocation list is
 * asked with, and the roles that the person had; a change of roles revokes it.
 *
 * @param expiresAt in whole seconds
 */
record Ticket(
        UUID item,
        String subject,
        @Nullable UUID session,
        String clientId,
        String tokenId,
        String keyId,
        Instant tokenIssuedAt,
        Set<String> roles,
        Instant expiresAt) {

    private static final int VERSION = 2;
    private static final int MAX_ROLES = 16;

    static Ticket of(UUID item, Caller caller, Instant expiresAt) {
        return new Ticket(
                item,
                caller.subject(),
                caller.sessionId(),
                caller.clientId(),
                caller.tokenId(),
                caller.keyId(),
                caller.issuedAt(),
                caller.roles(),
                expiresAt);
    }

    /** The person for whom it was made, as the access token of that moment spoke of him. */
    Caller caller() {
        return new Caller(
                subject,
                null,
                session,
                clientId,
                null,
                null,
                roles,
                Set.of(),
                tokenIssuedAt,
                expiresAt,
                tokenId,
                keyId,
                null);
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            write(out, item);
            out.writeUTF(subject);
            out.writeBoolean(session != null);
            if (session != null) {
                write(out, session);
            }
            out.writeUTF(clientId);
            out.writeUTF(tokenId);
            out.writeUTF(keyId);
            out.writeLong(tokenIssuedAt.getEpochSecond());
            out.writeByte(roles.size());
            for (String role : new TreeSet<>(roles)) {
                out.writeUTF(role);
            }
            out.writeLong(expiresAt.getEpochSecond());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #toBytes} wrote; null if it is something else. */
    static @Nullable Ticket fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                return null;
            }
            UUID item = readUuid(in);
            String subject = in.readUTF();
            UUID session = in.readBoolean() ? readUuid(in) : null;
            String clientId = in.readUTF();
            String tokenId = in.readUTF();
            String keyId = in.readUTF();
            Instant issuedAt = Instant.ofEpochSecond(in.readLong());
            int count = in.readUnsignedByte();
            Set<String> roles = new TreeSet<>();
            for (int i = 0; i < Math.min(count, MAX_ROLES); i++) {
                roles.add(in.readUTF());
            }
            return new Ticket(
                    item,
                    subject,
                    session,
                    clientId,
                    tokenId,
                    keyId,
                    issuedAt,
                    Set.copyOf(roles),
                    Instant.ofEpochSecond(in.readLong()));
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID readUuid(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }
}
