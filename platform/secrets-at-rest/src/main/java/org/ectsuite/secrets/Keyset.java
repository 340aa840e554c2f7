package org.ectsuite.secrets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** AES-256 keys with their ids, the encrypting one first; parsed from {@code id:base64,id:base64}. */
final class Keyset {

    static final int KEY_BYTES = 32;

    /** 32 random bytes hold fewer different values than this once in some 10^17 draws; a typed placeholder nearly always. */
    private static final int FEWEST_DIFFERENT_BYTES = 16;

    private final List<Key> keys;

    private Keyset(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads the configured text.
     *
     * @throws MalformedKeysetException naming the property and the place of the mistake, never any part of a key
     */
    static Keyset parse(String text) {
        var keys = new ArrayList<Key>();
        Set<Integer> ids = new HashSet<>();
        String[] entries = text.split(",", -1);
        for (int i = 0; i < entries.length; i++) {
            Key key = parseEntry(entries[i].strip(), i + 1);
            if (!ids.add(key.id())) {
                throw new MalformedKeysetException(i + 1, "its id stands there twice");
            }
            for (Key other : keys) {
                if (Arrays.equals(other.bytes(), key.bytes())) {
                    throw new MalformedKeysetException(i + 1, "its key stands there twice, under different ids");
                }
            }
            keys.add(key);
        }
        return new Keyset(keys);
    }

    private static Key parseEntry(String entry, int place) {
        int colon = entry.indexOf(':');
        if (colon < 1) {
            throw new MalformedKeysetException(place, "expected id:base64");
        }
        int id;
        try {
            id = Integer.parseInt(entry, 0, colon, 10);
        } catch (NumberFormatException e) {
            // No cause: its message would repeat what may be a part of a key.
            throw new MalformedKeysetException(place, "the id before the colon must be a positive integer");
        }
        if (id < 1) {
            throw new MalformedKeysetException(place, "the id before the colon must be a positive integer");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(entry.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            // No cause, for the same reason.
            throw new MalformedKeysetException(place, "the key after the colon must be base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw new MalformedKeysetException(place, "the key must be 32 bytes, it is " + bytes.length);
        }
        Set<Byte> different = new HashSet<>();
        for (byte b : bytes) {
            different.add(b);
        }
        if (different.size() < FEWEST_DIFFERENT_BYTES) {
            throw new MalformedKeysetException(
                    place, "the key is a placeholder, not random; make one with: openssl rand -base64 32");
        }
        return new Key(id, bytes);
    }

    /** All keys, the encrypting one first. */
    List<Key> keys() {
        return keys;
    }

    /** The key that encrypts. */
    Key primary() {
        return keys.getFirst();
    }

    /** Tells the ids alone. */
    @Override
    public String toString() {
        return "Keyset" + keys.stream().map(Key::id).toList();
    }

    /** One key; a plain class, since a record would print and hand out what it holds. */
    static final class Key {
        private final int id;
        private final byte[] bytes;

        Key(int id, byte[] bytes) {
            this.id = id;
            this.bytes = bytes;
        }

        int id() {
            return id;
        }

        byte[] bytes() {
            return bytes;
        }
    }
}
