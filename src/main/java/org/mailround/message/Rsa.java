package org.mailround.message;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RSA over SHA-256 (RFC 8017 section 8.2) with one key. Safe for many threads. */
final class Rsa {

    private static final String ALGORITHM = "SHA256withRSA";

    private final PrivateKey key;
    private final @Nullable Provider provider;

    /** @param provider the code that signs; null for the JDK's */
    Rsa(PrivateKey key, @Nullable Provider provider) {
        this.key = key;
        this.provider = provider;
    }

    byte[] sign(List<byte[]> parts) {
        try {
            Signature signature =
                    provider == null ? Signature.getInstance(ALGORITHM) : Signature.getInstance(ALGORITHM, provider);
            signature.initSign(key);
            for (byte[] part : parts) {
                signature.update(part);
            }
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key mailround.dkim.key cannot sign", e);
        }
    }
}
