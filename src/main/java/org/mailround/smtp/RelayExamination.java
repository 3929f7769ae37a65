package org.mailround.smtp;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a relay shows of itself to somebody who connects, logs in, and sends nothing.
 *
 * @param trouble what was in the way; null where nothing was. What stands beside it was learnt before
 * @param extensions the lines of its answer to EHLO, after TLS where there is TLS: a keyword in capitals, then its
 *     parameters
 * @param tlsVersion such as {@code TLSv1.3}; null where the connection is not encrypted
 * @param certificate the relay's own; null where it showed none
 * @param loggedIn whether a name and password, or a token, were accepted
 */
public record RelayExamination(
        @Nullable RelayTrouble trouble,
        List<String> extensions,
        @Nullable String tlsVersion,
        @Nullable X509Certificate certificate,
        boolean loggedIn) {

    public RelayExamination {
        extensions = List.copyOf(extensions);
    }
}
