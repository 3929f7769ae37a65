package org.mailround.token;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A named secret of 256 bits, for HMAC-SHA-256 (RFC 2104). */
record Key(String name, SecretKeySpec secret) {

    private static final String HMAC = "HmacSHA256";

    static Key of(String name, byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("the key “" + name + "” is shorter than 256 bits");
        }
        return new Key(name, new SecretKeySpec(secret, HMAC));
    }

    byte[] mac(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "Key[" + name + "]";
    }
}
