package org.ectsuite.ectlog.live;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Reads journals of nets. */
@FunctionalInterface
interface JournalReader {

    /** The events of a net behind a number, oldest first, at most so many. */
    CompletionStage<List<Frame>> read(UUID netId, long since, int limit);
}
