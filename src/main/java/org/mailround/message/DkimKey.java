package org.mailround.message;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The public half of a key that signs mail: what the DNS must say of it, so that others can verify.
 *
 * @param domain the one that signs ({@code d=}): that of the From
 * @param selector which of its keys this is ({@code s=})
 */
public record DkimKey(String domain, String selector, RSAPublicKey publicKey) {

    static DkimKey of(String domain, String selector, RSAPrivateCrtKey key) {
        try {
            RSAPublicKeySpec spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return new DkimKey(domain, selector, (RSAPublicKey)
                    KeyFactory.getInstance("RSA").generatePublic(spec));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a private key has no public half", e);
        }
    }

    /** The length of its modulus. Fewer than 2048 are weak, and fewer than 1024 are not verified (RFC 8301). */
    public int bits() {
        return publicKey.getModulus().bitLength();
    }

    /** Where the record is looked up, without a dot at the end: {@code selector._domainkey.domain}. */
    public String dnsName() {
        return selector + "._domainkey." + domain;
    }

    /** What the TXT record there says (RFC 6376 section 3.6.1): {@code v=DKIM1; k=rsa; p=…}. */
    public String dnsRecord() {
        return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    /**
     * What mail signed with this key meets in a TXT record that was found at {@link #dnsName()}.
     *
     * @param txt the record's strings, put together with nothing between them
     */
    public DkimRecord judge(String txt) {
        return DkimRecord.of(txt, publicKey);
    }
}
