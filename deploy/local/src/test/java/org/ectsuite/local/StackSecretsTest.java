package org.ectsuite.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSecretsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_new_key_seals_and_the_old_one_still_opens() {
        StackSecrets secrets = StackSecrets.in(folder);
        String before = secrets.keyset(Service.AUTH);

        secrets.addKey(Service.AUTH);

        assertThat(secrets.keyset(Service.AUTH)).startsWith("2:").endsWith("," + before);
        assertThat(StackSecrets.in(folder).keyset(Service.AUTH)).isEqualTo(secrets.keyset(Service.AUTH));
    }

    @Test
    void without_the_old_ones_the_newest_is_left_alone() {
        StackSecrets secrets = StackSecrets.in(folder);
        String other = secrets.keyset(Service.MEDIA);
        secrets.keyset(Service.AUTH);
        secrets.addKey(Service.AUTH);
        secrets.addKey(Service.AUTH);
        String newest = secrets.keyset(Service.AUTH).split(",", -1)[0];

        secrets.dropOldKeys(Service.AUTH);

        assertThat(newest).startsWith("3:");
        assertThat(StackSecrets.in(folder).keyset(Service.AUTH)).isEqualTo(newest);
        assertThat(secrets.keyset(Service.MEDIA)).isEqualTo(other);
    }
}
