package org.mailround.bounce;

import org.springframework.stereotype.Component;

/** Judges one message and records what follows from it, once. */
@Component
class Clerk {

    /**
     * @param octets of the message; of a very long one only its beginning
     * @return what is to become of it; the database knows already what was judged
     */
    Disposal take(byte[] octets) {
        throw new UnsupportedOperationException();
    }
}
