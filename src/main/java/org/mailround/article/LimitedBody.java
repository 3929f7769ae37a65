package org.mailround.article;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Receives an answer as long as it is not too large; then it hangs up. */
final class LimitedBody implements BodySubscriber<byte[]> {

    /** It is too large. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private final BodySubscriber<byte[]> octets = BodySubscribers.ofByteArray();
    private final long most;
    private long received;
    private Flow.@Nullable Subscription subscription;

    LimitedBody(long most) {
        this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return octets.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        octets.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (received <= most) {
            octets.onNext(buffers);
        } else if (subscription != null) {
            subscription.cancel();
            octets.onError(new TooLargeException());
        }
    }

    @Override
    public void onError(Throwable problem) {
        octets.onError(problem);
    }

    @Override
    public void onComplete() {
        octets.onComplete();
    }
}
