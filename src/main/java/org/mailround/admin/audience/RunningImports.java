package org.mailround.admin.audience;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mailround.admin.Complaint;
import org.mailround.subscriber.ImportResult;
import org.mailround.subscriber.Upload;
import org.mailround.subscriber.Uploads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/** Imports that a page began, and how far each is. They go on when nobody looks. */
@Component
class RunningImports {

    private static final Logger log = LoggerFactory.getLogger(RunningImports.class);

    private final Uploads uploads;
    private final AsyncTaskExecutor executor;
    private final Map<String, Progress> progress = new ConcurrentHashMap<>();

    RunningImports(Uploads uploads, AsyncTaskExecutor applicationTaskExecutor) {
        this.uploads = uploads;
        this.executor = applicationTaskExecutor;
    }

    /**
     * How far an import is.
     *
     * @param rows how many were read so far
     * @param result null while it goes on
     * @param failure a sentence; null where nothing failed
     */
    record Progress(
            long rows,
            @Nullable ImportResult result,
            @Nullable String failure) {

        public boolean isOver() {
            return result != null || failure != null;
        }

        /** The name of the file with the rejected rows; null where there is none. */
        @Nullable
        String rejectFile() {
            Path file = result == null ? null : result.rejectFile();
            return file == null ? null : String.valueOf(file.getFileName());
        }
    }

    /** Begins one, unless it goes on already. */
    void begin(Upload upload) {
        Progress before = progress.putIfAbsent(upload.id(), new Progress(0, null, null));
        if (before == null || before.failure() != null) {
            progress.put(upload.id(), new Progress(0, null, null));
            executor.execute(() -> take(upload));
        }
    }

    private void take(Upload upload) {
        try {
            ImportResult result =
                    uploads.take(upload, rows -> progress.put(upload.id(), new Progress(rows, null, null)));
            progress.put(upload.id(), new Progress(result.rows(), result, null));
        } catch (RuntimeException e) {
            log.warn("{} could not be imported", upload, e);
            progress.put(upload.id(), new Progress(0, null, Complaint.ofAny(e)));
        }
    }

    /** How far that one is; empty where this process began none such. */
    Optional<Progress> of(String id) {
        return Optional.ofNullable(progress.get(id));
    }
}
