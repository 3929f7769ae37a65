package org.mailround.preflight;

import org.mailround.smtp.Relay;
import org.mailround.smtp.RelayConnection;

/** A relay that is only spoken of. */
record StubRelay(String name, boolean isLoopback) implements Relay {

    static final StubRelay HERE = new StubRelay("127.0.0.1:25", true);
    static final StubRelay ELSEWHERE = new StubRelay("smtp.relay.example:587", false);

    @Override
    public boolean isSandbox() {
        return false;
    }

    @Override
    public RelayConnection connection() {
        throw new UnsupportedOperationException();
    }
}
