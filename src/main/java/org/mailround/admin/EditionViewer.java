package org.mailround.admin;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One who looks at an edition while it changes. Each hears on a thread of its own, so that nobody waits for the slow. */
class EditionViewer {

    /**
     * What is to be seen.
     *
     * @param shape as in {@link EditionView#shape()}
     * @param over whether nothing will change any more
     */
    record Sight(String html, String shape, boolean over) {}

    /** Often enough that one who left is noticed, and no proxy takes the line for dead. */
    private static final long QUIET_NANOS = 15_000_000_000L;

    private final SseEmitter emitter;
    private final Locale language;
    private final AtomicBoolean busy = new AtomicBoolean();
    private String shape;
    private String html = "";
    private long heardAt = System.nanoTime();

    /** @param shape of the page that is shown; empty if it is not known */
    EditionViewer(SseEmitter emitter, String shape, Locale language) {
        this.emitter = emitter;
        this.shape = shape;
        this.language = language;
    }

    Locale language() {
        return language;
    }

    /** Whether it may be told something now; then {@link #tell} must be called. */
    boolean isFree() {
        return busy.compareAndSet(false, true);
    }

    /** @return whether there is more to tell later */
    boolean tell(Sight sight) {
        try {
            tellNews(sight);
            if (sight.over()) {
                emitter.send(SseEmitter.event().name("end").data("over"));
                emitter.complete();
            }
            return !sight.over();
        } catch (IOException | IllegalStateException e) {
            // it left; the container ends the request
            return false;
        } finally {
            busy.set(false);
        }
    }

    private void tellNews(Sight sight) throws IOException {
        if (!sight.html().equals(html)) {
            emitter.send(SseEmitter.event().name("progress").data(sight.html()));
            html = sight.html();
            heardAt = System.nanoTime();
        }
        if (!shape.isEmpty() && !sight.shape().equals(shape)) {
            emitter.send(SseEmitter.event().name("changed").data(sight.shape()));
            heardAt = System.nanoTime();
        }
        shape = sight.shape();
        if (System.nanoTime() - heardAt > QUIET_NANOS) {
            emitter.send(SseEmitter.event().comment("still here"));
            heardAt = System.nanoTime();
        }
    }

    void leave() {
        emitter.complete();
    }
}
