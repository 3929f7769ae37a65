package org.mailround.staff;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change with the time (RFC 6238), as every authenticator application makes them: six digits, 30 seconds, SHA-1. */
final class Totp {

    /** As RFC 4226 section 4 asks for. */
    static final int SECRET_OCTETS = 20;

    private static final int STEP_SECONDS = 30;
    /** A clock may go wrong by one step: RFC 6238 section 5.2. */
    private static final int TOLERANCE = 1;

    private static final int SIX_DIGITS = 1_000_000;

    private Totp() {}

    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    /** RFC 4226 section 5.3. */
    static String code(byte[] secret, long step) {
        byte[] mac = mac(secret, step);
        int offset = mac[mac.length - 1] & 0xf;
        int number = ByteBuffer.wrap(mac).getInt(offset) & Integer.MAX_VALUE;
        return "%06d".formatted(number % SIX_DIGITS);
    }

    /** The step whose code that is, among those that may be meant at that time; empty if it is none of them. */
    static OptionalLong stepOf(String code, byte[] secret, Instant time) {
        long now = step(time);
        return LongStream.rangeClosed(now - TOLERANCE, now + TOLERANCE)
                .filter(step -> code(secret, step).equals(code))
                .findFirst();
    }

    private static byte[] mac(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }
}
