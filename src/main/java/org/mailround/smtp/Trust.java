package org.mailround.smtp;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.springframework.boot.ssl.SslBundle;

/**
 * Whose certificates we believe.
 *
 * @param own those that we show where a relay asks for one
 * @param others judges those that relays show
 */
record Trust(String protocol, KeyManager[] own, X509ExtendedTrustManager others) {

    /** What the Java runtime believes. */
    static Trust usual() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return new Trust("TLS", new KeyManager[0], judge(factory.getTrustManagers()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no certificates to believe", e);
        }
    }

    static Trust of(SslBundle bundle) {
        return new Trust(
                bundle.getProtocol(),
                bundle.getManagers().getKeyManagers(),
                judge(bundle.getManagers().getTrustManagers()));
    }

    private static X509ExtendedTrustManager judge(TrustManager[] managers) {
        return Stream.of(managers)
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is nobody to judge certificates"));
    }

    /** One a connection, so that no relay is let in by an earlier handshake without showing its certificate. */
    SSLSocketFactory sockets(Handshake handshake) {
        try {
            SSLContext context = SSLContext.getInstance(protocol);
            context.init(own, new TrustManager[] {new WatchedTrust(others, handshake)}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }
}
