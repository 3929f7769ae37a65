package org.mailround.message;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether mail is signed (RFC 6376), and with which key. Safe for many threads. */
public final class Dkim {

    private final @Nullable DkimKey key;
    private final @Nullable PrivateKey privateKey;

    private Dkim(@Nullable DkimKey key, @Nullable PrivateKey privateKey) {
        this.key = key;
        this.privateKey = privateKey;
    }

    /** Mail goes out unsigned. */
    static Dkim none() {
        return new Dkim(null, null);
    }

    /**
     * @param domain of the From, which is the one that signs
     * @throws IllegalArgumentException if there is no such key
     */
    static Dkim of(DkimSettings settings, String domain, Path home) {
        if (settings.selector() == null || settings.key() == null) {
            return none();
        }
        RSAPrivateCrtKey privateKey = RsaKeyFile.read("mailround.dkim.key", home.resolve(settings.key()));
        return new Dkim(DkimKey.of(domain, settings.selector(), privateKey), privateKey);
    }

    /** The key that signs every mail; empty where mail goes out unsigned. */
    public Optional<DkimKey> key() {
        return Optional.ofNullable(key);
    }
}
