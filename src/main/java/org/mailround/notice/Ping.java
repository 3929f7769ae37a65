package org.mailround.notice;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.EditionFinished;
import org.mailround.campaign.OccasionSkipped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets somebody else know of each good round: a program that does not run, or whose relay is ill, cannot say so itself.
 * Nothing waits for it but the end of the program.
 */
@Component
class Ping implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Ping.class);

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final AlertSettings settings;
    private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();

    Ping(AlertSettings settings) {
        this.settings = settings;
    }

    @EventListener({EditionFinished.class, OccasionSkipped.class})
    void ping() {
        URI url = settings.pingUrl();
        if (url != null) {
            CompletableFuture<?> ping = CompletableFuture.supplyAsync(() -> send(url))
                    .thenCompose(Function.identity())
                    .orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS)
                    .handle(Ping::tell);
            underWay.add(ping);
            ping.whenComplete((done, failure) -> underWay.remove(ping));
        }
    }

    private static CompletableFuture<HttpResponse<Void>> send(URI url) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(LONGEST)
                .followRedirects(Redirect.NORMAL)
                .build();
        return client.sendAsync(HttpRequest.newBuilder(url).timeout(LONGEST).build(), BodyHandlers.discarding());
    }

    /** The address stays out of the log: who knows it can keep the alarm quiet. */
    private static boolean tell(@Nullable HttpResponse<Void> response, @Nullable Throwable failure) {
        boolean well = response != null && response.statusCode() < 400;
        if (!well) {
            log.info(
                    "The ping to mailround.alerts.ping-url failed: {}",
                    response == null ? reason(failure) : "status " + response.statusCode());
        }
        return well;
    }

    private static String reason(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause == null ? "no answer" : cause.getClass().getSimpleName();
    }

    /** A command ends soon after its round; what is under way may arrive. */
    @Override
    public void destroy() {
        CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).join();
    }
}
