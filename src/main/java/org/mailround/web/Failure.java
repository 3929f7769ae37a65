package org.mailround.web;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;

/** Why there is no answer, or not all of it. */
public enum Failure {
    NO_SUCH_HOST,
    NOBODY_ANSWERS,
    TOO_LATE,
    /** Its certificate is not to be trusted, or is another host's, or it speaks no TLS. */
    NOT_TRUSTED,
    /** Also where what is answered is no HTTP, or its head has no end. */
    BROKEN_OFF,
    /** More arrives than is wanted, though it is compressed. */
    TOO_LARGE,
    /** It cannot be unpacked. */
    DAMAGED,
    REDIRECTS_NOWHERE,
    REDIRECTS_TOO_OFTEN,
    LEAVES_HTTPS,
    /** Who asked waits no longer. */
    ABANDONED;

    static Failure of(IOException cause) {
        if (cause instanceof UnknownHostException) {
            return NO_SUCH_HOST;
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return NOBODY_ANSWERS;
        }
        if (cause instanceof InterruptedIOException) {
            return TOO_LATE;
        }
        if (cause instanceof SSLException) {
            return NOT_TRUSTED;
        }
        if (cause instanceof Body.TooLargeException) {
            return TOO_LARGE;
        }
        return cause instanceof ZipException || cause instanceof EOFException ? DAMAGED : BROKEN_OFF;
    }
}
