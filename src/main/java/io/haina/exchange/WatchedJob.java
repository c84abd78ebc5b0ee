package io.haina.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A job with what those who wait for it want to know besides.
 *
 * @param by the name of who started it
 * @param undoneBy of an import, the job that takes it back or has done so; null for none
 * @param undone whether that has come to its end
 */
public record WatchedJob(Job job, String by, @Nullable Long undoneBy, boolean undone) {

    /** Whether it can be taken back: an import that has ended, that wrote something and that nobody takes back yet. */
    public boolean isUndoable() {
        return job.kind() == JobKind.IMPORT
                && !job.dryRun()
                && job.state().isFinal()
                && undoneBy == null
                && job.created() + job.changed() > 0;
    }
}
