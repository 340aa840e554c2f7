package org.ectsuite.notification.message;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.ectsuite.notification.template.MailKind;
import org.jspecify.annotations.Nullable;

/** Knows who gets what a mail says in another way besides. */
public interface CopyBook {

    /**
     * A target that gets it.
     *
     * @param target id of the target
     * @param name what its people call it
     * @param owner the person whose target it is; null for a shared one, which gets each mailing once
     */
    record Copy(UUID target, String name, @Nullable UUID owner) {}

    /** The targets that get mails of this kind to this person, in the order of their ids; in the caller's transaction. */
    Uni<List<Copy>> of(MailKind kind, @Nullable UUID person);
}
