package org.ectsuite.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackClaimTest {

    @TempDir
    private Path data;

    @Test
    void lets_one_stack_run_with_a_folder_and_names_its_process() throws IOException {
        // Given
        StackFolders folders = TestStack.folders(data);

        // When
        try (StackClaim claim = StackClaim.on(folders)) {

            // Then
            assertThat(claim).isNotNull();
            assertThatThrownBy(() -> StackClaim.on(folders))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("is running")
                    .hasMessageContaining("./ect down");
            assertThat(StackClaim.holder(folders)).contains(ProcessHandle.current());
        }
    }

    @Test
    void ends_with_the_stack() throws IOException {
        // Given
        StackFolders folders = TestStack.folders(data);

        // When
        StackClaim.on(folders).close();

        // Then
        assertThat(StackClaim.holder(folders)).isEmpty();
        StackClaim.on(folders).close();
    }

    @Test
    void is_nobodys_where_no_stack_ever_ran() {
        assertThat(StackClaim.holder(TestStack.folders(data))).isEmpty();
    }
}
