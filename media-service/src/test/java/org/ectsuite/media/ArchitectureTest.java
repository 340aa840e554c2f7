package org.ectsuite.media;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import org.ectsuite.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("org.ectsuite.media");
    }

    @Test
    void readers_know_nothing_of_the_service() {
        check(noClasses()
                .that()
                .resideInAPackage("org.ectsuite.media.metadata..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.smallrye..", "io.vertx..", "jakarta..", "org.hibernate.."));
    }

    @Test
    void nothing_draws() {
        // A native program has no AWT.
        check(noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.imageio.."));
    }

    @Test
    void nothing_writes_files() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(FileOutputStream|FileWriter|RandomAccessFile|PrintWriter)"));
        for (String write : new String[] {
            "write",
            "writeString",
            "newOutputStream",
            "newBufferedWriter",
            "delete",
            "deleteIfExists",
            "move",
            "copy",
            "createFile",
            "createDirectory",
            "createDirectories",
            "createLink",
            "createSymbolicLink",
            "setAttribute",
            "setLastModifiedTime",
            "setOwner",
            "setPosixFilePermissions",
            "createTempFile",
            "createTempDirectory"
        }) {
            check(noClasses().should().callMethodWhere(new CallTo("java.nio.file.Files", write)));
        }
    }

    /** Any overload of a method. */
    private static final class CallTo extends DescribedPredicate<JavaMethodCall> {

        private final String owner;
        private final String name;

        CallTo(String owner, String name) {
            super("target is " + owner + "." + name);
            this.owner = owner;
            this.name = name;
        }

        @Override
        public boolean test(JavaMethodCall call) {
            return call.getTargetOwner().getName().equals(owner)
                    && call.getName().equals(name);
        }
    }
}
