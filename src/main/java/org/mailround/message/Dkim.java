package org.mailround.message;

import java.nio.file.Path;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether mail is signed (RFC 6376), and with which key. Safe for many threads. */
public final class Dkim {

    private final @Nullable DkimKey key;
    private final @Nullable DkimSigner signer;

    private Dkim(@Nullable DkimKey key, @Nullable DkimSigner signer) {
        this.key = key;
        this.signer = signer;
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
        RSAPrivateCrtKey key = RsaKeyFile.read("mailround.dkim.key", home.resolve(settings.key()));
        return new Dkim(DkimKey.of(domain, settings.selector(), key), new DkimSigner(domain, settings.selector(), key));
    }

    /** The key that signs every mail; empty where mail goes out unsigned. */
    public Optional<DkimKey> key() {
        return Optional.ofNullable(key);
    }

    /**
     * The mail with a signature before it, or as it is where there is no key.
     *
     * @param mail complete: nothing of it may change any more
     * @param date that of the mail
     */
    byte[] signed(byte[] mail, Instant date) {
        if (signer == null) {
            return mail;
        }
        byte[] header = signer.header(mail, date);
        byte[] signed = Arrays.copyOf(header, header.length + mail.length);
        System.arraycopy(mail, 0, signed, header.length, mail.length);
        return signed;
    }
}
