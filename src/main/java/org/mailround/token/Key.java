package org.mailround.token;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A named secret of 256 bits, for HMAC-SHA-256 (RFC 2104). Safe for many threads. */
final class Key {

    private static final String HMAC = "HmacSHA256";

    private final String name;
    // only ever copied: to find and key one anew takes longer than a token does
    private final Mac keyed;

    private Key(String name, Mac keyed) {
        this.name = name;
        this.keyed = keyed;
    }

    static Key of(String name, byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("the key “" + name + "” is shorter than 256 bits");
        }
        try {
            Mac keyed = Mac.getInstance(HMAC);
            keyed.init(new SecretKeySpec(secret, HMAC));
            return new Key(name, keyed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    String name() {
        return name;
    }

    byte[] mac(byte[]... parts) {
        try {
            Mac mac = (Mac) keyed.clone();
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's " + HMAC + " can be copied", e);
        }
    }

    @Override
    public String toString() {
        return "Key[" + name + "]";
    }
}
