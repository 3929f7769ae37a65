package org.mailround.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;

/** Another program's opinion of a signature: jDKIM's, which asks this for our record instead of the DNS. */
record Verifier(DkimKey key) {

    /** The signatures that hold; none where one does not. */
    List<SignatureRecord> verify(byte[] mail) {
        DKIMVerifier verifier = new DKIMVerifier((method, selector, domain) -> {
            boolean asksForOurs = (selector + "._domainkey." + domain).equals(key.dnsName());
            return asksForOurs ? List.of(key.dnsRecord()) : List.of();
        });
        try {
            List<SignatureRecord> signatures = verifier.verify(new ByteArrayInputStream(mail));
            return signatures == null ? List.of() : signatures;
        } catch (FailException e) {
            return List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
