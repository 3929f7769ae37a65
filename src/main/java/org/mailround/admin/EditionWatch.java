package org.mailround.admin;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailround.admin.EditionViewer.Sight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Looks at editions for all who watch them, once for all, and only while somebody does. It asks the ledger, so it sees
 * what other processes do as well.
 */
@Component
class EditionWatch {

    private static final Logger log = LoggerFactory.getLogger(EditionWatch.class);

    private static final long LOOK_MILLIS = 1000;

    /** A look at a large ledger takes a while; the database is for those who send. */
    private static final int REST = 4;

    /** Then the browser asks again, and whether it still may is looked at again. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final EditionViews views;
    private final SpringTemplateEngine templates;
    private final Map<Long, Set<EditionViewer>> viewers = new ConcurrentHashMap<>();
    private final ExecutorService tellers = Executors.newCachedThreadPool(daemons("edition-viewer"));
    private @Nullable Thread looking;
    private boolean closed;

    EditionWatch(EditionViews views, SpringTemplateEngine templates) {
        this.views = views;
        this.templates = templates;
    }

    /** @param seen the shape of the page that is shown; empty if it is not known */
    synchronized SseEmitter open(long edition, String seen) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        if (closed) {
            emitter.complete();
            return emitter;
        }
        EditionViewer viewer = new EditionViewer(emitter, seen, LocaleContextHolder.getLocale());
        emitter.onCompletion(() -> leave(edition, viewer));
        emitter.onTimeout(emitter::complete);
        emitter.onError(failure -> leave(edition, viewer));
        viewers.computeIfAbsent(edition, id -> ConcurrentHashMap.newKeySet()).add(viewer);
        if (looking == null) {
            looking = daemons("edition-watch").newThread(this::look);
            looking.start();
        }
        return emitter;
    }

    private synchronized void leave(long edition, EditionViewer viewer) {
        Set<EditionViewer> watching = viewers.get(edition);
        if (watching != null && watching.remove(viewer) && watching.isEmpty()) {
            viewers.remove(edition);
        }
    }

    /** How many watch any edition. */
    synchronized int watching() {
        return viewers.values().stream().mapToInt(Set::size).sum();
    }

    private void look() {
        try {
            while (isWatched()) {
                long begun = System.nanoTime();
                viewers.keySet().forEach(this::look);
                rest(Duration.ofNanos(System.nanoTime() - begun).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who comes after the last left finds no thread, and makes another. */
    private synchronized boolean isWatched() {
        if (closed || viewers.isEmpty()) {
            looking = null;
            return false;
        }
        return true;
    }

    /** No interrupt ends it: one that meets a file of H2's would close it. */
    private synchronized void rest(long took) throws InterruptedException {
        if (!closed) {
            wait(Math.max(LOOK_MILLIS, REST * took));
        }
    }

    /** Numbers are asked for once, and said in each language that somebody reads them in. */
    private void look(long edition) {
        try {
            views.report(edition)
                    .ifPresent(report -> languages(edition).forEach(language -> {
                        LocaleContextHolder.setLocale(language);
                        views.find(edition, report).ifPresent(view -> tell(edition, language, sight(view, language)));
                    }));
        } catch (RuntimeException e) {
            log.warn("Edition {} cannot be looked at; trying again", edition, e);
        }
    }

    private synchronized Set<Locale> languages(long edition) {
        return viewers.getOrDefault(edition, Set.of()).stream()
                .map(EditionViewer::language)
                .collect(Collectors.toSet());
    }

    private Sight sight(EditionView view, Locale language) {
        Context words = new Context(language, Map.of("view", view));
        TemplateSpec live = new TemplateSpec("edition-live", Set.of("live"), TemplateMode.HTML, null);
        return new Sight(templates.process(live, words), view.shape(), view.isOver());
    }

    private synchronized void tell(long edition, Locale language, Sight sight) {
        if (closed) {
            return;
        }
        for (EditionViewer viewer : viewers.getOrDefault(edition, Set.of())) {
            if (viewer.language().equals(language) && viewer.isFree()) {
                tellers.execute(() -> {
                    if (!viewer.tell(sight)) {
                        leave(edition, viewer);
                    }
                });
            }
        }
    }

    /** Before the web server stops, which waits for open requests. */
    @EventListener
    synchronized void close(ContextClosedEvent event) {
        closed = true;
        // one that reads nothing would keep us
        viewers.values().forEach(watching -> watching.forEach(viewer -> tellers.execute(viewer::leave)));
        viewers.clear();
        tellers.shutdown();
        notifyAll();
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
