package org.ectsuite.local;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Properties;

/** The secrets of one stack: made of 256 random bits each on first use, kept in a file for the owner alone. */
final class StackSecrets {

    private static final int BYTES = 32;

    private final Path file;
    private final Properties values = new Properties();
    private final SecureRandom random = new SecureRandom();

    private StackSecrets(Path file) {
        this.file = file;
    }

    static StackSecrets in(Path folder) {
        StackSecrets secrets = new StackSecrets(folder.resolve("secrets.properties"));
        if (Files.exists(secrets.file)) {
            try (Reader reader = Files.newBufferedReader(secrets.file)) {
                secrets.values.load(reader);
            } catch (IOException e) {
                throw new StackFailure("Cannot read " + secrets.file + ".", e);
            }
        }
        return secrets;
    }

    String databaseOwnerPassword(Service service) {
        return text("database.owner." + service.shortName());
    }

    String databasePassword(Service service) {
        return text("database.app." + service.shortName());
    }

    String databaseSuperuserPassword() {
        return text("database.superuser");
    }

    String clientSecret(Service service) {
        return text("client." + service.shortName());
    }

    String smtpPassword() {
        return text("smtp");
    }

    String keyStorePassword() {
        return text("keystore");
    }

    String controlKey() {
        return text("control");
    }

    /** The keyset under which a service seals what it stores, in the form {@code id:base64,id:base64}. */
    String keyset(Service service) {
        return value(
                "keyset." + service.shortName(),
                () -> "1:" + Base64.getEncoder().encodeToString(bytes()));
    }

    /** Puts a new key in front of a service's keyset: it seals from now on, the others open what they sealed. */
    synchronized void addKey(Service service) {
        String before = keyset(service);
        int id = Arrays.stream(before.split(",", -1))
                        .mapToInt(key -> Integer.parseInt(key.substring(0, key.indexOf(':'))))
                        .max()
                        .orElseThrow()
                + 1;
        put(service, id + ":" + Base64.getEncoder().encodeToString(bytes()) + "," + before);
    }

    /** Leaves the first key of a service's keyset alone. */
    synchronized void dropOldKeys(Service service) {
        put(service, keyset(service).split(",", -1)[0]);
    }

    private void put(Service service, String keyset) {
        values.setProperty("keyset." + service.shortName(), keyset);
        save();
    }

    private String text(String name) {
        return value(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes()));
    }

    private byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private synchronized String value(String name, java.util.function.Supplier<String> maker) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        String made = maker.get();
        values.setProperty(name, made);
        save();
        return made;
    }

    /** Writes a new file and moves it into place: a crash leaves either the old secrets or the new. */
    private void save() {
        try {
            StringWriter text = new StringWriter();
            values.store(text, "Secrets of this local stack. Delete the whole data folder to start afresh.");
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, text.toString(), StandardCharsets.UTF_8, StandardOpenOption.SYNC);
            Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackFailure("Cannot write " + file + ".", e);
        }
    }
}
