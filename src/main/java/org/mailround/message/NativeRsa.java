package org.mailround.message;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** The quickest that works here with this key; what is not so quick is said once in the log. */
    static Rsa orElseJdk(PrivateKey key) {
        Rsa jdk = new Rsa(key, null);
        Optional<Provider> provider = provider();
        if (provider.isEmpty()) {
            log.info("Mail is signed by the JDK: this build has no native code for this machine");
            return jdk;
        }
        try {
            PrivateKey translated =
                    (PrivateKey) KeyFactory.getInstance("RSA", provider.get()).translateKey(key);
            Rsa quick = new Rsa(translated, provider.get());
            // RSA signs the same in the same way: what differs from the JDK is wrong
            if (Arrays.equals(quick.sign(PROBE), jdk.sign(PROBE))) {
                return quick;
            }
            log.warn("Mail is signed by the JDK: the native code of this machine signs wrongly");
        } catch (GeneralSecurityException | RuntimeException e) {
            log.info("Mail is signed by the JDK: its native code cannot be loaded here ({})", e.toString());
        }
        return jdk;
    }

    private static Optional<Provider> provider() {
        return ServiceLoader.load(Provider.class, NativeRsa.class.getClassLoader()).stream()
                .filter(found -> found.type().getName().equals(PROVIDER))
                .map(ServiceLoader.Provider::get)
                .findFirst();
    }
}
