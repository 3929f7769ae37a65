package org.mailround.smtp;

import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** What came of speaking TLS with a relay. */
class Handshake {

    private volatile List<X509Certificate> chain = List.of();
    private volatile @Nullable SSLSocket socket;

    void begins(SSLSocket with) {
        chain = List.of();
        socket = with;
    }

    void showed(X509Certificate[] shown) {
        chain = List.of(shown);
    }

    /** The relay's own, though it may not have been believed; null where it showed none. */
    @Nullable
    X509Certificate certificate() {
        return chain.isEmpty() ? null : chain.get(0);
    }

    /** The relay's own, and those that vouch for it. */
    List<X509Certificate> chain() {
        return chain;
    }

    /** Such as {@code TLSv1.3}; null where none was agreed. */
    @Nullable
    String version() {
        SSLSocket with = socket;
        if (with == null) {
            return null;
        }
        String protocol = with.getSession().getProtocol();
        return protocol.startsWith("TLS") ? protocol : null;
    }
}
