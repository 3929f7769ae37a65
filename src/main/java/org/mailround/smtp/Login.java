package org.mailround.smtp;

import org.mailround.credential.AccessTokens;
import org.mailround.credential.Credentials;

/**
 * Who we are to a relay.
 *
 * @param inTheClear whether it may be said where nothing is encrypted. On this machine nobody reads along; elsewhere
 *     {@code mailround.relay.tls=optional} lets mail go that way, and never a password or a token: mail that somebody reads
 *     harms one round, and a password that somebody has is theirs for every other
 */
record Login(String username, Credentials credentials, boolean inTheClear) {

    boolean isByToken() {
        return credentials instanceof AccessTokens;
    }

    @Override
    public String toString() {
        return "Login[…]";
    }
}
