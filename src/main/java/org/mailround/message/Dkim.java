package org.mailround.message;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** Whether mail is signed (RFC 6376), and with which key. Safe for many threads. */
public final class Dkim {

    private static final byte[] UNSIGNED = {};
    private static final String END_OF_HEADERS = "\r\n\r\n";
    private static final int LINE_BREAK = 2;

    private final @Nullable DkimKey key;
    private final @Nullable Supplier<DkimSigner> signer;

    private Dkim(@Nullable DkimKey key, @Nullable Supplier<DkimSigner> signer) {
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
        return of(settings, domain, home, NativeRsa::orElseJdk);
    }

    /** @param rsa the code that signs; asked for with the first mail, because most commands sign none */
    static Dkim of(DkimSettings settings, String domain, Path home, Function<RSAPrivateCrtKey, Rsa> rsa) {
        String selector = settings.selector();
        if (selector == null || settings.key() == null) {
            return none();
        }
        RSAPrivateCrtKey key = RsaKeyFile.read("mailround.dkim.key", home.resolve(settings.key()));
        return new Dkim(
                DkimKey.of(domain, selector, key),
                SingletonSupplier.of(() -> new DkimSigner(domain, selector, rsa.apply(key))));
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
        int body = bodyStart(mail);
        byte[] headers = Arrays.copyOf(mail, body - LINE_BREAK);
        byte[] header = header(headers, digest -> digest.update(Relaxed.body(mail, body)), date);
        byte[] signed = Arrays.copyOf(header, header.length + mail.length);
        System.arraycopy(mail, 0, signed, header.length, mail.length);
        return signed;
    }

    /**
     * The header that signs a mail, with its line break; nothing where there is no key.
     *
     * @param headers complete: nothing of them may change any more
     * @param body hashes what a signature covers of the body
     * @param date that of the mail
     */
    byte[] header(byte[] headers, Consumer<MessageDigest> body, Instant date) {
        if (signer == null) {
            return UNSIGNED;
        }
        MessageDigest digest = sha256();
        body.accept(digest);
        return signer.get().header(headers, digest.digest(), date);
    }

    private static int bodyStart(byte[] mail) {
        return new String(mail, StandardCharsets.ISO_8859_1).indexOf(END_OF_HEADERS) + END_OF_HEADERS.length();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
