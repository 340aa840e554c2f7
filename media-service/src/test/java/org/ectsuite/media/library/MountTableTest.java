package org.ectsuite.media.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MountTableTest {

    private static final MountTable TABLE = MountTable.parse(List.of(
            "22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/root rw,errors=remount-ro",
            "30 22 8:1 / /srv/media ro,noatime shared:5 - ext4 /dev/sdb1 rw",
            "31 22 8:2 / /srv/with\\040space rw - xfs /dev/sdc1 ro",
            "32 22 0:40 / /srv/twice ro - tmpfs tmpfs rw",
            "33 32 0:41 / /srv/twice rw - tmpfs tmpfs rw",
            "34 30 0:42 / /srv/media/inbox rw - tmpfs tmpfs rw",
            "a line that is none"));

    @Test
    void finds_the_mount_that_a_path_lies_on() {
        assertThat(TABLE.isReadOnly(Path.of("/srv/media"))).contains(true);
        assertThat(TABLE.isReadOnly(Path.of("/srv/media/2026/net.mp3"))).contains(true);
        assertThat(TABLE.isReadOnly(Path.of("/srv/media/inbox/net.mp3"))).contains(false);
        assertThat(TABLE.isReadOnly(Path.of("/srv/mediathek"))).contains(false);
    }

    @Test
    void knows_that_the_file_system_itself_may_refuse() {
        assertThat(TABLE.isReadOnly(Path.of("/srv/with space/a"))).contains(true);
    }

    @Test
    void takes_the_upper_of_two_mounts_at_one_place() {
        assertThat(TABLE.isReadOnly(Path.of("/srv/twice/a"))).contains(false);
    }

    @Test
    void says_nothing_where_nothing_is_known() {
        assertThat(MountTable.parse(List.of()).isReadOnly(Path.of("/srv"))).isEmpty();
    }
}
