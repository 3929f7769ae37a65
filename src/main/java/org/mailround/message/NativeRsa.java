package org.mailround.message;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Amazon's Corretto Crypto Provider: it signs some four times as quickly as the JDK. It signs mail alone; all else in this
 * process is left to the JDK's own code.
 */
final class NativeRsa {

    private static final Logger log = LoggerFactory.getLogger(NativeRsa.class);

    private static final String PROVIDER = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final List<byte[]> PROBE = List.of(new byte[] {'m', 'a', 'i', 'l'});

    private NativeRsa() {}

    /** The quickest that works here with this key. Where that is the JDK, the log says so once. */
    static Rsa orElseJdk(PrivateKey key) {
        try {
            return orElseJdk(key, provider());
        } catch (ServiceConfigurationError | LinkageError e) {
            return jdk(key, e.toString());
        }
    }

    static Rsa orElseJdk(PrivateKey key, Optional<Provider> provider) {
        if (provider.isEmpty()) {
            return jdk(key, "this build has none");
        }
        try {
            KeyFactory keys = KeyFactory.getInstance("RSA", provider.get());
            Rsa quick = new Rsa((PrivateKey) keys.translateKey(key), provider.get());
            // this kind of RSA knows no chance: what differs from the JDK is wrong, and would go out in every mail
            boolean right = Arrays.equals(quick.sign(PROBE), new Rsa(key, null).sign(PROBE));
            return right ? quick : jdk(key, "it signs wrongly");
        } catch (GeneralSecurityException | RuntimeException e) {
            return jdk(key, e.toString());
        }
    }

    private static Optional<Provider> provider() {
        return ServiceLoader.load(Provider.class, NativeRsa.class.getClassLoader()).stream()
                .filter(found -> found.type().getName().equals(PROVIDER))
                .map(ServiceLoader.Provider::get)
                .findFirst();
    }

    private static Rsa jdk(PrivateKey key, String reason) {
        log.info("Mail is signed by the JDK, and not by native code, which is some four times as quick: {}", reason);
        return new Rsa(key, null);
    }
}
